// A ranking, the bulletin that freezes it, and the proof that it still says the same.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { json, ledgers, run, workplace } from "./support/zelian.mjs";

const today = ["--on", "2026-11-23"];

function county(t) {
  const ledger = join(workplace(t), "county.zelian");
  json(["init", ledger, "--name", "青山县", "--on", "2026-10-01"]);
  json(["import", ledger, ...ledgers, ...today], { codes: [0, 1] });
  return ledger;
}

test("a ranking shows numerators, denominators, rates and margins", (t) => {
  const ranking = json(["rank", county(t), "--period", "2026-10", ...today]);
  assert.equal(ranking.period, "2026-10");
  assert.equal(ranking.groups.length, 2);
  assert.equal(ranking.example, true);
  for (const { units } of ranking.groups) {
    const ranked = units.filter((unit) => unit.ranked);
    assert.ok(ranked.length > 3);
    for (const unit of ranked) {
      assert.ok(unit.rank >= 1 && unit.rank <= unit.of && unit.score <= 100);
      assert.ok(unit.parts.some((part) => part.denominator > 0));
      for (const { numerator, denominator, rate } of unit.parts) {
        assert.ok(numerator <= denominator);
        if (denominator > 0) assert.equal(rate, Math.round((numerator / denominator) * 1e4) / 1e4);
      }
    }
  }
});

test("an issued bulletin settles its duty, re-derives the same, and is issued once", (t) => {
  const ledger = county(t);
  const duty = () =>
    json(["duties", ledger, ...today, "--rule", "bulletin"]).duties.find((d) => d.period === "2026-10");
  assert.equal(duty().state, "overdue");
  const issue = (...more) => ["issue", ledger, "bulletin", "--period", "2026-10", ...more];
  const draft = json(issue("--draft", "--on", "2026-11-13"));
  assert.equal(draft.draft, true);
  assert.equal(draft.objections_until, "2026-11-20");
  assert.match(run(issue("--on", "2026-11-20")).err, /核对期至2026-11-20/u);
  assert.match(run(issue("--on", "2026-11-20", "--key", "别号")).err, /核对期至2026-11-20/u);
  assert.equal(duty().state, "overdue");
  const issued = json(["issue", ledger, "bulletin", "--period", "2026-10", ...today]);
  assert.equal(issued.draft, undefined);
  assert.equal(duty().state, "done_late");
  assert.deepEqual(json(["check", ledger, "bulletin", issued.bulletin]), { same: true });
  assert.notEqual(run(["issue", ledger, "bulletin", "--period", "2026-10", ...today]).code, 0);
  assert.equal(run(["issue", ledger, "bulletin", "--period", "2026-13", ...today]).code, 2);

  // Which of its figures are those of imported sheets stands in it.
  const parts = json(["rank", ledger, "--period", "2026-10", ...today]).groups
    .flatMap(({ units }) => units).map((unit) => [unit.unit, unit.parts
      .filter((part) => part.source === "statistics").map(({ indicator }) => indicator)]);
  const { numbers } = json(["show", ledger, "bulletin", issued.bulletin]).facts
    .find(({ kind }) => kind === "bulletin.issued").frozen;
  assert.deepEqual(numbers.map((entry) => [entry.unit, entry.from_statistics]), parts);
  assert.ok(parts.some(([, words]) => words.length > 0));

  // What is recorded later does not change what was issued.
  const statistics = { kind: "statistics.recorded", on: "2026-11-20", unit: "D06",
    period: "2026-10", indicator: "answer_on_time", numerator: 0, denominator: 30 };
  json(["record", ledger, ...today], { input: JSON.stringify(statistics) });
  assert.deepEqual(json(["check", ledger, "bulletin", issued.bulletin]), { same: true });
  assert.equal(run(["check", ledger, "bulletin", "none"]).code, 2);
});

test("a figure out of statistics names the facts it stands on", (t) => {
  const ledger = county(t);
  json(["record", ledger, ...today], { input: JSON.stringify({ kind: "statistics.recorded",
    on: "2026-11-20", unit: "D06", period: "2026-10", indicator: "answer_on_time", numerator: 3,
    denominator: 30 }) });
  const figure = json(["rank", ledger, "--period", "2026-10", "--unit", "D06", "--indicator",
    "answer_on_time", ...today]);
  assert.equal(figure.source, "statistics");
  assert.equal(figure.because.length, 1);
});

test("where the rulebook asks for drafts a bulletin needs one and the time for objections", (t) => {
  const ledger = county(t);
  json(["record", ledger, ...today], { input: JSON.stringify({ kind: "rulebook.activated", on: "2026-01-05",
    settings: { bulletin_draft_required: true }, from: "2026-01-05", approver: "周明" }) });
  const fact = (kind, on) => JSON.stringify({ kind, on, bulletin: "B1", series: "monthly",
    period: "2026-10", units: [{ unit: "D06", mention: "mentioned" }] });
  const record = (input) => run(["record", ledger, "--json", ...today], input);
  const reasons = (input) => JSON.parse(record(input).out).refused.map(({ reason }) => reason).join();
  assert.match(reasons(fact("bulletin.issued", "2026-11-10")), /没有拟稿/u);
  assert.match(run(["issue", ledger, "bulletin", "--period", "2026-10", ...today]).err, /没有拟稿/u);
  assert.equal(reasons(fact("bulletin.drafted", "2026-11-02")), "");
  assert.match(reasons(fact("bulletin.issued", "2026-11-09")), /核对期至2026-11-09/u);
  assert.equal(reasons(fact("bulletin.issued", "2026-11-10")), "");
});

test("the days for objections to a special bulletin are kept whatever number it is issued under", (t) => {
  const ledger = county(t);
  const special = (on, key, topic, ...more) => run(["issue", ledger, "bulletin", "--period", "2026-10",
    "--series", "special", "--scope", "D06", "--key", key, "--topic", topic, "--on", on, ...more]);
  assert.match(special("2026-11-13", "拟1", "积案化解", "--draft").out, /核对期至2026-11-20/u);
  assert.match(special("2026-11-20", "专1", "积案化解").err, /核对期至2026-11-20/u);
  assert.equal(special("2026-11-20", "专2", "敏感时段保障").code, 0, "another topic is another bulletin");
  assert.equal(special("2026-11-21", "专1", "积案化解").code, 0);
});

test("check names what was corrected in an issued bulletin", (t) => {
  const ledger = county(t);
  const { bulletin } = json(["issue", ledger, "bulletin", "--period", "2026-10", ...today]);
  const shown = json(["show", ledger, "bulletin", bulletin, ...today]);
  const issued = shown.facts.find(({ kind }) => kind === "bulletin.issued");
  const units = issued.units.map((unit, i) => (i === 0 ? { ...unit, mention: "criticised" } : unit));
  const correction = { kind: "fact.corrected", on: "2026-11-23", fact: issued.id, with: { units },
    reason: "改点名" };
  json(["record", ledger, ...today], { input: JSON.stringify(correction) });
  const checked = json(["check", ledger, "bulletin", bulletin], { codes: [0, 1] });
  assert.equal(checked.same, false);
  assert.equal(checked.where, `units[${units[0].unit}].mention`);
});

test("what a reminder says leaves out who petitioned", (t) => {
  const ledger = county(t);
  const fact = { kind: "reminder.issued", on: "2026-11-20", reminder: "R1", unit: "D06", reason: "T3",
    channel: "sms", text: "请联系13800138000，身份证110101199003077758，按期反馈" };
  const recorded = json(["record", ledger, ...today], { input: JSON.stringify(fact) });
  assert.equal(recorded.added, 1);
  const text = JSON.stringify(json(["show", ledger, "reminder", "R1", ...today]));
  assert.doesNotMatch(text, /13800138000|110101199003077758/u);
  assert.match(text, /按期反馈/u);
});

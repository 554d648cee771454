// What a bulletin says beside its ranking: “四重”, categories, causes, and who stands out.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { json, run, workplace } from "./support/zelian.mjs";

const today = ["--on", "2026-11-23"];
const units = ["T01", "T02", "T03", "T04", "T05"];
const facts = units.map((unit) =>
  ({ kind: "unit.registered", on: "2026-01-04", unit, name: `${unit}镇`, type: "township" }));

/** A case that was never answered; flagged as a key issue. 60 days after receipt it is late. */
function late(number, unit, on, flags = ["issue"]) {
  facts.push({ kind: "case.registered", on, case: number, unit, purpose: "appeal",
    category: "城乡建设/物业服务" });
  facts.push({ kind: "case.flagged", on, case: number, fourfold: Object.fromEntries(flags.map((each) => [each, true])) });
  facts.push({ kind: "case.forwarded", on, case: number, unit });
  facts.push({ kind: "case.accepted", on, case: number });
}
late("A", "T01", "2026-08-10");
late("B", "T01", "2026-08-11", ["issue", "area"]);
late("C", "T01", "2026-08-12");
for (const unit of units.slice(1)) late(`${unit}-1`, unit, "2026-10-12");
late("D", "T02", "2026-09-14", ["person"]);
facts.push({ kind: "reminder.issued", on: "2026-10-20", reminder: "TX1", unit: "T01", case: "A",
  reason: "T3", channel: "letter" });

function county(t) {
  const ledger = join(workplace(t), "county.zelian");
  json(["init", ledger, "--name", "青山县", "--on", "2026-01-04"]);
  json(["record", ledger, ...today], { input: facts.map((fact) => JSON.stringify(fact)).join("\n") });
  return ledger;
}

const analyse = (ledger, ...more) => json(["analyse", ledger, "--period", "2026-10", ...today, ...more]);

test("figures are compared with the period before, and every one names its facts", (t) => {
  const found = analyse(county(t));
  assert.equal(found.before, "2026-09");
  assert.equal(found.over, true);
  const unit = (code) => found.units.find((each) => each.unit === code);
  assert.deepEqual([unit("T02").received.now, unit("T02").received.before], [1, 1]);
  assert.deepEqual([unit("T03").fourfold.issue.now, unit("T03").fourfold.issue.change], [1, 1]);
  assert.deepEqual([unit("T02").fourfold.person.now, unit("T02").fourfold.person.change], [0, -1]);
  assert.equal(unit("T03").categories[0].category, "城乡建设/物业服务");
  assert.equal(unit("T01").received.now, 0);
  assert.equal(unit("T01").late_fourfold.now, unit("T01").late.now);
  const figures = found.units.flatMap((each) =>
    [each.received, each.late, each.late_fourfold, ...Object.values(each.fourfold), ...each.categories]);
  for (const figure of [...figures, ...found.causes, found.county.received]) {
    assert.equal(figure.change, figure.now - figure.before);
    assert.equal(figure.because.length > 0, figure.now > 0);
    assert.equal(figure.because_before.length > 0, figure.before > 0);
    assert.equal(new Set(figure.because).size, figure.because.length);
  }
  const sum = found.units.reduce((total, each) => total + each.received.now, 0);
  assert.equal(found.county.received.now, sum);
});

test("causes are what was late and why was reminded; the unit far above the others stands out", (t) => {
  const found = analyse(county(t));
  const answer = found.causes.find((each) => each.cause === "answer");
  assert.equal(answer.kind, "duty");
  assert.equal(answer.label, "作出处理意见");
  assert.deepEqual(answer.clauses, ["条例34"]);
  assert.equal(answer.now, 3);
  const reminded = found.causes.find((each) => each.kind === "reminder");
  assert.deepEqual([reminded.cause, reminded.now, reminded.because.length], ["T3", 1, 1]);
  assert.deepEqual(found.units.filter((each) => each.stands_out).map((each) => each.unit), ["T01"]);
});

test("one unit, another setting, another day of knowledge, and words for people", (t) => {
  const ledger = county(t);
  assert.deepEqual(analyse(ledger, "--unit", "T03").units.map((each) => each.unit), ["T03"]);
  const settings = join(workplace(t), "settings.json");
  writeFileSync(settings, JSON.stringify({ answer_days: 90 }));
  const lenient = analyse(ledger, "--settings", settings);
  assert.equal(lenient.causes.find((each) => each.cause === "answer"), undefined);
  assert.deepEqual(analyse(ledger, "--known-on", "2020-01-01").units, []);
  const told = run(["analyse", ledger, "--period", "2026-10", ...today]);
  assert.match(told.out, /2026年10月综合分析/);
  assert.match(told.out, /T01镇\t“四重”事项逾期\d+次，高于5个承办单位平均数的2倍/);
  assert.match(run(["analyse", ledger, "--period", "2026-11", ...today]).out, /本期未结束/);
  assert.equal(run(["analyse", ledger, "--period", "2026-13"]).code, 2);
  assert.equal(run(["analyse", ledger, "--period", "2026-10", "--unit", "X"]).code, 2);
  assert.equal(run(["analyse", ledger, "--period", "2026-10", "--series", "annual"]).code, 2);
});

test("a ranking, too, can be asked by what was known and under other settings", (t) => {
  const ledger = county(t);
  const settings = join(workplace(t), "settings.json");
  writeFileSync(settings, JSON.stringify({ rank_min_items: 1 }));
  const ranked = (...more) => json(["rank", ledger, "--period", "2026-10", ...today, ...more])
    .groups.flatMap((group) => group.units).filter((unit) => unit.ranked).length;
  assert.ok(ranked("--settings", settings) > ranked());
  assert.equal(ranked("--known-on", "2020-01-01"), 0);
  assert.equal(run(["rank", ledger, "--period", "2026-10", "--known-on", "gestern"]).code, 2);
});

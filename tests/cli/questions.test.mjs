// The same pass asked other questions: by what was known, under other settings, if nothing happens.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { json, run, workplace } from "./support/zelian.mjs";

const today = ["--on", "2026-11-23"];

const facts = [
  { kind: "unit.registered", on: "2026-01-04", unit: "T01", name: "城关镇", type: "township" },
  { kind: "official.appointed", on: "2026-01-04", official: "主官", name: "王主官",
    rank: "unit_main", unit: "T01" },
  { kind: "case.registered", on: "2026-09-01", case: "A", unit: "T01", purpose: "appeal",
    title: "物业服务", petitioner: "张某" },
  { kind: "case.flagged", on: "2026-09-01", case: "A", key: true },
  { kind: "case.forwarded", on: "2026-09-02", case: "A", unit: "T01" },
  { kind: "case.accepted", on: "2026-10-08", case: "A" },
  { kind: "reminder.issued", on: "2026-11-02", reminder: "TX1", unit: "T01", case: "A",
    reason: "T5", channel: "sms" },
];

function county(t) {
  const ledger = join(workplace(t), "county.zelian");
  json(["init", ledger, "--name", "青山县", "--on", "2026-01-04"]);
  json(["record", ledger, ...today], { input: facts.map((fact) => JSON.stringify(fact)).join("\n") });
  return ledger;
}

test("what had not been recorded by a day is not known on it", (t) => {
  const ledger = county(t);
  const known = (day) =>
    json(["duties", ledger, ...today, "--known-on", day, "--case", "A"]);
  assert.throws(() => known("2020-01-01"), /没有事项/);
  assert.ok(known("2999-12-31").duties.length > 0);
  assert.equal(run(["duties", ledger, "--known-on", "gestern"]).code, 2);
});

test("with another setting another day is late, and nothing is recorded", (t) => {
  const ledger = county(t);
  const before = json(["verify", ledger]).head;
  const settings = join(workplace(t), "settings.json");
  const due = (args) =>
    json(["duties", ledger, ...today, "--rule", "answer", ...args]).duties[0].due_on;
  writeFileSync(settings, JSON.stringify({ answer_days: 30 }));
  assert.equal(due([]), "2026-12-07");
  assert.equal(due(["--settings", settings]), "2026-11-07");
  assert.equal(json(["verify", ledger]).head, before);
  writeFileSync(settings, JSON.stringify({ answer_days: "sixty" }));
  const refused = run(["duties", ledger, "--settings", settings]);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /answer_days.*应为整数/);
});

test("an exported rulebook answers what if, as json and as xlsx, in every command that asks", (t) => {
  const ledger = county(t);
  const file = (name) => join(workplace(t), name);
  const due = (...args) =>
    json(["duties", ledger, ...today, "--rule", "answer", ...args]).duties[0].due_on;
  for (const name of ["规则.json", "规则.xlsx"]) {
    const path = file(name);
    json(["rulebook", ledger, "--export", path, ...today]);
    for (const [command, ...args] of [["duties"], ["rank", "--period", "2026-10"], ["listed"],
      ["analyse", "--period", "2026-10"], ["forecast", "--until", "2026-12-10"], ["assess", "--year", "2026"]]) {
      const ask = [command, ledger, ...today, ...args];
      assert.deepEqual(json([...ask, "--settings", path]), json(ask), `${command} ${name}`);
    }
  }
  const path = file("假如.json");
  json(["rulebook", ledger, "--export", path, ...today]);
  const book = JSON.parse(readFileSync(path, "utf8"));
  const answer = book.settings.find((row) => row.key === "answer_days");
  answer.value = 30;
  writeFileSync(path, JSON.stringify(book));
  assert.equal(due("--settings", path), "2026-11-07");
  answer.value = 0;
  writeFileSync(path, JSON.stringify(book));
  const refused = run(["duties", ledger, ...today, "--settings", path]);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /settings 第\d+行 value “0”：设置“answer_days”0不在1至365之间/);
});

test("a forecast says what falls due, what will be late, and who is one step away", (t) => {
  const ledger = county(t);
  const forecast = json(["forecast", ledger, ...today, "--until", "2026-12-10"]);
  assert.ok(forecast.due.some((duty) => duty.rule === "answer" && duty.due_on === "2026-12-07"));
  assert.ok(forecast.late.some((duty) => duty.rule === "answer"));
  assert.ok(forecast.prompts.some((prompt) => prompt.rule === "overdue_item"));
  // One more reminder on a key case and it is to be listed.
  assert.ok(forecast.near.some((prompt) => prompt.rule === "two_reminders" && prompt.case === "A"));
  assert.equal(run(["forecast", ledger, ...today, "--until", "2026-11-22"]).code, 2);
});

test("a forecast from a past day knows nothing of what happened after it", (t) => {
  const ledger = county(t);
  const asked = ["forecast", ledger, "--on", "2026-11-20", "--until", "2026-12-10"];
  const owed = () => json(asked).due.filter((duty) => duty.rule === "answer").length;
  assert.equal(owed(), 1);
  json(["record", ledger, ...today], { input: JSON.stringify(
    { kind: "case.answered", on: "2026-11-22", case: "A", document: "1" }) });
  assert.equal(owed(), 1);
  assert.equal(json(["forecast", ledger, ...today, "--until", "2026-12-10"]).due
    .filter((duty) => duty.rule === "answer").length, 0);
});

test("a forecast from a past day goes by the rulebook of that day", (t) => {
  const ledger = county(t);
  json(["record", ledger, ...today], { input: JSON.stringify(
    { kind: "rulebook.activated", on: "2026-11-22", from: "2026-11-22", approver: "赵国华",
      settings: { bulletin_monthly_day: 5 } }) });
  const due = (...day) => json(["forecast", ledger, ...day, "--until", "2026-12-31"])
    .due.find((duty) => duty.rule === "bulletin").due_on;
  assert.equal(due("--on", "2026-11-20"), "2026-12-10");
  assert.equal(due(...today), "2026-12-05");
});

test("a prompt to remind brings a text message that names no petitioner", (t) => {
  const ledger = county(t);
  const prompts = json(["duties", ledger, "--on", "2026-12-20", "--rule", "overdue_item"]).prompts;
  assert.equal(prompts.length, 1);
  assert.equal(prompts[0].channel, "letter");  // a key case
  const text = prompts[0].sms.join("");
  assert.match(text, /青山县信访联席办.*城关镇/);
  assert.doesNotMatch(text, /张某|物业/);
  assert.ok(prompts[0].sms.every((part) => part.length <= 70));
});

test("every clause of the notice is mapped", () => {
  const { clauses } = json(["clauses"]);
  assert.equal(clauses.length, 36);
  assert.deepEqual(clauses.flatMap((clause) => clause.missing), []);
  assert.ok(clauses.find((clause) => clause.id === "2.7").rules.includes("weekly_report"));
});

function recorded(t, more) {
  const ledger = join(workplace(t), "near.zelian");
  json(["init", ledger, "--name", "青山县", "--on", "2026-01-04"]);
  const units = ["T01", "T02"].map((unit) =>
    ({ kind: "unit.registered", on: "2026-01-04", unit, name: `${unit}镇`, type: "township", group: "township" }));
  const input = [...units, ...more].map((fact) => JSON.stringify(fact)).join("\n");
  json(["record", ledger, ...today], { input });
  return ledger;
}

function monthly(month, rank) {
  const period = `2026-${String(month).padStart(2, "0")}`;
  const on = `2026-${String(month + 1).padStart(2, "0")}-10`;
  return { kind: "bulletin.issued", on, bulletin: `通${month}`, series: "monthly", period,
    units: [{ unit: "T01", score: rank > 5 ? 60 : 90, rank, of: 8 }] };
}

const near = (ledger) => json(["forecast", ledger, ...today, "--until", "2026-12-09"]).near;
const streaks = (ledger) => near(ledger)
  .filter((prompt) => prompt.rule.endsWith("_streak"))
  .map((prompt) => [prompt.rule, prompt.measure, prompt.unit, prompt.action]);

test("last once and better since is no step from a measure; last in the latest bulletin is", (t) => {
  const past = [monthly(7, 8), monthly(8, 1), monthly(9, 1)];
  assert.deepEqual(streaks(recorded(t, past)), []);
  assert.deepEqual(streaks(recorded(t, [...past, monthly(10, 8)])),
    [["bottom_streak", "通10", "T01", "remind"]]);
});

test("after a reminder the next bulletin may bring the talk", (t) => {
  const reminder = { kind: "reminder.issued", on: "2026-11-12", reminder: "提1", unit: "T01",
    reason: "T7", channel: "letter", measure: "通10" };
  assert.deepEqual(streaks(recorded(t, [monthly(9, 8), monthly(10, 8), reminder])),
    [["bottom_streak", "通10", "T01", "talk"]]);
});

test("criticised once and then not, though meant, is no step from a measure", (t) => {
  const special = (number, on, mention) => ({ kind: "bulletin.issued", on, bulletin: number,
    series: "special", scope: ["T01", "T02"],
    units: [{ unit: "T01", mention }, { unit: "T02", mention: "criticised" }] });
  const once = [special("专1", "2026-09-10", "criticised")];
  assert.deepEqual(streaks(recorded(t, once)).map((each) => each[2]), ["T01", "T02"]);
  assert.deepEqual(streaks(recorded(t, [...once, special("专2", "2026-10-12", "praised")])), []);
});

test("whose rectification was sent back once is one step from another talk", (t) => {
  const about = (kind, on, fields) => ({ kind: `talk.${kind}`, on, talk: "谈1", ...fields });
  const judged = (on, result) => [about("rectified", on, { unit: "T01" }),
    about("rectification_judged", on, { unit: "T01", result })];
  const begun = [
    { kind: "official.appointed", on: "2026-01-04", official: "镇长", name: "李建国", rank: "unit_main", unit: "T01" },
    about("opened", "2026-10-08", { ground: "late_report", units: ["T01", "T02"] }),
    about("group_formed", "2026-10-09", { leader: "副县长" }),
    about("targets_set", "2026-10-09", { targets: [{ official: "镇长", unit: "T01" }] }),
    about("notified", "2026-10-10", {}),
    about("held", "2026-10-12", {}),
    about("signed", "2026-10-13", { side: "office" }),
    about("signed", "2026-10-13", { side: "target" }),
    ...judged("2026-10-26", "not_fixed"),
  ];
  const talks = (facts) => near(recorded(t, facts))
    .filter((prompt) => prompt.rule === "talk_ground")
    .map((prompt) => [prompt.measure, prompt.unit, prompt.action, prompt.ground, prompt.clauses, prompt.because.length]);
  assert.deepEqual(talks(begun), [["谈1", "T01", "talk", "rectification_failed", ["6.1", "6.2"], 1]]);
  assert.deepEqual(talks([...begun, ...judged("2026-11-02", "fixed")]), []);
  assert.deepEqual(talks([...begun, ...judged("2026-11-02", "not_fixed")]), []);  // there already
});

test("a reminder that was judged fixed is no step from listing", (t) => {
  const ledger = county(t);
  const fixed = [
    { kind: "reminder.answered", on: "2026-11-05", reminder: "TX1", text: "已整改" },
    { kind: "reminder.judged", on: "2026-11-06", reminder: "TX1", result: "fixed" },
  ];
  json(["record", ledger, ...today], { input: fixed.map((fact) => JSON.stringify(fact)).join("\n") });
  assert.deepEqual(near(ledger).filter((prompt) => prompt.rule === "two_reminders"), []);
});

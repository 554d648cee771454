// The rulebook as a file, and the annual assessment, as the office uses them.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { json, run, workplace } from "./support/zelian.mjs";

const today = ["--on", "2026-11-23"];

function county(t) {
  const folder = workplace(t);
  const ledger = join(folder, "county.zelian");
  json(["init", ledger, "--name", "青山县", "--on", "2025-01-02"]);
  const facts = [
    { kind: "unit.registered", on: "2025-01-02", unit: "T01", name: "城关镇", type: "township", group: "township" },
    { kind: "case.registered", on: "2026-11-02", case: "A", unit: "T01", purpose: "appeal", received_on: "2026-11-02" },
    { kind: "reminder.issued", on: "2025-03-03", reminder: "TX-1", unit: "T01", reason: "T2", channel: "letter" },
  ];
  json(["record", ledger, ...today], { input: facts.map((fact) => JSON.stringify(fact)).join("\n") });
  return { ledger, file: (name) => join(folder, name) };
}

function change(path, edit) {
  const book = JSON.parse(readFileSync(path, "utf8"));
  edit(book);
  writeFileSync(path, JSON.stringify(book));
}

const setting = (book, key) => book.settings.find((row) => row.key === key);

test("what is exported passes the check and changes nothing, as json and as xlsx", (t) => {
  const { ledger, file } = county(t);
  for (const name of ["规则.json", "规则.xlsx"]) {
    json(["rulebook", ledger, "--export", file(name), ...today]);
    const checked = json(["rulebook", ledger, "--check", file(name), ...today]);
    assert.deepEqual([checked.ok, checked.issues, checked.changes], [true, [], []]);
    assert.equal(checked.examples, 3);
  }
});

test("another term shows whose duties it would change before it is approved", (t) => {
  const { ledger, file } = county(t);
  json(["rulebook", ledger, "--export", file("a.json"), ...today]);
  change(file("a.json"), (book) => { setting(book, "forward_days").value = 25; });
  const checked = json(["rulebook", ledger, "--check", file("a.json"), ...today]);
  const moved = checked.if_always.duties.changed.filter((duty) => duty.rule === "forward");
  assert.deepEqual(moved.map((duty) => [duty.case, duty.before.state, duty.after.state]),
    [["A", "overdue", "open"]]);
  assert.match(checked.if_always.compared, /如一直按此/);
  assert.deepEqual(checked.effect.duties.changed, [], "a duty goes by the day it was opened");
});

test("the preview of an activation is what the ledger then shows", (t) => {
  const { ledger, file } = county(t);
  const day = ["--on", "2026-12-01"];
  const received = { kind: "case.registered", on: "2026-12-01", case: "B", unit: "T01",
    purpose: "appeal", received_on: "2026-12-01" };
  json(["record", ledger, ...day], { input: JSON.stringify(received) });
  json(["rulebook", ledger, "--export", file("a.json"), ...day]);
  change(file("a.json"), (book) => { setting(book, "forward_days").value = 25; });
  const forwards = () => json(["duties", ledger, "--rule", "forward", ...day]).duties;
  const before = forwards();
  const { effect } = json(["rulebook", ledger, "--check", file("a.json"), ...day]);
  json(["rulebook", ledger, "--activate", file("a.json"), "--from", "2026-12-01",
    "--approver", "赵国华", ...day]);
  const moved = forwards().filter((duty, at) => duty.due_on !== before[at].due_on);
  assert.deepEqual(moved.map((duty) => [duty.case, duty.due_on]), [["B", "2026-12-26"]]);
  assert.deepEqual(effect.duties.changed.map((duty) => [duty.case, duty.after.due_on]),
    [["B", "2026-12-26"]]);
});

test("a preview says what it compares and on which day", (t) => {
  const { ledger, file } = county(t);
  json(["rulebook", ledger, "--export", file("a.json"), ...today]);
  change(file("a.json"), (book) => { setting(book, "forward_days").value = 25; });
  const check = ["rulebook", ledger, "--check", file("a.json"), "--from", "2027-01-01", ...today];
  assert.equal(json(check).effect.on, "2027-01-01", "the first day on which it holds");
  const { out } = run(check);
  assert.match(out, /按计划自2027-01-01起启用.*看2027-01-01（到该日为止假定没有新的事实）.*\n没有不同/);
  assert.match(out, /如一直按此：.*看2026-11-23；不是启用后的结果\n/);
});

test("from a day in the past, what was done already and would be judged anew is listed", (t) => {
  const { ledger, file } = county(t);
  const forwarded = { kind: "case.forwarded", on: "2026-11-09", case: "A", unit: "T01" };
  json(["record", ledger, ...today], { input: JSON.stringify(forwarded) });
  json(["rulebook", ledger, "--export", file("a.json"), ...today]);
  change(file("a.json"), (book) => { setting(book, "forward_days").value = 2; });
  const check = (...from) => run(["rulebook", ledger, "--check", file("a.json"), ...from, ...today]);
  const planned = (said) => said.out.slice(0, said.out.indexOf("如一直按此"));
  assert.match(planned(check("--from", "2026-01-01")),
    /已办结的改判\t转送、交办\t.*\tA\t2026-11-09办结，已办 → 迟办/);
  assert.doesNotMatch(planned(check()), /改判/);
});

test("a wrong cell is named and nothing is put in force", (t) => {
  const { ledger, file } = county(t);
  json(["rulebook", ledger, "--export", file("a.json"), ...today]);
  change(file("a.json"), (book) => { setting(book, "forward_days").value = 0; });
  const args = ["rulebook", ledger, "--activate", file("a.json"), "--from", "2026-12-01",
    "--approver", "赵国华", ...today];
  const refused = json(args, { codes: [1] });
  assert.equal(refused.added, 0);
  assert.equal(refused.issues[0].column, "value");
  assert.equal(refused.issues[0].text, "0");
});

test("an approved file holds from its day, and a second value for that day is refused", (t) => {
  const { ledger, file } = county(t);
  json(["rulebook", ledger, "--export", file("a.json"), ...today]);
  change(file("a.json"), (book) => { setting(book, "forward_days").value = 10; });
  const activate = ["rulebook", ledger, "--activate", file("a.json"), "--from", "2026-12-01"];
  assert.equal(run([...activate, ...today]).code, 2);
  assert.equal(json([...activate, "--approver", "赵国华", ...today]).added, 1);
  const again = JSON.stringify({ kind: "rulebook.activated", on: "2026-11-23", from: "2026-12-01",
    approver: "赵国华", settings: { forward_days: 12 } });
  const refused = json(["record", ledger, ...today], { input: again, codes: [1] });
  assert.match(refused.refused[0].reason, /forward_days.*2026-12-01.*已有/);
});

test("the assessment opens its points and is issued once the year is over", (t) => {
  const { ledger } = county(t);
  const assessed = json(["assess", ledger, "--year", "2025", "--unit", "T01", ...today]);
  const [unit] = assessed.units;
  const sum = unit.items.reduce((total, item) => total + Math.round(item.points * 100), 0);
  assert.equal(sum, Math.round(unit.score * 100));
  assert.equal(unit.items.find((item) => item.key === "reminded").parts[0].facts.length, 1);
  assert.equal(assessed.example, true);
  assert.equal(json(["assess", ledger, "--year", "2025", "--issue", ...today]).units, 1);
  assert.equal(run(["assess", ledger, "--year", "2026", "--issue", ...today]).code, 1);
  assert.equal(run(["assess", ledger, "--year", "2025-06", ...today]).code, 2);
});

// Each command: what it prints, its exit codes, its help.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { json, program, run, workplace } from "./support/zelian.mjs";

const today = ["--on", "2026-11-23"];

function county(t) {
  const ledger = join(workplace(t), "county.zelian");
  json(["init", ledger, "--name", "青山县", ...today]);
  return ledger;
}

const unit = '{"kind":"unit.registered","on":"2026-01-04","unit":"T01","name":"城关镇"}';
const registered =
  '{"kind":"case.registered","on":"2026-09-01","case":"A","unit":"T01","purpose":"appeal"}';

test("help of every command shows an example", () => {
  for (const command of [
    "init", "import", "record", "duties", "forecast", "rank", "issue", "check", "show", "calendar",
    "verify", "clauses",
    "scenario", "demo",
  ]) {
    const ended = run([command, "--help"]);
    assert.equal(ended.code, 0);
    assert.match(ended.out, new RegExp(`例：.*zelian ${command}`));
  }
});

test("wrong usage ends with 2 and says what is wrong", (t) => {
  const wrong = (args, words) => {
    const ended = run(args);
    assert.equal(ended.code, 2);
    assert.match(ended.err, words);
  };
  wrong([], /^请给出命令\n用法见 zelian --help\n$/);
  wrong(["duties"], /^缺少参数：ledger\n/);
  wrong(["dutys", "x"], /^不认识的命令：dutys\n/);
  wrong(["duties", "x", "y"], /^不认识的命令或参数：y\n/);
  wrong(["demo", "x", "--cases", "many"], /^参数有误：--cases，应在0至5000000之间\n/);
  wrong(["duties", "x", "--state", "late"], /^参数有误：--state: late，应为\{open,.*之一\n/);
  assert.equal(run(["duties", county(t), "--on", "2026-02-30"]).code, 2);
  assert.equal(run(["duties", county(t), "--unit", "X"]).code, 2);
});

test("output that cannot be written is no success", (t) => {
  const ledger = county(t);
  const full = openSync("/dev/full", "w");
  const ended = spawnSync(program, ["verify", ledger], { stdio: ["ignore", full, "pipe"] });
  assert.equal(ended.status, 1);
  assert.match(String(ended.stderr), /结果没有写完/);
});

test("init never overwrites a ledger", (t) => {
  const ledger = county(t);
  const before = readFileSync(ledger);
  assert.notEqual(run(["init", ledger, "--name", "别的县"]).code, 0);
  assert.deepEqual(readFileSync(ledger), before);
});

test("a missing ledger is not created by asking", (t) => {
  const ledger = join(workplace(t), "none.zelian");
  assert.equal(run(["duties", ledger]).code, 2);
  assert.equal(existsSync(ledger), false);
});

test("record takes a batch as a whole or not at all, and names the line", (t) => {
  const ledger = county(t);
  const bad = '{"kind":"case.accepted","on":"2026-09-05","case":"B"}';
  const refused = json(["record", ledger, ...today], {
    input: [unit, "", registered, bad].join("\n"),
    codes: [1],
  });
  assert.equal(refused.added, 0);
  assert.deepEqual(refused.refused.map((line) => line.line), [4]);
  assert.match(refused.refused[0].reason, /事项“B”未登记/);

  const taken = json(["record", ledger, ...today], { input: `${unit}\n${registered}\n` });
  assert.deepEqual([taken.added, taken.refused], [2, []]);
  const shown = json(["show", ledger, "case", "A", ...today]);
  assert.equal(shown.unit, "T01");
  assert.ok(shown.duties.some((duty) => duty.rule === "forward" && duty.state === "overdue"));
  assert.deepEqual(json(["show", ledger, "case", "　Ａ", ...today]), shown, "however it is typed");
  assert.deepEqual(json(["duties", ledger, "--case", "Ａ", ...today]).duties, shown.duties);
  assert.equal(run(["duties", ledger, "--unit", " T01", ...today]).code, 0);
});

test("a case is shown with the unit that has it on the day", (t) => {
  const ledger = county(t);
  const passedOn = [
    { kind: "unit.registered", on: "2026-01-04", unit: "T02", name: "东河镇" },
    { kind: "case.forwarded", on: "2026-09-02", case: "A", unit: "T01" },
    { kind: "case.objected", on: "2026-09-04", case: "A", unit: "T01", reason: "不属本单位" },
    { kind: "case.forwarded", on: "2026-09-07", case: "A", unit: "T02" },
  ].map((fact) => JSON.stringify(fact));
  json(["record", ledger, ...today], { input: [unit, registered, ...passedOn].join("\n") });
  const holders = (on) => {
    const day = ["--on", on];
    const cases = ["T01", "T02"].map((code) => json(["show", ledger, "unit", code, ...day]).cases);
    return [json(["show", ledger, "case", "A", ...day]).unit, ...cases];
  };
  assert.deepEqual(holders("2026-09-06"), ["T01", 1, 0]);
  assert.deepEqual(holders("2026-09-07"), ["T02", 0, 1]);
});

test("record names every bad line at once, also when some cannot be read", (t) => {
  const ledger = county(t);
  const refused = json(["record", ledger, ...today], {
    input: [unit, "{", '{"kind":"case.accepted","on":"2026-09-05","case":"B"}'].join("\n"),
    codes: [1],
  });
  assert.deepEqual(refused.refused.map((line) => line.line), [2, 3]);
  assert.equal(json(["verify", ledger]).facts, 1);
});

test("a text message that names the petitioner is refused", (t) => {
  const ledger = county(t);
  const told = { ...JSON.parse(registered), petitioner: "谭大明" };
  const reminder = (text) => ({ kind: "reminder.issued", on: "2026-09-08", reminder: "提1", unit: "T01",
    case: "A", reason: "T5", channel: "sms", text });
  json(["record", ledger, ...today], { input: `${unit}\n${JSON.stringify(told)}` });
  for (const text of ["谭大明来访，请整改", "谭大明一事请整改", "谭大明一案请整改"]) {
    const { refused } = json(["record", ledger, ...today], { input: JSON.stringify(reminder(text)), codes: [1] });
    assert.match(refused[0].reason, /短信内容不得含信访人/);
  }
  json(["record", ledger, ...today], { input: JSON.stringify(reminder("该事项请整改")) });
});

test("record masks as an import does, and keeps the content of accusations out", (t) => {
  const ledger = county(t);
  const told = { kind: "case.registered", on: "2026-09-01", case: "A", unit: "T01", purpose: "appeal",
                 petitioner: "张三丰", summary: "信访人张三丰，电话13812345678，反映欠薪" };
  const taken = json(["record", ledger, ...today], { input: `${unit}\n${JSON.stringify(told)}\n` });
  assert.equal(taken.scrubbed.phone, 1);
  const [fact] = json(["show", ledger, "case", "A", ...today]).facts;
  const renamed = { kind: "fact.corrected", on: "2026-09-02", fact: fact.id, reason: "笔误",
                    with: { petitioner: "张三丰", summary: "来电13812345678" } };
  json(["record", ledger, ...today], { input: JSON.stringify(renamed) });
  const bytes = readFileSync(ledger);
  for (const secret of ["张三丰", "13812345678"]) assert.equal(bytes.includes(secret), false, secret);
  assert.equal(json(["show", ledger, "case", "A", ...today]).petitioner, "张某");

  const accusation = { ...told, case: "C", purpose: "accusation", petitioner: undefined };
  const refused = json(["record", ledger, ...today], { input: JSON.stringify(accusation), codes: [1] });
  assert.match(refused.refused[0].reason, /概况（summary）不予登记/);
});

test("what was written about a case that turns out to be an accusation is shown no more", (t) => {
  const ledger = county(t);
  const told = { kind: "case.registered", on: "2026-09-01", case: "A", unit: "T01", purpose: "appeal", summary: "反映贪污" };
  const reminder = { kind: "reminder.issued", on: "2026-09-02", reminder: "TX1", unit: "T01", case: "A", reason: "T5",
                     channel: "letter", text: "请就贪污一事抓紧办理" };
  json(["record", ledger, ...today], { input: [unit, JSON.stringify(told), JSON.stringify(reminder)].join("\n") });
  const [fact] = json(["show", ledger, "case", "A", ...today]).facts;
  const turned = { kind: "fact.corrected", on: "2026-09-03", fact: fact.id, reason: "实为举报贪污", with: { purpose: "accusation" } };
  json(["record", ledger, ...today], { input: JSON.stringify(turned) });
  for (const [kind, key] of [["case", "A"], ["reminder", "TX1"]]) {
    const shown = json(["show", ledger, kind, key, ...today]);
    assert.equal(JSON.stringify(shown).includes("贪污"), false, kind);
    assert.equal(shown.facts.length, kind === "case" ? 3 : 1);  // The reminder is of the case's history.
  }
});

test("a kind of fact from a later version is kept and shown with its case", (t) => {
  const ledger = county(t);
  const later = '{"kind":"case.future_step","on":"2026-09-09","case":"A"}';
  json(["record", ledger, ...today], { input: [unit, registered, later].join("\n") });
  const kinds = json(["show", ledger, "case", "A", ...today]).facts.map((fact) => fact.kind);
  assert.deepEqual(kinds, ["case.registered", "case.future_step"]);
});

test("duties can be asked for any day", (t) => {
  const ledger = county(t);
  json(["record", ledger, ...today], { input: `${unit}\n${registered}\n` });
  const on = (day) => json(["duties", ledger, "--on", day, "--rule", "forward"]).duties;
  assert.deepEqual(on("2026-08-31"), []);
  assert.equal(on("2026-09-16")[0].state, "open");
  assert.equal(on("2026-09-17")[0].state, "overdue");
  assert.equal(on("2026-09-17")[0].due_on, "2026-09-16");
});

test("calendar proves a deadline day by day and marks a year without a calendar", () => {
  const proof = json(["calendar", "--from", "2026-09-30", "--days", "15", "--working"]);
  assert.equal(proof.due, "2026-10-27");
  assert.equal(proof.days.filter((day) => day.counted).length, 15);
  const crossing = json(["calendar", "--from", "2026-12-18", "--days", "15", "--working"]);
  assert.equal(crossing.due, "2027-01-11");
  assert.equal(crossing.provisional, true);
  const said = (year) => run(["calendar", "--year", year]).out;
  assert.match(said("2027"), /2027年没有放假安排可依，暂按法定节日和双休日/);
  for (const year of ["2003", "2028"])
    assert.equal(said(year), `${year}年尚无日历，只知双休日，法定节日没有计入\n`);
  assert.equal(run(["calendar"]).code, 2);
  const both = run(["calendar", "--from", "2026-12-18", "--days", "15", "--year", "2026"]);
  assert.equal(both.code, 2);
  assert.match(both.err, /--from与--year不能同用|--year与--from不能同用/);
  assert.doesNotMatch(both.err, /excludes/);
});

test("verify finds a changed byte and a cut tail", (t) => {
  const ledger = county(t);
  const first = json(["verify", ledger]);
  const shorter = `${ledger}.shorter`;
  copyFileSync(ledger, shorter);
  json(["record", ledger, ...today], { input: `${unit}\n` });
  const now = json(["verify", ledger, "--head", first.head]);
  assert.equal(now.ok, true, "a ledger that only grew still has the head it had");
  assert.match(now.head_at, /-1$/);
  const typed = now.head.toLowerCase().replaceAll("-", "");
  assert.equal(json(["verify", ledger, "--head", typed]).ok, true);
  const cut = run(["verify", shorter, "--head", now.head, "--json"]);
  assert.equal(cut.code, 3);
  assert.equal(JSON.parse(cut.out).ok, false);
  for (const slip of ["K3Q9", "U3Q9-7MZ2-41XA", "不是末端码"]) {
    const { code, err } = run(["verify", ledger, "--head", slip]);
    assert.equal(code, 2, "a slip says nothing about the ledger");
    assert.match(err, /末端码应形如/);
  }
});

test("verify tells in JSON what is wrong with a ledger that cannot be opened", (t) => {
  const ledger = county(t);
  json(["record", ledger, ...today], { input: `${unit}\n` });
  const bytes = readFileSync(ledger);
  const at = bytes.indexOf('"unit.registered"');
  assert.ok(at > 0);
  bytes[at] = "[".charCodeAt(0);
  writeFileSync(ledger, bytes);
  assert.equal(run(["duties", ledger, ...today]).code, 3);
  const found = run(["verify", ledger, "--json"]);
  assert.equal(found.code, 3);
  assert.equal(JSON.parse(found.out).ok, false);
});

test("a quotation mark in one fact hides none of the others", (t) => {
  const ledger = county(t);
  const facts = [JSON.parse(unit), ...["A", "B"].map((number) => ({
    kind: "case.registered", on: "2026-11-02", case: number, title: `5"水管${number}`,
    unit: JSON.parse(unit).unit, purpose: "appeal", received_on: "2026-11-02" }))];
  const lines = (list) => list.map((fact) => JSON.stringify(fact)).join("\n");
  assert.equal(json(["record", ledger, ...today], { input: lines(facts) }).added, 3);
  const shown = json(["show", ledger, "case", "B", ...today]);
  assert.equal(shown.facts.length, 1);
  const correction = { kind: "fact.corrected", on: "2026-11-03", fact: shown.facts[0].id,
                       with: { title: "水管" }, reason: "笔误" };
  assert.equal(json(["record", ledger, ...today], { input: lines([correction]) }).added, 1);
  assert.equal(json(["show", ledger, "case", "B", ...today]).title, "水管");
});

test("demo gives the same county for the same seed, marked as a demonstration", (t) => {
  const folder = workplace(t);
  const make = (name, seed) => {
    const ledger = join(folder, name);
    const counts = json(["demo", ledger, "--cases", "50", "--seed", seed, ...today]);
    assert.equal(counts.cases, 50);
    return json(["duties", ledger, ...today]).duties.map((duty) => [duty.case, duty.due_on]);
  };
  assert.deepEqual(make("a.zelian", "7"), make("b.zelian", "7"));
  assert.notDeepEqual(make("c.zelian", "8"), make("d.zelian", "7"));
  const words = (name) => run(["duties", join(folder, name), ...today]);
  assert.match(words("a.zelian").err, /^演示台账/);
  json(["init", join(folder, "real.zelian"), "--name", "青山县", ...today]);
  assert.equal(words("real.zelian").err, "");
});

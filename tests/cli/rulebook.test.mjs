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

test("a workbook calls units of groups by their names, and means the same", (t) => {
  const { ledger, file } = county(t);
  const more = [
    { kind: "unit.registered", on: "2025-01-02", unit: "T03", name: "西山镇", type: "township", group: "township" },
    { kind: "unit.registered", on: "2025-01-02", unit: "T04", name: "东河、南河镇", type: "township", group: "township" },
    { kind: "unit.retired", on: "2025-02-05", unit: "T03", successor: "T04" },
    { kind: "unit.registered", on: "2025-02-05", unit: "T02", name: "西山镇", type: "township", group: "township" },
    { kind: "rulebook.activated", on: "2025-02-06", from: "2025-02-06", approver: "赵国华",
      settings: { rank_groups: { 甲组: ["T01", "T02", "T03", "T04"], 乙组: ["department"] } } },
  ];
  json(["record", ledger, ...today], { input: more.map((fact) => JSON.stringify(fact)).join("\n") });
  json(["rulebook", ledger, "--export", file("a.xlsx"), ...today]);
  const checked = json(["rulebook", ledger, "--check", file("a.xlsx"), ...today]);
  assert.deepEqual([checked.ok, checked.issues, checked.changes], [true, [], []]);
  json(["rulebook", ledger, "--export", file("a.json"), ...today]);
  assert.deepEqual(JSON.parse(readFileSync(file("a.json"), "utf8")).settings
    .find((row) => row.entry === "甲组").value, ["T01", "T02", "T03", "T04"]);
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

test("a preview tells a talk in the place of a reminder, and no reminder anew for another day", (t) => {
  const { ledger, file } = county(t);
  const units = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ kind: "unit.registered", on: "2025-01-04",
    unit: `U${n}`, name: `第${n}镇`, type: "township" }));
  const bulletin = (period, on) => ({ kind: "bulletin.issued", on, bulletin: period, period,
    series: "monthly", units: [{ unit: "U1", score: 60, rank: 8, of: 8 }] });
  const issued = [["2025-06", "2025-07-10"], ["2025-07", "2025-08-10"], ["2026-08", "2026-09-10"]]
    .map(([period, on]) => bulletin(period, on));
  const late = [{ kind: "case.registered", on: "2026-08-01", case: "L", unit: "U1", purpose: "appeal" },
    { kind: "case.forwarded", on: "2026-08-03", case: "L", unit: "U1" },
    { kind: "case.accepted", on: "2026-08-10", case: "L" }];
  json(["record", ledger, ...today], {
    input: [...units, ...issued, ...late].map((fact) => JSON.stringify(fact)).join("\n") });
  const [prompt] = json(["duties", ledger, "--rule", "overdue_item", "--case", "L", ...today]).prompts;
  assert.equal(prompt.id, "overdue_item/L/answer/1");
  json(["rulebook", ledger, "--export", file("a.json"), ...today]);
  change(file("a.json"), (book) => {
    setting(book, "streak_repeat_months").value = 36;
    setting(book, "answer_days").value = 45;
  });
  const { effect } = json(["rulebook", ledger, "--check", file("a.json"), "--from", "2025-01-05",
    ...today]);
  const told = (list) => list.filter((each) => each.rule !== "lead_level")
    .map((each) => [each.rule, each.action]);
  assert.deepEqual(told(effect.prompts.new), [["bottom_streak", "talk"]]);
  assert.deepEqual(told(effect.prompts.gone), [["bottom_streak", "remind"]]);
});

test("a clerk's words do: names of units and papers; what will not do is said in words", (t) => {
  const { ledger, file } = county(t);
  json(["rulebook", ledger, "--export", file("a.json"), ...today]);
  const check = () => run(["rulebook", ledger, "--check", file("a.json"), ...today]);
  change(file("a.json"), (book) => {
    book.settings.push({ key: "rank_groups", entry: "甲组", value: ["城关镇"] },
      { key: "issuer", entry: "提醒函", value: "青山县信访局" });
  });
  const { out, err } = check();
  assert.equal(err, "");
  assert.match(out, /甲组\t → T01/);
  assert.match(out, /reminder\t → 青山县信访局|reminder.*青山县信访局/);
  change(file("a.json"), (book) => {
    setting(book, "count_sms").value = "不是";
    setting(book, "small_group_policy").value = "字面";
    setting(book, "issuer").entry = "无此文书";
  });
  const said = check().err;
  assert.match(said, /应为是或否/);
  assert.match(said, /“字面”不在可选值内，可用的是proportional、literal、merge/);
});

test("other weights and points show who would rank and score otherwise before they are approved", (t) => {
  const { ledger, file } = county(t);
  const facts = [
    { kind: "unit.registered", on: "2025-01-02", unit: "T02", name: "西山镇", type: "township", group: "township" },
    { kind: "reminder.issued", on: "2026-03-03", reminder: "TX-2", unit: "T01", reason: "T2", channel: "letter" },
    ...["T01", "T02"].map((unit) => ({ kind: "statistics.recorded", on: "2026-11-02", unit, period: "2026-10",
      indicator: "answer_on_time", numerator: unit === "T01" ? 8 : 10, denominator: 10 })),
    ...["T01", "T02"].map((unit) => ({ kind: "statistics.recorded", on: "2026-11-02", unit, period: "2026-10",
      indicator: "satisfied", numerator: unit === "T01" ? 10 : 8, denominator: 10 })),
  ];
  json(["record", ledger, ...today], { input: facts.map((fact) => JSON.stringify(fact)).join("\n") });
  json(["rulebook", ledger, "--export", file("a.json"), ...today]);
  change(file("a.json"), (book) => {
    book.weights.find((row) => row.indicator === "answer_on_time").weight = 5;
    book.weights.find((row) => row.indicator === "satisfied").weight += 20;
    book.points.find((row) => row.key === "reminded").points = 2;
  });
  const check = ["rulebook", ledger, "--check", file("a.json"), "--from", "2026-10-01", ...today];
  const { effect } = json(check);
  assert.equal(effect.ranks.period, "2026-10");
  assert.deepEqual(effect.ranks.units.map(({ unit, before, after }) => [unit, before.rank, after.rank]),
    [["T01", 2, 1], ["T02", 1, 2]]);
  assert.deepEqual(effect.scores, { year: 2026, units: [{ unit: "T01", before: 99, after: 97.5 }] });
  const { out } = run(check);
  assert.match(out, /排名\t2026年10月\t另有2个单位名次或得分改变/);
  assert.match(out, /年度考核\t2026年\t城关镇\t99.00分 → 97.50分/);
});

test("a failed example is told in words", (t) => {
  const { ledger, file } = county(t);
  json(["rulebook", ledger, "--export", file("a.json"), ...today]);
  change(file("a.json"), (book) => {
    book.examples[0].name = "我县的";
    book.examples[0].expect[0].duties[0].due_on = "2026-01-01";
  });
  const said = run(["rulebook", ledger, "--check", file("a.json"), ...today]).err;
  for (const words of [/示例与规则不符：应有 .*任务：/, /规则=/, /到期日=2026-01-01/])
    assert.match(said, words);
  assert.doesNotMatch(said, /[{"]/);
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

test("weights and points that the county has not set are called examples", (t) => {
  const { ledger } = county(t);
  const own = join(workplace(t), "own.json");
  const rank = ["rank", ledger, "--period", "2026-10", ...today];
  const assess = ["assess", ledger, "--year", "2025", ...today];
  assert.match(run(rank).out, /权重为示例/);
  assert.match(run(assess).out, /计分表为示例/);
  const item = { name: "周报漏报", clause: "2.7", formula: "undone:weekly_report", direction: "deduct", points: 1 };
  writeFileSync(own, JSON.stringify({ rank_weights: { accept_on_time: 40, answer_on_time: 60 },
                                      point_sheet: { report_missed: item } }));
  assert.equal(json([...rank, "--settings", own]).example, false);
  assert.doesNotMatch(run([...rank, "--settings", own]).out, /示例/);
  assert.equal(json([...assess, "--settings", own]).example, true);  // The other items still are.
  assert.match(run([...assess, "--settings", own]).out, /计分表部分为示例/);
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

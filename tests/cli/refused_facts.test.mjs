// For every kind of fact: one that names an unknown unit, lies before its cause or after today, or
// breaks its order of steps is refused in Chinese, and the batch it came in is untouched.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { json, run, workplace } from "./support/zelian.mjs";

const today = ["--on", "2026-11-23"];
const base = [
  { kind: "unit.registered", on: "2026-01-05", unit: "T01", name: "城关镇", type: "township" },
  { kind: "unit.registered", on: "2026-01-05", unit: "T02", name: "东河镇", type: "township" },
  { kind: "official.appointed", on: "2026-01-05", official: "县长", name: "王明", rank: "county_main" },
  { kind: "official.appointed", on: "2026-01-05", official: "镇长", name: "李华", rank: "unit_main", unit: "T01" },
  { kind: "case.registered", on: "2026-03-02", case: "A", unit: "T01", purpose: "appeal" },
];
const A = { case: "A" };
const accepted = { kind: "case.accepted", on: "2026-03-10", ...A };
const answered = { kind: "case.answered", on: "2026-04-01", ...A };
const reviewed = [answered, { kind: "case.review_requested", on: "2026-04-08", ...A }];
const decided = [...reviewed, { kind: "case.review_decided", on: "2026-04-20", ...A }];
const finals = [...decided, { kind: "case.final_requested", on: "2026-05-06", ...A }];
const lead = { kind: "lead.assigned", on: "2026-03-10", ...A, level: "county_main", official: "县长" };
const closed = { kind: "case.closed", on: "2026-05-06", ...A, approver: "县长" };
const suspended = { kind: "case.suspended", on: "2026-04-01", ...A, until: "2026-06-01", approver: "县长" };
const drafted = { kind: "bulletin.drafted", on: "2026-05-06", bulletin: "B1", series: "monthly", period: "2026-04" };
const objected = { kind: "bulletin.objected", on: "2026-05-08", bulletin: "B1", unit: "T01", reason: "数据有误" };
const issued = { kind: "bulletin.issued", on: "2026-05-06", bulletin: "B1", series: "monthly", period: "2026-04" };
const reminder = { kind: "reminder.issued", on: "2026-05-06", reminder: "R1", unit: "T01", reason: "T3", channel: "letter" };
const alert = { kind: "alert.assigned", on: "2026-05-06", alert: "L1", unit: "T01" };
const campaign = { kind: "campaign.started", on: "2026-05-06", campaign: "K1", units: ["T01"] };
const steps = (key, name, list) => list.map(([what, day, fields]) =>
  ({ kind: `${name}.${what}`, on: `2026-05-${day}`, [name]: key, ...fields }));
const listed = steps("G1", "supervision", [
  ["opened", "06", { ...A, unit: "T01", ground: "grave", reason: "严重不良影响" }], ["notified", "07"],
  ["acceptance_requested", "18"], ["accepted", "20"]]);
const talk = steps("Y1", "talk", [
  ["opened", "06", { ground: "screening_poor", units: ["T01"] }], ["group_formed", "07"],
  ["targets_set", "08", { targets: [{ official: "镇长", unit: "T01" }] }], ["notified", "11"], ["held", "12"],
  ["signed", "12", { side: "office" }], ["rectified", "20", { unit: "T01" }]]);
const inquiry = [{ kind: "inquiry.opened", on: "2026-05-06", inquiry: "I1", ground: "严重后果", unit: "T01" }];
const found = ["before", "during", "after"].map((phase) =>
  ({ kind: "inquiry.found", on: "2026-05-12", inquiry: "I1", phase, finding: "未发现问题" }));
const ordered = { kind: "rectification.ordered", on: "2026-05-06", rectification: "Z1", unit: "T01", due: "2026-06-01" };
const proposal = { kind: "proposal.issued", on: "2026-05-06", proposal: "P1", type: "improve", to: "T01", unit: "T01" };
const assessed = { kind: "assessment.issued", on: "2026-05-06", year: 2025, units: [{ unit: "T01", score: 98 }] };
const assessmentObjected = { kind: "assessment.objected", on: "2026-05-08", year: 2025, unit: "T01", reason: "计算有误" };

const kind = (name, fields, ...before) => ({ fact: { kind: name, on: "2026-06-08", ...fields }, before: before.flat() });

// A good fact of each kind with what must stand before it. Lists without dates are taken in as of
// their day, so reports may well be older than the lead they are about.
const kinds = [
  kind("unit.registered", { unit: "T09", name: "新镇", type: "township" }),
  kind("unit.renamed", { unit: "T01", name: "新名" }),
  kind("unit.retired", { unit: "T01" }),
  kind("official.appointed", { official: "新人", name: "赵强", rank: "unit_main", unit: "T01" }),
  kind("official.left", { official: "镇长" }),
  kind("case.registered", { case: "B", unit: "T01" }),
  kind("case.grounded", { ...A, ground: "county_screened" }),
  kind("case.flagged", { ...A, key: true }),
  kind("case.forwarded", { ...A, unit: "T01" }),
  kind("case.objected", { ...A, unit: "T01" }),
  kind("case.notified", A),
  kind("case.accepted", A),
  kind("case.declined", A),
  kind("case.extended", { ...A, days: 10, approver: "县长" }, accepted),
  kind("case.answered", A, accepted),
  kind("case.delivered", A, answered),
  kind("case.review_requested", A, answered),
  kind("case.review_decided", A, reviewed),
  kind("case.final_requested", A, decided),
  kind("case.final_decided", A, finals),
  kind("case.rated", { ...A, party: "unit", rating: "fair" }),
  kind("case.suspended", { ...A, until: "2026-08-03", approver: "县长", reason: "诉讼" }),
  kind("case.resumed", A, suspended),
  kind("case.resolved", { ...A, result: "full" }),
  kind("case.closed", { ...A, approver: "县长" }),
  kind("case.reopened", { ...A, reason: "再次反映" }, closed),
  kind("lead.assigned", { ...A, level: "county_main", official: "县长" }),
  kind("lead.handed_over", { ...A, level: "county_main", official: "县长" }, lead),
  kind("lead.engaged", { ...A, official: "县长", what: "met" }),
  kind("report.filed", { ...A, week: "2026-W23", progress: 20 }),
  kind("statistics.recorded", { unit: "T01", period: "2026-05", indicator: "answer_on_time", numerator: 1, denominator: 2 }),
  kind("bulletin.drafted", { bulletin: "B2", series: "special", scope: ["T01"] }),
  kind("bulletin.objected", { bulletin: "B1", unit: "T01", reason: "数据有误" }, drafted),
  kind("bulletin.objection_decided", { bulletin: "B1", unit: "T01", result: "upheld" }, drafted, objected),
  kind("bulletin.issued", { bulletin: "B2", series: "special", scope: ["T01"] }),
  kind("bulletin.issued", { bulletin: "B2", series: "special", units: [{ unit: "T01", mention: "criticised" }] }),
  kind("bulletin.withdrawn", { bulletin: "B1" }, issued),
  kind("bulletin.reported", { bulletin: "B1", to: "conveners" }, issued),
  kind("filing.sent", { measure: "B1", unit: "T01", to: "personnel" }, issued),
  kind("reminder.issued", { reminder: "R9", unit: "T01", reason: "T3", channel: "letter" }),
  kind("reminder.received", { reminder: "R1" }, reminder),
  kind("reminder.answered", { reminder: "R1" }, reminder),
  kind("reminder.judged", { reminder: "R1", result: "fixed" }, reminder),
  kind("alert.assigned", { alert: "L9", unit: "T01" }),
  kind("alert.answered", { alert: "L1" }, alert),
  kind("campaign.started", { campaign: "K9", units: ["T01"] }),
  kind("campaign.progressed", { campaign: "K1", unit: "T01", progress: 50 }, campaign),
  kind("campaign.named", { campaign: "K1", unit: "T01" }, campaign),
  kind("supervision.opened", { supervision: "G9", ...A, unit: "T01", ground: "grave", reason: "严重不良影响" }),
  kind("supervision.notified", { supervision: "G1" }, listed.slice(0, 1)),
  kind("supervision.inspected", { supervision: "G1", how: "site" }, listed.slice(0, 2)),
  kind("supervision.extended", { supervision: "G1", days: 10 }, listed.slice(0, 2)),
  kind("supervision.acceptance_requested", { supervision: "G1" }, listed.slice(0, 2)),
  kind("supervision.accepted", { supervision: "G1" }, listed.slice(0, 3)),
  kind("supervision.returned", { supervision: "G1" }, listed.slice(0, 3)),
  kind("supervision.delisted", { supervision: "G1" }, listed),
  kind("talk.opened", { talk: "Y9", ground: "screening_poor", units: ["T01"] }),
  kind("talk.group_formed", { talk: "Y1" }, talk.slice(0, 1)),
  kind("talk.targets_set", { talk: "Y1", targets: [{ official: "镇长", unit: "T01" }] }, talk.slice(0, 2)),
  kind("talk.notified", { talk: "Y1" }, talk.slice(0, 3)),
  kind("talk.held", { talk: "Y1" }, talk.slice(0, 4)),
  kind("talk.signed", { talk: "Y1", side: "target", official: "镇长" }, talk.slice(0, 5)),
  kind("talk.reported", { talk: "Y1", to: "county_heads" }, talk.slice(0, 6)),
  kind("talk.rectified", { talk: "Y1", unit: "T01" }, talk.slice(0, 6)),
  kind("talk.rectification_judged", { talk: "Y1", unit: "T01", result: "fixed" }, talk),
  kind("inquiry.opened", { inquiry: "I9", ground: "严重后果", unit: "T01" }),
  kind("inquiry.found", { inquiry: "I1", phase: "before", finding: "未发现问题" }, inquiry),
  kind("inquiry.concluded", { inquiry: "I1" }, inquiry, found),
  kind("rectification.ordered", { rectification: "Z9", unit: "T01", due: "2026-07-01" }),
  kind("rectification.reported", { rectification: "Z1", unit: "T01" }, ordered),
  kind("proposal.issued", { proposal: "P9", type: "improve", to: "T01", unit: "T01" }),
  kind("proposal.answered", { proposal: "P1", adopted: "yes" }, proposal),
  kind("assessment.issued", { year: 2025, units: [{ unit: "T01", score: 98 }] }),
  kind("assessment.objected", { year: 2025, unit: "T01", reason: "计算有误" }, assessed),
  kind("assessment.objection_decided", { year: 2025, unit: "T01", result: "rejected", reason: "计算无误" }, assessed, assessmentObjected),
  kind("experience.submitted", { unit: "T01", text: "网格化排查" }),
];

const lines = (facts) => facts.map((fact) => JSON.stringify(fact)).join("\n");
/** The fact as it would be with every unit an unknown one; null when it names none. */
function withUnknownUnit(fact) {
  if (/^unit\./.test(fact.kind)) return fact.kind === "unit.registered" ? null : { ...fact, unit: "X9" };
  const changed = structuredClone(fact);
  let named = false;
  if (changed.unit) (changed.unit = "X9"), (named = true);
  for (const list of ["units", "scope", "targets"])
    if (changed[list]) {
      changed[list] = changed[list].map((each) => typeof each === "string" ? "X9" : { ...each, unit: "X9" });
      named = true;
    }
  return named ? changed : null;
}

const subjects = ["bulletin", "reminder", "alert", "campaign", "supervision", "talk", "inquiry", "rectification", "proposal", "measure"];
/** The same step of a measure (or the case) that never began. */
function withoutCause(fact) {
  if (fact.kind === "assessment.objected" || fact.kind === "assessment.objection_decided")
    return { ...fact, year: 2024 };
  const key = subjects.find((each) => fact[each] !== undefined) ?? (fact.case ? "case" : null);
  return key ? { ...fact, [key]: "没有" } : null;
}

const begins = /^(unit|official)\.|\.(registered|opened|assigned|started|ordered|issued|drafted|recorded|submitted)$/;

for (const { fact, before } of kinds)
  test(`${fact.kind}: what cannot be is refused in Chinese, and its batch with it`, (t) => {
    const ledger = join(workplace(t), "county.zelian");
    json(["init", ledger, "--name", "青山县", "--on", "2026-01-04"]);
    json(["record", ledger, ...today], { input: lines([...base, ...before]) });
    const head = json(["verify", ledger]).head;
    const neighbour = { kind: "experience.submitted", on: "2026-11-20", unit: "T02", text: "同批的一条" };
    const refuse = (bad, reason) => {
      const ended = run(["record", ledger, ...today, "--json"], lines([neighbour, bad]));
      assert.equal(ended.code, 1, `${JSON.stringify(bad)} was taken`);
      const { added, refused } = JSON.parse(ended.out);
      assert.equal(added, 0);
      assert.deepEqual(refused.map((each) => each.line), [2]);
      assert.match(refused[0].reason, reason);
      assert.match(refused[0].reason, /\p{Script=Han}/u);
      assert.equal(json(["verify", ledger]).head, head);
    };
    refuse({ ...fact, on: "2026-11-24" }, /在今天/);
    const elsewhere = withUnknownUnit(fact);
    if (elsewhere) refuse(elsewhere, /X9.*未登记|没有单位|没有“X9”/);
    if (before.length > 0) refuse({ ...fact, on: "2026-03-03" }, /早于|此前没有|尚/);
    if (!begins.test(fact.kind) || /^(case|lead|report)/.test(fact.kind) && fact.kind !== "case.registered") {
      const orphan = withoutCause(fact);
      if (orphan) refuse(orphan, /未登记|此前没有|没有编号/);
    }
    // And the fact itself is one that can be recorded.
    json(["record", ledger, ...today], { input: lines([fact]) });
    assert.notEqual(json(["verify", ledger]).head, head);
  });

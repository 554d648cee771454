// Cases under listed supervision: in the list for dispatching and in the bulletin (5.3).
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { json, ledgers, run, workplace } from "./support/zelian.mjs";

const today = ["--on", "2026-11-23"];
const subject = { supervision: "督〔2026〕1号" };

function record(ledger, ...facts) {
  const { refused } = json(["record", ledger, ...today],
    { input: facts.map((fact) => JSON.stringify({ ...subject, ...fact })).join("\n") });
  assert.deepEqual(refused, []);
}

function county(t) {
  const ledger = join(workplace(t), "county.zelian");
  json(["init", ledger, "--name", "青山县", "--on", "2026-07-01"]);
  json(["import", ledger, ...ledgers, ...today], { codes: [0, 1] });
  record(ledger,
    { kind: "supervision.opened", on: "2026-10-12", case: "511720260100000145", unit: "511711102",
      ground: "grave", reason: "久拖不决", approver: "赵国华", resolve_by: "2026-11-10" },
    { kind: "supervision.notified", on: "2026-10-13" },
    { kind: "supervision.inspected", on: "2026-10-20", how: "dispatch" },
    { kind: "supervision.inspected", on: "2026-11-03", how: "site" });
  return ledger;
}

test("a listed case stands in the list for dispatching until it is delisted", (t) => {
  const ledger = county(t);
  const [listed, ...others] = json(["listed", ledger, ...today]).listed;
  assert.deepEqual(others, []);
  assert.equal(listed.unit, "511711102");
  assert.equal(listed.step, "supervision.notified");
  assert.equal(listed.due_on, "2026-11-10");
  assert.deepEqual(listed.inspections, { dispatch: 1, guidance: 0, site: 1 });
  assert.equal(listed.inspected_on, "2026-11-03");
  assert.equal(listed.because.length, 4);
  assert.match(run(["listed", ledger, ...today]).out, /西山镇.*化解处置.*逾期13天/);
  assert.deepEqual(json(["listed", ledger, "--on", "2026-10-11"]).listed, []);

  record(ledger,
    { kind: "supervision.acceptance_requested", on: "2026-11-10" },
    { kind: "supervision.accepted", on: "2026-11-12", panel: ["钱明"] },
    { kind: "supervision.delisted", on: "2026-11-16", approver: "赵国华" });
  assert.equal(json(["listed", ledger, "--on", "2026-11-15"]).listed.length, 1);
  assert.deepEqual(json(["listed", ledger, ...today]).listed, []);
});

test("an extension beyond what the rulebook lets count is said, also of an old ledger", (t) => {
  const ledger = county(t);
  record(ledger, { kind: "supervision.extended", on: "2026-11-09", days: 20, approver: "赵国华" });
  const cap = { kind: "rulebook.activated", on: "2026-11-23", from: "2026-10-12", approver: "赵国华",
    settings: { supervision_extension_days_max: 5 } };
  assert.equal(json(["listed", ledger, ...today]).listed[0].extension, undefined);
  assert.doesNotMatch(run(["listed", ledger, ...today]).out, /延期/);
  json(["record", ledger, ...today], { input: JSON.stringify(cap) });
  const [listed] = json(["listed", ledger, ...today]).listed;
  assert.deepEqual([listed.due_on, listed.extension],
    ["2026-11-15", { approved: 20, counted: 5 }]);
  assert.match(run(["listed", ledger, ...today]).out, /2026-11-15（批准延期20日，按规则只计5日）/);
  const { duties } = json(["show", ledger, "supervision", subject.supervision, ...today]);
  const resolve = duties.find(({ rule }) => rule === "supervision_resolve");
  assert.match(resolve.text, /只计到2026-11-15/);
  const extended = json(["show", ledger, "supervision", subject.supervision, ...today]).facts
    .find(({ kind }) => kind === "supervision.extended");
  assert.ok(resolve.because.includes(extended.id));
});

test("a bulletin says which cases were listed in its period, and check derives them again", (t) => {
  const ledger = county(t);
  const issue = (period) => json(["issue", ledger, "bulletin", "--period", period, ...today]).bulletin;
  const said = (key) => json(["show", ledger, "bulletin", key, ...today]).facts
    .find(({ kind }) => kind === "bulletin.issued").supervisions;
  const [september, october] = [issue("2026-09"), issue("2026-10")];
  assert.deepEqual(said(september), []);
  assert.deepEqual(said(october).map(({ supervision }) => supervision), [subject.supervision]);
  record(ledger, { kind: "supervision.inspected", on: "2026-11-20", how: "guidance" });
  assert.deepEqual(json(["check", ledger, "bulletin", october]), { same: true });
});

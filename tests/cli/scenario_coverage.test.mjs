// Every rule of contract section 2 is told in at least three stories: it fires, it just does not,
// and it is settled.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { json } from "./support/zelian.mjs";

// Copied from the contract; `zelian clauses` must know them all, and no others.
const duties = `forward notify accept_or_decline objection answer review final_review assign_lead plan
  weekly_report resolve bulletin bulletin_report filing answer_reminder judge_reminder answer_alert
  campaign supervision_notice supervision_resolve supervision_acceptance supervision_delist
  talk_group talk_targets talk_notice talk_hold talk_sign talk_report rectify_report
  judge_rectification inquiry rectification proposal_answer assessment`.split(/\s+/);
const prompts = `lead_level reopened_to_same_leader missed_reports overdue_item late_alert
  bottom_streak special_streak two_reminders talk_ground yearly_assessment`.split(/\s+/);

const owed = new Set(["open", "overdue"]);
const settled = new Set(["done", "done_late", "void", "taken", "declined"]);

/** What each story says about each rule: rule -> { fires, not, settled } -> names of files. */
function told() {
  const found = new Map([...duties, ...prompts].map((rule) =>
    [rule, { fires: new Set(), not: new Set(), settled: new Set() }]));
  const folder = "tests/scenarios";
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    const note = (rule, what) => found.get(rule)?.[what].add(file);
    for (const day of JSON.parse(readFileSync(join(folder, file), "utf8")).expect ?? []) {
      for (const { rule, state } of [...(day.duties ?? []), ...(day.prompts ?? [])]) {
        if (!state || owed.has(state)) note(rule, "fires");
        if (settled.has(state)) note(rule, "settled");
      }
      for (const { rule } of day.none ?? []) note(rule, "not");
      for (const { rule, state, n } of day.counts ?? []) {
        if (n === 0) note(rule, "not");
        else if (settled.has(state)) note(rule, "settled");
        else note(rule, "fires");
      }
    }
  }
  return found;
}

const stories = told();
for (const [rule, { fires, not, settled: ends }] of stories)
  test(`${rule} is told in three stories: fires, just does not, settled`, () => {
    assert.ok(fires.size > 0, "no story in which it fires");
    assert.ok(not.size > 0, "no story in which it just does not");
    assert.ok(ends.size > 0, "no story in which it is settled");
    assert.ok(new Set([...fires, ...not, ...ends]).size >= 3, "fewer than three stories");
  });

test("the rules of the contract are the rules there are", () => {
  const known = new Set(json(["clauses"]).clauses.flatMap((clause) => clause.rules ?? []));
  for (const rule of [...duties, ...prompts])
    assert.ok(stories.has(rule));
  const ours = [...known].filter((rule) => !["rank", "analysis"].includes(rule));
  for (const rule of ours) assert.ok(stories.has(rule), `${rule} is not in the contract's list`);
});

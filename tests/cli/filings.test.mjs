// A measure is complete only with all three filings (3.5, 6.4), and stays when its bulletin goes (3.5).
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { json, workplace } from "./support/zelian.mjs";

const today = ["--on", "2026-11-23"];

const monthly = (number, on, period) => ({ kind: "bulletin.issued", on, bulletin: number,
  series: "monthly", period, units: [{ unit: "T01", score: 60, rank: 8, of: 8 }] });

const facts = [
  { kind: "unit.registered", on: "2026-01-04", unit: "T01", name: "城关镇", type: "township", group: "township" },
  monthly("通9", "2026-10-09", "2026-09"),
  monthly("通10", "2026-11-09", "2026-10"),
  { kind: "reminder.issued", on: "2026-11-10", reminder: "提1", unit: "T01", reason: "T7",
    channel: "letter", measure: "通10" },
  { kind: "reminder.issued", on: "2026-11-10", reminder: "提2", unit: "T01", reason: "T6", channel: "letter" },
  { kind: "talk.opened", on: "2026-11-16", talk: "约1", ground: "bottom_streak", units: ["T01"],
    form: "individual", convener: "convener" },
];

const filed = (measure, to) =>
  ({ kind: "filing.sent", on: "2026-11-18", measure, unit: "T01", to, document: `函${to}` });

function county(t, more) {
  const ledger = join(workplace(t), "county.zelian");
  json(["init", ledger, "--name", "青山县", "--on", "2026-01-04"]);
  const input = [...facts, ...more].map((fact) => JSON.stringify(fact)).join("\n");
  json(["record", ledger, ...today], { input });
  return (kind, key) => json(["show", ledger, kind, key, ...today]);
}

test("with two of three filings no measure is complete, and the third is named", (t) => {
  const show = county(t, [filed("通10", "performance"), filed("通10", "personnel")]);
  for (const measure of [show("bulletin", "通10"), show("reminder", "提1")]) {
    assert.equal(measure.complete, false);
    assert.match(measure.complete_text, /备案未齐，尚缺：城关镇→纪检监察$/);
  }
  const talk = show("talk", "约1");
  assert.equal(talk.complete, false);
  assert.match(talk.complete_text, /目标绩效.*组织人事.*纪检监察/);
});

test("with all three it is; each measure by its own", (t) => {
  const all = ["performance", "personnel", "discipline"].map((to) => filed("通10", to));
  const show = county(t, all);
  assert.equal(show("bulletin", "通10").complete, true);
  assert.equal(show("reminder", "提1").complete, true);
  assert.equal(show("reminder", "提1").complete_text, "三方备案齐全");
  assert.equal(show("talk", "约1").complete, false);
});

test("what calls for no filing says nothing of it", (t) => {
  const show = county(t, []);
  assert.equal("complete" in show("reminder", "提2"), false);
  assert.equal(show("bulletin", "通9").complete, null);
});

test("a measure stays when the bulletin it answers is withdrawn, and is marked", (t) => {
  const withdrawn = { kind: "bulletin.withdrawn", on: "2026-11-20", bulletin: "通10", reason: "数据有误" };
  const show = county(t, [withdrawn]);
  assert.equal(show("reminder", "提1").basis_withdrawn, true);
  assert.equal("basis_withdrawn" in show("reminder", "提2"), false);
  assert.equal("basis_withdrawn" in show("bulletin", "通10"), false);
  assert.equal("basis_withdrawn" in county(t, [])("reminder", "提1"), false);
});

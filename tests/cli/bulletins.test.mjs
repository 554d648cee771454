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
  const issued = json(["issue", ledger, "bulletin", "--period", "2026-10", ...today]);
  assert.equal(duty().state, "done_late");
  assert.deepEqual(json(["check", ledger, "bulletin", issued.bulletin]), { same: true });
  assert.notEqual(run(["issue", ledger, "bulletin", "--period", "2026-10", ...today]).code, 0);

  // What is recorded later does not change what was issued.
  const statistics = { kind: "statistics.recorded", on: "2026-11-20", unit: "D06",
    period: "2026-10", indicator: "answer_on_time", numerator: 0, denominator: 30 };
  json(["record", ledger, ...today], { input: JSON.stringify(statistics) });
  assert.deepEqual(json(["check", ledger, "bulletin", issued.bulletin]), { same: true });
  assert.equal(run(["check", ledger, "bulletin", "none"]).code, 2);
});

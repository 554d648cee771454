// Imports that refuse something: exit codes, what is listed, nothing half done.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { json, run, workplace } from "./support/zelian.mjs";

const today = ["--on", "2026-11-23"];

function county(t, ...more) {
  const folder = workplace(t);
  const ledger = join(folder, "county.zelian");
  json(["init", ledger, "--name", "青山县", ...more, ...today]);
  const put = (name, text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const units = put("单位.csv", "单位代码,单位名称,单位类别\nT01,柳林镇,乡镇\n");
  json(["import", ledger, units, ...today]);
  return { ledger, put };
}

const header = "信访件编号,登记日期,责任单位,信访人数\n";

test("import ends with 1 when a cell was refused, with 0 when only notes are left", (t) => {
  const { ledger, put } = county(t);
  const good = put("好.csv", `${header}A1,2026-09-01,柳林镇,2\n合计,,,2\n`);
  assert.equal(run(["import", ledger, good, ...today]).code, 0);
  const cell = put("格.csv", `${header}A2,2026-09-01,柳林镇,许多\n`);
  const log = json(["import", ledger, cell, ...today], { codes: [1] });
  assert.deepEqual([log.files[0].added, log.files[0].refused], [1, 0]);
  assert.match(log.files[0].issues[0].reason, /此格未取$/);
  const figures = put("2026年7月.csv", "单位,受理总数,受理按期办结\n柳林镇,abc,-1\n");
  assert.equal(json(["import", ledger, figures, ...today], { codes: [1] }).files[0].refused, 1);
});

test("a file damaged half-way takes the whole import back and says so in JSON too", (t) => {
  const { ledger, put } = county(t);
  const good = put("好.csv", `${header}A1,2026-09-01,柳林镇,2\n`);
  const rows = Array.from({ length: 100 }, (_, i) => `B${i},2026-09-01,柳林镇,1\n`).join("");
  const bad = put("坏.csv", `${header}${rows}"C1,2026-09-01\n`);
  const before = readFileSync(ledger);
  const ended = run(["import", ledger, good, bad, "--json", ...today]);
  assert.equal(ended.code, 1);
  assert.match(ended.err, /^第 102 行开始的引号没有结束（坏\.csv）\n$/);
  const { files } = JSON.parse(ended.out);
  assert.deepEqual(files.map((file) => [file.file, file.added, file.rows]),
                   [["好.csv", 0, 0], ["坏.csv", 0, 0]]);
  assert.match(files[0].error, /都没有导入/);
  assert.match(files[1].error, /第 102 行/);
  assert.deepEqual(readFileSync(ledger), before);
});

test("an import into a demonstration says that it is one", (t) => {
  const { ledger, put } = county(t, "--demo");
  const good = put("好.csv", `${header}A1,2026-09-01,柳林镇,2\n`);
  assert.match(run(["import", ledger, good, ...today]).err, /演示台账/);
});

test("duties of a rule or in a state that does not exist are refused", (t) => {
  const { ledger } = county(t);
  const ended = run(["duties", ledger, "--rule", "nonsense", ...today]);
  assert.equal(ended.code, 2);
  assert.match(ended.err, /没有规则“nonsense”/);
  assert.equal(run(["duties", ledger, "--state", "nonsense", ...today]).code, 2);
  for (const rule of ["weekly_report", "lead_level"])
    assert.equal(run(["duties", ledger, "--rule", rule, ...today]).code, 0);
});

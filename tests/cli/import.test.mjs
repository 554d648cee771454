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

// Headers nobody knows, days without a year, a unit under a name of its own, and a sheet to leave out.
test("a saved mapping settles what the files do not say", (t) => {
  const { ledger, put } = county(t);
  const odd = put("7月.csv", "编码X,啥时候登记,地方\nA1,7月3日,柳林那边\nA2,7月4日,民政口\n");
  const left_out = put("说明.csv", `${header}A3,2026-09-01,柳林镇,2\n`);
  const command = ["import", ledger, odd, left_out, "--dry-run", ...today];
  const files = (log) => log.files.map(({ added, refused }) => [added, refused]);
  const unsettled = json(command, { codes: [1] });
  assert.deepEqual(files(unsettled), [[0, 0], [1, 0]]);
  assert.match(unsettled.files[0].error, /认不出这张表/);

  const columns = { 编码X: "case", 啥时候登记: "registered_on", 地方: "unit" };
  const july = { file: "7月", as: "cases", year: 2026, columns, units: { 柳林那边: "T01" } };
  const map = put("对应表.json", JSON.stringify({ sheets: [july, { file: "说明", as: "skip" }] }));
  const settled = json(["import", ledger, odd, left_out, "--map", map, ...today], { codes: [1] });
  assert.deepEqual(files(settled), [[1, 1], [0, 0]]);
  assert.equal(settled.files[0].as, "cases");
  assert.deepEqual(settled.files[0].issues.map(({ row, text }) => [row, text]), [[3, "民政口"]]);
  const shown = json(["show", ledger, "case", "A1", ...today]);
  assert.deepEqual([shown.registered_on, shown.unit], ["2026-07-03", "T01"]);
  assert.equal(run(["show", ledger, "case", "A3", ...today]).code, 2);
});

test("a mapping that cannot be read is said, and nothing is imported", (t) => {
  const { ledger, put } = county(t);
  const good = put("好.csv", `${header}A1,2026-09-01,柳林镇,2\n`);
  const before = readFileSync(ledger);
  for (const [text, said] of [["{", /不是有效的 JSON/], ['{"sheets":[{"as":"persons"}]}', /不能用作对应表.*persons/],
                              ['{"sheets":[{"columns":{"编号":"nonsense"}}]}', /nonsense/]]) {
    const ended = run(["import", ledger, good, "--map", put("对应表.json", text), ...today]);
    assert.notEqual(ended.code, 0, text);
    assert.match(ended.out + ended.err, said);
    assert.deepEqual(readFileSync(ledger), before);
  }
  const missing = run(["import", ledger, good, "--map", put("x", "") + ".json", ...today]);
  assert.equal(missing.code, 2);
  assert.match(missing.err, /x\.json/);
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

test("a mapping by --map or beside the tables settles what they do not say", (t) => {
  const { ledger, put } = county(t);
  const table = put("7月.csv", "编码X,啥时候登记,地方\nA1,10月10日,城里\n");
  const sheets = [{ as: "cases", year: 2026,
                    columns: { 编码X: "case", 啥时候登记: "registered_on", 地方: "unit" } }];
  const text = JSON.stringify({ sheets, units: { 城里: "T01" } });
  const [map, other] = [put("列.json", text), put("列", text)];
  assert.equal(run(["import", ledger, table, ...today]).code, 1);
  const rows = (...files) => json(["import", ledger, table, ...files, ...today]).files;
  assert.deepEqual(rows(map).map((file) => [file.file, file.added]), [["7月.csv", 1]]);
  assert.equal(rows("--map", map)[0].unchanged, 1);
  assert.equal(rows("--map", other)[0].unchanged, 1);
  const refused = (...files) => {
    const ended = run(["import", ledger, table, ...files, ...today]);
    assert.equal(ended.code, 1);
    return ended.err;
  };
  assert.match(refused(map, "--map", other), /“列\.json”、“列”都是对应表/);
  assert.match(refused("--map", put("坏.json", '{"rows":[]}')), /“坏\.json”不能用作对应表.*sheets、units/);
});

test("import --help says what a mapping may hold", () => {
  const { out } = run(["import", "--help"]);
  assert.match(out, /header_row/);
  assert.match(out, /registered_on/);
});

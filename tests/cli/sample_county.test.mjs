// The main job: nine files in, duties out, nobody's personal data in the ledger.
import assert from "node:assert/strict";
import { copyFileSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { test } from "node:test";

import { json, ledgers, run, sample, workplace } from "./support/zelian.mjs";

const ExcelJS = createRequire(resolve("shell/package.json"))("exceljs");
const truth = JSON.parse(readFileSync("tests/data/ledgers/truth.json", "utf8"));
const today = ["--on", "2026-11-23"];
const totals = (log, what) => log.files.reduce((sum, file) => sum + file[what], 0);

function imported(t, files = ledgers, day = today) {
  const ledger = join(workplace(t), "county.zelian");
  json(["init", ledger, "--name", "青山县", ...day]);
  const log = json(["import", ledger, ...files, ...day], { codes: [0, 1] });
  return { ledger, log };
}

/** All the words of the files that name officials, reporters and task forces: they answer for what
    they do and are not masked, and some share a name with a petitioner. */
async function officialWords() {
  const words = [new TextDecoder("gb18030").decode(readFileSync(join(sample, "weekly-reports.csv")))];
  for (const name of ["units-officials.xlsx", "lead-list.xlsx"]) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(sample, name));
    book.eachSheet((sheet) => sheet.eachRow((row) => words.push(row.values.join("|"))));
  }
  return words.join("|");
}

test("all nine files import in one command and every row is accounted for", (t) => {
  const { ledger, log } = imported(t);
  assert.equal(log.files.length, 9);
  for (const file of log.files) {
    assert.equal(
      file.rows,
      file.added + file.updated + file.unchanged + file.refused + file.skipped,
      `${file.file} does not add up`,
    );
    assert.equal(file.error ?? "", "");
  }
  const bad = log.files.find((file) => file.file === "county-ledger.xlsx");
  assert.equal(bad.refused, 1);
  const reasons = bad.issues.filter((issue) => issue.row === 189).map((issue) => issue.column);
  assert.ok(reasons.length >= 2, "the bad row names each bad cell");
  const county = json(["verify", ledger]);
  assert.equal(county.ok, true);
});

test("what was imported is what the county's own count says", (t) => {
  // Some answers of the sample lie after its day, so the count holds once that day has come.
  const later = ["--on", "2027-06-30"];
  const { ledger } = imported(t, ledgers, later);
  for (const expected of truth.sample) {
    const shown = json(["show", ledger, "case", expected.case, ...later]);
    assert.equal(shown.registered_on, expected.registered_on);
    const answered = shown.facts.find((fact) => fact.kind === "case.answered");
    assert.equal(answered?.on ?? null, expected.answered_on);
  }
});

test("no byte of the ledger holds a phone, an ID number or a petitioner's full name", async (t) => {
  const { ledger } = imported(t);
  const bytes = readFileSync(ledger);
  assert.deepEqual(truth.phones.filter((phone) => bytes.includes(phone)), []);
  const text = bytes.toString("latin1");
  assert.deepEqual(text.match(/(?<!\d)1[3-9]\d{9}(?!\d)/g) ?? [], [], "mobile numbers in free text");
  const longNumbers = text.match(/(?<!\d)\d{17}[\dXx](?!\d)/g) ?? [];
  assert.deepEqual(longNumbers.filter((number) => !number.startsWith("5117202601")), []);

  const officials = await officialWords();
  const leaked = truth.names.filter((name) => bytes.includes(name) && !officials.includes(name));
  assert.deepEqual(leaked, []);
});

test("the same files again, in another order and under other names, add nothing", (t) => {
  const { ledger } = imported(t);
  const before = json(["verify", ledger]);
  const copies = [...ledgers].reverse().map((path, index) => {
    const copy = join(workplace(t), `again-${index}${path.slice(path.lastIndexOf("."))}`);
    copyFileSync(path, copy);
    return copy;
  });
  const log = json(["import", ledger, ...copies, ...today], { codes: [0, 1] });
  assert.equal(totals(log, "added"), 0);
  assert.equal(totals(log, "updated"), 0);
  assert.deepEqual(json(["verify", ledger]), before);
});

test("files in any order give the same cases and duties", (t) => {
  const one = imported(t);
  const two = imported(t, [...ledgers].reverse());
  const shape = (ledger) =>
    json(["duties", ledger, ...today]).duties.map((duty) => [
      duty.id, duty.rule, duty.unit, duty.case, duty.due_on, duty.state,
    ]).sort();
  assert.deepEqual(shape(one.ledger), shape(two.ledger));
});

test("a dry run says what would happen and changes no byte", (t) => {
  const ledger = join(workplace(t), "county.zelian");
  json(["init", ledger, "--name", "青山县", ...today]);
  const before = readFileSync(ledger);
  const log = json(["import", ledger, ...ledgers, "--dry-run", ...today], { codes: [0, 1] });
  assert.ok(totals(log, "added") > 600);
  assert.deepEqual(readFileSync(ledger), before);
});

test("every duty has a clause and evidence that the ledger holds", (t) => {
  const { ledger } = imported(t);
  const { duties, prompts } = json(["duties", ledger, ...today]);
  assert.ok(duties.length > 600);
  for (const line of [...duties, ...prompts]) {
    assert.ok(line.clauses.length > 0, `${line.id} has no clause`);
    assert.ok(line.because.length > 0, `${line.id} has no evidence`);
  }
  assert.equal(new Set(duties.map((duty) => duty.id)).size, duties.length);
  const overdue = json(["duties", ledger, ...today, "--state", "overdue"]).duties;
  assert.ok(overdue.length > 0);
  for (const duty of overdue) assert.ok(duty.judged_on < "2026-11-23");
});

test("a damaged or foreign file is refused in words and left untouched", (t) => {
  const folder = workplace(t);
  const foreign = join(folder, "foreign.zelian");
  copyFileSync(ledgers[0], foreign);
  const before = readFileSync(foreign);
  const ended = run(["duties", foreign]);
  assert.equal(ended.code, 3);
  assert.match(ended.err, /[一-龥]/);
  assert.deepEqual(readFileSync(foreign), before);
});

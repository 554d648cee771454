// Reading 200,000 × 20 cells of a workbook against exceljs' streaming reader.
import { createReadStream, existsSync, renameSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { data, figure, median, per_second, run, runs, seconds, thousands } from './figures.mjs';
import { write_csv } from './import_figures.mjs';

const xlsx = join(data, 'export.xlsx');

// Cells of the generated CSV: quoted ones may hold line breaks and doubled quotes.
async function* csv_rows(path) {
  let record = '';
  for await (const line of createInterface({ input: createReadStream(path) })) {
    record += record === '' ? line : `\n${line}`;
    if ((record.match(/"/g) ?? []).length % 2 !== 0) continue;
    const cells = record.match(/("([^"]|"")*"|[^,]*)(,|$)/g).slice(0, 20);
    yield cells.map((cell) => cell.replace(/,$/, '').replace(/^"([^]*)"$/, '$1').replaceAll('""', '"'));
    record = '';
  }
}

async function write_xlsx() {
  if (existsSync(xlsx)) return;
  const { default: exceljs } = await import('../../shell/node_modules/exceljs/excel.js');
  const filename = `${xlsx}.new`;
  const book = new exceljs.stream.xlsx.WorkbookWriter({ filename, useSharedStrings: true });
  const sheet = book.addWorksheet('信访件');
  for await (const cells of csv_rows(await write_csv()))
    sheet.addRow(cells.map((cell) => (cell === '' ? null : cell))).commit();
  sheet.commit();
  await book.commit();
  renameSync(filename, xlsx);
}

export async function figures() {
  await write_xlsx();
  const ours = [];
  const theirs = [];
  for (let n = 0; n < runs; ++n) {
    theirs.push((await run('node', 'tests/bench/exceljs_rows.mjs', xlsx))[0]);
    ours.push((await run('build/bench/xlsx_native_bench', xlsx))[0]);
    console.error('xlsx', n + 1, JSON.stringify({ theirs: theirs.at(-1), ours: ours.at(-1) }));
  }
  if (ours[0].rows !== theirs[0].rows) throw new Error('the readers disagree about the number of rows');
  const our_time = median(ours.map((one) => one.milliseconds));
  const their_time = median(theirs.map((one) => one.milliseconds));
  return [
    figure({
      what: 'read XLSX 200,000 × 20, all cells as text',
      ours: `${seconds(our_time)}, ${thousands(per_second(ours[0].rows, our_time))}`,
      anchor: `exceljs stream ${seconds(their_time)}, ${thousands(per_second(theirs[0].rows, their_time))}`,
      value: their_time / our_time, unit: '×', at_least: 10,
    }),
  ];
}

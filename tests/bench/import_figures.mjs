// Import of 200,000 CSV rows against a raw insert of the same cells, each in a process of its own.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { data, figure, median, megabytes, per_second, run, runs, seconds, thousands } from './figures.mjs';

const rows = 200_000;
const program = 'build/bench/import_native_bench';
export const csv = join(data, 'export.csv');

export async function write_csv() {
  if (!existsSync(csv)) await run(program, 'write', csv, rows);
  return csv;
}

export async function figures() {
  await write_csv();
  const ours = [];
  const raw = [];
  for (let n = 0; n < runs; ++n) {
    raw.push((await run(program, 'raw', csv, join(data, 'raw.sqlite')))[0]);
    ours.push((await run(program, 'ours', csv, join(data, 'ours.zelian')))[0]);
    console.error('import', n + 1, JSON.stringify({ raw: raw.at(-1), ours: ours.at(-1) }));
  }
  if (ours.some((one) => one.first.added !== rows || one.again.unchanged !== rows))
    throw new Error('not every row was added, or unchanged the second time');
  const first = median(ours.map((one) => one.first.milliseconds));
  const again = median(ours.map((one) => one.again.milliseconds));
  const insert = median(raw.map((one) => one.milliseconds));
  const peak = median(ours.map((one) => one.peak_bytes_again));
  const bytes = Math.round(statSync(csv).size / rows);
  return [
    figure({
      what: `import 200,000 CSV rows × 20 (${bytes} B/row), ${ours[0].facts.toLocaleString('en-US')} facts`,
      ours: `${seconds(first)}, ${thousands(per_second(rows, first))}`,
      anchor: `raw insert ${seconds(insert)}, ${thousands(per_second(rows, insert))}`,
      value: insert / first, unit: '×', at_least: 0.25,
    }),
    figure({
      what: 'the same file again, unchanged',
      ours: `${seconds(again)}, ${thousands(per_second(rows, again))}`,
      anchor: `first import ${seconds(first)}`,
      value: first / again, unit: '×', at_least: 2,
    }),
    figure({
      what: 'peak memory of both imports', ours: megabytes(peak),
      value: peak / 1e6, unit: ' MB', at_most: 600,
    }),
  ];
}

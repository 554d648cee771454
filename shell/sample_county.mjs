// The sample county as its office would have it on sample_day: the ledgers imported, what the office
// recorded since, and the bulletins it issued. Deterministic, but for the random name of the chain.
// Usage: node shell/sample_county.mjs PROGRAM LEDGER   (shows what the program says)

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const sample_day = '2026-11-23';
const county = '青山县';
const begins = '2026-07-01';     // The office owes bulletins and reports from here on.
const leads_listed = '2026-09-01';  // The list of leads bears no dates; the county made it then.
const bulletins = [
  ['2026-07', '2026-08-10'], ['2026-08', '2026-09-10'],
  ['2026-09', '2026-10-14'], ['2026-10', '2026-11-10'],
];

const folder = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'public/sample');

function ledgers() {
  const files = fs.readdirSync(folder).filter((name) => /\.(xlsx|csv)$/.test(name)).sort();
  if (files.length === 0) throw new Error('public/sample holds no ledgers for the sample county.');
  return files.map((name) => path.join(folder, name));
}

/** Makes `ledger`, which must not exist yet, with the command line `program`. */
export function make_sample_county(program, ledger, stdio) {
  // Exit 1 says that rows were refused: the samples hold such rows on purpose.
  const run = (command, ...rest) => {
    try {
      execFileSync(program, [command, ledger, ...rest], { stdio });
    } catch (error) {
      if (command !== 'import' || error.status !== 1) throw error;
    }
  };
  const leads = path.join(folder, 'lead-list.xlsx');
  const reports = path.join(folder, 'weekly-reports.csv');
  const others = ledgers().filter((file) => file !== leads && file !== reports);
  run('init', '--name', county, '--demo', '--on', begins);
  run('import', ...others, '--on', sample_day);
  run('import', leads, '--on', leads_listed);  // Refuses cases the county did not have yet.
  run('import', leads, reports, '--on', sample_day);
  run('record', path.join(folder, 'office-record.jsonl'), '--on', sample_day);
  for (const [period, on] of bulletins) run('issue', 'bulletin', '--period', period, '--on', on);
  run('record', path.join(folder, 'bulletin-record.jsonl'), '--on', sample_day);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  make_sample_county(process.argv[2], process.argv[3], 'inherit');

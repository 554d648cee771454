// Opening a ledger: the facts of 100,000 cases read and folded.
import { figure, median, megabytes, milliseconds, runs, start } from './figures.mjs';

export async function figures() {
  const program = start('build/bench/load_bench', 100_000);
  const openings = [];
  for (let n = 0; n < runs; ++n) openings.push(await program.ask());
  program.end();
  console.error('load', JSON.stringify(openings));
  const time = median(openings.map((one) => one.milliseconds));
  const [{ cases, facts, bytes }] = openings;
  return [
    figure({
      what: `open a ledger of ${cases.toLocaleString('en-US')} cases, ${facts.toLocaleString('en-US')} facts, ${megabytes(bytes)}`,
      ours: milliseconds(time), value: time, unit: ' ms', at_most: 300,
    }),
  ];
}

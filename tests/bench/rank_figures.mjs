// Ranking 3,000 units over 12 periods, margins included.
import { figure, median, milliseconds, runs, start } from './figures.mjs';

export async function figures() {
  const program = start('build/bench/rank_bench', 3000, 12);
  const rankings = [];
  for (let n = 0; n < runs; ++n) rankings.push(await program.ask());
  program.end();
  console.error('rank', JSON.stringify(rankings));
  if (rankings.some((one) => one.ranked !== 36_000)) throw new Error('not every unit was ranked');
  const time = median(rankings.map((one) => one.milliseconds));
  return [
    figure({
      what: `ranking 3,000 units × 12 periods × 12 indicators, ${rankings[0].margins.toLocaleString('en-US')} margins`,
      ours: milliseconds(time), value: time, unit: ' ms', at_most: 100,
    }),
  ];
}

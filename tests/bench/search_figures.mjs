// Search over 1,000,000 titles and summaries; the slowest of the queries counts.
import { figure, milliseconds, run, seconds, megabytes } from './figures.mjs';

const cases = 1_000_000;
const shown = (query) => ([...query.text].length > 12 ? `${[...query.text].slice(0, 12).join('')}…` : query.text);
const hits = (query) => `${shown(query)} (${query.hits.toLocaleString('en-US')} hits)`;

export async function figures() {
  const [built, ...lines] = await run('build/bench/search_bench', cases);
  for (const line of [built, ...lines]) console.error('search', JSON.stringify(line));
  const queries = lines.filter((line) => line.characters >= 2);
  const slowest = queries.reduce((a, b) => (b.milliseconds > a.milliseconds ? b : a));
  const middle = [...queries].sort((a, b) => a.milliseconds - b.milliseconds)[queries.length >> 1];
  const updates = lines.filter((line) => line.update).map((line) => `${line.update} in ${milliseconds(line.milliseconds)}`);
  return [
    figure({
      what: `search 1,000,000 cases, slowest of ${queries.length} queries: ${hits(slowest)}`,
      ours: milliseconds(slowest.milliseconds),
      anchor: `reading all texts ${milliseconds(slowest.reading_milliseconds)}`,
      value: slowest.milliseconds, unit: ' ms', at_most: 5,
    }),
    figure({
      what: `the query in the middle: ${hits(middle)}; built in ${seconds(built.build_milliseconds)} ` +
        `(${megabytes(built.text_bytes)} of text), cases added: ${updates.join(', ')}`,
      ours: milliseconds(middle.milliseconds),
      anchor: `reading all texts ${milliseconds(middle.reading_milliseconds)}`,
      value: middle.milliseconds, unit: ' ms', at_most: 5,
    }),
  ];
}

// Runs the benchmarks named (all without a name) and prints one Markdown table: run.mjs [NAME...]
import { mkdirSync } from 'node:fs';
import { data, table } from './figures.mjs';

const scripts = {
  import: './import_figures.mjs',
  xlsx: './xlsx_figures.mjs',
  rules: './rules_figures.mjs',
  rank: './rank_figures.mjs',
  load: './load_figures.mjs',
  search: './search_figures.mjs',
  page: './page_bench.mjs',
};

const names = process.argv.slice(2);
const unknown = names.find((name) => !(name in scripts));
if (unknown !== undefined) {
  console.error(`no benchmark is called ${unknown}; there are ${Object.keys(scripts).join(' ')}`);
  process.exit(2);
}
mkdirSync(data, { recursive: true });
const figures = [];
let failed = false;
for (const name of names.length > 0 ? names : Object.keys(scripts)) {
  try {
    figures.push(...(await (await import(scripts[name])).figures()));
  } catch (error) {
    failed = true;
    console.error(`${name}: ${error.stack}`);
  }
}
console.log(table(figures));
process.exitCode = failed || figures.some((figure) => !figure.ok) ? 1 : 0;

// One pass of all rules over 1,000,000 invented cases, natively and as wasm, taking turns.
import { digits, figure, median, milliseconds, runs, start } from './figures.mjs';

const cases = 1_000_000;
const counties = [
  { led_percent: 8, at_most: 150 }, // about six facts a case
  { led_percent: 29, at_most: 300 }, // about ten
];

export async function figures() {
  const rows = [];
  for (const county of counties) rows.push(...(await county_figures(county)));
  return rows;
}

async function county_figures({ led_percent, at_most }) {
  const native = start('build/bench/rules_bench', cases, led_percent);
  const wasm = start('node', '--stack-size=4000', 'build/web/rules_bench.js', cases, led_percent);
  const about = await native.line();
  const about_wasm = await wasm.line();
  console.error('rules', JSON.stringify({ native: about, wasm: about_wasm }));
  const native_passes = [];
  const wasm_passes = [];
  for (let n = 0; n < runs; ++n) {
    native_passes.push(await native.ask());
    wasm_passes.push(await wasm.ask());
    console.error('rules', n + 1, JSON.stringify({ native: native_passes.at(-1), wasm: wasm_passes.at(-1) }));
  }
  native.end();
  wasm.end();
  const sums = new Set([about, about_wasm, ...native_passes, ...wasm_passes].map((pass) => pass.checksum));
  return rows_of(about, native_passes, wasm_passes, sums, at_most);
}

function rows_of(about, native_passes, wasm_passes, sums, at_most) {
  const one_core = (passes) => median(passes.map((pass) => pass.one_core_milliseconds));
  const ours = median(native_passes.map((pass) => pass.milliseconds));
  const writing = median(native_passes.map((pass) => pass.writing_milliseconds));
  const found = (about.duties + about.prompts).toLocaleString('en-US');
  return [
    figure({
      what: `all rules over 1,000,000 cases with ${digits(about.facts / about.cases)} facts each, ${found} duties and prompts`,
      ours: milliseconds(ours), anchor: `on one core ${milliseconds(one_core(native_passes))}, writing as many rows ${milliseconds(writing)}`,
      value: ours, unit: ' ms', at_most,
    }),
    // A page has one thread.
    figure({
      what: 'the same as wasm under node', ours: milliseconds(one_core(wasm_passes)),
      anchor: `native on one core ${milliseconds(one_core(native_passes))}`,
      value: one_core(wasm_passes) / one_core(native_passes), unit: '×', at_most: 2,
    }),
    figure({
      what: 'wasm within twice the native limit', ours: milliseconds(one_core(wasm_passes)),
      value: one_core(wasm_passes), unit: ' ms', at_most: 2 * at_most,
    }),
    figure({
      what: `different checksums of all rows (${[...sums][0]})`, ours: digits(sums.size),
      anchor: 'native = wasm', value: sums.size, unit: '', at_most: 1,
    }),
  ];
}

// Size of the page as it travels, and the time from navigation to the sample county's first screen in
// Chromium with software drawing, each in a fresh profile. Alone: node tests/bench/page_bench.mjs
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { open_profile } from '../browser/browser.mjs';
import { serve } from '../browser/site.mjs';
import { digits, figure, median, milliseconds, root, runs, table } from './figures.mjs';

const site = join(root, 'build/web/site');

function travelling() {
  const names = readdirSync(site, { recursive: true }).map(String);
  const parts = names.filter((name) => ['.html', '.js', '.wasm'].includes(extname(name)));
  return parts.map((name) => ({ name, bytes: gzipSync(readFileSync(join(site, name)), { level: 9 }).length }));
}

async function first_screen(address) {
  const profile = await open_profile();
  try {
    const page = await profile.context.newPage();
    await page.goto(address);
    return await page.evaluate(async () => {
      await window.zelian.ready;
      return performance.getEntriesByName('first-screen')[0]?.startTime ?? performance.now();
    });
  } finally {
    await profile.forget();
  }
}

export async function figures() {
  const parts = travelling();
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  console.error('page', JSON.stringify(parts));
  const { address, stop } = await serve(site);
  const times = [];
  for (let n = 0; n < runs; ++n) times.push(await first_screen(`${address}?demo`));
  stop();
  console.error('page', JSON.stringify(times));
  return [
    figure({
      what: 'page, glue and module, gzip', ours: `${digits(bytes / 1000)} kB`,
      value: bytes / 1e6, unit: ' MB', at_most: 1,
    }),
    figure({
      what: 'first screen of the sample county after navigation, Chromium, software drawing',
      ours: milliseconds(median(times)), value: median(times) / 1000, unit: ' s', at_most: 1.5,
    }),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(table(await figures()));

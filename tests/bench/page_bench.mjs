// The page in Chromium with software drawing: its size as it travels, the time to its first screen,
// opening a large ledger, what a frame and a keystroke cost with 200,000 cases in the list, rest, and
// how long one fact takes to be durable. Alone: node tests/bench/page_bench.mjs
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { Desk } from '../browser/desk.mjs';
import { open_profile } from '../browser/profile.mjs';
import { serve } from '../browser/site.mjs';
import { data, digits, figure, median, milliseconds, root, run, runs, table } from './figures.mjs';
import { write_csv } from './import_figures.mjs';

const site = join(root, 'build/web/site');
const day = '2026-11-23';
// So many rows make a ledger of 50 MB.
const rows_of_50_mb = 41_000;

function travelling() {
  const names = readdirSync(site, { recursive: true }).map(String);
  const parts = names.filter((name) => ['.html', '.js', '.wasm'].includes(extname(name)));
  return parts.map((name) => ({ name, bytes: gzipSync(readFileSync(join(site, name)), { level: 9 }).length }));
}

async function with_profile(work) {
  const profile = await open_profile();
  try {
    return await work(profile.context);
  } finally {
    await profile.forget();
  }
}

const first_screen_of = (desk) => desk.page.evaluate(() =>
    performance.getEntriesByName('first-screen')[0].startTime);

async function first_screen(address) {
  return with_profile(async (context) => first_screen_of(await Desk.open(context, address)));
}

async function import_csv(desk, csv) {
  const chooser = desk.page.waitForEvent('filechooser');
  await desk.click('choose_files');
  await (await chooser).setFiles(csv);
  await desk.wait_for('导入结果', 900);
  await desk.idle();
  await desk.saved();
}

function kept_bytes(desk) {
  return desk.page.evaluate(() => new Promise((resolve) => {
    const asked = indexedDB.open('zelian-ledger');
    asked.onsuccess = () => {
      const got = asked.result.transaction('head').objectStore('head').get('head');
      got.onsuccess = () => { asked.result.close(); resolve(got.result.file_bytes); };
    };
  }));
}

/** One fact taken back or brought again, from the key to when it is kept; `times` of them. */
function commits(desk, times) {
  return desk.page.evaluate(async (count) => {
    const taken = [];
    for (let turn = 0; turn < count; ++turn) {
      await window.zelian.idle();
      const begun = performance.now();
      for (const kind of ['keydown', 'keyup']) {
        document.getElementById('canvas').dispatchEvent(new KeyboardEvent(kind, {
          key: 'z', code: turn % 2 ? 'KeyY' : 'KeyZ', ctrlKey: true, bubbles: true }));
      }
      await window.zelian.saved();
      taken.push(performance.now() - begun);
    }
    return taken;
  }, times);
}

// The time of every callback that draws, as the page itself cannot tell.
const watch_frames = () => {
  const real = window.requestAnimationFrame;
  window.frame_times = [];
  window.requestAnimationFrame = (callback) => real((now) => {
    const begun = performance.now();
    callback(now);
    window.frame_times.push(performance.now() - begun);
  });
};

async function frames_while(desk, work) {
  await desk.idle();
  await desk.page.evaluate(() => { window.frame_times.length = 0; });
  await work();
  await desk.idle();
  return desk.page.evaluate(() => window.frame_times);
}

const share = (numbers, part) =>
    [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];

async function wheel(desk, turns) {
  for (let turn = 0; turn < turns; ++turn) {
    await desk.page.mouse.wheel(0, 300);
    await desk.page.waitForTimeout(16);
  }
}

async function warmed(desk) {
  await desk.page.waitForFunction(() => {
    const now = window.zelian.glyphs();
    const done = now > 7000 && now === window.glyphs_then;
    window.glyphs_then = now;
    return done;
  }, null, { polling: 1000 });
}

async function large_list(address) {
  return with_profile(async (context) => {
    await context.addInitScript(watch_frames);
    const desk = await Desk.open(context, `${address}?on=${day}`);
    await import_csv(desk, await write_csv());
    await desk.click('nav_cases');
    await desk.page.mouse.move(700, 500);
    const still = await frames_while(desk, async () => {
      for (let turn = 0; turn < 60; ++turn) await desk.page.mouse.move(700 + turn, 500 + turn % 9);
    });
    const scrolled = await frames_while(desk, () => wheel(desk, 120));
    await warmed(desk);
    const warm = await frames_while(desk, () => wheel(desk, 120));
    await desk.click('search');
    const typed = [];
    for (const letter of ['补', '偿', '款', '发'])
      typed.push(Math.max(...await frames_while(desk, () => desk.page.keyboard.insertText(letter))));
    const before = await desk.frames();
    await desk.page.waitForTimeout(10_000);
    return { still, scrolled, warm, typed, rest: await desk.frames() - before };
  });
}

async function large_ledger(address) {
  const csv = join(data, 'export-50-mb.csv');
  if (!existsSync(csv)) await run('build/bench/import_native_bench', 'write', csv, rows_of_50_mb);
  return with_profile(async (context) => {
    const desk = await Desk.open(context, `${address}?on=${day}`);
    await import_csv(desk, csv);
    const bytes = await kept_bytes(desk);
    const opened = [];
    for (let n = 0; n < runs; ++n) {
      await desk.reload();
      opened.push(await first_screen_of(desk));
    }
    return { bytes, opened };
  });
}

/** On the sample county, where a fact is recorded first: an import is not taken back by a key. */
async function durable(address) {
  return with_profile(async (context) => {
    const desk = await Desk.open(context, `${address}?on=${day}`);
    const files = ['units-officials.xlsx', 'provincial-export.xlsx', 'county-ledger.xlsx',
                   'lead-list.xlsx'];
    await import_csv(desk, files.map((name) => join(root, 'public/sample', name)));
    await desk.click('nav_today');
    await desk.click('filter_late');
    await desk.click(({ role }) => role === 'row');
    await desk.click('open_case');
    await desk.wait_for('back');
    await desk.click('record_lead.assigned');
    await desk.click('level_county_leader');
    await desk.click('field_official');
    await desk.click(({ role }) => role === 'option');
    await desk.click('record');
    await desk.wait_for('undo');
    return commits(desk, 40);
  });
}

function frame_figures({ still, scrolled, warm, typed, rest }) {
  const told = (what, numbers, part, at_most) => figure({
    what: `200,000 cases: ${what}`, ours: milliseconds(share(numbers, part)),
    value: share(numbers, part), unit: ' ms', at_most });
  return [
    told('computing a frame, median', still, 0.5, 2),
    told('the same while scrolling, 99 of 100', scrolled, 0.99, 12),
    told('the same once characters are drawn ahead', warm, 0.99, 8),
    told('a keystroke in search, slowest', typed, 1, 16),
    figure({ what: 'frames in 10 idle seconds', ours: String(rest), value: rest, unit: '', at_most: 0 }),
  ];
}

export async function figures() {
  const parts = travelling();
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  console.error('page', JSON.stringify(parts));
  const { address, stop } = await serve(site);
  const times = [];
  for (let n = 0; n < runs; ++n) times.push(await first_screen(`${address}?demo`));
  console.error('page', JSON.stringify({ times }));
  const kept = await durable(address);
  console.error('page', JSON.stringify({ kept }));
  const large = await large_ledger(address);
  console.error('page', JSON.stringify({ large }));
  const list = await large_list(address);
  console.error('page', JSON.stringify({ typed: list.typed, rest: list.rest }));
  stop();
  return [
    figure({
      what: 'page, glue and module, gzip', ours: `${digits(bytes / 1024)} KiB`,
      value: bytes / 1024, unit: ' KiB', at_most: 1024,
    }),
    figure({
      what: 'first screen of the sample county after navigation, Chromium, software drawing',
      ours: milliseconds(median(times)), value: median(times) / 1000, unit: ' s', at_most: 1.5,
    }),
    figure({
      what: 'one fact from the key to durable, median', ours: milliseconds(median(kept)),
      value: median(kept), unit: ' ms', at_most: 10,
    }),
    figure({
      what: `opening a kept ledger of ${digits(large.bytes / 1e6)} MB, navigation to first screen`,
      ours: milliseconds(median(large.opened)), value: median(large.opened) / 1000, unit: ' s',
      at_most: 1.5,
    }),
    ...frame_figures(list),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(table(await figures()));

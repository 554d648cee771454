// The page in Chromium with software drawing: its size as it travels, the time to its first screen,
// how long one fact takes to be durable, opening a large ledger, what frames and keystrokes cost with
// 200,000 cases in the list, and rest. Alone: node tests/bench/page_bench.mjs
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { Desk } from '../browser/desk.mjs';
import { open_profile } from '../browser/profile.mjs';
import { serve } from '../browser/site.mjs';
import { digits, figure, median, megabytes, milliseconds, root, runs, table } from './figures.mjs';
import { bare_reading, keep_ledger, native_ledger } from './kept_ledger.mjs';
import {
  commits, frames_while, keystrokes, share, unprepared_letter, warmed, watch_frames, wheel,
} from './page_watch.mjs';

const site = join(root, 'build/web/site');
const day = '2026-11-23';
// So many rows make a ledger of 50 MB.
const rows_of_50_mb = 43_000;
const rows_of_a_city = 200_000;
// Milliseconds. A browser that was just started is busy with windows of its own, on every core there is.
const browser_starts = 6000;
const page_goes = 3000;

// The module travels as it lies there packed; servers pack the rest. Few browsers fetch the fallback.
function travelling() {
  const names = readdirSync(site, { recursive: true }).map(String);
  const bytes_of = (name) => readFileSync(join(site, name));
  return names.filter((name) => /^(?!fallback\.).*\.(html|js|wasm\.gz)$/.test(name)).map((name) => ({
    name, bytes: name.endsWith('.gz') ? bytes_of(name).length
                                      : gzipSync(bytes_of(name), { level: 9 }).length,
  }));
}

async function with_profile(work) {
  const profile = await open_profile();
  try {
    await new Promise((resolve) => setTimeout(resolve, browser_starts));
    return await work(profile.context);
  } finally {
    await profile.forget();
  }
}

const first_screen_of = (desk) => desk.page.evaluate(() =>
    performance.getEntriesByName('first-screen')[0].startTime);

async function first_screen(address) {
  return with_profile(async (context) => first_screen_of(await Desk.open(context, `${address}?demo`)));
}

/** On the sample county, where a fact is recorded first: an import is not taken back by a key. */
async function durable(address) {
  return with_profile(async (context) => {
    const desk = await Desk.open(context, `${address}?on=${day}`);
    const files = ['units-officials.xlsx', 'provincial-export.xlsx', 'county-ledger.xlsx',
                   'lead-list.xlsx'];
    await desk.choose_files('choose_files', files.map((name) => join(root, 'public/sample', name)));
    await desk.wait_for('导入结果', 300);
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

async function kept_ledger(address) {
  const ledger = await native_ledger(rows_of_50_mb, day);
  return with_profile(async (context) => {
    const bytes = await keep_ledger(context, address, ledger);
    const desk = await Desk.open(context, `${address}?on=${day}`);
    const opened = [await first_screen_of(desk)];
    const bare = [];
    for (let n = 1; n < runs; ++n) {
      // Away from the page first: what a browser does to be rid of a page, and what that page had
      // begun for later, is no part of opening one.
      bare.push(await bare_reading(desk.page, address));
      await desk.page.waitForTimeout(page_goes);
      await desk.visit(`${address}?on=${day}`);
      opened.push(await first_screen_of(desk));
    }
    return { bytes, opened, bare };
  });
}

async function large_list(address) {
  const ledger = await native_ledger(rows_of_a_city, day);
  return with_profile(async (context) => {
    await context.addInitScript(watch_frames);
    await keep_ledger(context, address, ledger);
    const desk = await Desk.open(context, `${address}?on=${day}&screen=cases`);
    const early = await unprepared_letter(desk, '补');
    await desk.reload();
    await desk.page.mouse.move(700, 500);
    const still = await frames_while(desk, async () => {
      for (let turn = 0; turn < 60; ++turn) await desk.page.mouse.move(700 + turn, 500 + turn % 9);
    });
    const scrolled = await frames_while(desk, () => wheel(desk, 120));
    await warmed(desk);
    const warm = await frames_while(desk, () => wheel(desk, 120));
    const typed = await keystrokes(desk, ['补偿款发放', '东河镇', '51172', '征地拆迁']);
    const before = await desk.frames();
    await desk.page.waitForTimeout(10_000);
    const rest = await desk.frames() - before;
    return { early, still, scrolled, warm, typed, rest, kept: await commits(desk, 10) };
  });
}

function frame_figures({ early, still, scrolled, warm, typed, rest, kept }) {
  const told = (what, frames, part, at_most) => figure({
    what: `200,000 cases in the list: ${what}`, ours: milliseconds(share(frames.worked, part)),
    anchor: `with what drawing it costs the page ${milliseconds(share(frames.whole, part))}`,
    value: share(frames.worked, part), unit: ' ms', at_most });
  return [
    told('working out a frame, median', still, 0.5, 2),
    told('the same while scrolling, 99 of 100', scrolled, 0.99, 12),
    told('the same once characters are drawn ahead', warm, 0.99, 8),
    figure({
      what: `200,000 cases in the list: a keystroke in search, slowest of ${typed.length}`,
      ours: milliseconds(Math.max(...typed)), anchor: `median ${milliseconds(median(typed))}`,
      value: Math.max(...typed), unit: ' ms', at_most: 16,
    }),
    figure({
      what: '200,000 cases: a letter typed before searching was made ready, longest frame',
      ours: milliseconds(early.longest), anchor: `answered after ${milliseconds(early.answered)}`,
      value: early.longest, unit: ' ms', at_most: 16,
    }),
    figure({ what: 'frames in 10 idle seconds', ours: String(rest), value: rest, unit: '', at_most: 0 }),
    commit_figure('one fact of 200,000 cases from the key to durable, median', kept),
  ];
}

function commit_figure(what, { ours, bare }) {
  return figure({
    what, ours: milliseconds(median(ours)), anchor: `bare IndexedDB, 4 KB strict ${milliseconds(median(bare))}`,
    value: median(ours), unit: ' ms', at_most: 10,
  });
}

async function measured(name, work) {
  const begun = performance.now();
  const result = await work();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.error('page', name, `${seconds} s`, JSON.stringify(result));
  return result;
}

export async function figures() {
  const parts = travelling();
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  const { address, stop } = await serve(site);
  try {
    const times = [];
    for (let n = 0; n < runs; ++n)
      times.push(await measured('first screen', () => first_screen(address)));
    const kept = await measured('commits', () => durable(address));
    const large = await measured('opening', () => kept_ledger(address));
    const list = await measured('list', () => large_list(address));
    return [
      figure({
        what: 'page, glue and module, gzip', ours: `${digits(bytes / 1024)} KiB`,
        value: bytes / 1024, unit: ' KiB', at_most: 1024,
      }),
      figure({
        what: 'first screen of the sample county after navigation, Chromium, software drawing',
        ours: milliseconds(median(times)), value: median(times) / 1000, unit: ' s', at_most: 1.5,
      }),
      commit_figure('one fact of the sample county from the key to durable, median', kept),
      figure({
        what: `opening a kept ledger of ${megabytes(large.bytes)}, navigation to first screen`,
        ours: milliseconds(median(large.opened)),
        anchor: `an empty page that reads it ${milliseconds(median(large.bare))}`,
        value: median(large.opened) / 1000, unit: ' s', at_most: 1.5,
      }),
      ...frame_figures(list),
    ];
  } finally {
    stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await figures();
  console.log(table(found));
  process.exitCode = found.every(({ ok }) => ok) ? 0 : 1;
}

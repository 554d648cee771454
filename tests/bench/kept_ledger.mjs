// Large ledgers for the page's figures: made by the command line, and put into a browser's storage
// by the page's own code for keeping pages, as if it had written them itself.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { page_database_script } from '../browser/kept.mjs';
import { data, root, run } from './figures.mjs';

const page_bytes = 8192;
// So many pages are written at a time.
const stride = 4096;

function record(ledger, day, fact) {
  execFileSync('build/native/zelian', ['--on', day, 'record', ledger, '-'],
               { cwd: root, input: JSON.stringify(fact), stdio: ['pipe', 'ignore', 'inherit'] });
}

/** A ledger of so many imported rows, and behind them one fact recorded by hand: an import is not
 *  taken back by a key. Made once. */
export async function native_ledger(rows, day) {
  const ledger = join(data, `page-${rows}.zelian`);
  if (existsSync(ledger)) return ledger;
  mkdirSync(data, { recursive: true });
  const csv = join(data, `page-${rows}.csv`);
  const made = join(data, 'page-new.zelian');
  rmSync(made, { force: true });
  await run('build/bench/import_native_bench', 'write', csv, rows);
  await run('build/bench/import_native_bench', 'ours', csv, made);
  record(made, day, { kind: 'case.registered', on: day, case: '511720261123900001', form: 'visit',
                      title: '补偿款发放', received_on: day, purpose: 'appeal', unit: 'T01' });
  rmSync(csv);
  renameSync(made, ledger);
  return ledger;
}

// In the browser, with page_database.ts as `kept`.
async function plant(source, { page_bytes, stride }) {
  const file = source.files[0];
  const database = await window.kept.open_database(() => {}, () => {});
  const count = Math.ceil(file.size / page_bytes);
  let generation = 0;
  for (let first = 0; first < count; first += stride, ++generation) {
    const end = Math.min(count, first + stride);
    const part = new Uint8Array(
        await file.slice(first * page_bytes, end * page_bytes).arrayBuffer());
    const pages = new Map();
    for (let at = 0; at < end - first; ++at)
      pages.set(first + at, part.slice(at * page_bytes, (at + 1) * page_bytes));
    const change = { file_bytes: file.size, page_bytes, pages };
    await window.kept.write_change(database, change, generation, `bench-${generation}`);
  }
  database.close();
  return file.size;
}

// The same origin, and nothing that runs.
async function go_to_empty(page, address) {
  const empty = `${address}empty.html`;
  await page.route(empty, (route) => route.fulfill({ contentType: 'text/html',
                                                     body: '<input type="file">' }));
  await page.goto(empty);
}

// In the browser, without any code of ours.
async function read_bare() {
  const begun = performance.now();
  const answer = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await answer(indexedDB.open('zelian-ledger'));
  const runs = await answer(database.transaction('runs').objectStore('runs').getAll());
  const bytes = new Uint8Array(runs.reduce((sum, run) => sum + run.bytes.length, 0));
  let at = 0;
  for (const run of runs) {
    bytes.set(run.bytes, at);
    at += run.bytes.length;
  }
  database.close();
  return performance.now() - begun;
}

/** Milliseconds until an empty page has read what is kept and put it side by side: what opening it
 *  costs where nothing is made of it. */
export async function bare_reading(page, address) {
  await go_to_empty(page, address);
  return page.evaluate(read_bare);
}

/** Puts the ledger where the page at `address` keeps its own; its size in bytes. */
export async function keep_ledger(context, address, ledger) {
  const page = await context.newPage();
  await go_to_empty(page, address);
  await page.addScriptTag({ content: `${await page_database_script()}; window.kept = kept;` });
  await page.setInputFiles('input', ledger);
  const bytes = await (await page.$('input')).evaluate(plant, { page_bytes, stride });
  await page.close();
  return bytes;
}

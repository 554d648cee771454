// What stories about the kept ledger share: how it got there, and what the browser holds of it.

import { createRequire } from 'node:module';
import path from 'node:path';

import { root } from './browser.mjs';
import { dropped } from './suite.mjs';

const { build } = createRequire(path.join(root, 'shell/package.json'))('esbuild');

/** The lines of plain HTML under the canvas. */
export const strip = (desk) => desk.page.locator('#strip');
export const empty_ledger = /台账还是空的/;

export function head_of(desk) {
  return desk.page.evaluate(() => new Promise((resolve, reject) => {
    const asked = indexedDB.open('zelian-ledger');
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const got = asked.result.transaction('head').objectStore('head').get('head');
      got.onsuccess = () => { asked.result.close(); resolve(got.result); };
    };
  }));
}

export async function import_cases(desk) {
  await desk.drop_files([dropped('units-officials.xlsx'), dropped('county-ledger.xlsx')]);
  await desk.wait_for('导入结果');
  await desk.idle();
}

/** Until the page's `disk_full` is false again. */
export function fill_disk(desk) {
  return desk.page.evaluate(() => {
    const real = IDBObjectStore.prototype.put;
    window.disk_full = true;
    IDBObjectStore.prototype.put = function (...what) {
      if (window.disk_full) throw new DOMException('full', 'QuotaExceededError');
      return real.apply(this, what);
    };
  });
}

/** The page's own code for the kept pages, as a script that makes `kept`. */
export async function page_database_script() {
  const made = await build({ entryPoints: [path.join(root, 'shell/src/page_database.ts')],
                             bundle: true, write: false, format: 'iife', globalName: 'kept' });
  return made.outputFiles[0].text;
}

/** The ledger as the browser keeps it. */
export async function kept_file(desk) {
  const read = async () => {
    const database = await kept.open_database(() => {}, () => {});
    const file = (await kept.read_all(database)).file.whole();
    database.close();
    let text = '';
    for (let at = 0; at < file.length; at += 32768)
      text += String.fromCharCode(...file.subarray(at, at + 32768));
    return btoa(text);
  };
  const script = await page_database_script();
  return Buffer.from(await desk.page.evaluate(`{ ${script}; (${read})() }`), 'base64');
}

/** Where a record lies: the first of these that is there. */
export const records = { head: [['head', 'head']], first_page: [['pages', 0], ['runs', 0]] };

export function change_store(desk, places, change) {
  return desk.page.evaluate(([known, code]) => new Promise((resolve, reject) => {
    const checksum = (bytes) => {
      let rest = -1;
      for (const byte of bytes) {
        rest ^= byte;
        for (let bit = 0; bit < 8; ++bit) rest = (rest >>> 1) ^ (rest & 1 ? 0xEDB88320 : 0);
      }
      return ~rest >>> 0;
    };
    const changes = {
      damage: (page) => { page.bytes[100] ^= 1; },
      age: (head) => { head.format = 99; },
      grow: (head) => { head.file_bytes = 2 ** 53; },
      // The last byte of SQLite's user_version; the page itself is whole.
      upgrade: (page) => { page.bytes[63] = 99; page.check = checksum(page.bytes); },
    };
    const asked = indexedDB.open('zelian-ledger');
    asked.onsuccess = () => {
      const transaction = asked.result.transaction(known.map(([store]) => store), 'readwrite');
      transaction.oncomplete = () => { asked.result.close(); resolve(); };
      const look = ([[store, key], ...others]) => {
        const got = transaction.objectStore(store).get(key);
        got.onsuccess = () => {
          if (!got.result) return look(others);
          changes[code](got.result);
          transaction.objectStore(store).put(got.result, key);
        };
      };
      look(known);
    };
    asked.onerror = () => reject(asked.error);
  }), [places, change]);
}

export async function begins_anew(desk, act) {
  const loaded = desk.page.waitForEvent('load');
  await act();
  await loaded;
  await desk.ready();
}

export async function imported(stage) {
  const desk = await stage.desk();
  await import_cases(desk);
  await desk.saved();
  return desk;
}

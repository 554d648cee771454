// What stories about the kept ledger share: how it got there, and what the browser holds of it.

import { dropped } from './suite.mjs';

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

export function change_store(desk, store, key, change) {
  return desk.page.evaluate(([name, at, code]) => new Promise((resolve, reject) => {
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
      // The last byte of SQLite's user_version; the page itself is whole.
      upgrade: (page) => { page.bytes[63] = 99; page.check = checksum(page.bytes); },
    };
    const asked = indexedDB.open('zelian-ledger');
    asked.onsuccess = () => {
      const records = asked.result.transaction(name, 'readwrite').objectStore(name);
      const got = records.get(at);
      got.onsuccess = () => {
        changes[code](got.result);
        records.put(got.result, at);
        records.transaction.oncomplete = () => { asked.result.close(); resolve(); };
      };
    };
    asked.onerror = () => reject(asked.error);
  }), [store, key, change]);
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

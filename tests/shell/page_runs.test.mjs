// Random histories of a kept file: whatever was written, joined and cut off, what is read is what a
// plain list of pages says, and what was damaged is not read at all.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { load, shell } from './support/load.mjs';

const fake = createRequire(path.join(shell, 'package.json')).resolve('fake-indexeddb');
const { IDBFactory, IDBKeyRange } = await import(pathToFileURL(fake));
Object.assign(globalThis, { IDBKeyRange });

const page_bytes = 16;
const run_pages = 64;
const { crc32 } = await load('checksum');
const { join_pages, open_database, read_all, read_head, write_change } = await load('page_database');

function random(seed) {
  let state = seed;
  return (below) => {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 374761393 | 0;
    return (state >>> 0) % below;
  };
}

/** A kept file and, beside it, what it has to be. */
class Kept {
  pages = [];
  generation = 0;

  static async create() {
    globalThis.indexedDB = new IDBFactory();
    const kept = new Kept();
    kept.database = await open_database(() => {}, () => {});
    return kept;
  }

  /** These pages get new content; the file then has `count` pages. */
  async write(indexes, count, fill) {
    const pages = new Map();
    this.pages.length = count;
    for (const index of indexes) {
      this.pages[index] = new Uint8Array(page_bytes).fill(fill(256));
      pages.set(index, this.pages[index]);
    }
    await write_change(this.database, { file_bytes: count * page_bytes, page_bytes, pages },
                       this.generation, `write-${++this.generation}`);
  }

  async join() {
    let joined = 0;
    for (let run = 0; run !== null; ++joined) run = await join_pages(this.database, run);
    return joined;
  }

  async check() {
    const { head, file, single } = await read_all(this.database);
    assert.equal(head.generation, this.generation);
    assert.deepEqual(Buffer.from(file.whole()), Buffer.concat(this.pages));
    return single;
  }

  /** The record at a key, changed by hand. */
  async change(store, key, how) {
    const records = this.database.transaction(store, 'readwrite').objectStore(store);
    const got = records.get(key);
    await new Promise((resolve) => {
      got.onsuccess = () => {
        const changed = how(got.result);
        if (changed) records.put(changed, key);
        else records.delete(key);
      };
      records.transaction.oncomplete = resolve;
    });
  }
}

const every = (from, to) => Array.from({ length: to - from }, (_, at) => from + at);

test('page runs: what is read is what was written, whatever the history', async () => {
  for (let seed = 1; seed <= 40; ++seed) {
    const draw = random(seed);
    const kept = await Kept.create();
    for (let step = 0; step < 12; ++step) {
      const before = kept.pages.length;
      const count = Math.max(1, draw(5) === 0 ? draw(300) : before + draw(4));
      const changed = new Set(every(before, count));
      if (draw(4) === 0) every(draw(count), count).forEach((index) => changed.add(index));
      for (let n = draw(6); n > 0; --n) changed.add(draw(count));
      await kept.write([...changed], count, draw);
      if (draw(5) === 0) {
        await kept.join();
        assert.equal(await kept.check(), 0);
      }
      await kept.check();
    }
  }
});

test('page runs: what was written together is one record, what changes alone lies beside it', async () => {
  const kept = await Kept.create();
  await kept.write(every(0, 2 * run_pages + 5), 2 * run_pages + 5, random(1));
  assert.equal(await kept.check(), 0);
  await kept.write([3, run_pages], 2 * run_pages + 5, random(2));
  assert.equal(await kept.check(), 2);
  await kept.write(every(0, run_pages), 2 * run_pages + 5, random(3));
  assert.equal(await kept.check(), 1);
  const { generation } = await read_head(kept.database);
  await kept.join();
  assert.equal(await kept.check(), 0);
  assert.equal((await read_head(kept.database)).generation, generation);
});

test('page runs: what a shorter file has given up does not come back', async () => {
  const kept = await Kept.create();
  await kept.write(every(0, 100), 100, random(1));
  await kept.write([0], 80, random(2));
  await kept.check();
  await kept.write([], 90, random(3));  // Pages 80 to 89 were never written again.
  await assert.rejects(read_all(kept.database), { trouble: 'damaged' });
});

test('page runs: a store of the first version goes on as it is, and is joined', async () => {
  globalThis.indexedDB = new IDBFactory();
  const first = await new Promise((resolve) => {
    const asked = indexedDB.open('zelian-ledger', 1);
    asked.onupgradeneeded = () =>
        ['head', 'pages'].forEach((name) => asked.result.createObjectStore(name));
    asked.onsuccess = () => resolve(asked.result);
  });
  const kept = new Kept();
  kept.pages = every(0, 100).map((index) => new Uint8Array(page_bytes).fill(index));
  kept.generation = 7;
  const transaction = first.transaction(['head', 'pages'], 'readwrite');
  kept.pages.forEach((bytes, index) =>
      transaction.objectStore('pages').put({ bytes, check: crc32(bytes) }, index));
  transaction.objectStore('head').put({ format: 1, generation: 7, file_bytes: 100 * page_bytes,
                                        page_bytes, write: 'old-1' }, 'head');
  await new Promise((resolve) => { transaction.oncomplete = resolve; });
  first.close();
  kept.database = await open_database(() => {}, () => {});
  assert.equal(await kept.check(), 100);
  await kept.write([50], 100, random(1));
  assert.equal(await kept.join(), 3);  // Two runs, and the look that found no more.
  assert.equal(await kept.check(), 0);
});

test('page runs: what is damaged, missing or too much is not read', async () => {
  const flip = (record) => {
    record.bytes[5] ^= 1;
    return record;
  };
  const damages = {
    'a byte of a run': (kept) => kept.change('runs', 0, flip),
    'a byte of a page': (kept) => kept.change('pages', 3, flip),
    'no run': (kept) => kept.change('runs', 1, () => null),
    'a run that is too long': (kept) => kept.change('runs', 2, ({ bytes }) => {
      const longer = new Uint8Array(bytes.length + page_bytes);
      longer.set(bytes);
      return { bytes: longer, check: crc32(longer) };
    }),
    'a page beyond the end': (kept) => kept.change(
        'pages', 130, () => ({ bytes: new Uint8Array(page_bytes), check: 0xecbb4b55 })),
  };
  for (const [what, damage] of Object.entries(damages)) {
    const kept = await Kept.create();
    await kept.write(every(0, 130), 130, random(1));
    await kept.write([3], 130, random(2));
    await damage(kept);
    await assert.rejects(read_all(kept.database), { trouble: 'damaged' }, what);
    // Joining looks only at runs with single pages, and does not mend what it cannot read.
    if (what === 'no run' || what.includes('long')) await kept.join();
    else await assert.rejects(kept.join(), { trouble: 'damaged' }, what);
    await assert.rejects(read_all(kept.database), { trouble: 'damaged' }, what);
  }
});

test('page store: single pages are joined once it is quiet', async (context) => {
  const kept = await Kept.create();
  for (const from of [0, 1])
    await kept.write(every(0, 1200).filter((index) => index % 2 === from), 1200, random(from + 1));
  assert.equal(await kept.check(), 1200);
  const { PageStore } = await load('page_store');
  const store = new PageStore(() => {});
  await store.load();
  let looks = 0;
  const real = globalThis.setTimeout;
  context.after(() => { globalThis.setTimeout = real; });
  globalThis.setTimeout = (run, ...rest) => real(run, 0, ...rest.slice(1));
  await store.tidy(() => {
    ++looks;
    return looks > 3;
  });
  assert.equal(looks, 3 + 20);  // 19 runs, and the look that finds no more.
  assert.equal(await kept.check(), 0);
});

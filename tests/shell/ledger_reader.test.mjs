// The kept ledger, read by a worker beside the page.

import assert from 'node:assert/strict';
import test from 'node:test';

import { change_of, empty_database, letters_of, page_bytes } from './support/database.mjs';
import { load } from './support/load.mjs';

globalThis.navigator ??= {};
Object.assign(globalThis, { BUILD_READER: 'reader.js', window: globalThis });
const { PageStore, read_aside, read_kept } =
    await load('page_store', 'ledger_reader', 'worker/reading');

let work = read_kept;
let ended = 0;

// As the browser's: what is given over is gone from where it was.
globalThis.Worker = class {
  constructor(script) {
    assert.equal(script, 'reader.js');
    queueMicrotask(() => void work((message, transfer) =>
        this.onmessage({ data: structuredClone(message, { transfer }) }), this));
  }

  terminate() { ++ended; }
};

function store_of(aside) {
  const store = new PageStore(() => undefined);
  if (aside) store.read_aside = aside;
  return store;
}

test.beforeEach(async () => {
  work = read_kept;
  ended = 0;
  empty_database();
  const store = store_of();
  await store.load();
  store.put(change_of('abcd'));
  await store.saved();
  store.put(change_of({ 3: 'D' }));
  await store.saved();
});

test('reading aside: the same file as here, and how large it is before', async () => {
  const sizes = [];
  const kept = await read_aside((bytes) => sizes.push(bytes));
  assert.equal(letters_of(kept.file.whole()), 'abcD');
  assert.equal(kept.head.generation, 2);
  assert.deepEqual(sizes, [4 * page_bytes]);
  assert.equal(ended, 1);
});

test('reading aside: what was read there is written on here', async () => {
  const store = store_of(read_aside);
  assert.equal(letters_of((await store.load()).whole()), 'abcD');
  store.put(change_of({ 3: 'E' }));
  await store.saved();
  assert.equal(letters_of((await store_of().load()).whole()), 'abcE');
});

test('reading aside: without a reader the page reads itself', async (context) => {
  const real = globalThis.Worker;
  context.after(() => { globalThis.Worker = real; });
  globalThis.Worker = undefined;
  assert.equal(letters_of((await store_of(read_aside).load()).whole()), 'abcD');
});

test('reading aside: a reader that cannot run leaves it to the page', async () => {
  work = (say, worker) => worker.onerror(new Event('error'));
  assert.equal(letters_of((await store_of(read_aside).load()).whole()), 'abcD');
  assert.equal(ended, 1);
});

test('reading aside: a page that is damaged is told by the page itself', async () => {
  const asked = indexedDB.open('zelian-ledger');
  await new Promise((resolve) => {
    asked.onsuccess = () => {
      const transaction = asked.result.transaction('runs', 'readwrite');
      transaction.objectStore('runs').delete(0);
      transaction.oncomplete = () => { asked.result.close(); resolve(); };
    };
  });
  assert.equal(await read_aside(() => undefined), null);
  await assert.rejects(store_of(read_aside).load(), { trouble: 'damaged' });
});

test('reading aside: nothing kept is no ledger', async () => {
  empty_database();
  assert.equal(await store_of(read_aside).load(), null);
});

// What the store makes of a database that answers late, never, or with something else.

import assert from 'node:assert/strict';
import test from 'node:test';

import { answer_lost, change_of, connection_lost, empty_database, hurry, letters_of,
         meddle_with_transactions, page_bytes, until } from './support/database.mjs';
import { load } from './support/load.mjs';

const { Failure, PageStore, Unreadable, load_ledger } = await load('page_store', 'kept_ledger', 'loader');
globalThis.navigator ??= {};
const [kBlank, kStored] = [0, 1];
const [kSaved, , kFailed] = [0, 1, 2];

function store_of() {
  const told = [];
  const store = new PageStore((state, read_only, sentence) => told.push({ state, read_only, sentence }));
  return { store, told };
}

async function kept_by(letters) {
  empty_database();
  const { store } = store_of();
  await store.load();
  store.put(change_of(letters));
  await store.saved();
}

async function stored() {
  const { store } = store_of();
  const file = await store.load();
  return file && letters_of(file.whole());
}

// How often another window writes meanwhile, and how often was looked.
let overtaken = 0;
let loads = 0;

/** As the page opens; what the lamp is told stands beside it. */
async function opened() {
  const said = [];
  const lamp = { store: (state, read_only, sentence) => said.push(sentence) };
  const keeper = { store: store_of().store, windows: { arrive: async () => undefined,
                                                       was_overtaken: () => overtaken-- > 0 } };
  const { load } = keeper.store;
  keeper.store.load = () => { ++loads; return load.call(keeper.store); };
  return { said, ...await load_ledger(keeper, lamp) };
}

async function change_record(store, key, change) {
  const asked = indexedDB.open('zelian-ledger');
  await new Promise((resolve) => {
    asked.onsuccess = () => {
      const transaction = asked.result.transaction(store, 'readwrite');
      const records = transaction.objectStore(store);
      records.get(key).onsuccess = ({ target }) => records.put(change(target.result), key);
      transaction.oncomplete = () => { asked.result.close(); resolve(); };
    };
  });
}

const longer = (bytes) => change_record('head', 'head', (head) => ({ ...head, file_bytes: bytes }));

const refuse_opening = (name) => {
  globalThis.indexedDB = { open: () => { throw new DOMException('refused', name); } };
};

test('opening: what another window wrote while this one asked is read too', async () => {
  empty_database();
  [overtaken, loads] = [2, 0];
  await opened();
  assert.equal(loads, 3);
  overtaken = 0;
});

test('opening: nothing kept is told apart from nothing to be had', async () => {
  empty_database();
  assert.deepEqual(await opened(), { source: kBlank, bytes: null, nothing: true, said: [] });
  for (const nowhere of [() => refuse_opening('SecurityError'),
                         () => { globalThis.indexedDB = undefined; },
                         () => { globalThis.indexedDB = null; }]) {
    nowhere();
    const { source, nothing, said } = await opened();
    assert.deepEqual([source, nothing], [kBlank, false]);
    assert.match(said.join(), /不允许本页保存数据/);
  }
});

test('opening: a ledger too large for this machine is no blank page', async () => {
  await kept_by({ 0: 'a' });
  await longer(2 ** 53);  // As much as no machine has.
  await assert.rejects(opened(), (error) => !(error instanceof Unreadable) &&
      error instanceof Failure && /内存不足.*未作任何改动/.test(error.message));
});

test('opening: a database that does not answer is no blank page', async (context) => {
  hurry(context, 1);
  await kept_by({ 0: 'a' });
  const real = globalThis.indexedDB;
  for (const name of ['UnknownError', 'InvalidStateError', 'AbortError']) {
    refuse_opening(name);
    await assert.rejects(opened(), /未能从浏览器读出台账，未作任何改动/);
  }
  globalThis.indexedDB = real;
  let failures = 2;
  const restore = meddle_with_transactions((mode, begin) =>
      failures-- > 0 ? connection_lost() : begin());
  context.after(restore);
  const { source, bytes } = await opened();  // It tries again first.
  assert.equal(source, kStored);
  assert.equal(letters_of(bytes.whole()), 'a');
});

test('opening: what is no record of ours is damaged', async () => {
  await kept_by({ 0: 'a' });
  for (const record of ['no record', { bytes: 'text', check: 1 }, {}]) {
    await change_record('runs', 0, () => record);
    await assert.rejects(opened(), (error) => error instanceof Unreadable);
  }
});

// Commits and breaks the connection; the attempts after it find none; then all is well.
function lose_the_first_answer(context) {
  const turns = [(begin) => answer_lost(begin()), connection_lost, connection_lost];
  context.after(meddle_with_transactions((mode, begin) =>
      mode === 'readwrite' ? (turns.shift() ?? ((go) => go()))(begin) : begin()));
}

test('saving: a write whose answer was lost is known for our own when it is tried again',
     async (context) => {
  hurry(context, 20);
  await kept_by({ 0: 'a' });
  const { store, told } = store_of();
  await store.load();
  lose_the_first_answer(context);
  store.put(change_of({ 0: 'b', 1: 'c' }));
  await assert.rejects(store.saved(), /正在重试/);
  assert.equal(told.at(-1).state, kFailed);
  await until(() => told.at(-1).state === kSaved);
  assert.ok(told.every(({ read_only }) => !read_only));
  assert.equal(await stored(), 'bc');
});

test('saving: what is put meanwhile is a write of its own', async (context) => {
  hurry(context, 20);
  await kept_by({ 0: 'a' });
  const { store, told } = store_of();
  await store.load();
  const { store: reader } = store_of();
  await reader.load();
  lose_the_first_answer(context);
  store.put(change_of({ 0: 'b', 1: 'c' }));
  await assert.rejects(store.saved(), /正在重试/);
  let read = '';
  const accept = (file) => {
    read = letters_of(file.whole());
    return true;
  };
  assert.equal(await reader.load_newer(accept), true);  // It had arrived.
  assert.equal(read, 'bc');
  store.put(change_of({ 1: 'd' }));
  await until(() => told.at(-1).state === kSaved);
  assert.equal(await stored(), 'bd');
  assert.equal(await reader.load_newer(accept), true);
  assert.equal(read, 'bd', 'another content is another generation');
});

test('saving: another window that has written is told as that', async () => {
  await kept_by({ 0: 'a' });
  const [{ store, told }, { store: other }] = [store_of(), store_of()];
  await store.load();
  await other.load();
  other.put(change_of({ 0: 'x' }));
  await other.saved();
  store.put(change_of({ 0: 'b' }));
  await assert.rejects(store.saved(), /另一个窗口已修改台账/);
  assert.deepEqual([told.at(-1).state, told.at(-1).read_only, store.unsaved], [kFailed, true, false]);
  assert.equal(await stored(), 'x');
});

test('reading along: a dead connection is opened again', async (context) => {
  hurry(context, 1);
  await kept_by({ 0: 'a' });
  const { store: reader } = store_of();
  await reader.load();
  const [{ store }] = [store_of()];
  await store.load();
  store.put(change_of({ 0: 'b' }));
  await store.saved();
  const dead = new Set();
  let first = null;
  context.after(meddle_with_transactions((mode, begin, database) => {
    first ??= database;
    return database === first ? connection_lost(dead.add(database)) : begin();
  }));
  let read = '';
  assert.equal(await reader.load_newer((file) => (read = letters_of(file.whole())) !== ''), true);
  assert.equal(read, 'b');
  assert.equal(dead.size, 1);
});

const file_of = (letters) => Uint8Array.from({ length: letters.length * page_bytes },
    (_, at) => letters.charCodeAt(Math.floor(at / page_bytes)));
const may = () => '';

test('replacing: not what somebody else has written since, and not without a question', async () => {
  await kept_by({ 0: 'a' });
  const { store: blank } = store_of();  // A window that could not load it.
  assert.equal(await blank.kept(), 'other');
  await assert.rejects(blank.replace(file_of('z'), may), /已被另一个窗口修改/);
  assert.equal(await stored(), 'a');
  const { store } = store_of();
  await store.load();
  assert.equal(await store.kept(), 'known');
  await assert.rejects(store.replace(file_of('z'), () => 'reads only'), /^Error: reads only$/);
  assert.equal(await stored(), 'a');
  await store.replace(file_of('yz'), may);
  assert.equal(await stored(), 'yz');
  empty_database();
  assert.equal(await store_of().store.kept(), 'nothing');
});

test('replacing: what cannot be read gives way', async () => {
  await kept_by({ 0: 'a' });
  await longer(page_bytes * 2);
  const { store } = store_of();
  await assert.rejects(store.load(), { trouble: 'damaged' });
  await store.replace(file_of('z'), may);
  assert.equal(await stored(), 'z');
});

test('replacing: the same file once more where the answer was lost', async (context) => {
  hurry(context, 1);
  await kept_by({ 0: 'a' });
  const { store } = store_of();
  await store.load();
  const turns = [(begin) => answer_lost(begin())];
  context.after(meddle_with_transactions((mode, begin) =>
      mode === 'readwrite' ? (turns.shift() ?? ((go) => go()))(begin) : begin()));
  await store.replace(file_of('z'), may);
  assert.equal(await stored(), 'z');
});

test('replacing: a page put meanwhile waits, and counts where the file was refused', async (context) => {
  hurry(context, 1);
  for (const fails of [true, false]) {
    await kept_by({ 0: 'a' });
    const { store } = store_of();
    await store.load();
    let turns = fails ? 3 : 0;
    const restore = meddle_with_transactions((mode, begin) =>
        mode === 'readwrite' && turns-- > 0 ? connection_lost() : begin());
    const replaced = store.replace(file_of('z'), () => {
      queueMicrotask(() => store.put(change_of({ 0: 'b' })));  // It has begun by then.
      return '';
    });
    if (fails) await assert.rejects(replaced, /不能确定备份是否已经存入/);
    else await replaced;
    await store.saved();
    restore();
    assert.equal(await stored(), fails ? 'b' : 'z');
  }
});

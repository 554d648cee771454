// How windows pass the turn to write from one to the other, with the browser's locks.

import assert from 'node:assert/strict';
import test from 'node:test';

import { hurry, until } from './support/database.mjs';
import { load } from './support/load.mjs';

const { Windows } = await load('windows');

const channels = new Set();
globalThis.BroadcastChannel = class {
  heard = [];
  constructor() { channels.add(this); }
  addEventListener(_, hear) { this.heard.push(hear); }
  postMessage(data) {
    for (const each of channels)
      if (each !== this) each.heard.forEach((hear) => queueMicrotask(() => hear({ data })));
  }
};
globalThis.document = { hidden: false, addEventListener() {} };
const shown = [];
globalThis.addEventListener = (name, hear) => { if (name === 'pageshow') shown.push(hear); };
globalThis.location = { reload() { ++this.times; }, times: 0 };

/** One lock, granted in the order of the requests. */
class Locks {
  holder = null;
  line = [];
  request(_, { ifAvailable = false }, hold) {
    return new Promise((resolve) => {
      if (!this.holder) this.grant(hold, resolve);
      else if (ifAvailable) resolve(hold(null));
      else this.line.push([hold, resolve]);
    });
  }
  grant(hold, resolve) {
    this.holder = hold;
    void Promise.resolve(hold({})).then((value) => {
      this.holder = null;
      resolve(value);
      const next = this.line.shift();
      if (next) this.grant(...next);
    });
  }
}

/** A window whose strip and store do as the test wants. */
class View {
  said = '';
  times = 0;
  press = () => assert.fail('nothing to press');
  importing = false;
  reads = true;
  given_up = 0;
  store = { unsaved: false, on_written() {}, saved: async () => undefined,
            load_newer: async () => this.reads || assert.fail('lost') };

  connect() { this.windows.connect({ importing: () => this.importing, refresh: () => true }); }

  static async open() {
    const view = new View();
    const strip = { show: (_, sentence, [{ press }]) => Object.assign(view, { said: sentence, press, times: view.times + 1 }),
                    hide: () => { view.said = ''; } };
    view.windows = new Windows(view.store, { reading() {} }, strip);
    view.windows.on_given_up = () => { ++view.given_up; };
    await view.windows.arrive();
    return view;
  }

  get writes() { return this.windows.writes; }
}

async function open(count) {
  channels.clear();
  const locks = new Locks();
  Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true });
  const views = [];
  while (views.length < count) views.push(await View.open());
  assert.deepEqual(views.map(({ writes }) => writes), views.map((_, at) => at === 0));
  views.forEach((view) => view.connect());
  return { locks, views };
}

const later = () => new Promise((resolve) => setTimeout(resolve, 5));

test('windows: the one that asks gets the turn, and the other may ask for it again', async () => {
  const { views: [first, second] } = await open(2);
  second.press();
  await until(() => second.writes);
  assert.deepEqual([first.writes, first.given_up, second.said], [false, 1, '']);
  assert.match(first.said, /已交给另一个窗口/);
  first.press();
  await until(() => first.writes && !second.writes);
});

test('windows: an import that began while the rest was saved keeps the turn', async () => {
  const { views: [first, second] } = await open(2);
  let save;
  first.store.saved = () => new Promise((resolve) => { save = resolve; });
  second.press();
  await until(() => save);
  first.importing = true;
  save();
  await later();
  assert.deepEqual([first.writes, first.given_up, second.writes], [true, 0, false]);
  assert.match(second.said, /正在导入或有内容尚未保存/);
});

test('windows: asked twice during a save it hands over once', async () => {
  const { locks, views: [first, second] } = await open(2);
  let save = [];
  first.store.saved = () => new Promise((resolve) => save.push(resolve));
  second.press();
  await until(() => save.length > 0);
  second.press();
  await later();
  save.forEach((each) => each());
  await until(() => second.writes);
  await later();
  assert.deepEqual([first.writes, first.given_up, locks.line.length], [false, 1, 1]);
});

test('windows: one that cannot read what is stored leaves the turn to others', async (context) => {
  hurry(context, 30);
  const { views: [first, second, third] } = await open(3);
  second.reads = false;
  second.press();
  await until(() => second.said.includes('没有接管编辑'));
  await until(() => first.writes);  // It goes back to where it came from.
  third.press();
  await until(() => third.writes);
  second.reads = true;
  second.press();
  await until(() => second.writes);
  assert.equal(second.said, '');
});

test('windows: one that is alone and cannot read tries again by itself', async (context) => {
  hurry(context, 10);
  const { views: [first, second] } = await open(2);
  second.reads = false;
  first.windows.turn.release();  // Its window is closed.
  await until(() => second.said.includes('没有接管编辑'));
  const { times } = second;
  await later();
  await later();
  await later();
  assert.deepEqual([second.writes, second.times], [false, times]);  // Said once.
  second.reads = true;
  await until(() => second.writes);
  assert.equal(second.said, '');
});

test('windows: one that never opened the ledger does not keep the turn', async () => {
  const { views: [first] } = await open(1);
  const failed = await View.open();
  first.windows.turn.release();
  await later();
  const third = await View.open();
  third.connect();
  assert.equal(third.writes, false);
  third.press();
  await until(() => third.writes);
  assert.equal(failed.writes, false);
});

test('windows: what cannot be read along is told, and tried again', async (context) => {
  hurry(context, 10);
  const { views: [first, second] } = await open(2);
  second.reads = false;
  first.store.on_written();
  await until(() => /可能不是最新的/.test(second.said));
  second.reads = true;
  await until(() => /并随之更新/.test(second.said));
  assert.ok(first.writes);
});

test('windows: a page out of the cache of the browser starts anew', async () => {
  await open(1);
  shown.at(-1)({ persisted: false });
  assert.equal(location.times, 0);
  shown.at(-1)({ persisted: true });
  assert.equal(location.times, 1);
});

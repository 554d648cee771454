// What was acknowledged stays, whatever the browser's storage does, and two windows never mix.

import assert from 'node:assert/strict';

import { import_both } from './import_stories.mjs';
import { dropped } from './suite.mjs';

function head_of(desk) {
  return desk.page.evaluate(() => new Promise((resolve, reject) => {
    const asked = indexedDB.open('zelian-ledger');
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const got = asked.result.transaction('head').objectStore('head').get('head');
      got.onsuccess = () => { asked.result.close(); resolve(got.result); };
    };
  }));
}

async function import_cases(desk) {
  await desk.drop_files([dropped('units-officials.xlsx'), dropped('county-ledger.xlsx')]);
  await desk.wait_for('导入结果');
  await desk.idle();
}

const strip = (desk) => desk.page.locator('#strip');
const empty_ledger = /台账还是空的/;

async function shows_cases(desk) {
  await desk.wait_for((item) => item.id === 'nav_cases');
  for (let turn = 0; turn < 100 && empty_ledger.test(await desk.words()); ++turn)
    await desk.page.waitForTimeout(50);
  assert.doesNotMatch(await desk.words(), empty_ledger);
}

// Two windows on one ledger, however they come to terms.
async function writes_and_reads(stage, context) {
  const first = await stage.desk({ context });
  const second = await stage.desk({ context });
  assert.match(await strip(second).textContent(), /另一个窗口中编辑/);
  assert.ok(await second.find('只读'));
  assert.equal(await strip(first).textContent(), '');
  await second.drop_files([dropped('county-ledger.xlsx')]);  // Refused: only the first may.
  await second.page.bringToFront();
  await import_cases(first);
  await first.saved();
  await second.page.bringToFront();
  await shows_cases(second);  // It follows without being reloaded.
  return [first, second];
}

async function takes_over([first, second]) {
  await second.page.getByRole('button', { name: '接管编辑' }).click();
  await second.wait_for('已保存');
  await first.wait_for('只读');
  assert.match(await strip(first).textContent(), /已交给另一个窗口/);
  const before = await head_of(second);
  await second.drop_files([dropped('lead-list.xlsx')]);
  await second.wait_for((item) => item.label.includes('lead-list.xlsx'));
  await second.idle();
  await second.saved();
  assert.ok((await head_of(second)).generation > before.generation);
}

async function two_windows(stage) {
  const desks = await writes_and_reads(stage, await stage.context());
  await takes_over(desks);
  const [first, second] = desks;
  await second.close();
  await first.page.bringToFront();
  await first.wait_for('已保存');  // The turn comes back when the other window goes.
  assert.equal(await strip(first).textContent(), '');
}

async function two_windows_without_locks(stage) {
  const context = await stage.context();
  await context.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }));
  const desks = await writes_and_reads(stage, context);
  await takes_over(desks);
  const [first, second] = desks;
  await second.close();
  await first.page.bringToFront();
  await first.wait_for('已保存');
}

// The worst case: neither locks nor a word between the windows. The store itself refuses.
async function windows_that_cannot_talk(stage) {
  const context = await stage.context();
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
    BroadcastChannel.prototype.postMessage = () => undefined;
  });
  const first = await stage.desk({ context });
  const second = await stage.desk({ context });
  await import_cases(first);
  await first.saved();
  const kept = await head_of(first);
  await import_cases(second);
  await assert.rejects(second.saved(), /另一个窗口/);
  await second.wait_for('只读');
  assert.match(await second.words(), /另一个窗口已修改台账/);
  assert.deepEqual(await head_of(first), kept);
  const backup = second.page.waitForEvent('download');
  await second.page.getByRole('button', { name: '导出应急备份' }).click();
  assert.match((await backup).suggestedFilename(), /\.zelian$/);  // Even that work can be saved.
  await second.page.getByRole('button', { name: '载入最新内容' }).click();
  await second.page.waitForLoadState();
  await second.ready();
  assert.ok(await second.find('已保存'));
  assert.doesNotMatch(await second.words(), empty_ledger);
}

async function generations_count_up(stage) {
  const desk = await stage.desk();
  await import_cases(desk);
  await desk.saved();
  const first = await head_of(desk);
  await desk.drop_files([dropped('lead-list.xlsx')]);
  await desk.wait_for((item) => item.label.includes('lead-list.xlsx'));
  await desk.idle();
  await desk.saved();
  const second = await head_of(desk);
  assert.equal(first.generation, 1);
  assert.ok(second.generation > first.generation);
  assert.equal(first.page_bytes, second.page_bytes);
}

async function lost_connection(stage) {
  const desk = await stage.desk();
  await desk.page.evaluate(() => {
    const real = IDBDatabase.prototype.transaction;
    let failures = 2;
    IDBDatabase.prototype.transaction = function (stores, mode, ...rest) {
      if (mode === 'readwrite' && failures-- > 0)
        throw new DOMException('Connection to Indexed Database server lost', 'InvalidStateError');
      return real.call(this, stores, mode, ...rest);
    };
  });
  await import_cases(desk);
  await desk.saved();
  await desk.reload();
  assert.doesNotMatch(await desk.words(), /台账还是空的/);
}

async function full_disk(stage) {
  const desk = await stage.desk();
  await desk.page.evaluate(() => {
    const real = IDBObjectStore.prototype.put;
    window.disk_full = true;
    IDBObjectStore.prototype.put = function (...what) {
      if (window.disk_full) throw new DOMException('full', 'QuotaExceededError');
      return real.apply(this, what);
    };
  });
  await import_cases(desk);
  await desk.wait_for('未能保存');
  await assert.rejects(desk.saved(), /磁盘空间不足/);
  assert.match(await desk.words(), /磁盘空间不足/);
  await desk.page.evaluate(() => { window.disk_full = false; });
  await desk.wait_for('已保存');  // It tries again by itself.
  await desk.reload();
  assert.doesNotMatch(await desk.words(), /台账还是空的/);
}

function change_store(desk, store, key, change) {
  return desk.page.evaluate(([name, at, code]) => new Promise((resolve, reject) => {
    const changes = { damage: (page) => { page.bytes[100] ^= 1; },
                      age: (head) => { head.format = 99; } };
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

// As a later version of this program would: the store gets a higher version.
async function upgrade_store(stage, desk) {
  const other = await desk.page.context().newPage();
  await other.route('**/later-version', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>later</title>' }));
  await other.goto(`${stage.site.address}later-version`);
  await other.evaluate(() => new Promise((resolve, reject) => {
    const asked = indexedDB.open('zelian-ledger', 99);
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => { asked.result.close(); resolve(); };
  }));
  await other.close();
}

async function newer_program_before(stage) {
  const desk = await stage.desk();
  await import_cases(desk);
  await desk.saved();
  await upgrade_store(stage, desk);
  await desk.page.reload();
  await desk.page.waitForSelector('#notice_text:visible');
  assert.match(await desk.page.textContent('#notice_text'), /更新版本/);
}

async function newer_program_meanwhile(stage) {
  const desk = await stage.desk();
  await upgrade_store(stage, desk);  // Our window must not stand in its way …
  await import_cases(desk);
  await assert.rejects(desk.saved(), /更新版本/);  // … and loses nothing that it shows.
  assert.doesNotMatch(await desk.words(), empty_ledger);
  assert.ok(await strip(desk).getByRole('button', { name: '导出应急备份' }).isVisible());
}

async function reload_while_saving(stage) {
  const desk = await stage.desk();
  await import_cases(desk);
  await desk.saved();
  const before = await head_of(desk);
  // The reload begins before the transaction of the second import can have ended.
  await desk.page.evaluate(() => {
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, ...rest) {
      if (mode === 'readwrite') setTimeout(() => location.reload());
      return real.call(this, stores, mode, ...rest);
    };
  });
  const loaded = desk.page.waitForEvent('load');
  await desk.drop_files([dropped('lead-list.xlsx')]);
  await loaded;
  await desk.ready();
  const after = await head_of(desk);
  assert.ok([before.generation, before.generation + 1].includes(after.generation));
  assert.ok(await desk.find('已保存'));  // Whole either way, or it would not open.
}

async function refused_with(stage, store, key, change, sentence) {
  const desk = await stage.desk();
  await import_cases(desk);
  await desk.saved();
  await change_store(desk, store, key, change);
  const kept = await head_of(desk);
  await desk.page.reload();
  await desk.page.waitForSelector('#notice_text:visible');
  assert.match(await desk.page.textContent('#notice_text'), sentence);
  assert.deepEqual(await head_of(desk), kept);
}

async function private_mode(stage) {
  const context = await stage.context();
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => { throw new DOMException('private', 'SecurityError'); };
  });
  const desk = await stage.desk({ context });
  await desk.wait_for('未能保存');
  assert.match(await desk.words(), /不允许本页保存数据/);
  await import_cases(desk);
  assert.doesNotMatch(await desk.words(), /台账还是空的/);
}

async function reload_at_once(stage) {
  const desk = await stage.desk();
  await import_both(desk);
  const kept = await head_of(desk);
  await desk.reload();
  await desk.reload();
  assert.deepEqual(await head_of(desk), kept);
}

export const stories = [
  { name: 'storage: the second window reads along and takes over', run: two_windows },
  { name: 'storage: the same where there are no locks', run: two_windows_without_locks },
  { name: 'storage: windows that cannot talk never mix', run: windows_that_cannot_talk },
  { name: 'storage: a store upgraded by a later program is left alone', complains: true,
    run: newer_program_before },
  { name: 'storage: a later program may upgrade under an open window', run: newer_program_meanwhile },
  { name: 'storage: a reload in the middle of a save leaves all of it or nothing',
    run: reload_while_saving },
  { name: 'storage: every save counts the generation up', run: generations_count_up },
  { name: 'storage: a lost connection is opened again', run: lost_connection },
  { name: 'storage: a full disk is told and saved later', run: full_disk },
  { name: 'storage: a damaged page is told and left alone', complains: true,
    run: (stage) => refused_with(stage, 'pages', 0, 'damage', /已损坏.*备份/) },
  { name: 'storage: a store of a later version is left alone', complains: true,
    run: (stage) => refused_with(stage, 'head', 'head', 'age', /更新版本/) },
  { name: 'storage: where nothing can be kept the page says so and works', run: private_mode },
  { name: 'storage: looking changes nothing', run: reload_at_once },
];

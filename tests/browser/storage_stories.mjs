// What was acknowledged stays, whatever the browser's storage does, and two windows never mix.

import assert from 'node:assert/strict';
import fs from 'node:fs';

import { patience } from './browser.mjs';
import { import_both } from './import_stories.mjs';
import { begins_anew, change_store, fill_disk, empty_ledger, head_of, import_cases, imported, records, strip }
  from './kept.mjs';
import { dropped } from './suite.mjs';

async function shows_cases(desk) {
  await desk.wait_for((item) => item.id === 'nav_cases');
  const end = Date.now() + patience;
  while (empty_ledger.test(await desk.words()) && Date.now() < end) await desk.page.waitForTimeout(50);
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
  await fill_disk(desk);
  await import_cases(desk);
  await desk.wait_for('未能保存');
  await assert.rejects(desk.saved(), /磁盘空间不足/);
  assert.match(await desk.words(), /磁盘空间不足/);
  await desk.page.evaluate(() => { window.disk_full = false; });
  await desk.wait_for('已保存');  // It tries again by itself.
  await desk.reload();
  assert.doesNotMatch(await desk.words(), /台账还是空的/);
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

async function refused_with(stage, places, change, sentence) {
  const desk = await stage.desk();
  await import_cases(desk);
  await desk.saved();
  await change_store(desk, places, change);
  const kept = await head_of(desk);
  await desk.page.reload();
  await desk.page.waitForSelector('#notice_text:visible');
  assert.match(await desk.page.textContent('#notice_text'), sentence);
  assert.deepEqual(await head_of(desk), kept);
}

// Some browsers ask the person: not before there is something worth keeping, and once.
async function asks_to_persist(stage) {
  const context = await stage.context();
  await context.addInitScript(() => {
    window.asked = 0;
    StorageManager.prototype.persist = () => { ++window.asked; return Promise.resolve(true); };
  });
  const desk = await stage.desk({ context });
  assert.equal(await desk.page.evaluate(() => window.asked), 0);
  for (const name of ['county-ledger.xlsx', 'lead-list.xlsx']) {
    await desk.drop_files([dropped(name)]);
    await desk.wait_for((item) => item.label.includes(name));
    await desk.idle();
    await desk.saved();
    assert.equal(await desk.page.evaluate(() => window.asked), 1);
  }
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

// A backup of the ledger on the screen, as a file to choose.
async function backup_of(desk) {
  const given = desk.page.waitForEvent('download');
  await desk.click('nav_data');
  await desk.click('back_up');
  const file = await given;
  return { name: file.suggestedFilename(), mimeType: 'application/octet-stream',
           buffer: fs.readFileSync(await file.path()) };
}

async function reminds_of_backups(stage) {
  const desk = await stage.desk({ query: 'on=2026-11-02' });
  await import_cases(desk);
  await desk.saved();
  await backup_of(desk);
  const address = new URL(desk.page.url());
  const on = async (day) => {
    address.searchParams.set('on', day);
    await desk.visit(address.href);
  };
  await on('2026-11-20');
  assert.equal(await desk.find('backup_due'), null);  // All there is stands in the backup.
  await desk.drop_files([dropped('lead-list.xlsx')]);
  await desk.wait_for((item) => item.label.includes('lead-list.xlsx'));
  await desk.idle();
  await desk.saved();
  await desk.click('nav_today');
  assert.match((await desk.wait_for('backup_due')).label, /^已有 18 天没有备份/);
  const given = desk.page.waitForEvent('download');
  await desk.click('back_up');
  await given;
  await desk.idle();
  assert.equal(await desk.find('backup_due'), null);
  await on('2026-11-21');
  await desk.click('nav_data');
  assert.match(await desk.words(), /上次备份 11月20日/);  // Kept by the browser.
}

// From a file a day is enough, and the person is told why.
async function reminds_in_a_file(stage) {
  const desk = await stage.desk({ address: stage.single, query: 'on=2026-11-02' });
  await import_cases(desk);
  await desk.saved();
  await desk.click('nav_today');
  assert.equal(await desk.find('backup_due'), null);
  const address = new URL(desk.page.url());
  address.searchParams.set('on', '2026-11-03');
  await desk.visit(address.href);
  assert.match((await desk.wait_for('backup_due')).label, /没有备份过.*本页以文件打开/);
}

async function restored_where_damaged(stage) {
  const desk = await imported(stage);
  const backup = await backup_of(desk);
  await change_store(desk, records.first_page, 'damage');
  const kept = await head_of(desk);
  await desk.page.reload();
  const button = desk.page.getByRole('button', { name: '从备份恢复' });
  await button.waitFor();
  const choose = async (file) => {
    const chooser = desk.page.waitForEvent('filechooser');
    await button.click();
    await (await chooser).setFiles(file);
  };
  const half = backup.buffer.subarray(0, backup.buffer.length / 2);
  await choose({ ...backup, buffer: Buffer.from(half) });
  await strip(desk).getByText(backup.name).waitFor();  // Refused, in the core's words.
  assert.deepEqual(await head_of(desk), kept);
  await begins_anew(desk, () => choose(backup));
  assert.doesNotMatch(await desk.words(), empty_ledger);
  assert.ok(await desk.find('已保存'));
}

async function restored_over_a_ledger(stage) {
  const first = await imported(stage);
  const backup = await backup_of(first);
  const desk = await stage.desk();
  // In the place of nothing: at once.
  await desk.click('nav_data');
  await begins_anew(desk, () => desk.choose_files('restore', backup));
  assert.doesNotMatch(await desk.words(), empty_ledger);
  await desk.drop_files([dropped('lead-list.xlsx')]);
  await desk.wait_for((item) => item.label.includes('lead-list.xlsx'));
  await desk.idle();
  await desk.saved();
  const kept = await head_of(desk);
  await desk.click('nav_data');
  await desk.choose_files('restore', backup);
  await strip(desk).getByText('先把现有台账留存为快照').waitFor();
  await strip(desk).getByRole('button', { name: '取消' }).click();
  assert.deepEqual(await head_of(desk), kept);
  await desk.choose_files('restore', backup);
  await begins_anew(desk, () => strip(desk).getByRole('button', { name: '替换', exact: true }).click());
  await desk.click('nav_data');
  assert.doesNotMatch(await desk.words(), /lead-list/);
}

async function blocked_by_an_older_window(stage) {
  const context = await stage.context();
  const older = await context.newPage();
  await older.route('**/older', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>older</title>' }));
  await older.goto(`${stage.site.address}older`);
  await older.evaluate(() => new Promise((resolve) => {
    const asked = indexedDB.open('zelian-ledger', 1);
    asked.onupgradeneeded = () =>
        ['head', 'pages'].forEach((name) => asked.result.createObjectStore(name));
    asked.onsuccess = () => { window.held = asked.result; resolve(); };
  }));
  const opened = context.waitForEvent('page');
  const opening = stage.desk({ context });
  const page = await opened;
  await page.locator('#strip').getByText('旧版本的窗口仍占用着台账').waitFor();
  await older.close();
  const desk = await opening;
  assert.equal(await strip(desk).textContent(), '');
  assert.ok(await desk.find('已保存'));
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
    run: (stage) => refused_with(stage, records.first_page, 'damage', /已损坏.*备份/) },
  { name: 'storage: a store of a later version is left alone', complains: true,
    run: (stage) => refused_with(stage, records.head, 'age', /更新版本/) },
  { name: 'storage: a ledger without room in memory is told and left alone', complains: true,
    run: (stage) => refused_with(stage, records.head, 'grow', /内存不足/) },
  { name: 'storage: a person is reminded of backups by date', run: reminds_of_backups },
  { name: 'storage: from a file a person is reminded the day after', run: reminds_in_a_file },
  { name: 'storage: a backup takes the place of what cannot be read', complains: true,
    run: restored_where_damaged },
  { name: 'storage: a backup takes the place of a ledger once a person agrees',
    run: restored_over_a_ledger },
  { name: 'storage: an older window that blocks the store is told, and forgotten when it goes',
    run: blocked_by_an_older_window },
  { name: 'storage: the browser is asked once to keep it, after the first save', run: asks_to_persist },
  { name: 'storage: where nothing can be kept the page says so and works', run: private_mode },
  { name: 'storage: looking changes nothing', run: reload_at_once },
];

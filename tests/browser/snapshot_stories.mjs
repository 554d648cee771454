// Images of the ledger put aside by themselves: what they hold when the ledger itself is damaged or
// gone, and that nobody is in the way of what counts.

import assert from 'node:assert/strict';
import fs from 'node:fs';

import { patience } from './browser.mjs';
import { begins_anew, change_store, empty_ledger, head_of, import_cases, imported, records, strip }
  from './kept.mjs';
import { dropped } from './suite.mjs';

/** What is known of those that are kept; looking creates nothing. */
function snapshots_of(desk) {
  return desk.page.evaluate(async () => {
    const all = await indexedDB.databases();
    if (!all.some(({ name }) => name === 'zelian-snapshots')) return [];
    return new Promise((resolve, reject) => {
      const asked = indexedDB.open('zelian-snapshots');
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => {
        const got = asked.result.transaction('about').objectStore('about').getAll();
        got.onsuccess = () => { asked.result.close(); resolve(got.result); };
      };
    });
  });
}

async function wait_for_snapshots(desk, count) {
  for (const end = Date.now() + patience;;) {
    const all = await snapshots_of(desk);
    if (all.length >= count) return all;
    if (Date.now() > end) throw new Error(`${all.length} snapshots, not ${count}`);
    await desk.page.waitForTimeout(100);
  }
}

async function with_snapshot(stage) {
  const desk = await imported(stage);
  const [about] = await wait_for_snapshots(desk, 1);
  assert.ok(about.facts > 1 && about.bytes > 1000, JSON.stringify(about));
  return desk;
}

/** Changes one image; the oldest has place 0. */
function damage_snapshot(desk, wanted) {
  return desk.page.evaluate((at) => new Promise((resolve, reject) => {
    const asked = indexedDB.open('zelian-snapshots');
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const images = asked.result.transaction('images', 'readwrite').objectStore('images');
      let place = 0;
      images.openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (!cursor) return;
        if (place++ === at) {
          cursor.value.bytes[500] ^= 1;
          cursor.update(cursor.value);
        }
        cursor.continue();
      };
      images.transaction.oncomplete = () => { asked.result.close(); resolve(); };
    };
  }), wanted);
}

const button_words = /^用 \d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2} 的快照恢复$/;

async function damaged_page(stage) {
  const desk = await with_snapshot(stage);
  await change_store(desk, records.first_page, 'damage');
  const kept = await head_of(desk);
  await desk.page.reload();
  const button = desk.page.getByRole('button', { name: button_words });
  await button.waitFor();
  assert.match(await desk.page.textContent('#notice'), /已损坏.*\d{2}:\d{2} 之后登记的内容不在快照中/);
  assert.ok(await desk.page.getByRole('button', { name: '从备份恢复' }).isVisible());
  assert.deepEqual(await head_of(desk), kept);  // Nothing without a person.
  await begins_anew(desk, () => button.click());
  assert.doesNotMatch(await desk.words(), empty_ledger);
  assert.ok(await desk.find('已保存'));
  assert.ok((await head_of(desk)).generation > kept.generation);
}

async function later_program(stage) {
  const desk = await with_snapshot(stage);
  await change_store(desk, records.first_page, 'upgrade');
  await desk.page.reload();
  await desk.page.getByRole('button', { name: '从备份恢复' }).waitFor();
  assert.match(await desk.page.textContent('#notice'), /更新版本的程序/);
  await desk.page.waitForTimeout(500);
  assert.equal(await desk.page.getByRole('button', { name: button_words }).count(), 0);
}

async function newest_good_one(stage) {
  const desk = await with_snapshot(stage);
  await desk.drop_files([dropped('provincial-export.xlsx')]);
  await desk.wait_for((item) => item.label.includes('provincial-export.xlsx'));
  const [older, newer] = await wait_for_snapshots(desk, 2);
  assert.ok(newer.facts > older.facts);
  await damage_snapshot(desk, 1);
  await change_store(desk, records.first_page, 'damage');
  await desk.page.reload();
  await desk.page.getByRole('button', { name: button_words }).waitFor();
  assert.match(await desk.page.textContent('#notice'), new RegExp(`${older.facts} 条事实`));
  await damage_snapshot(desk, 0);
  await desk.page.reload();
  await desk.page.getByRole('button', { name: '从备份恢复' }).waitFor();
  await desk.page.waitForTimeout(500);
  assert.equal(await desk.page.getByRole('button', { name: button_words }).count(), 0);
}

/** A ledger with two snapshots; the older knows nothing of the second file. */
async function with_two(stage) {
  const desk = await with_snapshot(stage);
  await desk.drop_files([dropped('provincial-export.xlsx')]);
  await desk.wait_for((item) => item.label.includes('provincial-export.xlsx'));
  const [older, newer] = await wait_for_snapshots(desk, 2);
  return { desk, older, newer };
}

async function another_is_chosen(stage) {
  const { desk, older, newer } = await with_two(stage);
  await change_store(desk, records.first_page, 'damage');
  await desk.page.reload();
  const choice = desk.page.getByRole('combobox', { name: '选择快照' });
  await choice.waitFor();
  assert.match(await desk.page.textContent('#notice'), new RegExp(`${newer.facts} 条事实`));
  await choice.selectOption(String(older.taken));
  await desk.page.locator('#notice').getByText(`${older.facts} 条事实），可以打开`).waitFor();
  await begins_anew(desk, () => desk.page.getByRole('button', { name: button_words }).click());
  await desk.click('nav_data');
  assert.doesNotMatch(await desk.words(), /provincial-export/);
}

async function choose_listed(desk, { facts }) {
  await desk.click('nav_data');
  await desk.click((item) => item.role === 'gridcell' &&
      item.label.replaceAll(',', '') === String(facts));
}

async function listed_and_restored(stage) {
  const { desk, older, newer } = await with_two(stage);
  await desk.click('nav_data');
  await desk.wait_for('快照 2');
  assert.ok((await desk.find('restore_snapshot')).disabled);
  await choose_listed(desk, older);
  await desk.click('restore_snapshot');
  await strip(desk).getByText(`${older.facts} 条事实）替换本浏览器中的台账`).waitFor();
  const kept = await head_of(desk);
  await strip(desk).getByRole('button', { name: '取消' }).click();
  assert.deepEqual(await head_of(desk), kept);
  await desk.click('restore_snapshot');
  const agree = () => strip(desk).getByRole('button', { name: '替换', exact: true }).click();
  await begins_anew(desk, agree);
  await desk.click('nav_data');
  assert.doesNotMatch(await desk.words(), /provincial-export/);
  // What was there before had been put aside already, and can be had back.
  const all = await snapshots_of(desk);
  assert.deepEqual(all.map(({ facts, put_aside }) => [facts, put_aside > 0]),
                   [[older.facts, false], [newer.facts, true]]);
  await choose_listed(desk, newer);
  await desk.click('restore_snapshot');
  await strip(desk).getByText('替换本浏览器中的台账').waitFor();
  await begins_anew(desk, agree);
  await desk.click('nav_data');
  assert.match(await desk.words(), /provincial-export/);
}

async function listed_and_exported(stage) {
  const desk = await with_snapshot(stage);
  const [about] = await snapshots_of(desk);
  await choose_listed(desk, about);
  const given = desk.page.waitForEvent('download');
  await desk.click('export_snapshot');
  const file = await given;
  assert.match(file.suggestedFilename(), /^本县 \d{4}-\d\d-\d\d \d{4}\.zelian$/);
  const bytes = fs.readFileSync(await file.path());
  assert.equal(bytes.subarray(0, 15).toString(), 'SQLite format 3');
}

// What cannot be put aside is given up only on a second word.
async function not_kept_before(stage) {
  const { desk, older } = await with_two(stage);
  await desk.page.evaluate(() => {
    const real = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...what) {
      if (this.transaction.db.name === 'zelian-snapshots')
        throw new DOMException('full', 'QuotaExceededError');
      return real.apply(this, what);
    };
  });
  await choose_listed(desk, older);
  await desk.click('restore_snapshot');
  await strip(desk).getByRole('button', { name: '替换', exact: true }).click();
  await strip(desk).getByText('未能先留存为快照').waitFor();
  await begins_anew(desk,
                    () => strip(desk).getByRole('button', { name: '替换', exact: true }).click());
}

async function lost_database(stage) {
  const desk = await with_snapshot(stage);
  await desk.page.evaluate(() => new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase('zelian-ledger');
    asked.onsuccess = resolve;
    asked.onerror = () => reject(asked.error);
  }));
  await desk.reload();
  await strip(desk).getByText('台账不见了').waitFor();
  assert.match(await desk.words(), empty_ledger);
  assert.equal(await head_of(desk), undefined);
  const button = strip(desk).getByRole('button', { name: '用快照恢复' });
  await begins_anew(desk, () => button.click());
  assert.doesNotMatch(await desk.words(), empty_ledger);
  assert.equal(await strip(desk).textContent(), '');
  await desk.page.waitForTimeout(4000);
  assert.equal((await snapshots_of(desk)).length, 1);  // The same once more is none.
}

async function no_room_for_snapshots(stage) {
  const desk = await stage.desk();
  await desk.page.evaluate(() => {
    const real = IDBObjectStore.prototype.put;
    window.refused = 0;
    IDBObjectStore.prototype.put = function (...what) {
      if (this.transaction.db.name === 'zelian-snapshots') {
        ++window.refused;
        throw new DOMException('full', 'QuotaExceededError');
      }
      return real.apply(this, what);
    };
  });
  await import_cases(desk);
  await desk.saved();
  await desk.page.waitForFunction(() => window.refused > 0);
  await desk.idle();
  assert.ok(await desk.find('已保存'));
  assert.equal(await strip(desk).textContent(), '');
}

// What finds no room in the ledger's store gets that of the snapshots.
async function makes_room(stage) {
  const desk = await with_snapshot(stage);
  await desk.page.evaluate(() => {
    const real = IDBObjectStore.prototype.put;
    const realDelete = IDBObjectStore.prototype.delete;
    let full = true;
    IDBObjectStore.prototype.put = function (...what) {
      if (full && this.transaction.db.name === 'zelian-ledger')
        throw new DOMException('full', 'QuotaExceededError');
      return real.apply(this, what);
    };
    IDBObjectStore.prototype.delete = function (...what) {
      if (this.transaction.db.name === 'zelian-snapshots') full = false;
      return realDelete.apply(this, what);
    };
  });
  await desk.drop_files([dropped('lead-list.xlsx')]);
  await desk.wait_for('未能保存');
  await desk.wait_for('已保存');
  await desk.reload();
  await desk.click('nav_data');
  assert.match(await desk.words(), /lead-list/);
}

async function only_the_writer(stage) {
  const context = await stage.context();
  const first = await stage.desk({ context });
  const second = await stage.desk({ context });
  await second.page.evaluate(() => {
    IDBFactory.prototype.open = new Proxy(IDBFactory.prototype.open, {
      apply: (open, factory, [name, ...rest]) => {
        if (name === 'zelian-snapshots') window.opened = true;
        return Reflect.apply(open, factory, [name, ...rest]);
      },
    });
  });
  await first.page.bringToFront();
  await import_cases(first);
  await second.page.bringToFront();
  await wait_for_snapshots(first, 1);
  await second.page.waitForTimeout(4000);
  assert.equal(await second.page.evaluate(() => window.opened), undefined);
}

export const stories = [
  { name: 'snapshot: where a page is damaged the newest one is offered and takes its place',
    run: damaged_page, complains: true },
  { name: 'snapshot: none is offered in place of what a later program wrote', run: later_program,
    complains: true },
  { name: 'snapshot: a damaged one is passed over', run: newest_good_one, complains: true },
  { name: 'snapshot: where a page is damaged another one may be chosen', run: another_is_chosen,
    complains: true },
  { name: 'snapshot: one from the list takes the place of the ledger, and back', run: listed_and_restored },
  { name: 'snapshot: one from the list is handed over as a file', run: listed_and_exported },
  { name: 'snapshot: without room for the present ledger a person is asked again', run: not_kept_before },
  { name: 'snapshot: a lost ledger is told, and comes back when a person wants it',
    run: lost_database },
  { name: 'snapshot: without room for them the ledger is saved as ever', run: no_room_for_snapshots },
  { name: 'snapshot: they make room for what the ledger has to save', run: makes_room },
  { name: 'snapshot: a window that only reads takes none', run: only_the_writer },
];

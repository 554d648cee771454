// What a backup may take the place of, and what is asked before.

import assert from 'node:assert/strict';
import test from 'node:test';

import { load } from './support/load.mjs';

const { Condition, Restore, StorageLamp } = await load('restore', 'lamp');

let reloads = 0;
globalThis.location = { reload: () => { ++reloads; } };

/** A page, with what it says and what can be pressed. */
function page({ kept = 'known' } = {}) {
  const state = { said: '', buttons: {}, importing: false, replaced: 0, put_aside: 0,
                  windows: { writes: true } };
  const store = {
    kept: async () => kept,
    replace: async (file, refusal) => {
      await undefined;
      if (refusal()) throw new Error(refusal());
      ++state.replaced;
    },
  };
  const strip = {
    show: (_, sentence, actions) => Object.assign(state, { said: sentence, buttons:
        Object.fromEntries(actions.map(({ words, press }) => [words, press])) }),
    hide: () => Object.assign(state, { said: '', buttons: {} }),
  };
  const core = { inspect: () => ({ county: '甲县', facts: 9 }), ledger: () => ({ county: '本县', facts: 1 }),
                 importing: () => state.importing, back_up() {} };
  state.restore = new Restore(core, strip, { store, windows: state.windows });
  state.restore.keep_present = async () => { ++state.put_aside; };
  return state;
}

const later = () => new Promise((resolve) => setTimeout(resolve, 1));
const file = new Uint8Array();

async function asked(state) {
  await state.restore.offer('甲.zelian', file);
  assert.equal(state.replaced, 0);
  assert.match(state.said, /替换/);
}

test('restore: at once in the place of nothing, and of what cannot be read', async () => {
  const blank = page({ kept: 'nothing' });
  await blank.restore.offer('甲.zelian', file);
  assert.deepEqual([blank.replaced, blank.put_aside], [1, 0]);
  const failed = page();
  failed.restore.condition = Condition.Unreadable;
  await failed.restore.offer('甲.zelian', file);
  assert.deepEqual([failed.replaced, failed.put_aside], [1, 0]);
});

test('restore: whatever else is kept is asked for and put aside, however little shows', async () => {
  const state = page();
  await asked(state);
  assert.match(state.said, /甲县，9 条事实.*本县，1 条事实/);
  const before = reloads;
  state.buttons['替换']();
  await later();
  assert.deepEqual([state.put_aside, state.replaced, reloads - before], [1, 1, 1]);
});

test('restore: a page that shows something else than what is kept replaces nothing', async () => {
  const state = page({ kept: 'other' });
  await state.restore.offer('甲.zelian', file);
  assert.deepEqual([state.replaced, Object.keys(state.buttons)], [0, ['知道了']]);
  assert.match(state.said, /不一致，没有替换/);
});

test('restore: what a later program keeps cannot be put aside, so that is said', async () => {
  const state = page();
  state.restore.condition = Condition.Newer;
  await asked(state);
  assert.deepEqual(Object.keys(state.buttons), ['替换', '取消']);
  state.buttons['替换']();
  await later();
  assert.deepEqual([state.put_aside, state.replaced], [0, 1]);
});

test('restore: the question is withdrawn with the turn to write', async () => {
  const state = page();
  await asked(state);
  state.windows.writes = false;
  state.restore.withdraw();
  assert.match(state.said, /另一个窗口中编辑/);
  assert.deepEqual(Object.keys(state.buttons), ['知道了']);
  state.buttons['知道了']();
  state.restore.withdraw();
  assert.equal(state.said, '', 'nothing was asked');
});

test('restore: who has lost the turn, or imports, when agreeing replaces nothing', async () => {
  for (const change of [(state) => { state.windows.writes = false; },
                        (state) => { state.importing = true; }]) {
    const early = page();
    await asked(early);
    change(early);
    early.buttons['替换']();
    await later();
    const late = page();
    late.restore.keep_present = async () => change(late);  // Meanwhile.
    await asked(late);
    late.buttons['替换']();
    await later();
    const failing = page();
    failing.restore.keep_present = () => { change(failing); return Promise.reject(new Error('')); };
    await asked(failing);
    failing.buttons['替换']();
    await later();
    for (const state of [early, late, failing]) {
      assert.equal(state.replaced, 0);
      assert.match(state.said, /请先接管编辑|正在导入/);
    }
  }
});

test('restore: without a snapshot a person is asked once more', async () => {
  const state = page();
  state.restore.keep_present = null;
  await asked(state);
  state.buttons['替换']();
  await later();
  assert.match(state.said, /未能先留存为快照/);
  assert.equal(state.replaced, 0);
  state.buttons['替换']();
  await later();
  assert.equal(state.replaced, 1);
});

test('lamp: what is not saved comes before what was said of files', () => {
  const [kSaved, , kFailed] = [0, 1, 2];
  const lamp = new StorageLamp();
  let shown = '';
  lamp.core = { report_storage: (state, read_only, sentence) => { shown = sentence; } };
  lamp.files('文件读取失败');
  assert.equal(shown, '文件读取失败');
  lamp.store(kFailed, false, '磁盘空间不足');
  assert.equal(shown, '磁盘空间不足');
  lamp.store(kSaved, false, '');
  assert.equal(shown, '文件读取失败');
  lamp.files('');
  assert.equal(shown, '');
});

// Which images of the ledger are taken, and which are kept.

import assert from 'node:assert/strict';
import test from 'node:test';

import { empty_database } from './support/database.mjs';
import { load } from './support/load.mjs';

const { is_due, superfluous, time_words } = await load('snapshot_policy');

const at = (day, hour = 9, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();
const about = (taken, more = {}) =>
    ({ taken, identity: 'a', county: '青山县', facts: 500, bytes: 1000, ...more });

test('due: first when there is more than a name', () => {
  assert.equal(is_due(null, { identity: 'a', facts: 1 }, at(2)), false);
  assert.equal(is_due(null, { identity: 'a', facts: 2 }, at(2)), true);
});

test('due: once a day, after many facts, after two hours, never without a change', () => {
  const newest = about(at(2, 9));
  const facts = (count, now) => is_due(newest, { identity: 'a', facts: count }, now);
  assert.equal(facts(500, at(9)), false);
  assert.equal(facts(501, at(2, 10)), false);
  assert.equal(facts(501, at(3, 8)), true);
  assert.equal(facts(600, at(2, 9, 1)), true);
  assert.equal(facts(501, at(2, 11)), true);
});

test('due: another ledger, an older one restored, a clock that was wrong', () => {
  const newest = about(at(2, 9));
  assert.equal(is_due(newest, { identity: 'b', facts: 500 }, at(2, 9, 1)), true);
  assert.equal(is_due(newest, { identity: 'a', facts: 400 }, at(2, 9, 1)), true);
  assert.equal(is_due(newest, { identity: 'a', facts: 501 }, at(2, 8)), true);
});

test('kept: the last five, and the last of each day', () => {
  const days = [1, 2, 3].flatMap((day) => [9, 11, 13, 15].map((hour) => about(at(day, hour))));
  const dropped = superfluous(days, at(3, 16));
  const kept = days.map(({ taken }) => taken).filter((taken) => !dropped.includes(taken));
  assert.deepEqual(kept, [at(1, 15), at(2, 15), at(3, 9), at(3, 11), at(3, 13), at(3, 15)]);
});

test('kept: a day is forgotten after a month, the last five are not', () => {
  const days = Array.from({ length: 40 }, (_, index) => about(at(1 + index)));
  assert.equal(days.length - superfluous(days, at(40, 10)).length, 30);
  assert.equal(days.length - superfluous(days, at(400)).length, 5);
});

test('kept: as much as there is room for, the oldest go first, the newest never', () => {
  const days = Array.from({ length: 6 }, (_, index) => about(at(1 + index)));
  assert.deepEqual(superfluous(days, at(6, 10), 3500), [at(3), at(2), at(1)]);
  assert.deepEqual(superfluous(days, at(6, 10), 10), [at(5), at(4), at(3), at(2), at(1)]);
});

test('kept: a ledger that another one replaced keeps its last day', () => {
  const old = about(at(2, 8));
  const after = [9, 10, 11, 12, 13, 14].map((hour) => about(at(2, hour), { identity: 'b' }));
  assert.deepEqual(superfluous([old, ...after], at(2, 15)), [at(2, 9)]);
});

test('kept: what was put aside for a restore counts apart, for a month', () => {
  const aside = about(at(2, 8), { head: 'A', facts: 4088, put_aside: at(2, 8) });
  const after = Array.from({ length: 30 }, (_, index) => about(at(2, 9, index), { head: `B${index}` }));
  const kept = (now) => {
    const dropped = superfluous([aside, ...after], now);
    return [aside, ...after].map(({ head }) => head).filter((_, place) =>
        !dropped.includes([aside, ...after][place].taken));
  };
  assert.deepEqual(kept(at(2, 10)), ['A', 'B25', 'B26', 'B27', 'B28', 'B29']);
  assert.ok(kept(at(31)).includes('A'));
  assert.ok(!kept(at(34)).includes('A'));
});

test('kept: put aside long after it was taken, its month begins then', () => {
  const aside = about(at(1), { head: 'A', put_aside: at(29) });
  const after = [20, 21, 22, 23, 24, 25].map((day) => about(at(day), { head: `${day}` }));
  assert.ok(!superfluous([aside, ...after], at(50)).includes(aside.taken));
});

test('kept: of copies the newest alone, before anything that is there but once', () => {
  const once = about(at(2, 8), { head: 'A', facts: 4088 });
  const copies = [9, 10, 11, 12, 13].map((hour) => about(at(2, hour), { head: 'B', facts: 4041 }));
  assert.deepEqual(superfluous([once, ...copies], at(2, 14)).sort(),
                   copies.slice(0, -1).map(({ taken }) => taken));
  const unknown = copies.map(({ head, ...each }) => each);
  assert.deepEqual(superfluous(unknown, at(2, 14)), [], 'nobody knows that they are copies');
});

test('due: as many facts, but others', () => {
  const newest = about(at(2, 9), { head: 'A' });
  assert.equal(is_due(newest, { identity: 'a', head: 'B', facts: 500 }, at(2, 10)), true);
  assert.equal(is_due(newest, { identity: 'a', head: 'A', facts: 500 }, at(2, 10)), false);
});

/** What a page does with the snapshots of the ledger it shows. */
async function with_page(ledger, act) {
  const { Snapshots } = await load('snapshots');
  globalThis.window ??= globalThis;
  const core = { ledger: () => ledger, importing: () => false,
                 look_at_file: (look) => look(new TextEncoder().encode(ledger.head)) };
  const windows = { writes: true };
  await act(new Snapshots(core, { store: { unsaved: false, puts: 0, on_written() {} }, windows,
                                  frames: { resting: true } }));
  windows.writes = false;  // Or it would go on looking.
}

test('put aside: what is kept already is not kept twice, and nothing pushes it out', async () => {
  empty_database();
  const { list_snapshots, read_snapshot, drop_snapshots } = await load('snapshot_database');
  const put_aside = (page) => page.put_aside();
  await with_page({ identity: 'a', head: 'own', county: '甲县', facts: 4088 }, put_aside);
  for (let turn = 0; turn < 6; ++turn)
    await with_page({ identity: 'a', head: 'old', county: '甲县', facts: 4041 }, put_aside);
  const all = await list_snapshots();
  assert.deepEqual(all.map(({ head }) => head).sort(), ['old', 'own']);
  assert.ok(all.every(({ put_aside }) => put_aside > 0));
  assert.ok(await read_snapshot(all.find(({ head }) => head === 'own').taken));
  await drop_snapshots(all.map(({ taken }) => taken));
});

test('time in words', () => {
  assert.equal(time_words(at(3, 9, 5)), '2026年11月3日 09:05');
});

test('packing: what comes in pieces is whole again, and what breaks says so', async () => {
  const { inflate, is_gzip, pack } = await load('packing');
  const pieces = [1, 2, 3].map((each) => new Uint8Array(200_000).fill(each));
  async function* come() { yield* pieces; }
  const packed = await pack(come());
  assert.ok(is_gzip(packed) && packed.length < 10_000);
  assert.deepEqual(Buffer.from(await inflate(packed)), Buffer.concat(pieces));
  async function* breaks() { yield pieces[0]; throw new Error('disturbed'); }
  await assert.rejects(pack(breaks()), /disturbed/);
  packed[packed.length >> 1] ^= 1;
  await assert.rejects(inflate(packed));
});

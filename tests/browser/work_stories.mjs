// A morning's work from empty page to undone slip: ledgers in, the late ones found, one opened, a
// lead assigned, a weekly report written in Chinese; by mouse, by finger and by keys alone, and from
// everywhere the page may come from.

import assert from 'node:assert/strict';

import { FingerHand, KeyHand, MouseHand } from './hands.mjs';
import { dropped, sample } from './suite.mjs';

const ledgers = ['units-officials.xlsx', 'provincial-export.xlsx', 'county-ledger.xlsx',
                 'lead-list.xlsx', 'weekly-reports.csv'];
const tablet = { hasTouch: true, viewport: { width: 1180, height: 820 } };
const work = '已与当事人面谈一次，核实欠薪账目';

async function takes_ledgers_in(desk, hand, drops) {
  await desk.wait_for('choose_files');
  if (drops) await desk.drop_files(ledgers.map(dropped));
  else await hand.choose('choose_files', ledgers.map(sample));
  await desk.wait_for('导入结果');
  await desk.idle();
  await desk.saved();
}

async function opens_first_row(desk, hand) {
  const { id } = await desk.wait_for(({ role }) => role === 'row');
  await hand.press((item) => item.id === id);
  // Keys open what they press; a hand first looks at the panel beside.
  if (await desk.screen() === 'today') {
    await hand.bring('open_case', '依据');
    await hand.press('open_case');
  }
  assert.equal(await desk.screen(), 'case');
}

/** The most pressing of them, which nobody leads yet. */
async function opens_a_late_one(desk, hand) {
  await hand.press('nav_today');
  await hand.press('filter_late');
  const rows = (await desk.list()).filter(({ role }) => role === 'row');
  assert.ok(rows.length > 3 && rows.every(({ label }) => label.startsWith('逾期')));
  await opens_first_row(desk, hand);
  assert.match(await desk.words(), /应办期限 · 逾期/);
}

async function records(desk, hand) {
  await hand.bring('record', (item) => item.role === 'textbox');
  await hand.press('record');
  await desk.wait_for('notice');
  await desk.saved();
}

async function assigns_a_lead(desk, hand) {
  await hand.press('record_lead.assigned');
  await desk.wait_for('record');
  await hand.press('level_county_leader');
  await hand.press('field_official');
  const { label } = await desk.wait_for(({ role }) => role === 'option');
  await hand.press(({ role, label: words }) => role === 'option' && words === label);
  await records(desk, hand);
  assert.match((await desk.find('notice')).label, /^已记入台账：.*包案/);
  assert.match(await desk.words(), new RegExp(`${label}（县级领导）`));
}

async function reports(desk, hand) {
  if (await desk.look_for('record_report.filed')) {
    await hand.press('record_report.filed');
  } else {
    await hand.press('record_other');
    await hand.press(({ role, label }) => role === 'option' && /周报/.test(label));
  }
  await hand.press(await hand.bring('field_work', 'field_on'));
  await hand.write('yi yu dang shi ren mian tan', work);
  assert.equal((await desk.wait_for('field_work')).value, work);
  await records(desk, hand);
  assert.match((await desk.find('notice')).label, /^已记入台账：.*周报/);
  assert.ok((await desk.words()).includes(work));
}

const holds = async (desk) => (await desk.words()).includes(work);

async function finds_it_again(desk, hand) {
  await hand.press('nav_today');
  await hand.press('filter_late');
  await opens_first_row(desk, hand);
}

async function undoes_after_a_reload(desk, hand) {
  await desk.reload();
  await finds_it_again(desk, hand);
  assert.ok(await holds(desk), 'kept');
  await hand.press('undo');
  assert.match((await desk.wait_for('notice')).label, /^已撤销：.*周报/);
  await desk.saved();
  assert.ok(!await holds(desk));
  await desk.reload();
  await finds_it_again(desk, hand);
  assert.ok(!await holds(desk), 'taken back for good');
  assert.match(await desk.words(), /（县级领导）/);  // One undo, one fact.
}

async function works(desk, hand, { drops }) {
  await hand.prepare();
  await takes_ledgers_in(desk, hand, drops);
  await opens_a_late_one(desk, hand);
  await assigns_a_lead(desk, hand);
  await reports(desk, hand);
  await undoes_after_a_reload(desk, hand);
}

const by_mouse = (stage, options) => by(MouseHand, { drops: true }, stage, options);
const by_finger = (stage, options) => by(FingerHand, { drops: false }, stage,
                                         { ...tablet, ...options });
const by_keys = (stage, options) => by(KeyHand, { drops: false }, stage, options);

async function by(Hand, how, stage, options) {
  const desk = await stage.desk(options);
  await works(desk, new Hand(desk), how);
  return desk;
}

// A host of the intranet: no secure context, so much of the browser is missing.
async function on_plain_http(stage, work_by, options = {}) {
  const context = await stage.context({
    flags: ['--host-resolver-rules=MAP xinfang.county 127.0.0.1'], ...options });
  const address = `http://xinfang.county:${stage.site.port}/`;
  const desk = await work_by(stage, { context, address });
  assert.equal(await desk.page.evaluate(() => isSecureContext), false);
}

// Every hand and every host is tried in each run; the other pairs of them only when asked for.
export const stories = [
  { name: 'work: from empty page to undone slip by mouse', whole: true, run: by_mouse },
  { name: 'work: the same by finger', whole: true, run: by_finger },
  { name: 'work: the same by keys alone', whole: true, run: by_keys },
  { name: 'work: the same by finger on plain http',
    run: (stage) => on_plain_http(stage, by_finger, tablet) },
  { name: 'work: the same by mouse in the single file',
    run: (stage) => by_mouse(stage, { address: stage.single }) },
  { name: 'work: the same by mouse on plain http', extra: true,
    run: (stage) => on_plain_http(stage, by_mouse) },
  { name: 'work: the same by keys alone on plain http', extra: true,
    run: (stage) => on_plain_http(stage, by_keys) },
  { name: 'work: the same by keys alone in the single file', extra: true,
    run: (stage) => by_keys(stage, { address: stage.single }) },
  { name: 'work: the same by finger in the single file', extra: true,
    run: (stage) => by_finger(stage, { address: stage.single }) },
];

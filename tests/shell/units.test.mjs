// The page's modules that need no browser.

import assert from 'node:assert/strict';
import test from 'node:test';

import { load } from './support/load.mjs';

test('checksum: the known answers of CRC-32', async () => {
  const { crc32 } = await load('checksum');
  const of = (text) => crc32(new TextEncoder().encode(text));
  assert.equal(of('123456789'), 0xcbf43926);
  assert.equal(of(''), 0);
  assert.equal(of('The quick brown fox jumps over the lazy dog'), 0x414fa339);
});

test('checksum: wherever the bytes lie and however many there are, one sum', async () => {
  const { crc32 } = await load('checksum');
  const plainly = (bytes) => {
    let value = 0xffffffff;
    for (const byte of bytes) {
      value ^= byte;
      for (let bit = 0; bit < 8; ++bit) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
    return (value ^ 0xffffffff) >>> 0;
  };
  const all = Uint8Array.from({ length: 100 }, (_, index) => index * 151 + 13);
  for (let from = 0; from < 9; ++from)
    for (const to of [from, from + 1, from + 7, from + 8, 64, 99, 100])
      assert.equal(crc32(all.subarray(from, to)), plainly(all.subarray(from, to)), `${from} to ${to}`);
});

test('checksum: one changed bit is another sum', async () => {
  const { crc32 } = await load('checksum');
  const page = Uint8Array.from({ length: 8192 }, (_, index) => index * 7);
  const before = crc32(page);
  for (const at of [0, 4096, 8191]) {
    page[at] ^= 1;
    assert.notEqual(crc32(page), before);
    page[at] ^= 1;
  }
  assert.equal(crc32(page), before);
});

test('options: what the address asks for', async () => {
  const { read_options } = await load('options');
  assert.deepEqual(read_options(''), { demo: false, on: '', refused_day: '', screen: '', a11y: false,
                                       auto: false });
  assert.deepEqual(read_options('?demo&on=2026-11-23&screen=cases&a11y&auto'),
                   { demo: true, on: '2026-11-23', refused_day: '', screen: 'cases', a11y: true,
                     auto: true });
});

test('options: a day that is none is not taken, and kept to be told', async () => {
  const { read_options } = await load('options');
  for (const day of ['2026-11', 'heute', '2026-11-23x', '2026-13-45', '2026-02-29', '2026-11-31',
                     '1899-12-31', '3000-01-01', '2026-1-5', ' 2026-11-23', '2026-11-23T00:00']) {
    const { on, refused_day } = read_options(`?on=${encodeURIComponent(day)}`);
    assert.deepEqual([on, refused_day], ['', day]);
  }
  for (const day of ['2024-02-29', '1900-01-01', '2999-12-31', ''])
    assert.deepEqual([read_options(`?on=${day}`).on, read_options(`?on=${day}`).refused_day], [day, '']);
});

test('frames: drawn when asked for, again while wanted, then never', async (context) => {
  const waiting = [];
  context.mock.timers.enable({ apis: ['setTimeout'] });
  globalThis.document = { hidden: false, addEventListener() {} };
  globalThis.requestAnimationFrame = (draw) => waiting.push(draw);
  const { Frames } = await load('frames');
  const frames = new Frames();
  const wanted = [0, 0, Infinity];
  frames.request();
  assert.equal(waiting.length, 0, 'nothing is drawn before the start');
  frames.start({ frame: () => wanted.shift() });
  let rested = false;
  const rest = frames.rest().then(() => { rested = true; });
  while (waiting.length > 0) waiting.shift()(0);
  await rest;
  assert.ok(rested);
  assert.equal(frames.drawn, 3);
  frames.request();
  frames.request();
  assert.equal(waiting.length, 1, 'asked for twice, drawn once');
});

test('frames: one that is held is drawn as soon as it may be', async (context) => {
  const waiting = [];
  context.mock.timers.enable({ apis: ['setTimeout'] });
  globalThis.document = { hidden: false, addEventListener() {} };
  globalThis.requestAnimationFrame = (draw) => waiting.push(draw);
  const { Frames } = await load('frames');
  const frames = new Frames();
  let held = true;
  frames.held = () => held;
  frames.start({ frame: () => Infinity });
  for (let turn = 0; turn < 3; ++turn) waiting.shift()(0);
  assert.equal(frames.drawn, 0);
  assert.equal(frames.resting, false);
  held = false;
  waiting.shift()(0);
  assert.equal(frames.drawn, 1);
  assert.ok(frames.resting);
});

test('work: an import goes on slice by slice until it ends', async () => {
  const { Work } = await load('work');
  let slices = 0;
  let ended;
  const done = new Promise((resolve) => { ended = resolve; });
  const core = { importing: () => slices < 5, work: () => ++slices < 5 || void ended() };
  const work = new Work(core);
  work.look();
  work.look();
  assert.equal(slices, 0, 'never within the call');
  await done;
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(slices, 5);
  work.look();
  assert.equal(slices, 5);
  work.channel.port1.close();
});

test('text mirror: what changed is found from the caret', async () => {
  const { change_between } = await load('text_mirror');
  assert.equal(change_between('征地', '征地', 2), null);
  assert.deepEqual(change_between('', '信', 1), { start: 0, end: 0, text: '信' });
  // Which of several equal letters was typed or deleted, only the caret tells.
  assert.deepEqual(change_between('aa', 'aaa', 1), { start: 0, end: 0, text: 'a' });
  assert.deepEqual(change_between('aaa', 'aa', 0), { start: 0, end: 1, text: '' });
  assert.deepEqual(change_between('aaa', 'aa', 2), { start: 2, end: 3, text: '' });
  assert.deepEqual(change_between('征地补偿', '征用补偿', 2), { start: 1, end: 2, text: '用' });
  assert.deepEqual(change_between('全部', '', 0), { start: 0, end: 2, text: '' });
});

test('text mirror: no character is cut in two', async () => {
  const { change_between, window_of } = await load('text_mirror');
  const change = change_between('𠮷', '𠮸', 2);  // They share their first half.
  assert.deepEqual(change, { start: 0, end: 2, text: '𠮸' });
  assert.deepEqual(change_between('𠮷a', '𠮷', 2), { start: 2, end: 3, text: '' });
  const text = '𠮷'.repeat(4000);
  const field = { field: 1, text, anchor: 4001, caret: 4001, multi_line: true, keypad: 0 };
  const window = window_of({ ...field, anchor: 4002, caret: 4002 }, null);
  assert.equal(window.offset % 2, 0);
  assert.equal(window.text.length % 2, 0);
});

test('text mirror: every change put back into the text gives what was typed', async () => {
  const { change_between } = await load('text_mirror');
  let seed = 7;
  const next = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const letters = ['a', 'a', '地', '𠮷', '𠮸', '\n'];
  for (let round = 0; round < 3000; ++round) {
    const piece = (count) => Array.from({ length: count }, () => letters[next(letters.length)]).join('');
    const [head, cut, added, tail] = [next(4), next(3), next(3), next(4)].map(piece);
    const [before, after] = [head + cut + tail, head + added + tail];
    const change = change_between(before, after, head.length + added.length);
    const again = change === null ? before
        : before.slice(0, change.start) + change.text + before.slice(change.end);
    assert.equal(again, after, JSON.stringify([before, after, change]));
  }
});

test('text mirror: the window stays while the caret moves inside it', async () => {
  const { window_of } = await load('text_mirror');
  const at = (caret) => ({ field: 1, text: 'x'.repeat(10000), anchor: caret, caret, multi_line: true,
                           keypad: 0 });
  const first = window_of(at(5000), null);
  assert.equal(first.offset + first.start, 5000);
  assert.equal(window_of(at(5500), first).offset, first.offset);
  assert.notEqual(window_of(at(9000), first).offset, first.offset);
  const short = { ...at(3), text: 'short' };
  assert.deepEqual(window_of(short, null), { offset: 0, text: 'short', start: 3, end: 3, backwards: false });
  assert.equal(window_of({ ...short, anchor: 5, caret: 1 }, null).backwards, true);
});

test('cells: quotes, line breaks and tabs inside a cell stay in it', async () => {
  const { html_table, parse_tsv } = await load('tsv');
  assert.deepEqual(parse_tsv('a\tb\r\nc\td\r\n'), [['a', 'b'], ['c', 'd']]);
  assert.deepEqual(parse_tsv('"一\n二"\t"say ""so"""\n'), [['一\n二', 'say "so"']]);
  assert.deepEqual(parse_tsv('5" pipe\tx'), [['5" pipe', 'x']]);
  assert.deepEqual(parse_tsv('"never closed\tx'), [['never closed\tx']]);
  assert.deepEqual(parse_tsv(''), [['']]);
  const { is_table } = await load('clipboard');
  assert.ok(is_table('a\tb\r\n1\t"2\n3"\r\n'));
  for (const text of ['', 'a\tb', 'a\nb', 'a\tb\nc']) assert.ok(!is_table(text), text);
  assert.match(html_table([['<b>', '一\n二']]), /&lt;b&gt;.*一<br>二/);
  // Figures and days are what they are; numbers of cases and formulas are text.
  for (const figure of ['12', '-3', '61.0%', '2026年11月2日', '2026-11-02'])
    assert.doesNotMatch(html_table([[figure]]), /mso/);
  for (const text of ['511720261100000901', '007', '=1+1', '-1+2', '12人', ''])
    assert.match(html_table([[text]]), /mso-number-format/);
});

test('cells: lines end once, and an apostrophe before a formula is for plain text alone', async () => {
  const { crlf, parse_tsv, without_guards } = await load('tsv');
  const made = "编号\t事项\r\nA1\t'=1+1\n";
  assert.equal(crlf(made), "编号\t事项\r\nA1\t'=1+1\r\n");
  assert.equal(crlf(crlf(made)), crlf(made));
  assert.deepEqual(without_guards(parse_tsv(crlf(made))), [['编号', '事项'], ['A1', '=1+1']]);
});

test('gesture: a finger that goes fast throws, one that pauses does not', async () => {
  const { Trail, is_throw } = await load('gesture');
  const trail = new Trail();
  for (let at = 0; at <= 60; at += 10) trail.add({ x: 0, y: -at }, at);
  assert.deepEqual(trail.speed(60), { x: 0, y: -1 });
  assert.ok(is_throw(trail.speed(60)));
  assert.ok(!is_throw(trail.speed(200)));
  assert.ok(!is_throw(new Trail().speed(0)));
});

test('gesture: a throw runs out, and as far on a slow display as on a fast one', async () => {
  const { run_out } = await load('gesture');
  const far = (step) => {
    let speed = { x: 0, y: 2 };
    let moved = 0;
    let frames = 0;
    for (; speed && frames < 10_000; ++frames) {
      const next = run_out(speed, step);
      moved += next.moved.y;
      speed = next.left;
    }
    assert.ok(frames < 10_000, 'it comes to rest');
    return moved;
  };
  assert.ok(Math.abs(far(8) - far(33)) < 10, `${far(8)} and ${far(33)} pixels`);
});

test('gesture: an upright drag stays upright', async () => {
  const { along, axis_of } = await load('gesture');
  assert.equal(axis_of({ x: 2, y: -11 }), 'y');
  assert.equal(axis_of({ x: 11, y: 3 }), 'x');
  assert.equal(axis_of({ x: 8, y: 8 }), 'both');
  assert.deepEqual(along('y', { x: 5, y: 7 }), { x: 0, y: 7 });
});

test('gesture: text sizes are tenths within reason', async () => {
  const { text_size_near } = await load('gesture');
  assert.equal(text_size_near(1.234), 1.2);
  assert.equal(text_size_near(9), 2);
  assert.equal(text_size_near(0), 0.8);
  assert.equal(text_size_near(NaN), 1);
});

test('appearance: the system is followed unless something was chosen', async () => {
  const { shown_for } = await load('appearance');
  const system = { dark: true, contrast: false, reduced_motion: true };
  assert.deepEqual(shown_for('system', 'system', system), system);
  assert.deepEqual(shown_for('light', 'full', system),
                   { dark: false, contrast: false, reduced_motion: false });
  assert.deepEqual(shown_for('contrast', 'reduced', system),
                   { dark: false, contrast: true, reduced_motion: true });
  const both = { ...system, contrast: true };  // White on black.
  assert.deepEqual(shown_for('system', 'system', both), both);
});

test('mirror tree: rows hold their cells, headers stand in a row, tabs share a list', async () => {
  const { tree_of } = await load('mirror_tree');
  const item = (role, label, x, y, width, height, more = {}) =>
      ({ id: '', role, label, value: '', description: '', disabled: false, focused: false,
         required: false, invalid: false, multi_line: false, rect: { x, y, width, height }, ...more });
  const tree = tree_of([
    item('tab', '今日', 0, 0, 80, 40, { value: 'true' }), item('tab', '事项', 0, 40, 80, 40),
    item('columnheader', '编号', 100, 0, 50, 20, { value: 'ascending' }),
    item('gridcell', '2', 100, 42, 50, 20), item('gridcell', '乙', 150, 42, 50, 20),
    item('row', '2 乙', 100, 40, 100, 20, { value: 'true' }),
    item('gridcell', '1', 100, 22, 50, 18), item('row', '1', 100, 20, 100, 20, { value: 'false' }),
    item('scrollbar', '滚动条', 200, 0, 10, 60),
    item('textbox', '理由', 0, 100, 90, 30, { value: '写好的', required: true, invalid: true,
                                             description: '不能为空', focused: true }),
  ]);
  assert.deepEqual(tree.map(({ role }) => role), ['tablist', 'grid', 'textbox']);
  assert.deepEqual(tree[0].children.map(({ aria }) => aria['aria-selected']), ['true', undefined]);
  const [headers, first, second] = tree[1].children;
  assert.equal(headers.children[0].aria['aria-sort'], 'ascending');
  assert.deepEqual(first.children.map(({ text }) => text), ['1']);
  assert.deepEqual(second.children.map(({ text }) => text), ['2', '乙']);
  assert.deepEqual([first.stop, second.stop], [false, true]);  // Tab comes to the selected row.
  assert.equal(tree[2].text, '写好的');
  assert.deepEqual(tree[2].aria, { 'data-typing': 'true', 'aria-hidden': 'true', 'aria-required': 'true',
                                   'aria-invalid': 'true', 'aria-description': '不能为空' });
});

test('mirror tree: cells say their column, rows their place among all, blank ones too', async () => {
  const { tree_of } = await load('mirror_tree');
  const item = (role, label, x, y, width, more = {}) =>
      ({ id: '', role, label, value: '', rect: { x, y, width, height: 20 }, ...more });
  const row = (at, words) => [
    item('row', words.join(' '), 0, 20 * at, 300, { id: `row_${at}`, value: 'false' }),
    ...words.map((each, place) =>
        item('gridcell', each, 100 * place, 20 * at, 100, { id: `cell_${at + 40}_${place + 2}` })),
  ];
  const [grid] = tree_of([item('grid', '表格', 0, 0, 300, { value: '600 10' }),
    ...['甲', '乙', '丙'].map((each, place) => item('columnheader', each, 100 * place, 0, 100)),
    ...row(1, ['1', '', '3']), ...row(2, ['', '2', ''])]);
  assert.deepEqual(grid.aria, { 'aria-rowcount': '601', 'aria-colcount': '10' });
  const [headers, first, second] = grid.children;
  const columns = ({ children }) => children.map(({ aria }) => aria['aria-colindex']);
  for (const each of [headers, first, second]) assert.deepEqual(columns(each), ['3', '4', '5']);
  assert.deepEqual(first.children.map(({ text }) => text), ['1', '', '3']);
  assert.deepEqual([headers, first, second].map(({ aria }) => aria['aria-rowindex']), ['1', '43', '44']);
});

test('mirror tree: what can be pressed can be reached, and what changes stays one thing', async () => {
  const { tree_of } = await load('mirror_tree');
  const item = (role, label, more = {}) =>
      ({ id: '', role, label, value: '', rect: { x: 0, y: 0, width: 9, height: 9 }, ...more });
  const [list, day, saved] = tree_of([
    item('listitem', '受理', { pressable: true, value: 'true' }), item('listitem', '依据'),
    item('gridcell', '3日', { pressable: true }), item('status', '已保存')]);
  assert.deepEqual(list.children.map(({ role }) => role), ['listitem', 'listitem']);
  const [fact] = list.children[0].children;
  assert.deepEqual([fact.role, fact.name, fact.stop, fact.aria['aria-expanded']],
                   ['button', '受理', true, 'true']);
  assert.equal(list.children[1].children.length, 0);
  assert.deepEqual([day.role, day.name, day.stop], ['button', '3日', true]);
  assert.equal(saved.role, 'status');
  assert.equal(saved.key, tree_of([item('status', '保存中')])[0].key);
});

test('mirror tree: the same things keep their keys', async () => {
  const { tree_of } = await load('mirror_tree');
  const item = (label, id = '') => ({ id, role: 'button', label, value: '', rect: { x: 0, y: 0, width: 1, height: 1 } });
  const keys = (...items) => tree_of(items).map(({ key }) => key);
  assert.deepEqual(keys(item('筛选'), item('筛选')), ['button 筛选 0', 'button 筛选 1']);
  assert.deepEqual(keys(item('全部 7', 'all')), keys(item('全部 8', 'all')));
});

test('download: a backup is named after the county and the minute', async () => {
  const { backup_name } = await load('download');
  const at = new Date(2026, 10, 3, 9, 5);
  assert.equal(backup_name('青山县', at), '青山县 2026-11-03 0905.zelian');
  assert.equal(backup_name('a/b:c', at), 'abc 2026-11-03 0905.zelian');
  assert.equal(backup_name(' ', at), '台账 2026-11-03 0905.zelian');
});

// A store as the browser gives it, that answers what the test tells it to.
function fake_store(behave) {
  globalThis.indexedDB = { open: () => {
    const request = {};
    queueMicrotask(() => behave(request));
    return request;
  } };
}

test('page database: a blocked upgrade is told, and goes on', async () => {
  const { open_database } = await load('page_database');
  const database = { close() {} };
  fake_store((request) => {
    request.onblocked();
    request.result = database;
    setTimeout(() => request.onsuccess());
  });
  let blocked = 0;
  assert.equal(await open_database(() => {}, () => { ++blocked; }), database);
  assert.equal(blocked, 1);
});

test('page database: each refusal has its trouble', async () => {
  const { open_database } = await load('page_database');
  for (const [name, trouble] of [['VersionError', 'newer'], ['SecurityError', 'unavailable'],
                                 ['QuotaExceededError', 'quota'], ['UnknownError', 'lost']]) {
    fake_store((request) => {
      request.error = new DOMException('refused', name);
      request.onerror();
    });
    await assert.rejects(open_database(() => {}, () => {}), { trouble });
  }
});

test('turn: without locks the first window keeps it, and gives it to the one that asks', async () => {
  const channels = new Set();
  globalThis.addEventListener = () => {};
  const channel = () => {
    const made = { listeners: [], addEventListener: (_, heard) => made.listeners.push(heard),
                   postMessage: (data) => {
                     for (const each of channels)
                       if (each !== made) each.listeners.forEach((heard) => heard({ data }));
                   } };
    channels.add(made);
    return made;
  };
  const { make_turn } = await load('turn');
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  const intervals = [];
  const real_interval = globalThis.setInterval;
  globalThis.setInterval = (run) => intervals.push(run);
  try {
    const first = make_turn('b', channel());
    const second = make_turn('a', channel());
    const third = make_turn('c', channel());
    assert.equal(await first.take(), true);
    assert.equal(await second.take(), false);
    assert.equal(await third.take(), false);
    let came = '';
    const turn_came = new Promise((resolve) => {
      second.on_turn = () => { came += 'a'; resolve(); };
      third.on_turn = () => { came += 'c'; resolve(); };
    });
    second.stand_back();  // The third has asked.
    first.give_up();
    await turn_came;
    assert.equal(came, 'c');
    const [one, two] = [make_turn('y', channel()), make_turn('x', channel())];
    third.give_up();
    assert.deepEqual((await Promise.all([one.take(), two.take()])).filter(Boolean).length, 1);
  } finally {
    globalThis.setInterval = real_interval;
  }
});

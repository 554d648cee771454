// The page's modules that need no browser.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const shell = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../shell');
const { build } = createRequire(path.join(shell, 'package.json'))('esbuild');

async function load(name) {
  const made = await build({ entryPoints: [path.join(shell, 'src', `${name}.ts`)], bundle: true,
                             write: false, format: 'esm' });
  return import(`data:text/javascript;base64,${Buffer.from(made.outputFiles[0].text).toString('base64')}`);
}

test('checksum: the known answers of CRC-32', async () => {
  const { crc32 } = await load('checksum');
  const of = (text) => crc32(new TextEncoder().encode(text));
  assert.equal(of('123456789'), 0xcbf43926);
  assert.equal(of(''), 0);
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
  assert.deepEqual(read_options(''), { demo: false, on: '', screen: '', a11y: false, auto: false });
  assert.deepEqual(read_options('?demo&on=2026-11-23&screen=cases&a11y&auto'),
                   { demo: true, on: '2026-11-23', screen: 'cases', a11y: true, auto: true });
});

test('options: a day that is none is the real day', async () => {
  const { read_options } = await load('options');
  for (const day of ['2026-11', 'heute', '2026-11-23x', '']) {
    assert.equal(read_options(`?on=${encodeURIComponent(day)}`).on, '');
  }
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
  assert.match(html_table([['<b>', '一\n二']]), /&lt;b&gt;.*一<br>二/);
});

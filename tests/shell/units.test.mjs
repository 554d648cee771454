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
  assert.deepEqual(read_options(''), { demo: false, on: '', screen: '', auto: false });
  assert.deepEqual(read_options('?demo&on=2026-11-23&screen=cases&auto'),
                   { demo: true, on: '2026-11-23', screen: 'cases', auto: true });
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

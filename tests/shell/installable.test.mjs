// What is kept for times without a network, and the icons.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { inflateSync } from 'node:zlib';

import { draw_icon, read_icon } from '../../shell/icons.mjs';
import { load, shell } from './support/load.mjs';

const { names_of, part_asked_for } = await load('worker/parts');
const svg = fs.readFileSync(path.join(shell, '../public/icon.svg'), 'utf8');

test('parts: the page is what the folder or its index is asked for', () => {
  const asked = (address) => part_asked_for(address, 'https://host/desk/', true);
  for (const address of ['', '?demo&on=2026-11-23', 'index.html', '#top'])
    assert.equal(asked(`https://host/desk/${address}`), '', address);
  for (const address of ['https://host/', 'https://host/desk/sample/', 'https://host/desk/zelian.html',
                         'https://other/desk/'])
    assert.equal(asked(address), null, address);
});

test('parts: beside it only names with a hash are answered, of any version', () => {
  const asked = (name) => part_asked_for(`https://host/desk/${name}`, 'https://host/desk/', false);
  for (const name of ['zelian.0123456789.js', 'zelian.abcdef0123.wasm.gz', 'demo.0123456789.zelian.gz',
                      'reader.0123456789.js',
                      'fallback.0123456789.js', 'font.abcdef0123.otf.gz', 'outline.0123456789.wasm'])
    assert.equal(asked(name), name);
  for (const name of ['', 'index.html', 'sw.js', 'sample/county-ledger.xlsx', 'zelian.js',
                      'sample/zelian.0123456789.js'])
    assert.equal(asked(name), null, name);
});

test('parts: the module is kept once, as the browser will ask for it', () => {
  const parts = { script: 's.js', integrity: '', module: 'm.wasm', demo: 'd.gz', reader: 'r.js',
                  fallback: [] };
  assert.deepEqual(names_of(parts, true, []), ['', 's.js', 'm.wasm.gz', 'd.gz', 'r.js']);
  assert.deepEqual(names_of(parts, false, []), ['', 's.js', 'm.wasm', 'd.gz', 'r.js']);
});

test('parts: what another version needed beside the usual is kept of this one too', () => {
  const fallback = ['fallback.aaaaaaaaaa.js', 'outline.aaaaaaaaaa.wasm', 'font.aaaaaaaaaa.otf',
                    'font.aaaaaaaaaa.otf.gz'];
  const parts = { script: 's.js', integrity: '', module: 'm.wasm', demo: 'd.gz', reader: 'r.js',
                  fallback };
  const usual = ['', 's.js', 'm.wasm.gz', 'd.gz', 'r.js'];
  assert.deepEqual(names_of(parts, true, ['', 'zelian.bbbbbbbbbb.js', 'demo.bbbbbbbbbb.zelian.gz']), usual);
  assert.deepEqual(names_of(parts, true, ['fallback.bbbbbbbbbb.js', 'font.bbbbbbbbbb.otf.gz']),
                   [...usual, 'fallback.aaaaaaaaaa.js', 'font.aaaaaaaaaa.otf.gz']);
});

// Red, green, blue and opacity of one pixel.
function pixel(png, size, x, y) {
  const data = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
  const at = y * (1 + 4 * size) + 1 + 4 * x;
  return [...rows.subarray(at, at + 4)];
}

test('icons: ground, chain and corners are where the picture has them', () => {
  const round = draw_icon(svg, 64, false);
  assert.equal(round.readUInt32BE(16), 64);
  assert.deepEqual(pixel(round, 64, 32, 4), [0x1f, 0x4e, 0x8c, 255]);
  assert.deepEqual(pixel(round, 64, 20, 22), [255, 255, 255, 255]);
  assert.equal(pixel(round, 64, 0, 0)[3], 0);
  assert.deepEqual(pixel(draw_icon(svg, 64, true), 64, 0, 0), [0x1f, 0x4e, 0x8c, 255]);
});

test('icons: the chain stays within the circle that everybody shows', () => {
  const { width, shapes } = read_icon(svg);
  const [, ...chain] = shapes;
  for (const { middle, half, round, stroke } of chain) {
    const reach = Math.hypot(Math.abs(middle[0] - width / 2) + half[0] - round, half[1] - round) +
        round + stroke / 2;
    assert.ok(reach <= 0.4 * width, `${reach}`);
  }
});

test('icons: what cannot be drawn is refused', () => {
  assert.throws(() => read_icon(svg.replace('</svg>', '<circle r="1"/></svg>')), /circle/);
  assert.throws(() => read_icon(svg.replace('#FFFFFF', 'white')), /white/);
});

test('home screen: only where a device says that it was not opened from there', async () => {
  const { belongs_on_home_screen } = await load('home_screen');
  assert.deepEqual([{}, { standalone: true }, { standalone: false }].map(belongs_on_home_screen),
                   [false, false, true]);
});

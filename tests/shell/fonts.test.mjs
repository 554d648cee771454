// When the page draws with other characters than the browser's, and what the font it fetches holds.

import assert from 'node:assert/strict';
import test from 'node:test';

import { characters_in, everyday_characters } from '../../shell/font.mjs';
import { load } from './support/load.mjs';

const { trouble_in } = await load('font_check');
const { fall_back } = await load('fallback');

/** A picture out of rows of text: # is ink. */
function picture(...rows) {
  return { width: rows[0].length,
           coverage: Uint8Array.from(rows.join(''), (each) => each === '#' ? 255 : 0) };
}

const strokes = picture('......', '.####.', '.#.##.', '.####.', '.#..#.');
const box = picture('......', '.###..', '.#.#..', '.###..', '......');
const numbered = picture('......', '.###..', '.###..', '.###..', '......');

test('trouble: strokes that come out alike twice, and are no box, are text', () => {
  assert.equal(trouble_in(strokes, strokes, box), null);
  assert.equal(trouble_in(strokes, strokes, picture('.')), null);
});

test('trouble: empty, filled, changed or never the same: it cannot be read', () => {
  const [empty, filled] = ['..', '##'].map((row) => picture(row, row));
  assert.equal(trouble_in(empty, empty, empty), 'unreadable');
  assert.equal(trouble_in(filled, filled, filled), 'unreadable');
  const noisy = { ...strokes, coverage: strokes.coverage.map((each, index) => index === 8 ? 254 : each) };
  assert.equal(trouble_in(strokes, noisy, box), 'unreadable');
  assert.equal(trouble_in(picture('.'), picture('.'), box), 'unreadable');
});

test('trouble: the box that stands for what no font has, whatever is written into it', () => {
  assert.equal(trouble_in(box, box, box), 'no_chinese');
  assert.equal(trouble_in(box, box, numbered), 'no_chinese');
});

/** A browser whose canvas is well once a font of `good` was installed; notes what is done. */
function pretend({ font = null, good = [], outlines = { name: 'outlines' }, chosen = [], refused = [] }) {
  const done = [];
  let installed = null;
  const canvas = { name: 'canvas', use_family: () => done.push('use'),
                   trouble: () => good.includes(installed) ? null : 'no_chinese' };
  const means = {
    font: async () => font,
    outlines: async (from) => { done.push(`outlines ${from}`); return outlines; },
    install: async (from) => { installed = from; done.push(`install ${from}`); return !refused.includes(from); },
    ask: async (sentence) => { done.push(sentence.slice(0, 4)); return chosen.shift(); },
  };
  return { canvas, means, done };
}

test('fall back: the browser draws with the fetched font when it can be read', async () => {
  const { canvas, means, done } = pretend({ font: 'noto', good: ['noto'] });
  assert.equal(await fall_back('no_chinese', canvas, means), canvas);
  assert.deepEqual(done, ['install noto', 'use']);
});

test('fall back: outlines where it cannot, or does not take the font', async () => {
  for (const refused of [[], ['noto']]) {
    const { canvas, means } = pretend({ font: 'noto', refused });
    assert.equal((await fall_back('unreadable', canvas, means)).name, 'outlines');
  }
});

test('fall back: without a font to fetch a person is asked until one is good', async () => {
  const { canvas, means, done } = pretend({ chosen: ['text', 'latin', 'han'], good: ['han'], refused: ['text'] });
  assert.equal(await fall_back('no_chinese', canvas, means), canvas);
  assert.deepEqual(done, ['本机没有', 'install text', '这个文件', 'install latin', 'use', '这个文件',
                          'install han', 'use']);
});

test('fall back: nothing helps where nothing can be read and nothing fetched', async () => {
  const blocked = pretend({});
  assert.equal(await fall_back('unreadable', blocked.canvas, blocked.means), null);
  assert.deepEqual(blocked.done, []);
  const missing = pretend({ font: 'noto', outlines: null });
  assert.equal(await fall_back('unreadable', missing.canvas, missing.means), null);
});

test('font: the characters of GB 2312, first and last of each level among them', () => {
  const all = everyday_characters();
  for (const each of ' ~啊座亍齄，。“”—…①Ⅻαя')
    assert.ok(all.has(each), each);
  const han = [...all].filter((each) => /[\u4e00-\u9fff]/.test(each));
  assert.equal(han.length, 6763);
  assert.ok(!all.has('喆'), 'GBK alone has it');
});

test('font: what steers or has no shape is not asked for', () => {
  assert.deepEqual([...characters_in(['张喆\n', '\u200b\ue000\ufffd喆▾'])], ['张', '喆', '▾']);
});

// What paper looks like, and how soon a backup is asked for.

import assert from 'node:assert/strict';
import test from 'node:test';

import { load } from './support/load.mjs';

const { day_words, is_wide, sheet_rules } = await load('report');
const { keeping_of } = await load('place');

const with_columns = (count) => ({
  tables: [{ caption: '', rows: [], columns: Array.from({ length: count }, () => ({ title: '' })) }],
});

test('report: many columns lie on the long side of the sheet', () => {
  assert.equal(is_wide(with_columns(6)), false);
  assert.equal(is_wide(with_columns(7)), true);
  assert.match(sheet_rules(with_columns(3)), /size: A4 portrait/);
  assert.match(sheet_rules(with_columns(12)), /size: A4 landscape/);
});

test('report: days in words', () => {
  assert.equal(day_words('2026-11-03'), '2026年11月3日');
  assert.equal(day_words(''), '');
});

const [site, safari, file] = [0, 1, 2];
const apple = { vendor: 'Apple Computer, Inc.' };

test('keeping: a file, a tab of Safari, anything else', () => {
  assert.equal(keeping_of('file:', { vendor: 'Google Inc.' }, false), file);
  assert.equal(keeping_of('file:', apple, false), file);
  assert.equal(keeping_of('https:', apple, false), safari);
  assert.equal(keeping_of('https:', { vendor: 'Google Inc.', standalone: false }, false), safari);
  assert.equal(keeping_of('http:', { vendor: 'Google Inc.' }, false), site);
  assert.equal(keeping_of('https:', { vendor: '' }, false), site);
});

test('keeping: what was installed stays', () => {
  assert.equal(keeping_of('https:', { ...apple, standalone: true }, false), site);
  assert.equal(keeping_of('https:', apple, true), site);
});

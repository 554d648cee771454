// Which licences travel with the page.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';

import { licensed_sources } from '../../shell/licences.mjs';

const list = fs.readFileSync(new URL('../../shell/setup/sources.txt', import.meta.url), 'utf8');

test('licences are looked for in what set-up fetches and nowhere else, once for each source', () => {
  const names = licensed_sources(list).map(([name]) => name);
  assert.deepEqual(names, ['imgui', 'libdeflate', 'libsodium', 'zlib']);
});

test('a source whose licence nobody knows stops the build', () => {
  assert.throws(() => licensed_sources(`${list}\nmystery 1.0 1.0-1 00`), /licence of mystery/);
});

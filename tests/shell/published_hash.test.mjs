// The hash beside the single file, judged by the program that people check it with.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';

import { published_hash } from '../../shell/published_hash.mjs';

const page = '<!doctype html>\n<title>责链</title>\n';

/** The exit code of sha256sum for a page that holds `content`. */
function checked(content) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zelian-hash-'));
  try {
    fs.writeFileSync(path.join(folder, 'page.html'), content);
    fs.writeFileSync(path.join(folder, 'page.html.sha256'), published_hash('page.html', page));
    return spawnSync('sha256sum', ['-c', '--strict', 'page.html.sha256'], { cwd: folder }).status;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

test('published hash: sha256sum takes the file it was made of, and no other', () => {
  assert.equal(checked(page), 0);
  assert.equal(checked(page.replace('责', '贵')), 1);
});

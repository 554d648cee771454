// Fails when a file knows something its level may not know, or breaks a rule of the house that a
// compiler does not see. Run from anywhere: node tests/architecture/check_layers.mjs
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { problems_in } from './rules.mjs';
import { self_test } from './self_test.mjs';
import { twin_count, twin_problems } from './twins.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const skipped = new Set(['node_modules', 'data', 'corpus', 'golden', 'sample']);
const read_as_text = /\.(h|cpp|ts|js|mjs|css|html|sh|sql|cmake|json|txt)$/;

function* files_below(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skipped.has(entry.name)) yield* files_below(path);
    if (entry.isFile() && read_as_text.test(entry.name) && entry.name !== 'package-lock.json') yield path;
  }
}

const { count, wrong } = self_test();
const problems = [];
let files = 0;
for (const top of ['core', 'web', 'native', 'shell', 'tests', 'cmake']) {
  for (const path of files_below(join(root, top))) {
    const name = relative(root, path).split('\\').join('/');
    const found = problems_in(name, readFileSync(path, 'utf8'));
    problems.push(...found.map(sentence => `${name}: ${sentence}`));
    ++files;
  }
}
const parted = twin_problems(name => readFileSync(join(root, name), 'utf8'));
for (const line of [...wrong, ...problems, ...parted]) console.log(line);
// The tree as a whole is one test beside the examples; each thing wrong with it is one failure.
const passed = count - wrong.length + twin_count - parted.length + (problems.length === 0 ? 1 : 0);
const failed = wrong.length + problems.length + parted.length;
console.log(`architecture: ${count} examples, ${files} files of the tree, ${twin_count} twins`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

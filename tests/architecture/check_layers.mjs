// Fails when a file knows something its level may not know, or breaks a rule of the house that a
// compiler does not see. Run from anywhere: node tests/architecture/check_layers.mjs
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { problems_in } from './rules.mjs';
import { self_test } from './self_test.mjs';
import { twin_count, twin_problems } from './twins.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
// Nothing in them is ours to judge. Named in full: a folder of the core is not passed over for its name.
const skipped = ['shell/node_modules', 'shell/package-lock.json', 'tests/data', 'tests/fuzz/corpus'];

function* files_below(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (skipped.includes(path)) continue;
    if (entry.isDirectory()) yield* files_below(path);
    if (entry.isFile()) yield path;
  }
}

const { count, wrong } = self_test();
const problems = [];
let files = 0;
for (const top of ['core', 'web', 'native', 'shell', 'tests', 'cmake']) {
  for (const name of files_below(top)) {
    const found = problems_in(name, readFileSync(join(root, name), 'utf8'));
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

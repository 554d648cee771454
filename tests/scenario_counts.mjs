// Turns the answer of `zelian scenario --json` into lines for people and one line of counts.
import { readFileSync } from 'node:fs';

const answer = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const passed = typeof answer.passed === 'number' ? answer.passed : answer.passed.length;
for (const { file, expect, got } of answer.failed) {
  console.log(`${file}\n  expected ${JSON.stringify(expect)}\n  got      ${JSON.stringify(got)}`);
}
console.log(`${passed} passed, ${answer.failed.length} failed`);
process.exit(answer.failed.length === 0 ? 0 : 1);

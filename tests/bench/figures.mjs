// What the benchmark scripts share: starting programs, medians, and the rows of the table.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const data = join(root, 'build/bench-data');
export const runs = Number(process.env.BENCH_RUNS ?? 5);

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

// Runs a program to its end; its lines of JSON.
export async function run(command, ...words) {
  const program = start(command, ...words);
  program.end();
  const lines = [];
  for (let line = await program.line(); line !== null; line = await program.line()) lines.push(line);
  return lines;
}

// Starts a program that answers each line with a line of JSON.
export function start(command, ...words) {
  const child = spawn(command, words.map(String), { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => {
      if (code === 0) done();
      else failed(new Error(`${command} ${words.join(' ')} ended with ${code ?? signal}`));
    });
  });
  ended.catch(() => {});
  return {
    async line() {
      const { value, done } = await lines.next();
      if (!done) return JSON.parse(value);
      await ended;
      return null;
    },
    async ask() {
      child.stdin.write('\n');
      const answer = await this.line();
      if (answer === null) throw new Error(`${command} ended early`);
      return answer;
    },
    end: () => child.stdin.end(),
  };
}

// `at_most` or `at_least` says what the number in `value` is held against; the other cells are words.
export function figure({ what, ours, anchor = '', value, unit, at_most, at_least }) {
  const ok = at_most !== undefined ? value <= at_most : value >= at_least;
  const limit = at_most !== undefined ? `≤ ${at_most}${unit}` : `≥ ${at_least}${unit}`;
  return { what, ours, anchor, ratio: `${digits(value)}${unit}`, limit, ok };
}

export function digits(number) {
  if (number >= 100) return Math.round(number).toLocaleString('en-US');
  return number.toPrecision(number < 0.1 ? 2 : 3);
}

export const seconds = (milliseconds) => `${digits(milliseconds / 1000)} s`;
export const milliseconds = (value) => `${digits(value)} ms`;
export const per_second = (count, ms) => (count / ms) * 1000;
export const thousands = (rate) => `${Math.round(rate / 1000).toLocaleString('en-US')} k rows/s`;
export const megabytes = (bytes) => `${digits(bytes / 1e6)} MB`;

export function table(figures) {
  const head = ['figure', 'ours', 'anchor', 'measured', 'limit', 'ok'];
  const rows = figures.map((f) => [f.what, f.ours, f.anchor, f.ratio, f.limit, f.ok ? 'yes' : '**no**']);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

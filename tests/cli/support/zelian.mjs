// Runs the command line as a person would, each test in a folder of its own.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const program = resolve("build/native/zelian");
export const sample = resolve("public/sample");

/** The nine files of the sample county. */
export const ledgers = readdirSync(sample)
  .filter((name) => /\.(xlsx|csv)$/.test(name))
  .sort()
  .map((name) => join(sample, name));

/** A folder that is gone after the test. */
export function workplace(t) {
  const folder = mkdtempSync(join(tmpdir(), "zelian-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Exit code, stdout and stderr. */
export function run(args, input = "") {
  const ended = spawnSync(program, args, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

/** The JSON a command prints; the exit code must be one of `codes`. */
export function json(args, { input = "", codes = [0] } = {}) {
  const ended = run([...args, "--json"], input);
  if (!codes.includes(ended.code))
    throw new Error(`zelian ${args.join(" ")} ended with ${ended.code}: ${ended.err}${ended.out}`);
  return JSON.parse(ended.out);
}


// Compares the checksums that tests/app/same_everywhere_test.cpp printed: the native build with
// sanitizers, the wasm build, and for the demo county the output of the command line.
// Usage: node tests/same_everywhere.mjs NATIVE_LOG WASM_LOG PROGRAM
// Exit 77: one of them was not built, which is counted elsewhere.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const nothing_to_run = 77;
const demo_days = ["2026-02-20", "2026-07-01", "2026-11-23", "2027-01-20"];

function checksums_in(log) {
  const lines = fs.readFileSync(log, "utf8").matchAll(/^checksum (\S+) ([0-9a-f]{64})$/gm);
  return new Map(Array.from(lines, ([, name, sum]) => [name, sum]));
}

/** The same names from the command line, in a ledger file of its own. */
function checksums_of(program) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zelian-"));
  const ledger = path.join(folder, "demo.zelian");
  const say = (...words) => execFileSync(program, words, { maxBuffer: 1 << 28 });
  try {
    say("demo", ledger, "--cases", "400", "--seed", "7", "--years", "2", "--on", "2026-11-23");
    return new Map(demo_days.map((on) => {
      const duties = say("duties", ledger, "--on", on, "--json");
      return [`demo-duties-${on}`, createHash("sha256").update(duties).digest("hex")];
    }));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const [native_log, wasm_log, program] = process.argv.slice(2);
if (![native_log, wasm_log, program].every((file) => fs.existsSync(file)))
  process.exit(nothing_to_run);
const native = checksums_in(native_log);
let passed = 0;
let failed = 0;
const check = (what, good) => {
  if (good) return ++passed;
  console.log(`differs: ${what}`);
  return ++failed;
};

check("the native build printed checksums", native.size > demo_days.length);
for (const [who, others] of [["wasm", checksums_in(wasm_log)], ["zelian", checksums_of(program)]]) {
  for (const [name, sum] of others) check(`${name}: native and ${who}`, native.get(name) === sum);
  if (who === "wasm") check("as many of each", others.size === native.size);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

// The browser's database in memory, and what may befall it.

import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { shell } from './load.mjs';

const fake = createRequire(path.join(shell, 'package.json')).resolve('fake-indexeddb');
const { IDBDatabase, IDBFactory, IDBKeyRange } = await import(pathToFileURL(fake));
Object.assign(globalThis, { IDBKeyRange });

export const page_bytes = 8192;

export function empty_database() { globalThis.indexedDB = new IDBFactory(); }

/** Pages of one letter each, as a change that makes the file so long. */
export function change_of(letters) {
  const pages = new Map(Object.entries(letters).map(
      ([page, letter]) => [Number(page), new Uint8Array(page_bytes).fill(letter.charCodeAt(0))]));
  return { file_bytes: (Math.max(...pages.keys()) + 1) * page_bytes, page_bytes, pages };
}

/** The same letters, read from a file. */
export function letters_of(file) {
  let letters = '';
  for (let at = 0; at < file.length; at += page_bytes) letters += String.fromCharCode(file[at]);
  return letters;
}

/** Every transaction goes through `meddle`, until the returned function is called. */
export function meddle_with_transactions(meddle) {
  const real = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, ...rest) {
    return meddle(mode, () => real.call(this, stores, mode, ...rest), this);
  };
  return () => { IDBDatabase.prototype.transaction = real; };
}

export function connection_lost() {
  throw new DOMException('Connection to Indexed Database server lost', 'InvalidStateError');
}

/** It is committed, but nobody is told: what is heard is that the connection broke. */
export function answer_lost(transaction) {
  Object.defineProperty(transaction, 'oncomplete', { set() {
    transaction.addEventListener('complete', () => transaction.onabort());
  } });
  return transaction;
}

/** Waits pass at once, those of the database alone excepted. */
export function hurry(context, longest = Infinity) {
  const real = globalThis.setTimeout;
  context.after(() => { globalThis.setTimeout = real; });
  globalThis.setTimeout = (run, wait = 0, ...rest) => real(run, Math.min(wait, longest), ...rest);
}

export async function until(fits) {
  for (let turn = 0; !fits(); ++turn) {
    if (turn > 2000) throw new Error(`never came: ${fits}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

// How the pages of a file lie in the database. A run of pages that were written together is one
// record, which is read and written several times faster than as many pages; a page that changed
// alone lies beside them and counts instead of its place in the run.

import type { Pieced } from './bytes';
import { crc32 } from './checksum';
import { StoreError, answer } from './store_request';

export const kStores = ['pages', 'runs'] as const;

export interface FileSize {
  file_bytes: number;
  page_bytes: number;
}

/** Pages of one commit, or of several that were waiting together. */
export interface Change extends FileSize {
  pages: Map<number, Uint8Array>;
}

/** Of a page or of a run. */
interface StoredBytes {
  bytes: Uint8Array;
  check: number;
}

const kRunPages = 64;
// Records asked for at a time: some megabytes.
const kPagesAtOnce = 256;
const kRunsAtOnce = 4;

function page_count({ file_bytes, page_bytes }: FileSize): number {
  return Math.ceil(file_bytes / page_bytes);
}

function pages_of_run(run: number): IDBKeyRange {
  return IDBKeyRange.bound(run * kRunPages, (run + 1) * kRunPages, false, true);
}

function checked(bytes: Uint8Array): StoredBytes { return { bytes, check: crc32(bytes) }; }

function sound(kept: Partial<StoredBytes>, what: string): Uint8Array {
  const { bytes, check } = kept;
  if (!(bytes instanceof Uint8Array) || crc32(bytes) !== check) throw new StoreError('damaged', what);
  return bytes;
}

/** Bytes and where they begin in a file. */
export interface FilePiece {
  start: number;
  bytes: Uint8Array;
}

/** A file, or a part of one, in the pieces it was kept in; what was put later counts. They are put
 *  together where they are to lie and nowhere before: touching fresh memory costs a browser more than
 *  all that is done with it. */
export class PiecedFile implements Pieced {
  readonly pieces: FilePiece[] = [];
  private readonly seen: Uint8Array;

  constructor(private readonly size: FileSize) {
    this.seen = new Uint8Array(page_count(size));
  }

  get length(): number { return this.size.file_bytes; }

  put(first: number, bytes: Uint8Array): void {
    const start = first * this.size.page_bytes;
    const end = start + bytes.length;
    const fits = end === this.length ||
        (end < this.length && bytes.length % this.size.page_bytes === 0);
    if (!fits) throw new StoreError('damaged', `${bytes.length} bytes at page ${first}`);
    this.pieces.push({ start, bytes });
    this.seen.fill(1, first, Math.ceil(end / this.size.page_bytes));
  }

  /** Nothing is missing. */
  checked(): this {
    const missing = this.seen.indexOf(0);
    if (missing >= 0) throw new StoreError('damaged', `page ${missing} is missing`);
    return this;
  }

  copy_to(target: Uint8Array): void {
    for (const { start, bytes } of this.pieces) target.set(bytes, start);
  }

  whole(): Uint8Array {
    const file = new Uint8Array(this.length);
    this.checked().copy_to(file);
    return file;
  }
}

export interface KeptFile {
  file: PiecedFile;
  /** So many of its pages lie alone. */
  single: number;
}

/** Which records there are. */
export interface FileKeys {
  pages: number[];
  runs: number[];
}

export async function keys_of_file(transaction: IDBTransaction): Promise<FileKeys> {
  const [pages, runs] = await Promise.all(['pages', 'runs'].map((name) =>
      answer(transaction.objectStore(name).getAllKeys()) as Promise<number[]>));
  return { pages: pages!, runs: runs! };
}

/** All records are asked for at once: while the browser reads the next, these are looked through. */
export async function read_file(transaction: IDBTransaction, size: FileSize,
                                keys: FileKeys): Promise<KeptFile> {
  const pages = transaction.objectStore('pages');
  const runs = transaction.objectStore('runs');
  const file = new PiecedFile(size);
  // Answers come in the order of the questions, so that single pages go over their runs.
  await Promise.all([
    ...each_part(runs, keys.runs, kRunsAtOnce, (run, kept) =>
        file.put(run * kRunPages, sound(kept, `run ${run}`))),
    ...each_part(pages, keys.pages, kPagesAtOnce, (page, kept) =>
        file.put(page, sound(kept, `page ${page}`))),
  ]);
  return { file: file.checked(), single: keys.pages.length };
}

function each_part(store: IDBObjectStore, keys: number[], at_once: number,
                   take: (key: number, kept: StoredBytes) => void): Promise<void>[] {
  const parts: Promise<void>[] = [];
  for (let at = 0; at < keys.length; at += at_once) {
    const some = keys.slice(at, at + at_once);
    const range = IDBKeyRange.bound(some[0], some[some.length - 1]);
    parts.push(answer<StoredBytes[]>(store.getAll(range))
        .then((kept) => kept.forEach((each, index) => take(some[index]!, each))));
  }
  return parts;
}

/** Within a transaction that undoes it all when something fails. */
export function put_change(transaction: IDBTransaction, change: Change): void {
  const pages = transaction.objectStore('pages');
  for (const [run, indexes] of runs_of(change)) {
    if (indexes.length === pages_in(change, run)) {
      indexes.sort((a, b) => a - b);
      put_run(transaction, run, joined(indexes.map((index) => change.pages.get(index)!)));
    } else {
      for (const index of indexes) pages.put(checked(change.pages.get(index)!), index);
    }
  }
}

function put_run(transaction: IDBTransaction, run: number, bytes: Uint8Array): void {
  transaction.objectStore('runs').put(checked(bytes), run);
  transaction.objectStore('pages').delete(pages_of_run(run));
}

/** For a file that has become shorter: what lies beyond its end must not come back with the pages
 *  that it grows by later. */
export async function cut_off(transaction: IDBTransaction, size: FileSize): Promise<void> {
  const count = page_count(size);
  const last = Math.ceil(count / kRunPages) - 1;
  const runs = transaction.objectStore('runs');
  transaction.objectStore('pages').delete(IDBKeyRange.lowerBound(count));
  runs.delete(IDBKeyRange.lowerBound(last + 1));
  const kept = await answer<StoredBytes | undefined>(runs.get(last));
  const length = pages_in(size, last) * size.page_bytes;
  if (!kept || kept.bytes.length <= length) return;
  runs.put(checked(sound(kept, `run ${last}`).slice(0, length)), last);
}

/** Puts single pages into their run, for the first run from `from` on that has some. The file stays
 *  as it is. Resolves to the run to go on from, null when there is no more. */
export async function join_run(transaction: IDBTransaction, size: FileSize,
                               from: number): Promise<number | null> {
  const pages = transaction.objectStore('pages');
  const runs = transaction.objectStore('runs');
  const found = await answer(pages.getKey(IDBKeyRange.lowerBound(from * kRunPages)));
  if (found === undefined) return null;
  const run = Math.floor(Number(found) / kRunPages);
  const range = pages_of_run(run);
  const [kept, keys, single] = await Promise.all([
    answer<StoredBytes | undefined>(runs.get(run)),
    answer(pages.getAllKeys(range)), answer<StoredBytes[]>(pages.getAll(range))]);
  const joined_run = new PiecedFile({ file_bytes: pages_in(size, run) * size.page_bytes,
                                  page_bytes: size.page_bytes });
  if (kept) joined_run.put(0, sound(kept, `run ${run}`));
  single.forEach((each, index) => joined_run.put(Number(keys[index]) - run * kRunPages,
                                               sound(each, `page ${keys[index]}`)));
  put_run(transaction, run, joined_run.whole());
  return run + 1;
}

/** Pages of the file that belong to a run. */
function pages_in(size: FileSize, run: number): number {
  return Math.min(kRunPages, page_count(size) - run * kRunPages);
}

function runs_of({ pages }: Change): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const index of pages.keys()) {
    const run = Math.floor(index / kRunPages);
    const indexes = runs.get(run);
    if (indexes) indexes.push(index);
    else runs.set(run, [index]);
  }
  return runs;
}

function joined(parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

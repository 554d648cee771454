// The browser's database as a list of pages with one generation: reading all, writing some in one
// strict transaction. No policy here; see page_store.ts.

import { crc32 } from './checksum';

export type StoreTrouble =
    | 'conflict'     // Another window wrote since we read.
    | 'quota'        // No room left.
    | 'lost'         // The connection is gone; a new one may work.
    | 'damaged'      // A page is missing or not what was written.
    | 'newer'        // Written by a later version.
    | 'unavailable'; // This browser keeps nothing here.

export class StoreError extends Error {
  constructor(readonly trouble: StoreTrouble, detail = '') { super(`${trouble} ${detail}`); }
}

/** Pages of one commit, or of several that were waiting together. */
export interface Change {
  file_bytes: number;
  page_bytes: number;
  pages: Map<number, Uint8Array>;
}

export interface Head {
  format: number;
  generation: number;
  file_bytes: number;
  page_bytes: number;
  /** Name of the last write: tells our own from another window's when an answer got lost. */
  write: string;
}

interface StoredPage {
  bytes: Uint8Array;
  check: number;
}

const kFormat = 1;
const kDatabase = 'zelian-ledger';
const kHead = 'head';
// Pages read at a time.
const kRun = 256;

export function trouble_of(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new StoreError('quota');
  if (name === 'VersionError') return new StoreError('newer');
  if (name === 'SecurityError') return new StoreError('unavailable', name);
  return new StoreError('lost', String(error));
}

export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(trouble_of(request.error));
  });
}

/** `on_blocked`: another window holds the store in its older form; opening goes on once it lets go. */
export function open_database(on_lost: () => void,
                              on_blocked: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    let request: IDBOpenDBRequest;
    try {
      request = indexedDB.open(kDatabase, kFormat);
    } catch {
      reject(new StoreError('unavailable'));
      return;
    }
    request.onupgradeneeded = (event) => upgrade(request.result, event.oldVersion);
    request.onblocked = on_blocked;
    request.onerror = () => {
      reject(trouble_of(request.error));
    };
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = on_lost;
      // A later version wants to change the store: let it, we read and write no more through this.
      database.onversionchange = () => { database.close(); on_lost(); };
      resolve(database);
    };
  });
}

// Every step from the form before it, so that each old store goes through all that are missing.
function upgrade(database: IDBDatabase, from: number): void {
  if (from < 1) {
    database.createObjectStore('head');
    database.createObjectStore('pages');
  }
}

export async function read_head(database: IDBDatabase): Promise<Head | null> {
  const heads = database.transaction('head', 'readonly').objectStore('head');
  return await answer<Head | undefined>(heads.get(kHead)) ?? null;
}

/** The head, and the whole file when there is one. */
export async function read_all(database: IDBDatabase): Promise<[Head | null, Uint8Array | null]> {
  const transaction = database.transaction(['head', 'pages'], 'readonly');
  const head = await answer<Head | undefined>(transaction.objectStore('head').get(kHead));
  if (!head) return [null, null];
  if (head.format > kFormat) throw new StoreError('newer');
  return [head, await read_file(transaction.objectStore('pages'), head)];
}

// All runs are asked for at once: while the browser reads the next, this one is looked through.
async function read_file(store: IDBObjectStore, head: Head): Promise<Uint8Array> {
  const file = new Uint8Array(head.file_bytes);
  const count = Math.ceil(head.file_bytes / head.page_bytes);
  const runs: Promise<void>[] = [];
  for (let first = 0; first < count || first === 0; first += kRun) {
    const end = first + kRun;
    // Beyond the last page there must be none.
    const range = end < count ? IDBKeyRange.bound(first, end, false, true)
        : IDBKeyRange.lowerBound(first);
    runs.push(answer<StoredPage[]>(store.getAll(range))
        .then((pages) => assemble(file, head, first, Math.min(end, count), pages)));
  }
  await Promise.all(runs);
  return file;
}

function assemble(file: Uint8Array, head: Head, first: number, end: number,
                  pages: StoredPage[]): void {
  // Keys are whole numbers: as many pages as there are numbers are these.
  if (pages.length !== end - first)
    throw new StoreError('damaged', `${pages.length} pages from ${first} to ${end}`);
  pages.forEach(({ bytes, check }, index) => {
    const start = (first + index) * head.page_bytes;
    const length = Math.min(head.page_bytes, head.file_bytes - start);
    if (bytes.length !== length || crc32(bytes) !== check)
      throw new StoreError('damaged', `page ${first + index}`);
    file.set(bytes, start);
  });
}

/** Writes one change if the stored generation is still `expected`; all of it or nothing. */
export function write_change(database: IDBDatabase, change: Change, expected: number,
                             write: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let refusal: StoreError | null = null;
    let transaction: IDBTransaction;
    try {
      transaction = database.transaction(['head', 'pages'], 'readwrite', { durability: 'strict' });
    } catch (error) {
      reject(trouble_of(error));
      return;
    }
    const heads = transaction.objectStore('head');
    const asked: IDBRequest<Head | undefined> = heads.get(kHead);
    asked.onsuccess = () => {
      const stored = asked.result;
      // Our own write had arrived after all: doing it again changes nothing.
      const fits = (stored?.generation ?? 0) === expected || stored?.write === write;
      if (fits) {
        transaction.commit?.();  // Not only once every answer has come back.
        return;
      }
      refusal = new StoreError('conflict');
      transaction.abort();
    };
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(refusal ?? trouble_of(transaction.error));
    // Behind the question, without waiting for its answer: a wrong one undoes it all.
    try {
      put_pages(transaction.objectStore('pages'), change);
      heads.put(head_of(change, expected + 1, write), kHead);
    } catch (error) {
      refusal = trouble_of(error);
      transaction.abort();
    }
  });
}

function put_pages(pages: IDBObjectStore, change: Change): void {
  for (const [index, bytes] of change.pages) pages.put({ bytes, check: crc32(bytes) }, index);
  const count = Math.ceil(change.file_bytes / change.page_bytes);
  pages.delete(IDBKeyRange.lowerBound(count));
}

function head_of(change: Change, generation: number, write: string): Head {
  const { file_bytes, page_bytes } = change;
  return { format: kFormat, generation, file_bytes, page_bytes, write };
}

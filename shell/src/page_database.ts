// The browser's database as a list of pages with one generation: reading all, writing some in one
// strict transaction. How pages lie in it: page_runs.ts. No policy here; see page_store.ts.

import {
  type Change, type FileSize, type KeptFile, cut_off, join_run, keys_of_file, kStores, put_change,
  read_file,
} from './page_runs';
import { StoreError, answer, trouble_of } from './store_request';

export interface Head extends FileSize {
  format: number;
  generation: number;
  /** Name of the last write: tells our own from another window's when an answer got lost. */
  write: string;
}

const kFormat = 2;
const kDatabase = 'zelian-ledger';
const kHead = 'head';

/** `on_blocked`: another window holds the store in its older form; opening goes on once it lets go. */
export function open_database(on_lost: () => void,
                              on_blocked: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    let request: IDBOpenDBRequest;
    try {
      request = indexedDB.open(kDatabase, kFormat);
    } catch (error) {
      reject(typeof indexedDB === 'object' && indexedDB !== null ? trouble_of(error)
          : new StoreError('unavailable'));
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
  if (from < 2) database.createObjectStore('runs');
}

export async function read_head(database: IDBDatabase): Promise<Head | null> {
  const heads = database.transaction('head', 'readonly').objectStore('head');
  return await answer<Head | undefined>(heads.get(kHead)) ?? null;
}

export interface Kept extends KeptFile {
  head: Head;
}

/** The head and the whole file; null when nothing was ever kept. `on_size` is told how large the file
 *  is before it is read. */
export async function read_all(database: IDBDatabase,
                               on_size?: (bytes: number) => void): Promise<Kept | null> {
  const transaction = database.transaction(['head', ...kStores], 'readonly');
  // Asked for together: every answer is a way to the browser's own process and back.
  const [head, keys] = await Promise.all([
    answer<Head | undefined>(transaction.objectStore('head').get(kHead)), keys_of_file(transaction)]);
  if (!head) return null;
  if (head.format > kFormat) throw new StoreError('newer');
  const file = read_file(transaction, head, keys);
  on_size?.(head.file_bytes);  // While the browser looks for the first of it.
  return { head, ...await file };
}

/** Puts the single pages of one run together, see join_run; the generation stays. */
export async function join_pages(database: IDBDatabase, from: number): Promise<number | null> {
  const transaction = database.transaction(['head', ...kStores], 'readwrite');
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(trouble_of(transaction.error));
  });
  done.catch(() => undefined);  // Awaited below, when nothing failed before.
  const head = await answer<Head | undefined>(transaction.objectStore('head').get(kHead));
  const next = head ? await join_run(transaction, head, from) : null;
  await done;
  return next;
}

/** Writes one change if the stored generation is still `expected`; all of it or nothing. */
export function write_change(database: IDBDatabase, change: Change, expected: number,
                             write: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let refusal: StoreError | null = null;
    let transaction: IDBTransaction;
    try {
      transaction = database.transaction(['head', ...kStores], 'readwrite', { durability: 'strict' });
    } catch (error) {
      reject(trouble_of(error));
      return;
    }
    const heads = transaction.objectStore('head');
    const asked: IDBRequest<Head | undefined> = heads.get(kHead);
    const refuse = (error: StoreError): void => {
      refusal = error;
      transaction.abort();
    };
    // Not only once every answer has come back.
    const finish = (): void => transaction.commit?.();
    asked.onsuccess = () => {
      const stored = asked.result;
      // Our own write had arrived after all: doing it again changes nothing.
      const fits = (stored?.generation ?? 0) === expected || stored?.write === write;
      if (!fits) refuse(new StoreError('conflict'));
      else if (!stored || stored.file_bytes <= change.file_bytes) finish();
      else cut_off(transaction, change).then(finish, (error: unknown) => refuse(trouble_of(error)));
    };
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(refusal ?? trouble_of(transaction.error));
    // Behind the question, without waiting for its answer: a wrong one undoes it all.
    try {
      put_change(transaction, change);
      heads.put(head_of(change, expected + 1, write), kHead);
    } catch (error) {
      refuse(trouble_of(error));
    }
  });
}

function head_of(change: Change, generation: number, write: string): Head {
  const { file_bytes, page_bytes } = change;
  return { format: kFormat, generation, file_bytes, page_bytes, write };
}

// Snapshots in a database of their own, so that what befalls the ledger's does not befall them. It is
// opened for each use: nothing stands in the way of a later version, and no connection can get lost.

import { crc32 } from './checksum';
import { answer, trouble_of } from './store_request';
import type { About } from './snapshot_policy';

interface Image {
  bytes: Uint8Array;
  check: number;
}

const kDatabase = 'zelian-snapshots';
const kFormat = 1;

/** Null when there is none and none is to be made. */
function open(create: boolean): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(kDatabase, kFormat);
    let absent = false;
    request.onupgradeneeded = () => {
      absent = !create;
      if (absent) {
        request.transaction?.abort();
        return;
      }
      request.result.createObjectStore('about');
      request.result.createObjectStore('images');
    };
    request.onerror = (event) => {
      event.preventDefault();
      if (absent) resolve(null);
      else reject(trouble_of(request.error));
    };
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => database.close();
      resolve(database);
    };
  });
}

async function reading<T>(store: string, ask: (records: IDBObjectStore) => IDBRequest<T>):
    Promise<T | undefined> {
  const database = await open(false);
  if (!database) return undefined;
  try {
    return await answer(ask(database.transaction(store, 'readonly').objectStore(store)));
  } finally {
    database.close();
  }
}

type Stores = Record<'about' | 'images', IDBObjectStore>;

async function writing(change: (stores: Stores) => void): Promise<void> {
  const database = await open(true);
  if (!database) return;
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(['about', 'images'], 'readwrite');
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(trouble_of(transaction.error));
      change({ about: transaction.objectStore('about'), images: transaction.objectStore('images') });
    });
  } catch (error) {
    throw trouble_of(error);
  } finally {
    database.close();
  }
}

function remove({ about, images }: Stores, taken: readonly number[]): void {
  for (const each of taken) {
    about.delete(each);
    images.delete(each);
  }
}

/** The oldest first. */
export async function list_snapshots(): Promise<About[]> {
  return await reading<About[]>('about', (records) => records.getAll()) ?? [];
}

/** Null when it is not there or no longer what was kept. */
export async function read_snapshot(taken: number): Promise<Uint8Array | null> {
  const image = await reading<Image | undefined>('images', (records) => records.get(taken));
  return image && crc32(image.bytes) === image.check ? image.bytes : null;
}

/** All or nothing: a snapshot that finds no room leaves the others where they are. */
export function keep_snapshot(about: About, bytes: Uint8Array,
                              dropped: readonly number[]): Promise<void> {
  const image: Image = { bytes, check: crc32(bytes) };
  return writing((stores) => {
    remove(stores, dropped);
    stores.about.put(about, about.taken);
    stores.images.put(image, about.taken);
  });
}

/** Something else is known of one that is kept. */
export function note_snapshot(about: About): Promise<void> {
  return writing((stores) => { stores.about.put(about, about.taken); });
}

export function drop_snapshots(taken: readonly number[]): Promise<void> {
  return writing((stores) => remove(stores, taken));
}

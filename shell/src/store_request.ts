// What asking the browser's database comes to: an answer, or one of the troubles it may be in.

export type StoreTrouble =
    | 'conflict'     // Another window wrote since we read.
    | 'quota'        // No room left.
    | 'lost'         // The connection is gone; a new one may work.
    | 'memory'       // This machine has no room to hold it.
    | 'damaged'      // A page is missing or not what was written.
    | 'newer'        // Written by a later version.
    | 'unavailable'; // This browser keeps nothing here.

export class StoreError extends Error {
  constructor(readonly trouble: StoreTrouble, detail = '') { super(`${trouble} ${detail}`); }
}

export function trouble_of(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  if (error instanceof RangeError) return new StoreError('memory', String(error));
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new StoreError('quota');
  if (name === 'VersionError') return new StoreError('newer');
  if (name === 'SecurityError') return new StoreError('unavailable', name);
  // Chromium's word for a record whose file is gone for good.
  if (name === 'NotReadableError') return new StoreError('damaged', name);
  return new StoreError('lost', String(error));
}

export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(trouble_of(request.error));
  });
}

// What the reader does: reads, looks through and hands over. What it cannot read the page reads itself,
// which then tells a person why that cannot be.

import { open_database, read_all } from '../src/page_database';
import type { ReaderMessage } from '../src/reader_messages';

/** `given` is what goes over to the page without a copy. */
type Say = (message: ReaderMessage, given: Transferable[]) => void;

async function try_to_read(say: Say): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    // Only the page can tell a person which window is in the way.
    open_database(() => undefined, () => reject(new Error('blocked'))).then(resolve, reject);
  });
  const kept = await read_all(database, (bytes) => say({ kind: 'size', bytes }, []));
  database.close();
  if (!kept) return false;
  const { head, single, file: { pieces } } = kept;
  say({ kind: 'ledger', head, single, pieces }, pieces.map(({ bytes }) => bytes.buffer));
  return true;
}

export async function read_kept(say: Say): Promise<void> {
  const read = await try_to_read(say).catch(() => false);
  if (!read) say({ kind: 'none' }, []);
}

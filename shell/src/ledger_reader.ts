// Has the kept ledger read by a worker, while the page starts.

import { own_script } from './own_script';
import type { Kept } from './page_database';
import { PiecedFile } from './page_runs';
import type { KeptPieces, ReaderMessage } from './reader_messages';

/** Null when nothing is kept or it could not be read there: then the page must look itself. */
export function read_aside(on_size: (bytes: number) => void): Promise<Kept | null> {
  if (!BUILD_READER || typeof Worker !== 'function') return Promise.resolve(null);
  return new Promise((resolve) => {
    const worker = new Worker(own_script(BUILD_READER));
    const end = (kept: Kept | null): void => {
      worker.terminate();
      resolve(kept);
    };
    worker.onerror = worker.onmessageerror = () => end(null);
    worker.onmessage = ({ data }: MessageEvent<ReaderMessage>) => {
      if (data.kind === 'size') on_size(data.bytes);
      else end(data.kind === 'ledger' ? kept_of(data) : null);
    };
  });
}

function kept_of({ head, single, pieces }: KeptPieces): Kept {
  const file = new PiecedFile(head);
  for (const { start, bytes } of pieces) file.put(start / head.page_bytes, bytes);
  return { head, single, file: file.checked() };
}

// What the worker that reads the kept ledger says to the page. Knows neither window nor worker.

import type { Head } from './page_database';
import type { FilePiece } from './page_runs';

export interface KeptPieces {
  kind: 'ledger';
  head: Head;
  single: number;
  pieces: FilePiece[];
}

/** First how large it is; `none` = nothing is kept, or it could not be read. */
export type ReaderMessage = { kind: 'size'; bytes: number } | KeptPieces | { kind: 'none' };

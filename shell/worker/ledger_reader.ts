// Reads the kept ledger beside the page, which is busy with starting meanwhile.

import { read_kept } from './reading';

declare const self: DedicatedWorkerGlobalScope;

void read_kept((message, given) => self.postMessage(message, given));

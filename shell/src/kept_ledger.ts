// What the page starts from: the ledger that this browser keeps, or why there is none to be had.

import type { Bytes } from './bytes';
import { type Core, SaveState, Source } from './core';
import type { StorageLamp } from './lamp';
import { Failure, load_demo } from './loader';
import type { PageStore } from './page_store';
import type { StoreError } from './store_request';
import { opening_sentence } from './store_sentences';
import type { Windows } from './windows';

/** Who keeps the ledger, and settles with other windows who writes it. */
export interface Keeper {
  store: PageStore;
  windows: Windows;
}

export interface KeptLedger {
  source: Source;
  bytes: Bytes | null;
  /** The browser said that it keeps none; it may have kept one before. */
  nothing: boolean;
}

/** What is kept cannot be read: a backup may take its place. */
export class Unreadable extends Failure {}

/** Memory for a ledger, made ready while the browser reads it: once it is known how large it is, and
 *  there is somebody to make it. */
export class LedgerRoom {
  private bytes = 0;
  private core: Core | null = null;

  want(bytes: number): void {
    this.bytes = bytes;
    this.make();
  }

  let_make(core: Core): void {
    this.core = core;
    this.make();
  }

  private make(): void {
    if (this.bytes > 0) this.core?.make_room(this.bytes);
  }
}

/** Only where nothing can be kept there is nothing to lose: whatever else goes wrong fails, for what
 *  could not be read now must not be written over. */
export async function load_ledger(keeper: Keeper | null, lamp: StorageLamp,
                                  room?: LedgerRoom): Promise<KeptLedger> {
  if (!keeper) return { source: Source.Demo, bytes: await load_demo(), nothing: false };
  const arrived = keeper.windows.arrive();
  try {
    let bytes: Bytes | null = await keeper.store.load((size) => room?.want(size));
    await arrived;
    // Another window may have written while this one asked who writes.
    while (keeper.windows.was_overtaken()) bytes = await keeper.store.load();
    return { source: bytes ? Source.Stored : Source.Blank, bytes, nothing: bytes === null };
  } catch (error) {
    const { trouble } = error as StoreError;
    const sentence = opening_sentence(error);
    if (trouble !== 'unavailable')
      throw new (trouble === 'damaged' ? Unreadable : Failure)(sentence);
    lamp.store(SaveState.Failed, false, sentence);
    return { source: Source.Blank, bytes: null, nothing: false };
  }
}

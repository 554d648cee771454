// What the module is told about storage, put together from those who know a part of it. Reports may
// come before there is a module to hear them.

import { type Core, SaveState } from './core';
import { has_failed } from './notice';

export class StorageLamp {
  core: Core | null = null;
  private state = SaveState.Saved;
  private lost_turn = false;
  private only_reads = false;
  private store_says = '';
  private files_say = '';

  /** `read_only` for good: another window has written. */
  store(state: SaveState, read_only: boolean, sentence: string): void {
    this.state = state;
    this.lost_turn = read_only;
    this.store_says = sentence;
    this.tell();
  }

  files(sentence: string): void {
    this.files_say = sentence;
    this.tell();
  }

  /** Another window has the turn to write. */
  reading(only_reads: boolean): void {
    this.only_reads = only_reads;
    this.tell();
  }

  tell(): void {
    if (has_failed()) return;
    const sentence = this.store_says || this.files_say;  // Who may lose work comes first.
    this.core?.report_storage(this.state, this.lost_turn || this.only_reads, sentence);
  }
}

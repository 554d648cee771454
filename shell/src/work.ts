// Carries on an import between frames: in slices short enough that what a person does is answered at
// once, one right after the other, so that it takes as long as its work, however slow drawing is.

import type { Core } from './core';
import { has_failed } from './notice';

// Milliseconds.
const kSlice = 12;

export class Work {
  private running = false;
  // Timers would wait longer each time, and in a hidden page a second.
  private readonly channel = new MessageChannel();

  constructor(private readonly core: Core) {
    this.channel.port1.onmessage = () => this.slice();
  }

  /** Something may have begun. */
  look(): void {
    if (this.running || !this.core.importing()) return;
    this.running = true;
    this.channel.port2.postMessage(0);
  }

  private slice(): void {
    this.running = !has_failed() && this.core.work(kSlice);
    if (this.running) this.channel.port2.postMessage(0);
  }
}

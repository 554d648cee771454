// Everyday characters are drawn ahead and searching is made ready while the person does nothing, so
// that scrolling and the first key find them done. In slices too short to be felt; asks for no frame, and waits while one is due.

import type { Core } from './core';
import type { Frames } from './frames';
import { has_failed } from './notice';

// Milliseconds.
const kSlice = 8;
const kLeast = 2;
// After the first screen, and between slices where the browser tells nothing of idleness.
const kFirstRest = 1500;
const kPause = 60;

export class WarmUp {
  private running = false;

  constructor(private readonly core: Core, private readonly frames: Frames) {}

  /** A frame was drawn: its sizes may be others than those that are ready. */
  changed(): void {
    if (this.running || !this.core.warm_up(0)) return;
    this.running = true;
    setTimeout(() => this.wait(), kFirstRest);
  }

  private wait(): void {
    if ('requestIdleCallback' in window)
      requestIdleCallback((deadline) => this.slice(deadline.timeRemaining()));
    else setTimeout(() => this.slice(kSlice), kPause);
  }

  private slice(left: number): void {
    if (has_failed()) return;
    if (document.hidden || !this.frames.resting || left < kLeast) {
      setTimeout(() => this.wait(), kPause);
      return;
    }
    this.running = this.core.warm_up(Math.min(kSlice, left));
    if (this.running) this.wait();
  }
}

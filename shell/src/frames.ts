// When frames are drawn: after something happened, at announced times, and otherwise never.

import type { Core } from './core';
import { has_failed } from './notice';

// setTimeout counts in 31 bits.
const kLongestSleep = 2 ** 31 - 1;
// A hidden page gets no repaints, but an import goes on.
const kHiddenPause = 50;

export class Frames {
  drawn = 0;
  /** True while a frame had better wait. */
  held: () => boolean = () => false;
  /** Called after every frame. */
  on_drawn: () => void = () => undefined;
  private core: Core | null = null;
  private due = false;
  private alarm: ReturnType<typeof setTimeout> | undefined;
  private rests: (() => void)[] = [];

  constructor() {
    document.addEventListener('visibilitychange', () => {
      if (!this.core) return;
      this.due = false;
      this.request();
    });
  }

  start(core: Core): void {
    this.core = core;
    this.request();
  }

  request(): void {
    if (this.due || !this.core || has_failed()) return;
    this.due = true;
    clearTimeout(this.alarm);
    if (document.hidden) this.alarm = setTimeout(() => this.draw(performance.now()), kHiddenPause);
    else requestAnimationFrame((now) => { if (this.due) this.draw(now); });
  }

  get resting(): boolean { return !this.due; }

  /** Resolves when no frame is due. */
  rest(): Promise<void> {
    if (this.resting) return Promise.resolve();
    return new Promise((resolve) => this.rests.push(resolve));
  }

  private draw(now: number): void {
    this.due = false;
    if (!this.core || has_failed()) return;
    if (this.held()) {
      this.request();
      return;
    }
    const next = this.core.frame(now);
    ++this.drawn;
    this.on_drawn();
    if (next <= 0) {
      this.request();
      return;
    }
    if (this.due) return;
    clearTimeout(this.alarm);
    this.alarm = setTimeout(() => this.request(), Math.min(next, kLongestSleep));
    this.rests.splice(0).forEach((each) => each());
  }
}

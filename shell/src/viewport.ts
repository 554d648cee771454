// The canvas in device pixels: size, sharpness, the person's text size, and what an on-screen
// keyboard leaves of it.

import type { Core } from './core';
import { text_size_near } from './gesture';
import { remember, remembered } from './memory';

// Beyond two, glyphs cost four times as much and on a tablet nobody sees it. A desktop that goes
// beyond does so because somebody has zoomed in to read.
const kSharpestTouch = 2;
const kSharpest = 4;
const kTextSize = 'text-size';
// Some tablets tell nothing when their keyboard comes and goes.
const kLookAgain = 1000;

/** Gives the canvas its size in device pixels, and how many of them are one of the page's. */
export function size_canvas(canvas: HTMLCanvasElement): number {
  const sharpest = matchMedia('(pointer: coarse)').matches ? kSharpestTouch : kSharpest;
  const ratio = Math.min(devicePixelRatio || 1, sharpest);
  const width = Math.max(1, Math.round(canvas.clientWidth * ratio));
  const height = Math.max(1, Math.round(canvas.clientHeight * ratio));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  return ratio;
}

export class Viewport {
  private size = text_size_near(Number(remembered(kTextSize) ?? '1'));
  private ratio_query: MediaQueryList | null = null;
  private fitted = 0;
  private watch: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly canvas: HTMLCanvasElement, private readonly core: Core) {
    new ResizeObserver(() => this.fit()).observe(canvas);
    this.follow_ratio();
    addEventListener('resize', () => this.check_ratio());
    visualViewport?.addEventListener('resize', () => this.pin());
    visualViewport?.addEventListener('scroll', () => this.pin());
    document.addEventListener('focusin', () => this.watch_keyboard());
    document.addEventListener('focusout', () => this.watch_keyboard());
    this.fit();
  }

  get text_size(): number { return this.size; }

  set text_size(wanted: number) {
    const size = text_size_near(wanted);
    if (size === this.size) return;
    this.size = size;
    remember(kTextSize, String(size));
    this.fit();
  }

  private fit(): void {
    document.documentElement.style.setProperty('--text', String(this.size));  // the page's own words
    const ratio = size_canvas(this.canvas);
    this.core.resize(this.canvas.width, this.canvas.height, ratio, this.size);
  }

  // Moving to another screen changes the ratio but no size; each query knows only one ratio. It is
  // kept, or a browser may forget it together with its listener.
  private follow_ratio(tries = 3): void {
    this.fitted = devicePixelRatio;
    this.ratio_query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.ratio_query.addEventListener('change', () => this.check_ratio(), { once: true });
    // Queries may lag behind the ratio: one that does not match yet will tell of no change.
    if (!this.ratio_query.matches && tries > 0)
      setTimeout(() => this.follow_ratio(tries - 1), kLookAgain);
  }

  /** Cheap; also called with every frame. */
  check_ratio(): void {
    if (devicePixelRatio === this.fitted) return;
    this.fit();
    this.follow_ratio();
  }

  // The keyboard covers a part of the page and may scroll it: the canvas takes what is left. A page
  // that somebody has enlarged with two fingers stays as it is.
  private pin(): void {
    const seen = visualViewport;
    if (!seen || seen.scale > 1.01) return;
    const covered = innerHeight - seen.height > 1;
    const { style } = document.documentElement;
    style.setProperty('--top', covered ? `${seen.offsetTop}px` : '0px');
    style.setProperty('--covered', covered ? `${innerHeight - seen.height}px` : '0px');
  }

  private watch_keyboard(): void {
    clearInterval(this.watch);
    const typing = document.activeElement?.id === 'text_agent' && navigator.maxTouchPoints > 0;
    if (typing) this.watch = setInterval(() => this.pin(), kLookAgain);
    this.pin();
  }
}

// window.zelian: what is on screen and whether the page is at rest, for tests and for assistive
// technology. Read-only.

import type { Core } from './core';
import type { Files } from './files';
import type { Frames } from './frames';
import type { GlyphSource } from './glyphs';
import type { PageStore } from './page_store';

export interface Item {
  id: string;
  role: string;
  label: string;
  value: string;
  /** What a person is told beside it: what is wrong, or the clause. */
  description: string;
  disabled: boolean;
  /** Keys go to it. */
  focused: boolean;
  required: boolean;
  invalid: boolean;
  multi_line: boolean;
  /** A press lays something over the rest. */
  opens: boolean;
  /** What it opens is there. */
  expanded: boolean;
  /** Lies in such a thing. */
  over: boolean;
  /** Stays the same whatever else is on the screen; 0 for what cannot be pressed. */
  number: number;
  /** What it scrolls with, or 0, and whether that goes on out of sight. */
  pane: number;
  more_above: boolean;
  more_below: boolean;
  pressable: boolean;
  /** A part of it is scrolled out of view. */
  cut: boolean;
  rect: Rect;
}

/** CSS pixels of the canvas. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Api {
  readonly version: string;
  /** Resolves when the first screen is drawn. */
  readonly ready: Promise<void>;
  /** Resolves when no frame, job or save is pending. */
  idle(): Promise<void>;
  /** Resolves when everything acknowledged is durable; rejects with the sentence when it is not. */
  saved(): Promise<void>;
  list(): Item[];
  /** The first item with this label, else with this id; null when there is none. */
  find(name: string): Item | null;
  screen(): string;
  /** How many frames were drawn so far. */
  frames(): number;
  /** Milliseconds spent so far on working out frames: models and draw lists, not the drawing. */
  worked(): number;
  /** How many characters were drawn by the browser so far. */
  glyphs(): number;
}

export function items_of(core: Core): Item[] { return JSON.parse(core.items_json()) as Item[]; }

/** `store` is null when nothing is kept. */
export function make_api(core: Core, frames: Frames, files: Files, store: PageStore | null,
                         glyphs: GlyphSource, ready: Promise<void>): Api {
  const list = (): Item[] => items_of(core);
  const saved = (): Promise<void> => store?.saved() ?? Promise.resolve();
  const settled = (): boolean =>
      frames.resting && !files.reading && !core.importing() && !store?.busy;
  return Object.freeze({
    version: BUILD_VERSION,
    ready,
    saved,
    list,
    async idle(): Promise<void> {
      await ready;
      while (!settled()) {
        await frames.rest();
        await saved().catch(() => undefined);  // A failure is not pending any more.
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    find(name: string): Item | null {
      const items = list();
      return items.find((item) => item.label === name) ?? items.find((item) => item.id === name) ??
          null;
    },
    screen: () => core.screen(),
    frames: () => frames.drawn,
    worked: () => core.worked(),
    glyphs: () => glyphs.drawn,
  });
}

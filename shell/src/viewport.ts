// The canvas in device pixels, and how the person likes it: size, sharpness, dark, contrast.

import type { Core } from './core';

// Beyond two, glyphs cost four times as much and nobody sees it.
const kSharpest = 2;

function follow(query: string, changed: () => void): MediaQueryList {
  const list = matchMedia(query);
  list.addEventListener('change', changed);
  return list;
}

export function follow_viewport(canvas: HTMLCanvasElement, core: Core): void {
  const fit = (): void => {
    const ratio = Math.min(devicePixelRatio || 1, kSharpest);
    const width = Math.max(1, Math.round(canvas.clientWidth * ratio));
    const height = Math.max(1, Math.round(canvas.clientHeight * ratio));
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    core.resize(width, height, ratio, 1);
  };
  new ResizeObserver(fit).observe(canvas);
  // Moving to another screen changes the ratio but no size; each query knows only one ratio.
  const follow_ratio = (): void => {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
        .addEventListener('change', () => { fit(); follow_ratio(); }, { once: true });
  };
  follow_ratio();
  fit();
}

export function follow_appearance(core: Core): void {
  const tell = (): void => {
    core.appearance(dark.matches, contrast.matches || forced.matches);
  };
  const dark = follow('(prefers-color-scheme: dark)', tell);
  const contrast = follow('(prefers-contrast: more)', tell);
  const forced = follow('(forced-colors: active)', tell);
  tell();
}

// Characters for browsers that have none, or hide from the page what they drew: a font is fetched,
// and drawn by the browser itself or, where that cannot be read, by a module of our own. Fetched with
// them, when they are needed; the single file, which can fetch nothing, asks for a font instead.

import { ask_for_font } from './font_choice';
import { type Trouble, kNoChinese, kNoChineseInEnglish } from './font_check';
import type { GlyphSource } from './glyphs';
import { load_beside } from './loader';
import { open_outlines } from './outline_glyphs';

const kFamily = 'Zelian Han';
const kOrChoose = '也可以选择一个中文字体文件，仅供本次打开使用。';
const kNotUsable = '这个文件不是可用的中文字体，请另选一个。 (Not a usable Chinese font.)';

/** What draws through the browser. */
interface Canvas extends GlyphSource {
  trouble(): Trouble | null;
  use_family(name: string): void;
}

/** What is done outside: replaced in tests. Those that fetch give null when it cannot be had. */
interface Means {
  font(): Promise<Uint8Array | null>;
  outlines(font: Uint8Array): Promise<GlyphSource | null>;
  /** The browser draws with the font from now on; false when it takes it for none. */
  install(font: Uint8Array): Promise<boolean>;
  ask(sentence: string): Promise<Uint8Array>;
}

async function install(font: Uint8Array): Promise<boolean> {
  try {
    const face = await new FontFace(kFamily, font as BufferSource).load();
    // Of two faces with one name only the one that was taken last is meant.
    document.fonts.clear();
    document.fonts.add(face);
  } catch {
    return false;
  }
  // Words in plain HTML need it too.
  document.body.style.fontFamily = `${getComputedStyle(document.body).fontFamily}, "${kFamily}"`;
  return true;
}

function or_null<T>(fetching: Promise<T>): Promise<T | null> { return fetching.catch(() => null); }

const browser: Means = {
  font: async () => BUILD_SINGLE_FILE ? null : or_null(load_beside(BUILD_FONT)),
  outlines: async (font) => BUILD_SINGLE_FILE ? null : or_null(open_outlines(font)),
  install,
  ask: ask_for_font,
};

async function draws_with(font: Uint8Array, canvas: Canvas, means: Means): Promise<boolean> {
  if (!await means.install(font)) return false;
  canvas.use_family(kFamily);
  return canvas.trouble() === null;
}

async function with_chosen_font(canvas: Canvas, means: Means): Promise<GlyphSource> {
  let sentence = `${kNoChinese}${kOrChoose}${kNoChineseInEnglish}`;
  while (!await draws_with(await means.ask(sentence), canvas, means)) sentence = kNotUsable;
  return canvas;
}

/** What to draw with instead; null when there is nothing. */
export async function fall_back(trouble: Trouble, canvas: Canvas,
                                means = browser): Promise<GlyphSource | null> {
  const font = await means.font();
  if (!font) return trouble === 'no_chinese' ? with_chosen_font(canvas, means) : null;
  // Plain HTML beside the canvas is seen even where the canvas cannot be read.
  const drawn = await draws_with(font, canvas, means);
  return drawn ? canvas : means.outlines(font);
}

// Draws single characters with the system's fonts and hands out their coverage.

import { type Picture, type Trouble, trouble_in } from './font_check';
import type { GlyphBox } from './module_types';

const kFamilies = '"PingFang SC","Microsoft YaHei","HarmonyOS Sans SC","MiSans",' +
    '"Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC",sans-serif';
// Both drawn as a test: the first is in every Chinese font, the second in none.
const kKnown = 0x56fd;
const kUnknown = 0x10fffd;
// One pixel around the ink: browsers round the box they report.
const kMargin = 1;

/** Where the module's characters come from. */
export interface GlyphSource {
  /** How many characters were drawn so far. */
  readonly drawn: number;
  measure(codepoint: number, pixels: number, bold: boolean): GlyphBox;
  /** Fills `coverage`, `width` × `height` bytes, for a box that `measure` gave. */
  draw(codepoint: number, pixels: number, bold: boolean, left: number, top: number, width: number,
       height: number, coverage: Uint8Array): void;
}

export class Glyphs implements GlyphSource {
  drawn = 0;
  private readonly canvas = document.createElement('canvas');
  private readonly context: CanvasRenderingContext2D;
  private families = kFamilies;
  private font = '';

  constructor() {
    // Attached and marked Chinese, or shared code points come out in another country's shape.
    this.canvas.lang = 'zh-CN';
    this.canvas.style.cssText = 'position:fixed;visibility:hidden;pointer-events:none';
    this.canvas.width = this.canvas.height = 128;
    document.body.append(this.canvas);
    const context = this.canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas 2d');
    this.context = context;
  }

  measure(codepoint: number, pixels: number, bold: boolean): GlyphBox {
    this.use(pixels, bold);
    const box = this.context.measureText(String.fromCodePoint(codepoint));
    const left = Math.floor(-box.actualBoundingBoxLeft);
    const right = Math.ceil(box.actualBoundingBoxRight);
    const top = Math.ceil(box.actualBoundingBoxAscent);
    const bottom = Math.ceil(box.actualBoundingBoxDescent);
    const empty = right <= left || top + bottom <= 0;
    return {
      left: left - kMargin,
      top: -top - kMargin,
      width: empty ? 0 : right - left + 2 * kMargin,
      height: empty ? 0 : top + bottom + 2 * kMargin,
      advance: box.width,
    };
  }

  draw(codepoint: number, pixels: number, bold: boolean, left: number, top: number, width: number,
       height: number, coverage: Uint8Array): void {
    if (width > this.canvas.width || height > this.canvas.height) this.grow(width, height);
    this.use(pixels, bold);
    ++this.drawn;
    this.context.clearRect(0, 0, width, height);
    this.context.fillText(String.fromCodePoint(codepoint), -left, -top);
    const drawn = this.context.getImageData(0, 0, width, height).data;
    for (let i = 0; i < coverage.length; ++i) coverage[i] = drawn[4 * i + 3]!;
  }

  /** Why the browser's characters cannot be used, null when they can. */
  trouble(): Trouble | null {
    return trouble_in(this.sample(kKnown), this.sample(kKnown), this.sample(kUnknown));
  }

  /** Characters that no font of the system has come from this one. */
  use_family(name: string): void {
    this.families = `${kFamilies},"${name}"`;
    this.font = '';
  }

  private sample(codepoint: number): Picture {
    const box = this.measure(codepoint, 32, false);
    const coverage = new Uint8Array(Math.max(1, box.width * box.height));
    if (box.width > 0) {
      this.draw(codepoint, 32, false, box.left, box.top, box.width, box.height, coverage);
    }
    return { width: Math.max(1, box.width), coverage };
  }

  private grow(width: number, height: number): void {
    this.canvas.width = Math.max(this.canvas.width, width);
    this.canvas.height = Math.max(this.canvas.height, height);
    this.font = '';  // Resizing forgets everything.
  }

  private use(pixels: number, bold: boolean): void {
    const font = `${bold ? 600 : 400} ${pixels}px ${this.families}`;
    if (font === this.font) return;
    this.font = font;
    this.context.font = font;
    this.context.textBaseline = 'alphabetic';
    this.context.textAlign = 'left';
    if ('fontKerning' in this.context) this.context.fontKerning = 'none';
  }
}

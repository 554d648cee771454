// Draws single characters out of a font file, without a canvas; see web/outline/outline.h.

import type { GlyphSource } from './glyphs';
import { load_beside } from './loader';
import type { GlyphBox } from './module_types';

/** What web/outline/outline.h promises. A face, and what lies in memory, are addresses. */
interface OutlineModule {
  memory: WebAssembly.Memory;
  _initialize(): void;
  outline_reserve(bytes: number): number;
  outline_file(face: number): number;
  outline_open(face: number): number;
  outline_measure(face: number, codepoint: number, pixels: number, bold: boolean): number;
  outline_draw(face: number, codepoint: number, pixels: number, bold: boolean): number;
}

export class OutlineGlyphs implements GlyphSource {
  drawn = 0;

  private constructor(private readonly module: OutlineModule, private readonly face: number) {}

  /** Fails when the bytes are no font that the module can draw. */
  static open(module: OutlineModule, font: Uint8Array): OutlineGlyphs {
    module._initialize();
    const face = module.outline_reserve(font.length);
    new Uint8Array(module.memory.buffer).set(font, module.outline_file(face));
    if (!module.outline_open(face)) throw new Error('no font with outlines');
    return new OutlineGlyphs(module, face);
  }

  measure(codepoint: number, pixels: number, bold: boolean): GlyphBox {
    const at = this.module.outline_measure(this.face, codepoint, pixels, bold);
    const box = new DataView(this.module.memory.buffer, at, 20);
    const whole = (index: number): number => box.getInt32(4 * index, true);
    return { left: whole(0), top: whole(1), width: whole(2), height: whole(3),
             advance: box.getFloat32(16, true) };
  }

  draw(codepoint: number, pixels: number, bold: boolean, _left: number, _top: number,
       width: number, height: number, coverage: Uint8Array): void {
    ++this.drawn;
    const at = this.module.outline_draw(this.face, codepoint, pixels, bold);
    coverage.set(new Uint8Array(this.module.memory.buffer, at, width * height));
  }
}

/** Fetches the module and opens the font in it. */
export async function open_outlines(font: Uint8Array): Promise<OutlineGlyphs> {
  const bytes = await load_beside(BUILD_OUTLINE, false);
  const { instance } = await WebAssembly.instantiate(bytes as BufferSource, {
    wasi_snapshot_preview1: { proc_exit: () => { throw new Error('the module of outlines ended'); } },
  });
  return OutlineGlyphs.open(instance.exports as unknown as OutlineModule, font);
}

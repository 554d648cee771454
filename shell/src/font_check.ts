// Whether what the browser draws can be used as text. Pure.

/** `unreadable`: what is read back from a canvas is not what was drawn there. `no_chinese`: there is
 *  no font with Chinese characters. */
export type Trouble = 'unreadable' | 'no_chinese';

export const kNoChinese = '本机没有中文字体，文字无法显示。请安装中文字体后刷新本页。';
// Boxes are all that is seen of the Chinese words there.
export const kNoChineseInEnglish = ' (No Chinese font was found on this computer.)';

/** What was drawn, row by row. */
export interface Picture {
  width: number;
  coverage: Uint8Array;
}

function same(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  return one.length === other.length && Array.from(one).every((each, index) => each === other[index]);
}

/** The outermost rows and columns that have ink. */
function frame_of({ width, coverage }: Picture): number[] {
  const height = coverage.length / width;
  const line = (from: number, step: number, count: number): number[] =>
      Array.from({ length: count }, (_, index) => coverage[from + index * step]!);
  const rows = Array.from({ length: height }, (_, y) => line(y * width, 1, width));
  const columns = Array.from({ length: width }, (_, x) => line(x, width, height));
  return [rows, columns].flatMap((lines) => {
    const inked = lines.filter((each) => each.some((value) => value > 0));
    return [...inked[0] ?? [], ...inked[inked.length - 1] ?? []];
  });
}

/** From one Chinese character drawn twice, and a code point that no font has. */
export function trouble_in(first: Picture, second: Picture, unknown: Picture): Trouble | null {
  const { coverage } = first;
  const ink = coverage.reduce((sum, each) => sum + each, 0) / 255 / coverage.length;
  // Neither an empty nor a filled answer is a picture of strokes.
  if (!(ink > 0.05 && ink < 0.9) || !same(coverage, second.coverage)) return 'unreadable';
  // What no font has is a box; Firefox writes the code into it, so that only its frame is the same.
  return same(frame_of(first), frame_of(unknown)) ? 'no_chinese' : null;
}

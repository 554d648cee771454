// Makes the font file that is fetched only where the browser has no Chinese characters to draw, or
// does not let the page read what it drew: GB 2312, and whatever else our own words need, cut out of
// the distribution's Noto Sans CJK.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const font_source = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';
const licence_source = '/usr/share/doc/fonts-noto-cjk/copyright';
const simplified_chinese = 2;  // Of the faces in the collection.

// What only layout and vertical text need; the page places every character itself.
const not_needed = ['BASE', 'GDEF', 'GPOS', 'GSUB', 'VORG', 'vhea', 'vmtx'];

/** ASCII, every character of GB 2312, and the space that does not break. */
export function everyday_characters() {
  const decoder = new TextDecoder('gb2312');  // Of WHATWG, which is GBK: a superset.
  const characters = new Set('\u00a0');
  for (let code = 0x20; code < 0x7f; ++code) characters.add(String.fromCharCode(code));
  for (let row = 0xa1; row <= 0xf7; ++row) {
    // Rows 10 to 15 are empty in GB 2312; of the others GBK fills the gaps with a few more.
    if (row > 0xa9 && row < 0xb0) continue;
    for (let cell = 0xa1; cell < 0xff; ++cell) {
      const text = decoder.decode(Uint8Array.of(row, cell));
      if (!text.includes('\ufffd') && !/\p{Private_Use}/u.test(text)) characters.add(text);
    }
  }
  return characters;
}

/** Every character that stands in texts; none of those that have no shape. */
export function characters_in(texts) {
  const characters = new Set();
  for (const text of texts)
    for (const each of text)
      if (!/[\p{Control}\p{Format}\p{Private_Use}\p{Unassigned}\ufffd]/u.test(each)) characters.add(each);
  return characters;
}

function run_subsetter(options) {
  try {
    execFileSync('hb-subset', options);
  } catch (error) {
    throw new Error(`hb-subset does not make the font (${error.message}); run: bash shell/setup.sh`);
  }
}

/** The font as bytes. `texts` are the page's own words and those of the sample county. */
export function make_font(texts) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zelian-font-'));
  try {
    const [list, font] = ['characters.txt', 'font.otf'].map((name) => path.join(folder, name));
    fs.writeFileSync(list, [...everyday_characters(), ...characters_in(texts)].join(''));
    run_subsetter([
      `--font-file=${font_source}`, `--face-index=${simplified_chinese}`, `--text-file=${list}`,
      `--output-file=${font}`, '--layout-features-=*', `--drop-tables+=${not_needed.join(',')}`,
      // Without shared pieces of outlines the file is larger but packs better. The box for what the
      // font does not have keeps its outline: an empty place would hide that something stands there.
      '--no-hinting', '--desubroutinize', '--notdef-outline', '--name-IDs=0,1,2,4,5,6,13,14',
    ]);
    return fs.readFileSync(font);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** What must travel with the font, in the words of its package. */
export function font_licence() {
  const text = fs.readFileSync(licence_source, 'utf8');
  const licence = /^License: SIL-1\.1\n((?: .*\n)+)/m.exec(text);
  if (!licence) throw new Error(`${licence_source} holds no SIL Open Font License.`);
  const lines = licence[1].split('\n').map((line) => line.replace(/^ \.?/, ''));
  return 'Noto Sans CJK SC, cut down to fewer characters.\n' +
      'Copyright 2014-2021 Adobe (http://www.adobe.com/).\n\n' + lines.join('\n');
}

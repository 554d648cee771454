// What the site holds for browsers that cannot draw Chinese text by themselves, and nobody else
// fetches: a script, a font with its licence, and the module that draws its outlines.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { font_licence, make_font } from './font.mjs';

const shell = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(shell);

// Where words stand that a person may see; what else stands there does no harm.
const speaking = ['core', 'web', 'shell/src', 'public/sample', 'shell/index.html', 'shell/sample_county.mjs'];
const legible = /\.(h|cpp|js|ts|mjs|html|json|jsonl|csv|txt|sql|md)$/;

function texts_below(name) {
  const place = path.join(root, name);
  const files = fs.statSync(place).isFile() ? [place]
      : fs.readdirSync(place, { recursive: true }).map((each) => path.join(place, each));
  return files.filter((file) => legible.test(file)).map((file) => fs.readFileSync(file, 'utf8'));
}

// Hashes lie between the facts of a ledger, and bytes of them may look like a character, another one in
// each build, which would change the font's name: only Chinese between quotation marks is meant.
function words_in(ledger) {
  const quoted = ledger.toString('utf8').match(/"[^"\p{Control}\ufffd]*"/gu) ?? [];
  return quoted.flatMap((each) => each.match(/\p{Script=Han}+/gu) ?? []);
}

async function bundle(outline, font) {
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: [path.join(shell, 'src/fallback.ts')],
    bundle: true, minify: true, write: false, format: 'esm', charset: 'utf8', legalComments: 'none',
    target: ['chrome99', 'safari15.4', 'firefox115'],
    define: { BUILD_SINGLE_FILE: 'false', BUILD_OUTLINE: JSON.stringify(outline),
              BUILD_FONT: JSON.stringify(font) },
    logLevel: 'warning',
  });
  return result.outputFiles[0].text;
}

/** The files by name; `names` are those that carry a hash, the script first. `ledger` is the sample
 *  county's, `hash` shortens bytes to what a name takes, `packed` packs them. */
export async function fallback_files(outline, ledger, hash, packed) {
  const font = make_font([...speaking.flatMap(texts_below), ...words_in(ledger)]);
  const font_name = `font.${hash(font)}.otf`;
  const outline_name = `outline.${hash(outline)}.wasm`;
  const script = await bundle(outline_name, font_name);
  const script_name = `fallback.${hash(script)}.js`;
  const packed_font = packed(font);
  return {
    files: { [script_name]: script, [outline_name]: outline, [font_name]: font,
             [`${font_name}.gz`]: packed_font, 'font-licence.txt': font_licence() },
    names: [script_name, outline_name, font_name, `${font_name}.gz`],
    bytes: packed_font.length,
  };
}

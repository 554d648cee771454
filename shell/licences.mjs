// The words that must travel with what the page is made of: ours, and those of each library in it.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
const sources = path.join(cache, 'zelian/sources');

// Where each source of shell/setup/sources.txt has its licence; SQLite is in the public domain.
const licence_files = {imgui: 'LICENSE.txt', libdeflate: 'COPYING', libsodium: 'LICENSE',
                       sqlite: null, zlib: 'LICENSE'};
const packages = [['fmt', 'libfmt-dev'], ['nlohmann-json', 'nlohmann-json3-dev']];
// The C library of wasm programs.
const musl = '/usr/share/emscripten/system/lib/libc/musl/COPYRIGHT';

function folder_of(name) {
  const found = fs.readdirSync(sources).filter((folder) => folder.startsWith(`${name}-`)).sort().pop();
  if (!found) throw new Error(`there is no ${name} in ${sources}; run: bash shell/setup.sh`);
  return path.join(sources, found);
}

/** The sources that are fetched, name and file of the licence, those in the public domain aside. */
export function licensed_sources(list) {
  const lines = list.split('\n').filter((line) => line && !line.startsWith('#'));
  const names = [...new Set(lines.map((line) => line.split(/\s+/)[0]))];
  for (const name of names)
    if (!(name in licence_files)) throw new Error(`the licence of ${name} is not known.`);
  return names.map((name) => [name, licence_files[name]]).filter(([, file]) => file);
}

/** Copyright and licence of a package's own files, out of Debian's file about it. */
function of_package(text) {
  const own = /^Files: \*\n(Copyright: (?:.*\n)(?: .*\n)*)License: (.*)\n/m.exec(text);
  const words = own && [...text.matchAll(/^License: (.*)\n((?: .*\n)+)/gm)]
      .findLast(([, name]) => name === own[2]);
  if (!words) throw new Error('a package does not say its licence as Debian packages do.');
  const body = words[2].replaceAll(/^ \.?/gm, '');
  return `${own[1].replaceAll(/\n +/g, '\n')}\n${body}`;
}

/** All of them, one after the other. */
export function licences() {
  const read = (file) => fs.readFileSync(file, 'utf8').trim();
  const parts = [['Zelian', read(path.join(root, 'LICENSE'))]];
  for (const [name, file] of licensed_sources(read(path.join(root, 'shell/setup/sources.txt'))))
    parts.push([name, read(path.join(folder_of(name), file))]);
  for (const [name, debian] of packages)
    parts.push([name, of_package(read(`/usr/share/doc/${debian}/copyright`) + '\n').trim()]);
  if (fs.existsSync(musl)) parts.push(['musl', read(musl)]);
  const line = '='.repeat(80);
  return parts.map(([name, text]) => `${line}\n${name}\n${line}\n\n${text}\n`).join('\n');
}

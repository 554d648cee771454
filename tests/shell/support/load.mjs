// Bundles one of the page's modules for a unit test.

import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const shell = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../shell');
const { build } = createRequire(path.join(shell, 'package.json'))('esbuild');

/** A name in the page's sources; in the worker's with its folder before it. */
export async function load(name) {
  const source = name.startsWith('worker/') ? name : `src/${name}`;
  const made = await build({ entryPoints: [path.join(shell, `${source}.ts`)], bundle: true,
                             write: false, format: 'esm' });
  return import(`data:text/javascript;base64,${Buffer.from(made.outputFiles[0].text).toString('base64')}`);
}

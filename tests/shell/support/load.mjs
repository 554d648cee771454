// Bundles one of the page's modules for a unit test.

import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const shell = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../shell');
const { build } = createRequire(path.join(shell, 'package.json'))('esbuild');

/** Names in the page's sources, in the worker's with its folder before it. What is loaded in one call
 *  shares its classes. */
export async function load(...names) {
  const sources = names.map((name) => name.startsWith('worker/') ? name : `src/${name}`);
  const contents = sources.map((source) => `export * from './${source}';`).join('\n');
  const made = await build({ stdin: { contents, resolveDir: shell, loader: 'ts' }, bundle: true,
                             write: false, format: 'esm' });
  return import(`data:text/javascript;base64,${Buffer.from(made.outputFiles[0].text).toString('base64')}`);
}

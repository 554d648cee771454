// What makes the site one that is installed and opens without a network: icons, the worker, and the
// one that takes its place to get rid of it.

import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { draw_icon } from './icons.mjs';

const shell = path.dirname(fileURLToPath(import.meta.url));

/** In the head of the page. */
export const install_links = [
  '<link rel="manifest" href="manifest.webmanifest">',
  '<link rel="apple-touch-icon" href="icon-180.png">',
  '<meta name="apple-mobile-web-app-title" content="责链">',
].join('\n');

/** The script of one of the page's workers. */
export async function bundle_worker(name, defined) {
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: [path.join(shell, 'worker', name)],
    bundle: true, minify: true, write: false, format: 'iife', charset: 'utf8', legalComments: 'none',
    target: ['chrome99', 'safari15.4', 'firefox115'],
    define: Object.fromEntries(Object.entries(defined).map(([k, v]) => [k, JSON.stringify(v)])),
    logLevel: 'warning',
  });
  return result.outputFiles[0].text;
}

/** The files by name. `parts` are those that the worker keeps. */
export async function installable_files(svg, version, parts) {
  return {
    'sw.js': await bundle_worker('service_worker.ts', { BUILD_VERSION: version, BUILD_PARTS: parts }),
    'sw-off.js': await bundle_worker('switched_off.ts', {}),
    'icon-180.png': draw_icon(svg, 180, true),
    'icon-192.png': draw_icon(svg, 192, false),
    'icon-512.png': draw_icon(svg, 512, false),
    'icon-maskable-512.png': draw_icon(svg, 512, true),
  };
}

// Serves a folder on a free port of this machine, as any static host would.

import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

import { root } from './browser.mjs';

/** The site as it was built. */
export const built = path.join(root, 'build/web/site');

const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.gz': 'application/gzip', '.xlsx':
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '.csv': 'text/csv',
};

/** Resolves to the address and a function that stops serving. */
export function serve(folder) {
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://site').pathname);
    const file = path.join(folder, name === '/' ? 'index.html' : path.normalize(name));
    fs.readFile(file, (error, bytes) => {
      if (error) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'text/plain' });
      response.end(bytes);
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    resolve({ address: `http://127.0.0.1:${port}/`, port, stop: () => { server.close(); server.closeAllConnections(); } });
  }));
}

/** A host of its own with the site, whose files can be changed. */
export async function with_host(work) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zelian-site-'));
  fs.cpSync(built, folder, { recursive: true });
  const site = await serve(folder);
  try {
    await work({ folder, address: site.address, stop: site.stop });
  } finally {
    site.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

// Keeps one whole version of the page in the browser, so that it opens without a network. A version
// is fetched whole or not at all, and takes over only when no page of the one before is open or a
// person has agreed: a new module under an old page is what must never happen.

import type { WorkerMessage } from '../src/worker_messages';
import { cache_prefix, caches_of } from './caches';
import { names_of, page_name, part_asked_for } from './parts';

declare const self: ServiceWorkerGlobalScope;

const scope = self.registration.scope;
const own = `${cache_prefix(scope)}${BUILD_VERSION}`;

function address_of(name: string): string { return new URL(name, scope).href; }

// Servers that answer everything with their start page would otherwise be believed for ever; and a
// page of another version means that the server is just being changed.
async function belongs(name: string, response: Response): Promise<boolean> {
  if (!response.ok) return false;
  const is_page = /^text\/html\b/.test(response.headers.get('content-type') ?? '');
  if (name !== page_name) return !is_page;
  return (await response.clone().text()).includes(BUILD_PARTS.script);
}

async function fetched(name: string): Promise<Response> {
  const integrity = name === BUILD_PARTS.script ? { integrity: BUILD_PARTS.integrity } : {};
  // What carries its hash was mostly fetched by the page just before.
  const cache = name === page_name ? 'no-cache' : 'default';
  const response = await fetch(address_of(name), { cache, ...integrity });
  if (!await belongs(name, response)) throw new Error(`not of this version: ${name || 'page'}`);
  if (!response.redirected) return response;
  // No navigation may be answered by what was redirected.
  return new Response(response.body, { headers: response.headers });
}

/** Of every version. */
async function kept_names(): Promise<string[]> {
  const opened = await Promise.all((await caches_of(scope)).map((name) => caches.open(name)));
  const requests = await Promise.all(opened.map((cache) => cache.keys()));
  return requests.flat().map(({ url }) => url.slice(scope.length));
}

async function install(): Promise<void> {
  const names = names_of(BUILD_PARTS, typeof DecompressionStream === 'function', await kept_names());
  const responses = await Promise.all(names.map(fetched));
  await caches.delete(own);
  try {
    const cache = await caches.open(own);
    await Promise.all(responses.map((each, index) => cache.put(address_of(names[index]!), each)));
  } catch (error) {
    await caches.delete(own);
    throw error;
  }
}

// The version before stays: a page of it may still be loading.
async function forget_older(): Promise<void> {
  const others = (await caches_of(scope)).filter((name) => name !== own);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

async function kept(name: string): Promise<Response | undefined> {
  const others = name === page_name ? [] : await caches_of(scope);
  for (const cacheName of new Set([own, ...others])) {
    const found = await caches.match(address_of(name), { cacheName, ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

// Kept once it was needed, unlike the rest of a version.
async function fetch_and_keep(name: string, request: Request): Promise<Response> {
  const response = await fetch(request);
  if (BUILD_PARTS.fallback.includes(name) && await belongs(name, response)) {
    const cache = await caches.open(own);
    await cache.put(address_of(name), response.clone()).catch(() => undefined);
  }
  return response;
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(forget_older()));
self.addEventListener('message', (event) => {
  if ((event.data as WorkerMessage).kind === 'take_over') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const name = request.method === 'GET'
      ? part_asked_for(request.url, scope, request.mode === 'navigate') : null;
  if (name === null) return;
  event.respondWith(kept(name).then((found) => found ?? fetch_and_keep(name, request)));
});

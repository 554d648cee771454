// Takes the place of the worker to get rid of it: put under its name on the server, it removes itself
// and what was kept. The ledgers of people lie elsewhere and are left alone.

import { caches_of } from './caches';

declare const self: ServiceWorkerGlobalScope;

async function leave(): Promise<void> {
  const all = await caches_of(self.registration.scope);
  await Promise.all(all.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));

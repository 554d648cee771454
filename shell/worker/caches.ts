// The caches of this page alone: other pages of the same host have theirs.

export function cache_prefix(scope: string): string { return `zelian-page ${scope} `; }

/** In the order in which they were made. */
export async function caches_of(scope: string): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(cache_prefix(scope)));
}

// Which requests the worker answers. Pure.

/** Files of one version beside each other; all but the page carry their hash in their name. */
export interface Parts {
  script: string;
  /** Of the script, as in the page's own element. */
  integrity: string;
  /** The module, and the same packed for browsers that can unpack. */
  module: string;
  demo: string;
  /** Reads the kept ledger. */
  reader: string;
  /** What only browsers need that cannot draw Chinese text by themselves. */
  fallback: string[];
}

/** The page's name in the cache: the folder it lies in. */
export const page_name = '';

const kHashed = /^(zelian|demo|reader|fallback|font|outline)\.[0-9a-f]{10}\.[a-z.]+$/;

/** The name of the part that is asked for, null when it is none. What carries no hash is answered
 *  for the page alone: anything else beside it comes from the server. */
export function part_asked_for(address: string, scope: string, navigates: boolean): string | null {
  const { origin, pathname } = new URL(address);
  const folder = new URL(scope);
  if (origin !== folder.origin || !pathname.startsWith(folder.pathname)) return null;
  const name = pathname.slice(folder.pathname.length);
  if (navigates) return name === page_name || name === 'index.html' ? page_name : null;
  return kHashed.test(name) ? name : null;
}

function without_hash(name: string): string { return name.replace(/\.[0-9a-f]{10}\./, '.'); }

/** What makes up a version in this browser, which has kept those names of others `before`: who
 *  needed something beside the usual will need it again, perhaps without a network. */
export function names_of({ script, module, demo, reader, fallback }: Parts, unpacks: boolean,
                         before: string[]): string[] {
  const needed = new Set(before.map(without_hash));
  return [page_name, script, unpacks ? `${module}.gz` : module, demo, reader,
          ...fallback.filter((name) => needed.has(without_hash(name)))];
}

// Small choices of a person, kept in this browser where it lets us: never anything of the ledger.

const kPrefix = 'zelian-';

export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(kPrefix + key);
  } catch {
    return null;  // Private mode, or a page opened from a file: the choice lasts until it is closed.
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(kPrefix + key, value);
  } catch {
    // As above.
  }
}

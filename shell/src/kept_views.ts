// How a person has arranged the columns of lists, kept with the ledger in this browser.

const kKey = 'zelian.views';

export class Views {
  private key = kKey;

  keep(json: string): void {
    try {
      localStorage.setItem(this.key, json);
    } catch {
      // Private windows and full disks: the columns stay as they are until the page is closed.
    }
  }

  /** Of this ledger; from now on its own are kept. */
  kept(ledger: string): string {
    if (ledger) this.key = `${kKey}.${ledger}`;
    try {
      return localStorage.getItem(this.key) ?? '{}';
    } catch {
      return '{}';
    }
  }
}

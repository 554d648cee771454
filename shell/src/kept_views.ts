// How a person has arranged the columns of lists, kept with the ledger in this browser.

const kKey = 'zelian.views';

export class Views {
  private readonly key: string;

  /** The sample county has its own. */
  constructor(demo: boolean) { this.key = demo ? `${kKey}.demo` : kKey; }

  keep(json: string): void {
    try {
      localStorage.setItem(this.key, json);
    } catch {
      // Private windows and full disks: the columns stay as they are until the page is closed.
    }
  }

  kept(): string {
    try {
      return localStorage.getItem(this.key) ?? '{}';
    } catch {
      return '{}';
    }
  }
}

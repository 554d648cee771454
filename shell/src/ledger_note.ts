// Something this browser keeps beside a ledger: how its lists are arranged, when it was last backed
// up. JSON of the module's; a ledger is known by the id of its first fact.

export class LedgerNote {
  private key: string;

  constructor(private readonly name: string) { this.key = name; }

  keep(json: string): void {
    try {
      localStorage.setItem(this.key, json);
    } catch {
      // Private windows and full disks: it holds until the page is closed.
    }
  }

  /** Of this ledger; from now on its own is kept. */
  kept(ledger: string): string {
    if (ledger) this.key = `${this.name}.${ledger}`;
    try {
      return localStorage.getItem(this.key) ?? '{}';
    } catch {
      return '{}';
    }
  }
}

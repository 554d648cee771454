// Which of several windows may write. With Web Locks the browser decides; on plain http, which has
// none, the windows settle it among themselves, and the generation check of the store has the last
// word either way.

const kName = 'zelian-writer';
// Windows answer at once unless the browser has frozen them.
const kAnswerWithin = 400;
// Long enough for the window that asked to take its turn.
const kStandBack = 3000;
const kLookAgain = 5000;

export interface Message {
  kind: 'who' | 'me' | 'first' | 'gone' | 'ask' | 'busy' | 'changed';
  from: string;
}

export interface Turn {
  /** True when this window has the turn now. */
  take(): Promise<boolean>;
  /** Others go first; this window is in line again, once it has rested so many milliseconds. */
  give_up(rest?: number): void;
  /** Has rested enough. */
  come_forward(): void;
  /** Lets a window that asked go first. */
  stand_back(): void;
  /** Called when the turn comes to this window later, after take() gave false. */
  on_turn: () => void;
}

/** The browser's own lock: free again even after a crash. */
class LockTurn implements Turn {
  on_turn = (): void => undefined;
  private release: (() => void) | null = null;
  private resting: ReturnType<typeof setTimeout> | null = null;

  async take(): Promise<boolean> {
    const got = await this.request(true);
    if (!got) this.wait();
    return got;
  }

  // Requests are granted in their order: ours is new, the other one waits longer.
  stand_back(): void { /* nothing to do */ }

  give_up(rest = 0): void {
    this.release?.();
    this.release = null;
    if (rest > 0) this.resting = setTimeout(() => this.come_forward(), rest);
    else this.wait();
  }

  come_forward(): void {
    if (this.resting === null) return;
    clearTimeout(this.resting);
    this.resting = null;
    this.wait();
  }

  private wait(): void {
    void this.request(false).then((later) => { if (later) this.on_turn(); });
  }

  // The lock is held until the promise its holder was given is fulfilled.
  private request(ifAvailable: boolean): Promise<boolean> {
    return new Promise((resolve) => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        if (!lock) {
          resolve(false);
          return undefined;
        }
        const held = new Promise<void>((release) => { this.release = release; });
        resolve(true);
        return held;
      };
      navigator.locks.request(kName, ifAvailable ? { ifAvailable } : {}, hold)
          .catch(() => resolve(ifAvailable));  // No locks after all: the store still checks.
    });
  }
}

/** Without locks: whoever has the turn answers to "who?". Timers play no part in keeping it, for
 *  browsers let a hidden window's timers run once a minute. */
class SpokenTurn implements Turn {
  on_turn = (): void => undefined;
  private holds = false;
  private waits = false;
  private asking = false;
  private refused = false;
  private went = false;
  private quiet_until = 0;

  constructor(private readonly self: string, private readonly channel: BroadcastChannel) {
    channel.addEventListener('message', (event: MessageEvent<Message>) => this.hear(event.data));
    addEventListener('pagehide', () => { if (this.holds) this.say('gone'); });
    // A holder that crashed said nothing.
    setInterval(() => void this.retry(), kLookAgain);
  }

  async take(): Promise<boolean> {
    this.asking = true;
    // Whoever refused may be gone before the answers are in: then nobody would ask again for long.
    do {
      this.refused = this.went = false;
      this.say('who');
      await new Promise((resolve) => setTimeout(resolve, kAnswerWithin));
    } while (this.refused && this.went);
    this.asking = false;
    this.waits = true;
    this.holds = !this.refused;
    return this.holds;
  }

  give_up(rest = 0): void {
    this.quiet_until = Date.now() + Math.max(rest, kStandBack);
    this.holds = false;
    this.say('gone');
  }

  come_forward(): void {
    this.quiet_until = 0;
    void this.retry();
  }

  stand_back(): void { this.quiet_until = Date.now() + kStandBack; }

  private async retry(): Promise<void> {
    if (!this.waits || this.holds || this.asking || Date.now() < this.quiet_until) return;
    if (await this.take()) this.on_turn();
  }

  private hear({ kind, from }: Message): void {
    // Of those that ask at the same time the one with the least name goes first. All hear every
    // answer: one that only asks itself refuses nobody before it.
    if (kind === 'who' && this.holds) this.say('me');
    else if (kind === 'who' && this.asking && this.self < from) this.say('first');
    const before = from < this.self && (kind === 'first' || (kind === 'who' && this.asking));
    if (kind === 'me' || before) this.refused = true;
    if (kind !== 'gone') return;
    this.went = true;
    void this.retry();
  }

  private say(kind: Message['kind']): void {
    this.channel.postMessage({ kind, from: this.self } satisfies Message);
  }
}

export function make_turn(self: string, channel: BroadcastChannel): Turn {
  return typeof navigator.locks === 'object' ? new LockTurn() : new SpokenTurn(self, channel);
}

// Puts images of the ledger aside while the person does nothing: read out of the module's memory in
// short pieces, so that no save waits for them and no frame is late.

import type { Core } from './core';
import { has_failed } from './notice';
import { pack } from './packing';
import { StoreError } from './store_request';
import { drop_snapshots, keep_snapshot, list_snapshots, note_snapshot, read_snapshot }
  from './snapshot_database';
import { type About, is_due, is_same, superfluous } from './snapshot_policy';

// Milliseconds after a save, so that a run of them is one.
const kRest = 3000;
const kLongestWait = 1000;
const kPause = 60;
const kPiece = 128 * 1024;

/** What they must know of the rest of the page. */
interface Surroundings {
  store: { readonly unsaved: boolean; readonly puts: number; on_written: () => void;
           on_full: () => void };
  /** Only the window that writes takes snapshots. */
  windows: { writes: boolean };
  frames: { readonly resting: boolean };
}

class Disturbed extends Error {}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window)
      requestIdleCallback(() => resolve(), { timeout: kLongestWait });
    else setTimeout(resolve, kPause);
  });
}

/** Gives up the oldest for what cannot find room: all but the newest, then that one. */
async function make_room(): Promise<void> {
  const all = (await list_snapshots()).map(({ taken }) => taken);
  if (all.length > 0) await drop_snapshots(all.length > 1 ? all.slice(0, -1) : all);
}

export class Snapshots {
  /** Another one is kept, or fewer are. */
  on_changed = (): void => undefined;
  private newest: About | null | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;

  constructor(private readonly core: Core, private readonly around: Surroundings) {
    const { store } = around;
    const written = store.on_written;
    store.on_written = () => {
      written();
      this.look_later();
    };
    store.on_full = () => void make_room().then(() => this.on_changed()).catch(() => undefined);
    this.look_later();  // What was entered after the last one, before the page was closed.
  }

  private look_later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), kRest);
  }

  private get quiet(): boolean {
    return this.around.frames.resting && !this.around.store.unsaved && !this.core.importing();
  }

  private async look(): Promise<void> {
    if (has_failed() || !this.around.windows.writes) return;
    if (this.running || !this.quiet) {
      this.look_later();
      return;
    }
    this.running = true;
    try {
      if (this.newest === undefined) this.newest = (await list_snapshots()).pop() ?? null;
      const present = this.present();
      if (is_due(this.newest, present, present.taken)) await this.keep(present);
    } catch (error) {
      // Without room or a database there is no snapshot; the ledger itself is kept all the same.
      if (error instanceof Disturbed) this.look_later();
    } finally {
      this.running = false;
    }
  }

  /** Of the ledger as it is, before another takes its place; rejects when it could not be kept. */
  async put_aside(): Promise<void> {
    const present = this.present();
    await this.keep({ ...present, put_aside: present.taken });
  }

  private present(): About {
    const { identity = '', head = '', county, facts } = this.core.ledger();
    return { taken: Date.now(), identity, head, county, facts, bytes: 0 };
  }

  // What is kept already is not kept twice: copies would push out what is there but once.
  private async keep(about: About): Promise<void> {
    const all = await list_snapshots();
    const same = all.reverse().find((each) => is_same(each, about));
    const whole = same !== undefined && await read_snapshot(same.taken).catch(() => null) !== null;
    if (!whole) await this.take(about);
    else if (about.put_aside) await note_snapshot({ ...same, put_aside: about.put_aside });
    if (whole) this.newest = { ...about, taken: same.taken };
    this.on_changed();
  }

  private async take(about: About): Promise<void> {
    const image = await pack(this.pieces(this.around.store.puts));
    const taken = { ...about, bytes: image.length };
    const all = await list_snapshots();
    const keep = (dropped: readonly number[]): Promise<void> =>
        keep_snapshot(taken, image, dropped);
    await keep(superfluous([...all, taken], taken.taken)).catch((error: unknown) => {
      // What was put aside for a restore is not given up unasked.
      const spare = all.slice(0, -1).filter((each) => !each.put_aside);
      if (!(error instanceof StoreError) || error.trouble !== 'quota' || spare.length === 0)
        throw error;
      return keep(spare.map((each) => each.taken));
    });
    this.newest = taken;
  }

  // Whatever is saved meanwhile makes it worthless: its pages would be of different days.
  private async *pieces(puts: number): AsyncGenerator<Uint8Array> {
    let whole = false;
    for (let at = 0; !whole; at += kPiece) {
      await idle();
      const { store, windows } = this.around;
      if (has_failed() || !windows.writes || store.puts !== puts || this.core.importing())
        throw new Disturbed();
      let piece = new Uint8Array();
      this.core.look_at_file((file) => {
        piece = file.slice(at, at + kPiece);
        whole = at + kPiece >= file.length;
      });
      yield piece;
    }
  }
}

// Keeps the ledger's pages in the browser: one commit, one durable transaction, in order; says how
// far it is, and never gives up something unsaved while the page lives.

import { SaveState } from './core';
import { type Kept, join_pages, open_database, read_all, read_head, write_change } from './page_database';
import type { Change, PiecedFile } from './page_runs';
import { type StoreError, trouble_of } from './store_request';
import { opening_sentence, replacing_sentence, saving_sentence } from './store_sentences';

export type Report = (state: SaveState, read_only: boolean, sentence: string) => void;

const kBlocked = '旧版本的窗口仍占用着台账，请关闭本程序的其他窗口，本页随后继续。';

// As the module's own (core/store/memory_file.h).
const kPageBytes = 8192;
const kAttempts = 3;
// Milliseconds before the second attempt; four times as many before each one after it.
const kPause = 100;
const kRetryAfter = 5000;
// So many pages that lie alone are worth putting together; milliseconds from one run to the next, and
// until it may be quiet.
const kManySingle = 512;
const kJoinPause = 200;
const kQuietAgain = 5000;

/** A change and the name it is written under: the same however often it is tried, so that one that
 *  had arrived after all is known for our own. */
interface Write {
  change: Change;
  name: string;
}

export class PageStore {
  private connection: Promise<IDBDatabase> | null = null;
  private generation = 0;
  private pending: Change | null = null;
  private begun_write: Write | null = null;  // Not known to be stored, nor not to be.
  private writing = false;
  private begun = 0;
  private stopped = false;
  private single = 0;  // Pages that lay alone when the ledger was loaded.
  private trouble = '';
  private writes = 0;
  private asked_to_persist = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private waiting: { resolve: () => void; reject: (reason: Error) => void }[] = [];
  private readonly writer = random_name();

  /** Another window holds the store in its older form, or does no more. */
  on_blocked: (sentence: string) => void = () => undefined;

  /** How often pages were put: another number means that the file has changed. */
  puts = 0;

  /** Something was not written for want of room; it is tried again. */
  on_full: () => void = () => undefined;

  /** Reads what is kept in another thread than the page's; null where that cannot be. */
  read_aside: (on_size: (bytes: number) => void) => Promise<Kept | null> =
      () => Promise.resolve(null);

  /** Called after every durable write. */
  on_written: () => void = () => undefined;

  constructor(private readonly report: Report) {}

  /** The stored file, or null when nothing was ever stored. `on_size` is told how large it is before
   *  it is read. Fails with a StoreError. */
  async load(on_size: (bytes: number) => void = () => undefined): Promise<PiecedFile | null> {
    const aside = this.read_aside(on_size);
    const reading = this.use(async (database) => await aside ?? await read_all(database, on_size));
    const kept = await reading.catch(async (error: StoreError) => {
      // What cannot be read may be replaced, but not what somebody has written since.
      if (error.trouble === 'damaged')
        this.generation = (await this.use(read_head))?.generation ?? 0;
      throw error;
    });
    this.generation = kept?.head.generation ?? 0;
    this.single = kept?.single ?? 0;
    return kept?.file ?? null;
  }

  /** What has come to lie in pieces over months is put together while it is `quiet`, so that it loads
   *  faster the next time. What is kept stays the same. */
  async tidy(quiet: () => boolean): Promise<void> {
    if (this.single < kManySingle) return;
    try {
      for (let run: number | null = 0; run !== null;) {
        const calm = quiet() && !this.unsaved;
        const from: number = run;
        if (calm) run = await this.use((database) => join_pages(database, from));
        await new Promise((resolve) => setTimeout(resolve, calm ? kJoinPause : kQuietAgain));
      }
    } catch {
      // Another time: nothing depends on it, and who reads or writes is told what is wrong.
    }
  }

  /** Gives `accept` what another window has written since; true when this window then has what is
   *  stored. What was not accepted counts as never read, or pages of two ledgers would mix. Fails with
   *  a StoreError. */
  async load_newer(accept: (file: PiecedFile) => boolean): Promise<boolean> {
    if (this.unsaved) return false;
    const before = this.generation;
    const known = await this.use(read_head);
    if ((known?.generation ?? 0) === before) return this.generation === before;
    const kept = await this.use((database) => read_all(database));
    // Meanwhile this window may have taken it in by another way, or written itself.
    if (this.generation !== before) return kept?.head.generation === this.generation;
    if (this.unsaved || !kept || !accept(kept.file)) return false;
    this.generation = kept.head.generation;
    return true;
  }

  /** Takes over copies of pages that belong together. */
  put(change: Change): void {
    ++this.puts;
    if (this.stopped) return;
    this.pending = this.pending ? merged(this.pending, change) : change;
    void this.drain();
  }

  /** What the browser keeps now: nothing, what this window knows, or something else. Rejects with a
   *  sentence where that cannot be told. */
  async kept(): Promise<'nothing' | 'known' | 'other'> {
    let generation = 0;
    do {
      await this.saved();
      const head = await this.use(read_head).catch((error: unknown) => {
        throw new Error(opening_sentence(error));
      });
      generation = head?.generation ?? 0;
    } while (this.unsaved);
    return generation !== this.generation ? 'other' : generation === 0 ? 'nothing' : 'known';
  }

  /** A whole file in the place of what is stored, readable or not: all of it or nothing. Nothing is
   *  put after that. Rejects with a sentence: that of `refusal`, asked once nothing else is being
   *  written, or why it could not be. */
  async replace(file: Uint8Array, refusal: () => string): Promise<void> {
    do await this.saved(); while (this.unsaved);
    const refused = refusal();
    if (refused) throw new Error(refused);
    this.writing = true;
    this.begun = performance.now();
    try {
      await this.write({ change: change_of(file), name: this.new_name() });
      this.stopped = true;
      this.pending = null;
    } catch (error) {
      throw new Error(replacing_sentence(trouble_of(error)));
    } finally {
      this.writing = false;
      void this.drain();  // What was put meanwhile.
    }
  }

  get busy(): boolean { return this.writing; }
  /** A write began so many milliseconds ago and has not ended; 0 = there is none. */
  get writing_for(): number {
    return this.writing ? Math.max(1, performance.now() - this.begun) : 0;
  }
  get unsaved(): boolean {
    return this.pending !== null || this.begun_write !== null || this.writing;
  }

  /** Resolves when everything put so far is durable; rejects with the sentence when it cannot be. */
  saved(): Promise<void> {
    if (this.trouble) return Promise.reject(new Error(this.trouble));
    if (!this.unsaved) return Promise.resolve();
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  private async drain(): Promise<void> {
    if (this.writing) return;
    this.writing = true;
    this.begun = performance.now();
    while (this.next()) {
      this.report(SaveState.Saving, false, this.trouble);
      try {
        await this.write(this.begun_write!);
      } catch (error) {
        this.writing = false;
        this.fail(trouble_of(error));
        return;
      }
      this.begun_write = null;
    }
    this.writing = false;
    this.trouble = '';
    this.report(SaveState.Saved, false, '');
    this.waiting.splice(0).forEach((each) => each.resolve());
    this.ask_to_persist();
  }

  // What is to be written: first what was begun, as it was.
  private next(): Write | null {
    if (!this.begun_write && this.pending) {
      this.begun_write = { change: this.pending, name: this.new_name() };
      this.pending = null;
    }
    return this.begun_write;
  }

  private new_name(): string { return `${this.writer}-${++this.writes}`; }

  private async write({ change, name }: Write): Promise<void> {
    await this.use((database) => write_change(database, change, this.generation, name));
    ++this.generation;
    this.on_written();
  }

  private fail(error: StoreError): void {
    this.trouble = saving_sentence(error);
    this.stopped = error.trouble === 'conflict';
    if (this.stopped) this.pending = this.begun_write = null;
    this.report(SaveState.Failed, this.stopped, this.trouble);
    this.waiting.splice(0).forEach((each) => each.reject(new Error(this.trouble)));
    if (error.trouble === 'quota') this.on_full();
    clearTimeout(this.retry);  // However often it fails, it is tried again once.
    if (this.stopped) return;
    this.retry = setTimeout(() => { if (this.begun_write) void this.drain(); }, kRetryAfter);
  }

  // The one place that asks the database for anything: a connection that is lost is opened again.
  private async use<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
    for (let attempt = 1;; ++attempt) {
      const connection = this.connection ??= this.connect();
      try {
        return await work(await connection);
      } catch (caught) {
        const error = trouble_of(caught);
        if (error.trouble !== 'lost') throw error;
        this.forget(connection);
        connection.then((database) => database.close(), () => undefined);
        if (attempt === kAttempts) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, kPause * 4 ** (attempt - 1)));
    }
  }

  private connect(): Promise<IDBDatabase> {
    const connection = open_database(() => this.forget(connection),
                                     () => this.on_blocked(kBlocked));
    connection.then(() => this.on_blocked(''), () => this.forget(connection));
    return connection;
  }

  private forget(connection: Promise<IDBDatabase>): void {
    if (this.connection === connection) this.connection = null;
  }

  // Only once there is something worth keeping: some browsers ask the person.
  private ask_to_persist(): void {
    if (this.asked_to_persist) return;
    this.asked_to_persist = true;
    void navigator.storage?.persist?.().catch(() => false);
  }
}

function merged(older: Change, newer: Change): Change {
  const pages = new Map([...older.pages, ...newer.pages]);
  const count = Math.ceil(newer.file_bytes / newer.page_bytes);
  for (const index of pages.keys()) if (index >= count) pages.delete(index);
  return { file_bytes: newer.file_bytes, page_bytes: newer.page_bytes, pages };
}

function change_of(file: Uint8Array): Change {
  const pages = new Map<number, Uint8Array>();
  for (let at = 0; at * kPageBytes < file.length; ++at)
    pages.set(at, file.slice(at * kPageBytes, (at + 1) * kPageBytes));
  return { file_bytes: file.length, page_bytes: kPageBytes, pages };
}

function random_name(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join('');
}

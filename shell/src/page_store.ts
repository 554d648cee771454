// Keeps the ledger's pages in the browser: one commit, one durable transaction, in order; says how
// far it is, and never gives up something unsaved while the page lives.

import { SaveState } from './core';
import { join_pages, open_database, read_all, read_head, write_change } from './page_database';
import type { Change } from './page_runs';
import { StoreError, type StoreTrouble } from './store_request';

export type Report = (state: SaveState, read_only: boolean, sentence: string) => void;

const kSentences: Record<StoreTrouble, string> = {
  conflict: '另一个窗口已修改台账，本窗口最近的修改未能保存，已转为只读。请刷新本页后继续。',
  quota: '磁盘空间不足，最近的修改未能保存。请清理空间，并保持本页打开。',
  lost: '浏览器的存储连接中断，最近的修改未能保存，正在重试。请保持本页打开。',
  damaged: '浏览器中保存的台账已损坏，未作任何改动。请从备份恢复。',
  newer: '台账由更新版本的程序保存，请使用新版程序打开。未作任何改动。',
  unavailable: '此浏览器不允许本页保存数据，关闭页面后修改将丢失。请退出无痕模式或更换浏览器。',
};

const kBlocked = '旧版本的窗口仍占用着台账，请关闭本程序的其他窗口，本页随后继续。';

// As the module's own (core/store/memory_file.h).
const kPageBytes = 8192;
const kAttempts = 3;
const kRetryAfter = 5000;
// So many pages that lie alone are worth putting together; milliseconds from one run to the next, and
// until it may be quiet.
const kManySingle = 512;
const kJoinPause = 200;
const kQuietAgain = 5000;

export function sentence_of(error: unknown): string {
  return kSentences[error instanceof StoreError ? error.trouble : 'unavailable'];
}

export class PageStore {
  private database: IDBDatabase | null = null;
  private generation = 0;
  private pending: Change | null = null;
  private writing = false;
  private begun = 0;
  private stopped = false;
  private single = 0;  // Pages that lay alone when the ledger was loaded.
  private trouble = '';
  private writes = 0;
  private asked_to_persist = false;
  private waiting: { resolve: () => void; reject: (reason: Error) => void }[] = [];
  private readonly writer = random_name();

  /** Another window holds the store in its older form, or does no more. */
  on_blocked: (sentence: string) => void = () => undefined;

  /** How often pages were put: another number means that the file has changed. */
  puts = 0;

  /** Something was not written for want of room; it is tried again. */
  on_full: () => void = () => undefined;

  /** Called after every durable write. */
  on_written: () => void = () => undefined;

  constructor(private readonly report: Report) {}

  /** The stored file, or null when nothing was ever stored. Fails with a StoreError. */
  async load(): Promise<Uint8Array | null> {
    const kept = await read_all(await this.first_connection());
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
        if (calm) run = await join_pages(await this.connect(), run);
        await new Promise((resolve) => setTimeout(resolve, calm ? kJoinPause : kQuietAgain));
      }
    } catch {
      // Another time: nothing depends on it, and who reads or writes is told what is wrong.
    }
  }

  /** Gives `accept` what another window has written since; true when this window then has what is
   *  stored. What was not accepted counts as never read, or pages of two ledgers would mix. */
  async load_newer(accept: (file: Uint8Array) => boolean): Promise<boolean> {
    if (this.unsaved) return false;
    const known = await read_head(await this.connect());
    if ((known?.generation ?? 0) === this.generation) return true;
    const kept = await read_all(await this.connect());
    if (!kept || !accept(kept.file)) return false;
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

  /** A whole file in the place of what is stored, readable or not: all of it or nothing. Nothing is
   *  put after that. Rejects with a sentence, and everything is as it was. */
  async replace(file: Uint8Array): Promise<void> {
    const pages = new Map<number, Uint8Array>();
    for (let at = 0; at * kPageBytes < file.length; ++at)
      pages.set(at, file.slice(at * kPageBytes, (at + 1) * kPageBytes));
    try {
      await this.saved();
      const database = await this.connect();
      const expected = this.generation || ((await read_head(database))?.generation ?? 0);
      await write_change(database, { file_bytes: file.length, page_bytes: kPageBytes, pages },
                         expected, `${this.writer}-${++this.writes}`);
      this.stopped = true;
      this.on_written();
    } catch (error) {
      throw error instanceof StoreError ? new Error(sentence_of(error)) : error;
    }
  }

  get busy(): boolean { return this.writing; }
  /** A write began so many milliseconds ago and has not ended; 0 = there is none. */
  get writing_for(): number {
    return this.writing ? Math.max(1, performance.now() - this.begun) : 0;
  }
  get unsaved(): boolean { return this.pending !== null || this.writing; }

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
    while (this.pending) {
      const change = this.pending;
      this.pending = null;
      this.report(SaveState.Saving, false, this.trouble);
      try {
        await this.write(change);
      } catch (error) {
        this.writing = false;
        this.fail(change, error);
        return;
      }
    }
    this.writing = false;
    this.trouble = '';
    this.report(SaveState.Saved, false, '');
    this.waiting.splice(0).forEach((each) => each.resolve());
    this.ask_to_persist();
  }

  private async write(change: Change): Promise<void> {
    const name = `${this.writer}-${++this.writes}`;
    for (let attempt = 1;; ++attempt) {
      try {
        await write_change(await this.connect(), change, this.generation, name);
        ++this.generation;
        this.on_written();
        return;
      } catch (error) {
        const lost = error instanceof StoreError && error.trouble === 'lost';
        if (!lost || attempt === kAttempts) throw error;
        this.disconnect();
      }
    }
  }

  private fail(change: Change, error: unknown): void {
    this.trouble = sentence_of(error);
    this.stopped = error instanceof StoreError && error.trouble === 'conflict';
    this.pending = this.stopped ? null
        : this.pending ? merged(change, this.pending) : change;
    this.report(SaveState.Failed, this.stopped, this.trouble);
    this.waiting.splice(0).forEach((each) => each.reject(new Error(this.trouble)));
    if (error instanceof StoreError && error.trouble === 'quota') this.on_full();
    if (!this.stopped) setTimeout(() => { if (this.pending) void this.drain(); }, kRetryAfter);
  }

  private async connect(): Promise<IDBDatabase> {
    this.database ??= await open_database(() => { this.database = null; },
                                          () => this.on_blocked(kBlocked));
    this.on_blocked('');
    return this.database;
  }

  // A browser that cannot open its database at the start cannot later; one that did, lost it.
  private async first_connection(): Promise<IDBDatabase> {
    try {
      return await this.connect();
    } catch (error) {
      const lost = error instanceof StoreError && error.trouble === 'lost';
      throw lost ? new StoreError('unavailable') : error;
    }
  }

  private disconnect(): void {
    this.database?.close();
    this.database = null;
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

function random_name(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join('');
}

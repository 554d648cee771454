// Several windows on one ledger: one writes, the others show what it wrote and may ask for the turn.

import type { Core } from './core';
import type { StorageLamp } from './lamp';
import type { PageStore } from './page_store';
import type { Strip } from './strip';
import { type Message, type Turn, make_turn } from './turn';

const kChannel = 'zelian-windows';
// The other window finishes what it is saving before it hands over.
const kHandOverWithin = 4000;
// What could not be read is asked for again.
const kTryAgain = 3000;

const kReading = '台账正在另一个窗口中编辑，此窗口只读，并随之更新。';
const kHandedOver = '编辑权已交给另一个窗口，此窗口改为只读。';
const kNoAnswer = '另一个窗口没有响应，未能接管。请关闭该窗口后重试。';
const kNotFollowing = '未能读出另一个窗口的最新修改，正在重试。此窗口只读，显示的内容可能不是最新的。';
const kNotTaken = '未能从浏览器读出最新的台账，没有接管编辑。此窗口只读，请稍后再接管。';
const kBusy = '另一个窗口正在导入或有内容尚未保存，暂不能接管。请稍后重试。';

export class Windows {
  writes = false;
  private core: Core | null = null;
  private readonly self = crypto.getRandomValues(new Uint32Array(2)).join('-');
  private readonly channel = new BroadcastChannel(kChannel);
  private readonly turn: Turn;
  private refreshing = false;
  private turn_came = false;
  private handing_over = false;
  private yields = false;
  private stale = false;
  private troubled = false;
  private offered = '';
  private again: ReturnType<typeof setTimeout> | undefined;
  private asked: ReturnType<typeof setTimeout> | undefined;

  /** This window gave its turn to another one. */
  on_given_up = (): void => undefined;

  constructor(private readonly store: PageStore, private readonly lamp: StorageLamp,
              private readonly strip: Strip) {
    this.turn = make_turn(this.self, this.channel);
    this.turn.on_turn = () => void this.become_writer();
    this.channel.addEventListener('message', (event: MessageEvent<Message>) => this.hear(event.data));
    store.on_written = () => this.say('changed');
    // Out of the browser's cache of pages: whoever took the turn meanwhile knows nothing of this one.
    addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });
    document.addEventListener('visibilitychange', () => { if (this.stale) void this.refresh(); });
  }

  /** Before the ledger is loaded: whoever comes second only reads. */
  async arrive(): Promise<void> {
    this.writes = await this.turn.take();
    this.lamp.reading(!this.writes);
    if (!this.writes) this.offer(kReading);
  }

  /** Whether another window has written since this was last asked, before the ledger is shown. */
  was_overtaken(): boolean {
    const was = this.stale;
    this.stale = false;
    return was;
  }

  connect(core: Core): void {
    this.core = core;
    if (this.turn_came) void this.become_writer();
    else if (this.stale) void this.refresh();
  }

  // Once: what is read aloud again every few seconds helps nobody.
  private offer(sentence: string): void {
    if (sentence === this.offered) return;
    this.offered = sentence;
    this.strip.show('windows', sentence, [{ words: '接管编辑', press: () => this.ask() }]);
  }

  private ask(): void {
    this.yields = false;
    this.offered = '';
    this.turn.come_forward();
    this.say('ask');
    clearTimeout(this.asked);
    this.asked = setTimeout(() => { if (!this.writes) this.offer(kNoAnswer); }, kHandOverWithin);
  }

  private hear({ kind }: Message): void {
    if (kind === 'ask' && this.writes) void this.hand_over();
    if (kind === 'ask' && !this.writes) {
      this.yields = true;
      this.turn.stand_back();
      if (this.turn_came && !this.core) void this.become_writer();  // It may never be shown here.
    }
    if (kind === 'busy' && !this.writes) {
      clearTimeout(this.asked);
      this.offer(kBusy);
    }
    if (kind === 'changed' && !this.writes) void this.refresh();
  }

  // What was begun while the rest was being saved keeps the turn here.
  private async hand_over(): Promise<void> {
    if (this.handing_over) return;
    this.handing_over = true;
    const saved = !this.core?.importing() && await this.store.saved().then(() => true, () => false);
    this.handing_over = false;
    if (!saved || this.core?.importing() || this.store.unsaved) {
      this.say('busy');
      return;
    }
    this.writes = false;
    this.lamp.reading(true);
    this.offer(kHandedOver);
    this.turn.give_up();
    this.on_given_up();
  }

  private async become_writer(): Promise<void> {
    this.turn_came = true;
    if (!this.yields && !this.core) return;  // connect() goes on.
    const reads = !this.yields && await this.reload();
    this.turn_came = false;
    if (this.yields) {
      this.yields = false;
      this.turn.give_up();
      return;
    }
    clearTimeout(this.asked);
    if (!reads) {
      // Who writes must know what is stored; meanwhile others may.
      this.offer(kNotTaken);
      this.turn.give_up(kTryAgain);
      return;
    }
    this.writes = true;
    this.lamp.reading(false);
    this.offered = '';
    this.strip.hide('windows');
  }

  // Nobody looks at a hidden window.
  private async refresh(): Promise<void> {
    this.stale = true;
    if (document.hidden || this.refreshing || !this.core) return;
    this.refreshing = true;
    let reads = true;
    while (this.stale && reads && !this.writes) {
      this.stale = false;
      reads = await this.reload();
    }
    this.refreshing = false;
    if (this.writes || this.turn_came) return;
    if (!reads) {
      this.stale = true;
      clearTimeout(this.again);
      this.again = setTimeout(() => { if (this.stale && !this.writes) void this.refresh(); },
                              kTryAgain);
    }
    if (this.troubled === reads) this.offer(reads ? kReading : kNotFollowing);
    this.troubled = !reads;
  }

  // True when this window shows what is stored. A ledger that cannot be read stays as it was shown.
  private reload(): Promise<boolean> {
    const core = this.core;
    return this.store.load_newer((bytes) => core?.refresh(bytes) ?? false).catch(() => false);
  }

  private say(kind: Message['kind']): void {
    this.channel.postMessage({ kind, from: this.self } satisfies Message);
  }
}

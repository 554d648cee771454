// Several windows on one ledger: one writes, the others show what it wrote and may ask for the turn.

import type { Core } from './core';
import type { StorageLamp } from './lamp';
import type { PageStore } from './page_store';
import type { Strip } from './strip';
import { type Message, type Turn, make_turn } from './turn';

const kChannel = 'zelian-windows';
// The other window finishes what it is saving before it hands over.
const kHandOverWithin = 4000;

const kReading = '台账正在另一个窗口中编辑，此窗口只读，并随之更新。';
const kHandedOver = '编辑权已交给另一个窗口，此窗口改为只读。';
const kNoAnswer = '另一个窗口没有响应，未能接管。请关闭该窗口后重试。';
const kBusy = '另一个窗口正在导入或有内容尚未保存，暂不能接管。请稍后重试。';

export class Windows {
  writes = false;
  private core: Core | null = null;
  private readonly self = crypto.getRandomValues(new Uint32Array(2)).join('-');
  private readonly channel = new BroadcastChannel(kChannel);
  private readonly turn: Turn;
  private refreshing = false;
  private turn_came = false;
  private yields = false;
  private stale = false;
  private asked: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly store: PageStore, private readonly lamp: StorageLamp,
              private readonly strip: Strip) {
    this.turn = make_turn(this.self, this.channel);
    this.turn.on_turn = () => void this.become_writer();
    this.channel.addEventListener('message', (event: MessageEvent<Message>) => this.hear(event.data));
    store.on_written = () => this.say('changed');
    document.addEventListener('visibilitychange', () => { if (this.stale) void this.refresh(); });
  }

  /** Before the ledger is loaded: whoever comes second only reads. */
  async arrive(): Promise<void> {
    this.writes = await this.turn.take();
    this.lamp.reading(!this.writes);
    if (!this.writes) this.offer(kReading);
  }

  connect(core: Core): void {
    this.core = core;
    if (this.turn_came) void this.become_writer();
    else if (this.stale) void this.refresh();
  }

  private offer(sentence: string): void {
    this.strip.show('windows', sentence, [{ words: '接管编辑', press: () => this.ask() }]);
  }

  private ask(): void {
    this.yields = false;
    this.say('ask');
    clearTimeout(this.asked);
    this.asked = setTimeout(() => { if (!this.writes) this.offer(kNoAnswer); }, kHandOverWithin);
  }

  private hear({ kind }: Message): void {
    if (kind === 'ask' && this.writes) void this.hand_over();
    if (kind === 'ask' && !this.writes) {
      this.yields = true;
      this.turn.stand_back();
    }
    if (kind === 'busy' && !this.writes) {
      clearTimeout(this.asked);
      this.offer(kBusy);
    }
    if (kind === 'changed' && !this.writes) void this.refresh();
  }

  private async hand_over(): Promise<void> {
    const saved = !this.core?.importing() && await this.store.saved().then(() => true, () => false);
    if (!saved) {
      this.say('busy');
      return;
    }
    this.writes = false;
    this.lamp.reading(true);
    this.offer(kHandedOver);
    this.turn.give_up();
  }

  private async become_writer(): Promise<void> {
    if (this.yields) {
      this.yields = false;
      this.turn.give_up();
      return;
    }
    this.turn_came = true;
    if (!this.core || !(await this.reload())) return;
    clearTimeout(this.asked);
    this.turn_came = false;
    this.writes = true;
    this.lamp.reading(false);
    this.strip.hide('windows');
  }

  // Nobody looks at a hidden window.
  private async refresh(): Promise<void> {
    this.stale = true;
    if (document.hidden || this.refreshing || !this.core) return;
    this.refreshing = true;
    while (this.stale && !this.writes) {
      this.stale = false;
      await this.reload();
    }
    this.refreshing = false;
    if (this.turn_came) void this.become_writer();
  }

  // True when this window shows what is stored. A ledger that cannot be read stays as it was shown;
  // the next change tries again.
  private reload(): Promise<boolean> {
    const core = this.core;
    return this.store.load_newer((bytes) => core?.refresh(bytes) ?? false).catch(() => false);
  }

  private say(kind: Message['kind']): void {
    this.channel.postMessage({ kind, from: this.self } satisfies Message);
  }
}

// Offers a snapshot, where the kept ledger cannot be opened or is gone: the newest that is whole,
// or another one the person chooses.

import type { Core } from './core';
import { explain_on_failure, offer_on_failure } from './notice';
import { inflate, is_gzip } from './packing';
import type { Restore } from './restore';
import { list_snapshots, read_snapshot } from './snapshot_database';
import { type About, time_words } from './snapshot_policy';
import type { Strip } from './strip';

const kTopic = 'snapshot';

interface Found {
  about: About;
  file: Uint8Array;
}

/** The ledger in it; null when it is not there or cannot be opened. */
export async function opened_snapshot(core: Core, taken: number): Promise<Uint8Array | null> {
  const kept = await read_snapshot(taken);
  const file = kept && is_gzip(kept) ? await inflate(kept) : kept;
  return file && !core.inspect(file).problem ? file : null;
}

function account_of({ taken, county, facts }: About): string {
  return `${time_words(taken)} 自动留存的快照（${county}，${facts} 条事实）`;
}

/** The choice is the person's: until then nothing is changed. */
class Offer {
  /** Lists those that may be chosen; null while there is but one. */
  readonly others: HTMLSelectElement | null;
  private all: About[] = [];

  private constructor(private readonly core: Core, private readonly restore: Restore,
                      private found: Found, older: readonly About[]) {
    this.all = [found.about, ...older];
    this.others = older.length > 0 ? this.list() : null;
  }

  /** Begins with the newest that is whole; null when there is none. */
  static async make(core: Core, restore: Restore): Promise<Offer | null> {
    const all = (await list_snapshots()).reverse();
    for (const [place, about] of all.entries()) {
      const file = await opened_snapshot(core, about.taken).catch(() => null);
      if (file) return new Offer(core, restore, { about, file }, all.slice(place + 1));
    }
    return null;
  }

  on_changed = (): void => undefined;

  get time(): string { return time_words(this.found.about.taken); }
  get account(): string { return account_of(this.found.about); }

  agree(): void { void this.restore.offer(`${this.time} 的快照`, this.found.file); }

  private list(): HTMLSelectElement {
    const select = document.createElement('select');
    select.setAttribute('aria-label', '选择快照');
    for (const { taken, facts } of this.all)
      select.add(new Option(`${time_words(taken)}，${facts} 条事实`, String(taken)));
    select.addEventListener('change', () => void this.choose(select));
    return select;
  }

  private async choose(select: HTMLSelectElement): Promise<void> {
    const about = this.all[select.selectedIndex];
    const file = about && await opened_snapshot(this.core, about.taken).catch(() => null);
    const option = select.selectedOptions[0];
    if (about && file) {
      this.found = { about, file };
    } else if (option) {
      option.disabled = true;
      option.text += '（已损坏）';
      select.value = String(this.found.about.taken);
    }
    this.on_changed();
  }
}

/** On a page that gave up because the kept ledger cannot be read. */
export async function offer_on_failed_page(core: Core, restore: Restore): Promise<void> {
  const offer = await Offer.make(core, restore).catch(() => null);
  if (!offer) return;
  const text = explain_on_failure('');
  const button = offer_on_failure('', () => offer.agree());
  if (offer.others) button.before(offer.others);
  offer.on_changed = () => {
    text.textContent = `本浏览器另有 ${offer.account}，可以打开。用它恢复会替换已损坏的台账；` +
        `${offer.time} 之后登记的内容不在快照中，须重新登记。有更新的备份文件时，请用备份恢复。`;
    button.textContent = `用 ${offer.time} 的快照恢复`;
  };
  offer.on_changed();
}

/** On a page that starts with nothing although there was a ledger. */
export async function offer_for_lost(core: Core, restore: Restore, strip: Strip): Promise<void> {
  const offer = await Offer.make(core, restore).catch(() => null);
  if (!offer) return;
  offer.on_changed = () =>
    strip.show(kTopic, `本浏览器中的台账不见了，但还有 ${offer.account}。` +
        '此后登记的内容不在快照中，须重新登记。有更新的备份文件时，请用备份恢复。', [
      { words: '用快照恢复', press: () => { strip.hide(kTopic); offer.agree(); } },
      { words: '不恢复', press: () => strip.hide(kTopic) },
    ], offer.others ?? undefined);
  offer.on_changed();
}

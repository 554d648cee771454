// Takes a backup in the place of the ledger that this browser keeps. What was there stays until the
// backup is durable; then the page begins anew with it.

import type { Account, Core } from './core';
import { file_picker } from './file_picker';
import { has_failed, offer_on_failure } from './notice';
import type { PageStore } from './page_store';
import type { Strip } from './strip';

const kTopic = 'restore';
const kDemo = '演示页面不保存数据，不能恢复备份。请打开不带演示的页面。';
const kReading = '台账正在另一个窗口中编辑，此窗口不能恢复备份。请先接管编辑。';
const kImporting = '正在导入，请在导入结束后再恢复备份。';
const kKeeping = '正在把现有台账留存为快照……';
const kNotKept = '现有台账未能先留存为快照。仍要替换吗？替换后原有台账不再保留。';
const kNotStored = '备份未能存入浏览器，原有台账没有改变。';

export function is_backup(name: string): boolean { return /\.zelian$/i.test(name); }

/** Where the ledger is kept, and whether this window has the turn to write. */
export interface Place {
  store: PageStore;
  windows: { writes: boolean };
}

export class Restore {
  /** Puts the present ledger aside before another takes its place; rejects when it cannot. */
  keep_present: (() => Promise<void>) | null = null;

  constructor(private readonly core: Core, private readonly strip: Strip,
              private readonly place: Place | null) {}

  /** At once in the place of nothing or of what cannot be read; else a person is asked first. */
  offer(name: string, file: Uint8Array): void {
    const backup = this.core.inspect(file);
    const store = this.place?.store;
    const refusal = backup.problem ? `${name}：${backup.problem}`
        : !store ? kDemo
        : !this.place?.windows.writes ? kReading
        : !has_failed() && this.core.importing() ? kImporting : '';
    if (refusal || !store) {
      this.tell(refusal);
      return;
    }
    const present = has_failed() ? null : this.core.ledger();
    // A new ledger holds its name and nothing else.
    if (!present || present.facts <= 1) void this.take(store, file);
    else this.ask(replacing(name, backup, present), () => void this.replace(store, file));
  }

  tell(sentence: string): void {
    this.strip.show(kTopic, sentence, [{ words: '知道了', press: () => this.strip.hide(kTopic) }]);
  }

  private ask(sentence: string, agree: () => void): void {
    this.strip.show(kTopic, sentence, [
      { words: '先备份现有台账', press: () => this.core.back_up() },
      { words: '替换', press: agree },
      { words: '取消', press: () => this.strip.hide(kTopic) },
    ]);
  }

  private async replace(store: PageStore, file: Uint8Array): Promise<void> {
    this.strip.show(kTopic, kKeeping, []);
    try {
      await this.keep_present?.();
    } catch {
      this.ask(kNotKept, () => void this.take(store, file));
      return;
    }
    await this.take(store, file);
  }

  private async take(store: PageStore, file: Uint8Array): Promise<void> {
    this.strip.hide(kTopic);
    try {
      await store.replace(file);
    } catch (error) {
      this.tell(`${kNotStored}${error instanceof Error ? error.message : ''}`);
      return;
    }
    location.reload();
  }
}

/** What is put in the place of what, and that it can be taken back. */
function replacing(name: string, backup: Account, present: Account): string {
  const of = ({ county, facts }: Account): string => `${county}，${facts} 条事实`;
  return `用“${name}”（${of(backup)}）替换本浏览器中的台账（${of(present)}）？` +
      '替换前先把现有台账留存为快照，以后可在“数据”中恢复。';
}

/** On a page that gave up because the kept ledger cannot be read. */
export function offer_restore(restore: Restore): void {
  const picker = file_picker('backup_picker', '.zelian', ([file]) =>
      void file?.arrayBuffer().then((bytes) => restore.offer(file.name, new Uint8Array(bytes))));
  offer_on_failure('从备份恢复', () => picker.click());
}

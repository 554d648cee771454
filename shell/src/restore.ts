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
const kCrashed = '本页已停止运行，不能恢复备份。请刷新本页后再试。';
const kOther = '浏览器中保存的台账与本页显示的不一致，没有替换。请先导出备份，再刷新本页。';
const kNewer = '现有台账由更新版本的程序保存，本页不能先留存为快照。仍要替换吗？替换后原有台账不再保留。';
const kNotKept = '现有台账未能先留存为快照。仍要替换吗？替换后原有台账不再保留。';

export function is_backup(name: string): boolean { return /\.zelian$/i.test(name); }

/** What this window could do with the ledger that the browser keeps. */
export enum Condition { Opened, Newer, Unreadable }

/** Where a backup goes, and whether this window has the turn to write. */
interface Destination {
  store: Pick<PageStore, 'kept' | 'replace'>;
  windows: { writes: boolean };
}

export class Restore {
  /** Puts the present ledger aside before another takes its place; rejects when it cannot. */
  keep_present: (() => Promise<void>) | null = null;
  condition = Condition.Opened;
  private asking = false;

  constructor(private readonly core: Core, private readonly strip: Strip,
              private readonly destination: Destination | null) {}

  /** At once in the place of nothing or of what cannot be read; else a person is asked first. */
  async offer(name: string, file: Uint8Array): Promise<void> {
    const backup = this.core.inspect(file);
    const refusal = backup.problem ? `${name}：${backup.problem}` : this.refusal();
    if (refusal || !this.destination) {
      this.tell(refusal);
      return;
    }
    try {
      const kept = await this.destination.store.kept();
      if (this.condition === Condition.Unreadable || kept === 'nothing') await this.take(file);
      else if (this.condition === Condition.Newer) this.ask(kNewer, () => void this.take(file));
      else if (kept === 'other') this.tell(kOther);
      else this.ask(replacing(name, backup, this.core.ledger()), () => void this.replace(file));
    } catch (error) {
      this.tell_error(error);
    }
  }

  tell(sentence: string): void {
    this.asking = false;
    this.strip.show(kTopic, sentence, [{ words: '知道了', press: () => this.hide() }]);
  }

  /** This window does not write any more: what was asked cannot be done. */
  withdraw(): void { if (this.asking) this.tell(kReading); }

  private tell_error(error: unknown): void {
    this.tell(error instanceof Error ? error.message : String(error));
  }

  private hide(): void {
    this.asking = false;
    this.strip.hide(kTopic);
  }

  // As things are now: they change while a person makes up their mind.
  private refusal(): string {
    if (!this.destination) return kDemo;
    if (!this.destination.windows.writes) return kReading;
    if (this.condition !== Condition.Opened) return '';
    return has_failed() ? kCrashed : this.core.importing() ? kImporting : '';
  }

  private ask(sentence: string, agree: () => void): void {
    const back_up = { words: '先备份现有台账', press: () => this.core.back_up() };
    this.strip.show(kTopic, sentence, [
      ...(this.condition === Condition.Opened ? [back_up] : []),
      { words: '替换', press: agree },
      { words: '取消', press: () => this.hide() },
    ]);
    this.asking = true;
  }

  private async replace(file: Uint8Array): Promise<void> {
    const refusal = this.refusal();
    if (refusal) {
      this.tell(refusal);
      return;
    }
    this.asking = false;
    this.strip.show(kTopic, kKeeping, []);
    try {
      if (!this.keep_present) throw new Error();
      await this.keep_present();
    } catch {
      if (this.refusal()) this.tell(this.refusal());
      else this.ask(kNotKept, () => void this.take(file));
      return;
    }
    await this.take(file);
  }

  private async take(file: Uint8Array): Promise<void> {
    this.hide();
    try {
      await this.destination?.store.replace(file, () => this.refusal());
    } catch (error) {
      this.tell_error(error);
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

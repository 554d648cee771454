// Remembers when the ledger was last saved outside the browser, and asks for it when that is long ago.

import { type CopyRecord, first_seen, put_off, wants_copy } from './copy_policy';
import type { Core } from './core';
import { belongs_on_home_screen } from './home_screen';
import { has_failed } from './notice';
import { time_words } from './snapshot_policy';
import type { Strip } from './strip';

const kKey = 'zelian.copied';
const kTopic = 'copy';
const kWhy = '台账只存在本浏览器中，清除浏览数据或更换电脑都会失去它，请备份到 U 盘或其他电脑。';

function short_lived(): boolean {
  return location.protocol === 'file:' ||
      belongs_on_home_screen(navigator as { standalone?: boolean });
}

export class Copies {
  constructor(private readonly core: Core, private readonly strip: Strip) {}

  look(): void {
    const { identity, facts } = this.core.ledger();
    if (has_failed() || !identity || facts <= 1) return;
    const now = Date.now();
    const record = this.read(identity) ?? this.keep(identity, first_seen(now));
    if (!wants_copy(record, facts, short_lived(), now)) return;
    const last = record.facts > 0 ? `上次备份到文件是 ${time_words(record.time)}，此后又登记了新的内容。`
        : '台账还没有备份到文件。';
    this.strip.show(kTopic, last + kWhy, [
      { words: '备份到文件', press: () => this.core.back_up() },
      { words: '明天再提醒', press: () => {
        this.keep(identity, put_off(record, now));
        this.strip.hide(kTopic);
      } },
    ]);
  }

  /** A copy was handed to the person. */
  given(): void {
    const { identity, facts } = this.core.ledger();
    if (identity) this.keep(identity, { time: Date.now(), facts, quiet_until: 0 });
    this.strip.hide(kTopic);
  }

  private read(identity: string): CopyRecord | null {
    try {
      return JSON.parse(localStorage.getItem(`${kKey}.${identity}`) ?? 'null') as CopyRecord | null;
    } catch {
      return null;
    }
  }

  // Where nothing can be kept, nothing is asked: every visit is the first.
  private keep(identity: string, record: CopyRecord): CopyRecord {
    try {
      localStorage.setItem(`${kKey}.${identity}`, JSON.stringify(record));
    } catch {
      // As the sentence above says.
    }
    return record;
  }
}

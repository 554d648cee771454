// Offers the newest snapshot that can be opened, where the kept ledger cannot or is gone.

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

async function opened(core: Core, taken: number): Promise<Uint8Array | null> {
  const kept = await read_snapshot(taken);
  const file = kept && is_gzip(kept) ? await inflate(kept) : kept;
  return file && !core.inspect(file).problem ? file : null;
}

async function newest_good(core: Core): Promise<Found | null> {
  for (const about of (await list_snapshots()).reverse()) {
    const file = await opened(core, about.taken).catch(() => null);
    if (file) return { about, file };
  }
  return null;
}

function account_of({ taken, county, facts }: About): string {
  return `${time_words(taken)} 自动留存的快照（${county}，${facts} 条事实）`;
}

/** The choice is the person's: until then nothing is changed. */
function agree(restore: Restore, { about, file }: Found): void {
  restore.offer(`${time_words(about.taken)} 的快照`, file);
}

/** On a page that gave up because the kept ledger cannot be read. */
export async function offer_on_failed_page(core: Core, restore: Restore): Promise<void> {
  const found = await newest_good(core).catch(() => null);
  if (!found) return;
  const time = time_words(found.about.taken);
  explain_on_failure(`本浏览器另有 ${account_of(found.about)}，可以打开。用它恢复会替换已损坏的台账；` +
      `${time} 之后登记的内容不在快照中，须重新登记。有更新的备份文件时，请用备份恢复。`);
  offer_on_failure(`用 ${time} 的快照恢复`, () => agree(restore, found));
}

/** On a page that starts with nothing although there was a ledger. */
export async function offer_for_lost(core: Core, restore: Restore, strip: Strip): Promise<void> {
  const found = await newest_good(core).catch(() => null);
  if (!found) return;
  strip.show(kTopic, `本浏览器中的台账不见了，但还有 ${account_of(found.about)}。` +
      '此后登记的内容不在快照中，须重新登记。有更新的备份文件时，请用备份恢复。', [
    { words: '用快照恢复', press: () => { strip.hide(kTopic); agree(restore, found); } },
    { words: '不恢复', press: () => strip.hide(kTopic) },
  ]);
}

// The kept snapshots as the screen 数据 lists them, and what a person does with one of them.

import type { Core } from './core';
import { backup_name, download } from './download';
import type { Restore } from './restore';
import { list_snapshots } from './snapshot_database';
import { opened_snapshot } from './snapshot_offer';
import { time_words } from './snapshot_policy';

export class SnapshotList {
  constructor(private readonly core: Core, private readonly restore: Restore) {}

  /** Tells the module which there are. */
  async refresh(): Promise<void> {
    const all = await list_snapshots().catch(() => []);
    this.core.show_snapshots(JSON.stringify(all.reverse().map(
        ({ taken, county, facts, bytes }) =>
            ({ taken, time: time_words(taken), county, facts, bytes }))));
  }

  /** Restored after a person has agreed, or handed over as a file. */
  async use(taken: number, restores: boolean): Promise<void> {
    const file = await opened_snapshot(this.core, taken).catch(() => null);
    if (!file) {
      this.restore.tell(`${time_words(taken)} 的快照已损坏或不在了，请选其他快照。`);
      await this.refresh();
    } else if (restores) {
      await this.restore.offer(`${time_words(taken)} 的快照`, file);
    } else {
      download(backup_name(this.core.inspect(file).county, new Date(taken)), file);
    }
  }
}

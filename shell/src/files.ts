// Ledgers from the picker or dropped anywhere on the page, handed to the module as bytes.

import type { Core } from './core';
import { file_picker } from './file_picker';
import { type Restore, is_backup } from './restore';

// All files of one import lie in memory together with the ledger.
const kMostMegabytes = 200;
const kAccepted = '.xlsx,.csv,.json,.zelian,text/csv,' +
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export class Files {
  reading = false;
  private readonly picker: HTMLInputElement;
  private readonly curtain: HTMLElement | null;
  private drags = 0;

  /** `tell` shows the person a sentence; `done` is called when a batch was read. */
  constructor(private readonly core: Core, private readonly tell: (sentence: string) => void,
              private readonly done: () => void, private readonly restore: Restore) {
    this.picker = file_picker('file_picker', kAccepted, (chosen) => void this.take(chosen),
                              /*multiple=*/true);
    this.curtain = document.getElementById('drop');
    addEventListener('dragenter', (event) => this.hover(event, 1));
    addEventListener('dragleave', (event) => this.hover(event, -1));
    addEventListener('dragover', (event) => event.preventDefault());
    addEventListener('drop', (event) => this.drop(event));
  }

  pick(): void { this.picker.click(); }

  private hover(event: DragEvent, change: number): void {
    event.preventDefault();
    this.drags = Math.max(0, this.drags + change);
    if (this.curtain) this.curtain.hidden = this.drags === 0;
  }

  private drop(event: DragEvent): void {
    event.preventDefault();
    this.drags = 0;
    if (this.curtain) this.curtain.hidden = true;
    void this.take([...(event.dataTransfer?.files ?? [])]);
  }

  private async take(files: File[]): Promise<void> {
    if (files.length === 0) return;
    this.tell('');  // What was said of others.
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    if (bytes > kMostMegabytes * 1024 * 1024) {
      this.tell(`所选文件合计 ${Math.ceil(bytes / 1024 / 1024)} MB，超过一次 ${kMostMegabytes} MB 的上限。` +
                '请分批导入，或使用命令行程序。');
      return;
    }
    this.reading = true;
    try {
      const contents = await Promise.all(files.map((file) => file.arrayBuffer()));
      if (files.length === 1 && is_backup(files[0]!.name)) {
        await this.restore.offer(files[0]!.name, new Uint8Array(contents[0]!));
        return;
      }
      files.forEach((file, index) =>
          this.core.add_file(file.name, new Uint8Array(contents[index]!)));
      this.core.start_import();
    } catch {
      this.tell('文件读取失败，可能已被移动或正被其他程序占用。请关闭该文件后重试。');
    } finally {
      this.reading = false;
      this.done();
    }
  }
}

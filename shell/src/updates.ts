// Keeps the page for times without a network, and tells when there is a new version of it. That one
// takes over only when the person wants it and everything is saved.

import type { Core } from './core';
import { kServiceWorker, own_script } from './own_script';
import type { PageStore } from './page_store';
import type { Strip } from './strip';
import type { WorkerMessage } from './worker_messages';

const kTopic = 'update';
// A page that is left open for days asks when it is looked at again.
const kAskAgain = 6 * 60 * 60 * 1000;

const kNew = '新版本可用。更新前会先保存台账；正在填写而尚未提交的内容请先提交。';
const kElsewhere = '程序已在另一个窗口更新。提交正在填写的内容后，请载入新版本。';
const kImporting = '正在导入，请在导入结束后再更新。';
const kUnsaved = '最近的修改尚未存入浏览器，暂不能更新。';

export class Updates {
  private asked = false;
  private checked = Date.now();

  /** `store` is null when nothing is kept. */
  constructor(private readonly strip: Strip, private readonly core: Core,
              private readonly store: PageStore | null) {}

  /** From https and this machine only: elsewhere browsers have no service workers. */
  async start(): Promise<void> {
    if (BUILD_SINGLE_FILE || !isSecureContext || !('serviceWorker' in navigator)) return;
    const had_one = navigator.serviceWorker.controller !== null;
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (this.asked) location.reload();
      else if (had_one) this.offer(kElsewhere, '载入新版本', null);
    });
    try {
      this.watch(await navigator.serviceWorker.register(own_script(kServiceWorker),
                                                        { updateViaCache: 'none' }));
    } catch {
      // Forbidden by the person, or the script is not there: the page needs the network, no more.
    }
  }

  private watch(registration: ServiceWorkerRegistration): void {
    const offer = (): void => this.offer(kNew, '保存并更新', registration);
    const follow = (worker: ServiceWorker | null): void =>
        worker?.addEventListener('statechange', () => {
          // Without one before it this is the first visit.
          if (worker.state === 'installed' && registration.active) offer();
        });
    if (registration.waiting && registration.active) offer();
    follow(registration.installing);
    registration.addEventListener('updatefound', () => follow(registration.installing));
    document.addEventListener('visibilitychange', () => {
      if (document.hidden || Date.now() - this.checked < kAskAgain) return;
      this.checked = Date.now();
      registration.update().catch(() => undefined);
    });
  }

  private offer(sentence: string, words: string,
                registration: ServiceWorkerRegistration | null): void {
    this.strip.show(kTopic, sentence, [
      { words, press: () => void this.update(words, registration) },
      { words: '稍后', press: () => this.strip.hide(kTopic) },
    ]);
  }

  private async update(words: string,
                       registration: ServiceWorkerRegistration | null): Promise<void> {
    const obstacle = this.core.importing() ? kImporting
        : await (this.store?.saved() ?? Promise.resolve()).then(() => '', () => kUnsaved);
    if (obstacle) {
      this.offer(obstacle, words, registration);
      return;
    }
    const waiting = registration?.waiting;
    if (!waiting) {
      location.reload();
      return;
    }
    this.asked = true;
    // A page loaded past the worker has none that could change.
    waiting.addEventListener('statechange', () => {
      if (waiting.state === 'activated' && !navigator.serviceWorker.controller) location.reload();
    });
    waiting.postMessage({ kind: 'take_over' } satisfies WorkerMessage);
  }
}

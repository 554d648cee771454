// How the page looks, chosen by the person: theme, text size, motion. Plain HTML, so that it can be
// used by whoever cannot read the canvas as it is. Opened by its button or Ctrl with comma.

import type { Appearance } from './appearance';
import { least_text, most_text } from './gesture';
import type { Viewport } from './viewport';

const kThemes: [string, string][] = [['system', '跟随系统'], ['light', '浅色'], ['dark', '深色'],
                                     ['contrast', '高对比度']];
const kMotions: [string, string][] = [['system', '跟随系统'], ['reduced', '减少动效'],
                                      ['full', '保留动效']];

function sizes(): [string, string][] {
  const out: [string, string][] = [];
  for (let tenth = least_text * 10; tenth <= most_text * 10; ++tenth)
    out.push([String(tenth / 10), `${tenth * 10}%`]);
  return out;
}

function choice(words: string, options: readonly [string, string][], chosen: string,
                changed: (value: string) => void): HTMLLabelElement {
  const label = document.createElement('label');
  const select = document.createElement('select');
  for (const [value, text] of options) select.add(new Option(text, value, false, value === chosen));
  select.addEventListener('change', () => changed(select.value));
  label.append(words, select);
  return label;
}

export class Settings {
  private readonly dialog = document.createElement('dialog');

  constructor(private readonly canvas: HTMLCanvasElement, private readonly appearance: Appearance,
              private readonly viewport: Viewport) {
    this.dialog.id = 'settings';
    this.dialog.setAttribute('aria-label', '显示设置');
    this.dialog.dataset['ownClipboard'] = '';
    this.dialog.addEventListener('close', () => this.canvas.focus({ preventScroll: true }));
    document.body.append(this.dialog);
    const button = document.getElementById('show_settings');
    if (button) {
      button.hidden = false;
      button.addEventListener('click', () => this.open());
    }
    addEventListener('keydown', (event) => {
      if (event.code !== 'Comma' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.open();
    });
  }

  get is_open(): boolean { return this.dialog.open; }

  open(): void {
    if (this.dialog.open) return;
    const { theme, motion } = this.appearance.chosen;
    const heading = document.createElement('h2');
    heading.textContent = '显示设置';
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = '完成';
    close.addEventListener('click', () => this.dialog.close());
    this.dialog.replaceChildren(
        heading,
        choice('配色', kThemes, theme, (value) => this.appearance.choose(value, this.appearance.chosen.motion)),
        choice('文字大小', sizes(), String(this.viewport.text_size),
               (value) => { this.viewport.text_size = Number(value); }),
        choice('动效', kMotions, motion, (value) => this.appearance.choose(this.appearance.chosen.theme, value)),
        close);
    this.dialog.showModal();
  }
}

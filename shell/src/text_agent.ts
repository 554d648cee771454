// The hidden textarea through which text comes in: typing, input methods, soft keyboards. The canvas
// has the focus whenever no field wants text, so that single keys never open an input method.

import type { Core } from './core';

const kKept = 512;
const kNothingHeld = { ctrlKey: false, shiftKey: false, altKey: false, metaKey: false };

interface Caret {
  x: number;
  y: number;
  height: number;
}

export class TextAgent {
  active = false;
  private core: Core | null = null;
  private readonly area = document.createElement('textarea');
  private readonly view = document.createElement('div');
  private caret: Caret = { x: 0, y: 0, height: 16 };
  private known = '';
  private composing = false;

  constructor(private readonly canvas: HTMLCanvasElement) {
    const area = this.area;
    area.id = 'text_agent';
    area.lang = 'zh-CN';
    area.spellcheck = false;
    area.tabIndex = -1;
    area.setAttribute('aria-label', '输入');
    for (const name of ['autocapitalize', 'autocomplete', 'autocorrect'])
      area.setAttribute(name, 'off');
    this.view.id = 'composition';
    this.view.hidden = true;
    canvas.after(area, this.view);
    area.addEventListener('compositionstart', () => this.begin());
    area.addEventListener('compositionend', () => this.end());
    area.addEventListener('input', (event) => this.read(event as InputEvent));
  }

  connect(core: Core): void { this.core = core; }

  /** The module says where text goes, in device pixels, or that no field wants any. */
  place(active: boolean, x: number, y: number, line_height: number): void {
    const scale = this.core?.scale ?? 1;
    if (active) this.move({ x: x / scale, y: y / scale, height: line_height / scale });
    if (active === this.active) return;
    this.active = active;
    if (active) {
      this.forget();
      this.area.focus({ preventScroll: true });
    } else {
      this.cancel();
      this.canvas.focus({ preventScroll: true });
    }
  }

  /** The field's caret moved by other means: what was typed before is no context any more. */
  forget(): void {
    if (this.composing) return;
    this.area.value = '';
    this.known = '';
  }

  // Kept inside the canvas, or the browser scrolls the page to it.
  private move(caret: Caret): void {
    this.caret = caret;
    const left = Math.min(Math.max(0, caret.x), this.canvas.clientWidth - 2);
    const top = Math.min(Math.max(0, caret.y), this.canvas.clientHeight - caret.height);
    for (const element of [this.area, this.view]) {
      element.style.left = `${left}px`;
      element.style.top = `${top}px`;
      element.style.height = element.style.lineHeight = `${caret.height}px`;
    }
    // Below 16 px tablets zoom in on a field that gets the focus.
    this.area.style.fontSize = `${Math.max(16, caret.height)}px`;
    this.view.style.fontSize = `${caret.height}px`;
  }

  private begin(): void {
    this.composing = true;
    this.show('');
  }

  private end(): void {
    this.composing = false;
    this.view.hidden = true;
    this.apply();
  }

  private cancel(): void {
    this.composing = false;
    this.view.hidden = true;
    this.forget();
  }

  private read(event: InputEvent): void {
    if (this.composing || event.isComposing) this.show(this.area.value.slice(common(this.known,
        this.area.value)));
    else this.apply();
  }

  // The field itself stays as it is until the input method is done.
  private show(text: string): void {
    this.view.textContent = text;
    this.view.hidden = text === '';
    this.move(this.caret);
  }

  // What changed since we last looked, as keys and characters: some keyboards tell nothing else.
  private apply(): void {
    const core = this.core;
    if (!core) return;
    const value = this.area.value;
    const same = common(this.known, value);
    const removed = [...this.known.slice(same)].length;
    for (let i = 0; i < removed; ++i) {
      core.key('Backspace', true, kNothingHeld);
      core.key('Backspace', false, kNothingHeld);
    }
    const added = value.slice(same);
    if (added) core.type(added);
    this.known = value;
    if (value.length > kKept) this.forget();
  }
}

/** Length of the common beginning, never in the middle of a surrogate pair. */
function common(before: string, after: string): number {
  let length = 0;
  while (length < before.length && before[length] === after[length]) ++length;
  const last = before.charCodeAt(length - 1);
  return last >= 0xd800 && last <= 0xdbff ? length - 1 : length;
}

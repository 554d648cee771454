// What an input method is composing, shown at the caret over the canvas in the font of the page.

import type { Caret } from './text_agent';

// Of the height of a letter: below the line there is room for tails and for what marks them.
const kBox = 1.4;

export class Preedit {
  private readonly view = document.createElement('div');
  private readonly before = document.createElement('span');
  private readonly bar = document.createElement('span');
  private readonly after = document.createElement('span');
  private left = 0;

  constructor(beside: HTMLElement) {
    this.view.id = 'composition';
    this.view.hidden = true;
    this.view.setAttribute('aria-hidden', 'true');
    this.bar.className = 'caret';
    this.view.append(this.before, this.bar, this.after);
    beside.after(this.view);
  }

  move(caret: Caret, room: number): void {
    this.left = caret.x;
    const box = Math.ceil(caret.height * kBox);
    Object.assign(this.view.style, {
      top: `${caret.y - (box - caret.height) / 2}px`, height: `${box}px`, lineHeight: `${box}px`,
      fontSize: `${caret.height}px`,
    });
    this.fit(room);
  }

  /** `caret` counts within the text. */
  show(text: string, caret: number, room: number): void {
    const at = Math.min(Math.max(0, caret), text.length);
    this.before.textContent = text.slice(0, at);
    this.after.textContent = text.slice(at);
    this.view.hidden = text === '';
    this.fit(room);
  }

  hide(): void { this.view.hidden = true; }

  // A long composition near the edge moves to the left rather than out of sight.
  private fit(room: number): void {
    const width = this.view.hidden ? 0 : this.view.offsetWidth;
    this.view.style.left = `${Math.max(0, Math.min(this.left, room - width))}px`;
  }
}

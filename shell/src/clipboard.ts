// Copy, cut and paste as the browser's own events: they work on plain http and ask no permission.

import { Chord, type Core } from './core';

export class Clipboard {
  private text: string | null = null;

  constructor(private readonly core: Core) {
    document.addEventListener('copy', (event) => this.copy(event, Chord.Copy));
    document.addEventListener('cut', (event) => this.copy(event, Chord.Cut));
    document.addEventListener('paste', (event) => this.paste(event));
  }

  /** The module copied something. */
  set(text: string): void { this.text = text; }

  // Within the event, or Safari gives nothing to write to.
  private copy(event: ClipboardEvent, chord: Chord): void {
    this.text = null;
    this.core.chord(chord);
    this.core.settle();
    if (this.text === null) return;
    event.clipboardData?.setData('text/plain', this.text);
    event.preventDefault();
  }

  private paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    if (!text) return;
    this.core.set_clipboard(text.replace(/\r\n/g, '\n'));
    this.core.chord(Chord.Paste);
  }
}

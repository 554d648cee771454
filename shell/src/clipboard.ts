// Copy, cut and paste as the browser's own events: they work on plain http and ask no permission.
// Copying by a button has no such event and goes the browser's other ways.

import { Chord, type Core } from './core';
import type { TextAgent } from './text_agent';
import { crlf, html_table, parse_tsv, plain_cells, without_guards } from './tsv';

export class Clipboard {
  private text: string | null = null;
  private in_event = false;

  constructor(private readonly core: Core, private readonly agent: TextAgent) {
    document.addEventListener('copy', (event) => this.copy(event, Chord.Copy));
    document.addEventListener('cut', (event) => this.copy(event, Chord.Cut));
    document.addEventListener('paste', (event) => this.paste(event));
  }

  /** The module copied something. */
  set(text: string): void {
    this.text = text;
    if (!this.in_event) void write_alone(text);
  }

  // Within the event, or Safari gives nothing to write to.
  private copy(event: ClipboardEvent, chord: Chord): void {
    if (is_elsewhere(event)) return;
    this.text = null;
    this.in_event = true;
    this.core.chord(chord);
    this.core.settle();
    this.in_event = false;
    if (this.text === null) return;
    fill(event.clipboardData, this.text);
    event.preventDefault();
  }

  private paste(event: ClipboardEvent): void {
    if (is_elsewhere(event)) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    if (!text) return;
    if (this.agent.active) {
      this.agent.insert(plain_cells(text.replace(/\r\n?/g, '\n')));
      return;
    }
    if (is_table(text)) {
      this.core.preview_table(text);
      return;
    }
    this.core.set_clipboard(text.replace(/\r\n/g, '\n'));
    this.core.chord(Chord.Paste);
    this.core.settle();
  }
}

/** A block of cells with a line of headings, as Excel copies it. */
export function is_table(text: string): boolean {
  const rows = parse_tsv(text);
  return rows.length > 1 && rows.every((row) => row.length === rows[0]!.length) && rows[0]!.length > 1;
}

// Words selected in the page's own HTML are the browser's to copy.
function is_elsewhere(event: ClipboardEvent): boolean {
  const target = event.target;
  return target instanceof Element && target.closest('[data-own-clipboard]') !== null;
}

// Cells end each of their lines so, also the only one; what is copied out of a field never does.
function is_cells(text: string): boolean { return text.endsWith('\r\n'); }

function html_of(text: string): string { return html_table(without_guards(parse_tsv(text))); }

function fill(data: DataTransfer | null, text: string): void {
  data?.setData('text/plain', crlf(text));
  if (is_cells(text)) data?.setData('text/html', html_of(text));
}

async function write_alone(text: string): Promise<void> {
  const blob = (type: string, words: string): Blob => new Blob([words], { type });
  try {
    if (!is_cells(text) || typeof ClipboardItem !== 'function') {
      await navigator.clipboard.writeText(text);
      return;
    }
    await navigator.clipboard.write([new ClipboardItem({
      'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html_of(text)),
    })]);
  } catch {
    copy_by_command(text);
  }
}

// On plain http there is no other way.
function copy_by_command(text: string): void {
  const once = (event: ClipboardEvent): void => {
    fill(event.clipboardData, text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('copy', once, { capture: true, once: true });
  document.execCommand('copy');
  removeEventListener('copy', once, { capture: true });
}

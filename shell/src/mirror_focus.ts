// Where the focus goes when what had it is gone: to what the person comes from or goes on with, never
// into a field that nobody chose, for what is typed next would stand in it.

import type { TextAgent } from './text_agent';

const kRecord = 'button record 0';
const kBack = 'button back 0';

/** What had the focus before the screen was told anew, and its place among what Tab leads to. */
interface Place {
  element: Element;
  at: number;
}

export class MirrorFocus {
  /** The last thing that was pressed through the mirror; empty once the mouse was used instead. */
  private last = '';
  private row = '';
  private opener = '';
  /** What laid something over the rest. */
  private layer = '';
  private had_over = false;
  private had_form = false;
  private had_back = false;
  /** 记入台账 was pressed: if the form stays, what is wrong with it wants the focus. */
  private records = false;

  constructor(private readonly root: HTMLElement, private readonly canvas: HTMLElement,
              private readonly agent: TextAgent) {}

  pressed(key: string): void {
    this.last = key;
    this.records = key === kRecord;
    if (key.startsWith('row ')) this.row = key;
  }

  left_to_mouse(): void {
    this.last = '';
    this.records = false;
  }

  place(): Place | null {
    const element = document.activeElement;
    if (!element || !this.root.contains(element)) return null;
    return { element, at: this.stops().indexOf(element as HTMLElement) };
  }

  /** After the screen was told anew. */
  lead(before: Place | null): void {
    const over = this.over(), laid = !this.had_over && over, gone = this.had_over && !over;
    if (laid) this.layer = this.last;
    if (gone && this.last !== '') this.last = this.layer;  // Its entries are no way back.
    this.had_over = over !== null;
    const form = this.find(kRecord), back = this.find(kBack);
    const closed = this.had_form && !form, opened = !this.had_back && back;
    const left = this.had_back && !back;
    if (!this.had_form && form) this.opener = this.last;
    this.had_form = form !== null;
    this.had_back = back !== null;
    if (this.agent.active) return;  // Something is typed into.
    if (laid && this.last !== '') over.focus();
    if (this.records && form) this.show_problem();
    if (!this.is_lost(before)) return;
    const wanted = (gone ? this.find(this.layer) : null) ?? (closed ? this.find(this.opener) : null) ?? (opened ? back : null) ??
        (closed || left ? this.last_row() : null);
    (wanted ?? this.neighbour(before))?.focus();
  }

  /** What is chosen in what lies over the rest, else the first thing in it. */
  private over(): HTMLElement | null {
    const entries = [...this.root.querySelectorAll<HTMLElement>('[data-over][tabindex="0"]')];
    return entries.find((each) => each.ariaSelected === 'true') ??
        entries.find((each) => each.role !== 'textbox') ?? entries[0] ?? null;
  }

  private is_lost(before: Place | null): boolean {
    const now = document.activeElement;
    if (now !== document.body && now !== this.canvas) return false;
    return before !== null || this.last !== '';
  }

  private neighbour(before: Place | null): HTMLElement | null {
    if (!before) return null;
    if (before.element instanceof HTMLElement && before.element.isConnected) return before.element;
    const stops = this.stops();
    return stops[Math.min(Math.max(0, before.at), stops.length - 1)] ?? null;
  }

  private last_row(): HTMLElement | null {
    return this.find(this.row) ??
        this.root.querySelector<HTMLElement>('[role=row][aria-selected=true]') ??
        this.root.querySelector<HTMLElement>('[role=row][tabindex="0"]');
  }

  /** The first field of which an alert tells, or that says itself that it is wrong. */
  private show_problem(): void {
    const told = new Set([...this.root.querySelectorAll('[role=alert]')].map(
        (alert) => alert.textContent));
    const first = [...this.root.querySelectorAll<HTMLElement>('[tabindex]')].find((each) =>
        each.getAttribute('aria-invalid') === 'true' ||
        told.has(each.getAttribute('aria-description') ?? ''));
    if (!first) return;
    this.records = false;
    first.focus();
  }

  private find(key: string): HTMLElement | null {
    return key ? this.root.querySelector(`[data-key="${CSS.escape(key)}"]`) : null;
  }

  private stops(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(
        '[tabindex="0"]:not([role=textbox], [role=searchbox])')];
  }
}

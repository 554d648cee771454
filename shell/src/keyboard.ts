// Keys that are not text. What belongs to an input method or to the browser is left alone.

import type { Core } from './core';
import type { Mirror } from './mirror';
import type { ReportView } from './report';
import type { TextAgent } from './text_agent';

// With Control or Command the browser keeps everything but these.
const kOurShortcuts = new Set(['KeyA', 'KeyK', 'KeyP', 'KeyZ', 'KeyY', 'ArrowLeft', 'ArrowRight',
                               'ArrowUp', 'ArrowDown', 'Home', 'End', 'Backspace', 'Delete',
                               'Enter', 'NumpadEnter']);
// These arrive as copy, cut and paste events, with the clipboard in hand.
const kClipboardKeys = new Set(['KeyC', 'KeyX', 'KeyV']);

/** An input method has this key: 229 without isComposing is how Safari ends a composition. */
function composing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

function makes_text(event: KeyboardEvent): boolean {
  if ([...event.key].length !== 1) return false;
  // Windows tells AltGr, which makes characters on many keyboards, as Control with Alt.
  return event.getModifierState('AltGraph') || (!event.ctrlKey && !event.metaKey);
}

// The page's own buttons and the mirror take keys as any HTML does; and before anything has the
// focus, Tab leads to the first of them.
function belongs_to_page(event: KeyboardEvent): boolean {
  const target = event.target;
  if (target === document.body) return event.key === 'Tab';
  return target instanceof Element && target.id !== 'canvas' && target.id !== 'text_agent';
}

export class Keyboard {
  private readonly held = new Set<string>();  // Keys that the module takes to be down.

  private tab: 'on' | 'back' | null = null;  // Is just being pressed.

  constructor(canvas: HTMLElement, private readonly core: Core, private readonly agent: TextAgent,
              private readonly mirror: Mirror, private readonly report: ReportView,
              private readonly settings: { readonly is_open: boolean }) {
    addEventListener('keydown', (event) => this.down(event));
    addEventListener('keyup', (event) => this.up(event));
    // Not within the frame that shows it.
    report.on_shown = () => setTimeout(() => this.let_go());
    addEventListener('blur', () => this.focus(false));
    addEventListener('focus', () => core.focus(true));
    canvas.addEventListener('focus', () => this.enter());
    canvas.addEventListener('blur', (event) => this.leave(event.relatedTarget));
  }

  private down(event: KeyboardEvent): void {
    this.tab = event.key === 'Tab' ? (event.shiftKey ? 'back' : 'on') : null;
    // What covers the page has the keys to itself.
    if (composing(event) || this.report.open || this.settings.is_open) return;
    const command = event.ctrlKey || event.metaKey;
    if (!command && belongs_to_page(event)) return;
    if (event.key === 'Tab' && this.agent.active && this.mirror.on) {
      event.preventDefault();
      this.mirror.leave_field(event.shiftKey);
      return;
    }
    if (command && !event.altKey && kClipboardKeys.has(event.code)) return;
    if (command && !kOurShortcuts.has(event.code)) return;
    if (/^F\d+$/.test(event.code)) return;
    if (makes_text(event)) {
      // In a field the text agent reads what the key wrote; elsewhere the key itself may act.
      if (!this.agent.active) {
        this.press(event);
        if (event.code === 'Space') event.preventDefault();
      }
      return;
    }
    this.press(event);
    // At once: the text agent has to know where the caret is before the next character comes.
    this.core.settle();
    if (this.tab && this.goes_on(event.shiftKey)) return;
    // A screen that is not made for paper leaves printing to the browser.
    if (!command || event.code !== 'KeyP' || this.report.open) event.preventDefault();
  }

  // After the last thing on the canvas, or before the first, come the page's own buttons: the browser
  // leads to them from the canvas.
  private goes_on(backwards: boolean): boolean {
    if (!this.core.tab_round(backwards)) return false;
    if (this.agent.active) this.agent.escape();
    return true;
  }

  // Tab comes from the page's buttons: to the first thing, or the last, unless it is midway.
  private enter(): void {
    this.core.focus(true);
    const back = this.tab === 'back';
    if (!this.tab || this.agent.active || this.mirror.on || !this.core.tab_at_end(back)) return;
    const held = { ctrlKey: false, shiftKey: back, altKey: false, metaKey: false };
    this.core.key('Tab', true, held);
    this.core.key('Tab', false, { ...held, shiftKey: false });
    this.core.settle();
    this.core.tab_round(back);
  }

  // Keys go to one of the page's buttons: on the canvas nothing is to look as if it had them.
  private leave(to: EventTarget | null): void {
    if (to instanceof Element && to.closest('#strip, .first_stop')) this.focus(false);
  }

  private up(event: KeyboardEvent): void {
    this.tab = null;
    if (composing(event)) return;
    // What was pressed here is let go here, wherever the focus has gone by then.
    const ours = this.held.delete(event.code) || event.ctrlKey || event.metaKey;
    if (!ours && belongs_to_page(event)) return;
    this.core.key(event.code, false, event);
    // macOS tells of no keyup while Command is held.
    if (event.key === 'Meta') this.let_go();
  }

  /** Of two changes of the focus within one frame Dear ImGui sees only the last. */
  private let_go(): void {
    this.focus(false);
    this.core.settle();
    this.focus(true);
  }

  private press(event: KeyboardEvent): void {
    this.held.add(event.code);
    this.core.key(event.code, true, event);
  }

  // Without the focus the module takes no key to be down.
  private focus(focused: boolean): void {
    this.held.clear();
    this.core.focus(focused);
  }
}

// The hidden textarea through which text comes in: typing, input methods, soft keyboards. It holds
// the real text around the caret. The canvas has the focus whenever no field wants text, so that
// single keys never open an input method.

import { Chord, type Core } from './core';
import { Preedit } from './preedit';
import { type Field, type Mirror, change_between, window_of } from './text_mirror';

const kNothingHeld = { ctrlKey: false, shiftKey: false, altKey: false, metaKey: false };
const kNoField: Field = { field: 0, text: '', anchor: 0, caret: 0, multi_line: false, keypad: 0 };
const kNoMirror: Mirror = { offset: 0, text: '', start: 0, end: 0, backwards: false };
// What a soft keyboard shows first, in the order of web/widgets/text_link.h.
const kInputModes = ['text', 'search', 'decimal'];
// As long as an iPad takes to bring up its keyboard: until then the field stays out of its way.
const kKeyboardRises = 100;

/** What a person is told of the field that has the focus. */
export interface FieldWords {
  label: string;
  required: boolean;
  invalid: boolean;
  description: string;
}

export interface Caret {
  x: number;
  y: number;
  height: number;
}

function is_apple_tablet(): boolean {
  return navigator.maxTouchPoints > 1 && /Mac|iPhone|iPad/.test(navigator.platform);
}

export class TextAgent {
  active = false;
  /** A field gets the focus, before the browser says so. */
  on_reached = (): void => undefined;
  private core: Core | null = null;
  private readonly area = document.createElement('textarea');
  private readonly preedit: Preedit;
  private caret: Caret = { x: 0, y: 0, height: 16 };
  private field = kNoField;
  private mirror = kNoMirror;
  private composing = false;
  private keyboard_rises = false;

  constructor(private readonly canvas: HTMLCanvasElement) {
    const area = this.area;
    area.id = 'text_agent';
    area.lang = 'zh-CN';
    area.spellcheck = false;
    area.tabIndex = -1;
    area.setAttribute('aria-label', '输入');
    for (const name of ['autocapitalize', 'autocomplete', 'autocorrect'])
      area.setAttribute(name, 'off');
    canvas.after(area);
    this.preedit = new Preedit(area);
    area.addEventListener('compositionstart', () => this.compose(true));
    area.addEventListener('compositionend', () => this.end());
    area.addEventListener('beforeinput', (event) => this.before(event));
    area.addEventListener('input', (event) => this.read(event as InputEvent));
    document.addEventListener('selectionchange', () => this.follow_selection());
  }

  connect(core: Core): void { this.core = core; }

  /** What a person is told when the field gets the focus, and while it is wrong. */
  describe({ label, required, invalid, description }: FieldWords): void {
    this.area.setAttribute('aria-label', label || '输入');
    this.area.setAttribute('aria-required', String(required));
    this.area.setAttribute('aria-invalid', String(invalid));
    if (description) this.area.setAttribute('aria-description', description);
    else this.area.removeAttribute('aria-description');
  }

  /** The module says where text goes, in device pixels, or that no field wants any. */
  place(active: boolean, x: number, y: number, line_height: number): void {
    const scale = this.core?.scale ?? 1;
    if (active) this.move({ x: x / scale, y: y / scale, height: line_height / scale });
    if (active === this.active) return;
    this.active = active;
    if (active) this.on_reached();
    if (active) this.take_focus();
    else this.give_focus_back();
  }

  /** The module says what the field holds. */
  show(field: Field): void {
    const other = field.field !== this.field.field;
    this.field = field;
    if (other) this.on_reached();
    if (other) this.prepare(field);
    if (!this.composing || other) this.write(window_of(field, other ? null : this.mirror));
  }

  /** To where text goes, when it went elsewhere while the field stayed the same. */
  return_focus(): void { if (this.active) this.area.focus({ preventScroll: true }); }

  /** Leaves a field as it is, for the canvas; without one, what lies over the rest is closed. */
  escape(): void {
    this.core?.key('Escape', true, kNothingHeld);
    this.core?.key('Escape', false, kNothingHeld);
    this.core?.settle();
  }

  /** Ends a composition with what it has so far, so that nothing is lost when the focus goes. */
  finish(): void {
    if (!this.composing) return;
    this.area.blur();  // Makes the browser end it, within this call.
    if (this.composing) this.end();
    if (this.active) this.area.focus({ preventScroll: true });
  }

  /** Puts text in the place of what is selected, as paste does. */
  insert(text: string): void {
    const { anchor, caret } = this.field;
    const start = Math.min(anchor, caret);
    this.core?.edit(start, Math.max(anchor, caret), start + text.length, text);
    this.core?.settle();
  }

  private take_focus(): void {
    if (is_apple_tablet()) {
      this.keyboard_rises = true;
      setTimeout(() => {
        this.keyboard_rises = false;
        this.move(this.caret);
      }, kKeyboardRises);
      this.move(this.caret);
    }
    this.area.focus({ preventScroll: true });
  }

  private give_focus_back(): void {
    this.compose(false);
    this.field = kNoField;
    this.write(kNoMirror);
    if (document.activeElement === this.area) this.canvas.focus({ preventScroll: true });
  }

  private prepare(field: Field): void {
    this.compose(false);
    this.area.inputMode = kInputModes[field.keypad] ?? 'text';
    this.area.enterKeyHint = field.multi_line ? 'enter' : field.keypad === 1 ? 'search' : 'done';
    this.area.setAttribute('aria-multiline', String(field.multi_line));
  }

  // Kept inside the canvas, or the browser scrolls the page to it.
  private move(caret: Caret): void {
    this.caret = caret;
    const left = Math.min(Math.max(0, caret.x), this.canvas.clientWidth - 2);
    const lowest = this.canvas.clientHeight - caret.height;
    const top = this.keyboard_rises ? 0 : Math.max(0, Math.min(caret.y, lowest));
    const shift = this.canvas.offsetTop;
    Object.assign(this.area.style, {
      left: `${left}px`, top: `${top + shift}px`,
      height: `${caret.height}px`, lineHeight: `${caret.height}px`,
      // Below 16 px tablets zoom in on a field that gets the focus.
      fontSize: `${Math.max(16, caret.height)}px`,
    });
    this.preedit.move({ x: left, y: top + shift, height: caret.height }, this.canvas.clientWidth);
  }

  // Only what differs: every writing makes an input method start anew.
  private write(mirror: Mirror): void {
    this.mirror = mirror;
    const area = this.area;
    if (area.value !== mirror.text) area.value = mirror.text;
    if (area.selectionStart !== mirror.start || area.selectionEnd !== mirror.end)
      area.setSelectionRange(mirror.start, mirror.end, mirror.backwards ? 'backward' : 'forward');
  }

  // Soft keyboards send these without a key; the module knows what they mean in the field.
  private before(event: InputEvent): void {
    const core = this.core;
    if (!core || this.composing) return;
    if (event.inputType === 'insertLineBreak' || event.inputType === 'insertParagraph') {
      core.key('Enter', true, kNothingHeld);
      core.key('Enter', false, kNothingHeld);
    } else if (event.inputType === 'historyUndo') {
      core.chord(Chord.Undo);
    } else if (event.inputType === 'historyRedo') {
      core.chord(Chord.Redo);
    } else {
      return;
    }
    event.preventDefault();
    core.settle();
  }

  private read(event: InputEvent): void {
    if (this.composing || event.isComposing) this.show_preedit();
    else this.apply();
  }

  // What a field says while it is empty would show behind what is composed.
  private compose(composing: boolean): void {
    if (!composing) this.preedit.hide();
    if (composing === this.composing) return;
    this.composing = composing;
    this.core?.compose(composing);
  }

  private end(): void {
    this.compose(false);
    this.apply();
  }

  // The field itself stays as it is until the input method is done.
  private show_preedit(): void {
    const { text, start, end } = this.mirror;
    const value = this.area.value;
    const until = Math.max(start, value.length - (text.length - end));
    this.preedit.show(value.slice(start, until), this.area.selectionEnd - start, this.canvas.clientWidth);
  }

  // What changed since we last looked: some keyboards tell nothing else.
  private apply(): void {
    const { value, selectionEnd: caret } = this.area;
    const { offset, text } = this.mirror;
    const change = change_between(text, value, caret);
    this.mirror = { offset, text: value, start: this.area.selectionStart, end: caret, backwards: false };
    if (!change || !this.active) return;
    this.core?.edit(offset + change.start, offset + change.end, offset + caret, change.text);
  }

  // Handles of a touch selection, slide on backspace: the selection moves without a key.
  private follow_selection(): void {
    const { area, mirror } = this;
    if (!this.active || this.composing || document.activeElement !== area) return;
    if (area.value !== mirror.text) return;  // Its input event comes, with the selection.
    const { selectionStart: start, selectionEnd: end } = area;
    if (start === mirror.start && end === mirror.end) return;
    const backwards = area.selectionDirection === 'backward';
    this.mirror = { ...mirror, start, end, backwards };
    this.core?.select(mirror.offset + start, mirror.offset + end,
                      mirror.offset + (backwards ? start : end));
  }
}

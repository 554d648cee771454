// The module behind typed calls: text and bytes are put into its memory here and nowhere else.

import type { Bytes } from './bytes';
import type { Handle, ModuleExports } from './module_types';

export enum Source { Blank, Stored, Demo }
export enum Hand { Mouse, Finger, Pen }
export enum Chord { Copy, Cut, Paste, Undo, Redo }
/** What befalls what the browser keeps for this page. */
export enum Keeping { Site, SafariTab, File }
export enum SaveState { Saved, Saving, Failed }

interface Held {
  ctrlKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

/** What a ledger holds; `problem` says why a file is none. */
export interface Account {
  problem?: string;
  /** Written by a later version of the program. */
  newer?: boolean;
  identity?: string;
  /** Code of the chain's end: what has the same holds the same. */
  head?: string;
  county: string;
  facts: number;
}

const encoder = new TextEncoder();

export class Core {
  /** Device pixels in one CSS pixel of the canvas. */
  scale = 1;
  private reply = '';
  private edited = false;
  private looking: ((file: Uint8Array) => void) | null = null;

  constructor(private readonly module: ModuleExports, private readonly app: Handle,
              private readonly memory: () => Uint8Array) {}

  /** Touches as much memory as a ledger of that size will take: the first touch is what it costs, and
   *  there is time for it while the browser reads the ledger. */
  make_room(bytes: number): void { this.module._zelian_make_room(this.app, bytes); }

  start(source: Source, ledger: Bytes | null, apple: boolean): boolean {
    if (ledger) this.stage(ledger);
    return this.module._zelian_start(this.app, source, Number(apple)) === 1;
  }

  fix_today(day: string): void {
    this.stage_text(day);
    this.module._zelian_fix_today(this.app);
  }

  fix_time_step(): void { this.module._zelian_fix_time_step(this.app); }

  /** Draws; milliseconds until the next frame is wanted, 0 = at once. */
  frame(now: number): number {
    this.edited = false;
    return this.module._zelian_frame(this.app, now);
  }

  /** Milliseconds spent so far on working out frames, without the drawing. */
  worked(): number { return this.module._zelian_worked(this.app); }

  /** Lets what was just fed in take effect within the event that caused it. */
  settle(): void {
    this.edited = false;
    this.module._zelian_settle(this.app, performance.now());
  }

  /** Device pixels; `scale` of them in a CSS pixel. */
  resize(width: number, height: number, scale: number, text_size: number): void {
    this.scale = scale;
    this.module._zelian_resize(this.app, width, height, scale, text_size);
  }

  appearance(dark: boolean, high_contrast: boolean): void {
    this.module._zelian_appearance(this.app, Number(dark), Number(high_contrast));
  }

  check_graphics(): void { this.module._zelian_check_graphics(this.app); }
  restore_graphics(): void { this.module._zelian_restore_graphics(this.app); }

  /** Another window wrote: goes on with these bytes. False when that could not be. */
  refresh(ledger: Bytes): boolean {
    this.stage(ledger);
    return this.module._zelian_refresh(this.app) === 1;
  }

  /** What a file is, without using it. Needs no start. */
  inspect(file: Bytes): Account {
    this.stage(file);
    this.module._zelian_inspect(this.app);
    return JSON.parse(this.reply) as Account;
  }

  ledger(): Account {
    this.module._zelian_ledger(this.app);
    return JSON.parse(this.reply) as Account;
  }

  /** Hands the ledger to give_file of the host. */
  back_up(): void { this.module._zelian_backup(this.app); }

  /** Shows the ledger's file as it lies in memory; it may change or move right after. */
  look_at_file(look: (file: Uint8Array) => void): void {
    this.looking = look;
    this.module._zelian_show_file(this.app);
    this.looking = null;
  }

  /** Called by the module with the file it was asked to show. */
  take_look(file: Uint8Array): void { this.looking?.(file); }

  importing(): boolean { return this.module._zelian_importing(this.app) === 1; }
  /** Something filled in would be lost with the page. */
  unrecorded(): boolean { return this.module._zelian_unrecorded(this.app) === 1; }

  /** Carries on an import; true while there is more of it. */
  work(milliseconds: number): boolean {
    return this.module._zelian_work(this.app, milliseconds) === 1;
  }

  go(screen: string): void {
    this.stage_text(screen);
    this.module._zelian_go(this.app);
  }

  restore_views(json: string): void {
    this.stage_text(json);
    this.module._zelian_views(this.app);
  }

  restore_backup(json: string, keeping: Keeping): void {
    this.stage_text(json);
    this.module._zelian_last_backup(this.app, keeping);
  }

  /** JSON of what is kept, the newest first. */
  show_snapshots(json: string): void {
    this.stage_text(json);
    this.module._zelian_snapshots(this.app);
  }

  /** Positions and distances are CSS pixels. */
  move(x: number, y: number, hand: Hand): void {
    this.module._zelian_move(this.app, x * this.scale, y * this.scale, hand);
  }

  press(button: number, down: boolean, hand: Hand): void {
    this.module._zelian_press(this.app, button, Number(down), hand);
  }

  /** Whether what lies there is to be dragged by a finger, instead of scrolling. */
  grips(x: number, y: number): boolean {
    return this.module._zelian_grips(this.app, x * this.scale, y * this.scale) === 1;
  }

  leave(): void { this.module._zelian_leave(this.app); }

  /** False when nothing has moved since the call before: it has come to its end. */
  scroll(right: number, down: number): boolean {
    return this.module._zelian_scroll(this.app, right * this.scale, down * this.scale) === 1;
  }

  key(code: string, down: boolean, held: Held): void {
    // A key acts on what was typed before it.
    if (this.edited && down) this.settle();
    this.stage_text(code);
    const bits = Number(held.ctrlKey) | (Number(held.shiftKey) << 1) |
        (Number(held.altKey) << 2) | (Number(held.metaKey) << 3);
    this.module._zelian_key(this.app, Number(down), bits);
  }

  /** The keys are with the last of all that Tab leads to, or with the first. */
  tab_at_end(backwards: boolean): boolean {
    return this.module._zelian_tab_at_end(this.app, Number(backwards)) === 1;
  }

  /** Tab has come round, where the page has more to go on with. Said once. */
  tab_round(backwards: boolean): boolean {
    return this.module._zelian_tab_round(this.app, Number(backwards)) === 1;
  }

  /** Puts text in the place of [start, end) of the field being typed into; UTF-16 units. */
  edit(start: number, end: number, caret: number, text: string): void {
    this.edited = true;
    this.stage_text(text);
    this.module._zelian_edit(this.app, start, end, caret);
  }

  select(start: number, end: number, caret: number): void {
    this.edited = true;
    this.module._zelian_select(this.app, start, end, caret);
  }

  /** An input method begins to compose in that field, or is done. */
  compose(composing: boolean): void { this.module._zelian_compose(this.app, Number(composing)); }

  chord(chord: Chord): void { this.module._zelian_chord(this.app, chord); }

  set_clipboard(text: string): void {
    this.stage_text(text);
    this.module._zelian_clipboard(this.app);
  }

  focus(focused: boolean): void { this.module._zelian_focus(this.app, Number(focused)); }

  /** Hands over a file; start_import begins with all that were handed over. */
  add_file(name: string, bytes: Uint8Array): void {
    this.stage(bytes);
    this.module._zelian_file_bytes(this.app);
    this.stage_text(name);
    this.module._zelian_file_name(this.app);
  }

  /** A block of cells pasted outside any field: tried, and shown before anything is recorded. */
  preview_table(cells: string): void {
    this.stage_text(cells);
    this.module._zelian_paste(this.app);
  }

  start_import(): void { this.module._zelian_import(this.app); }

  report_storage(state: SaveState, read_only: boolean, sentence: string): void {
    this.stage_text(sentence);
    this.module._zelian_storage(this.app, state, Number(read_only));
  }

  /** Draws everyday characters ahead; false when none are left. With no time it only looks. */
  warm_up(milliseconds: number): boolean {
    return this.module._zelian_warm_up(this.app, milliseconds) === 1;
  }

  items_json(): string {
    this.module._zelian_items(this.app);
    return this.reply;
  }

  screen(): string {
    this.module._zelian_screen(this.app);
    return this.reply;
  }

  /** Called by the module while it answers. */
  answer(text: string): void { this.reply = text; }

  private stage_text(text: string): void { this.stage(encoder.encode(text)); }

  // Memory may move when it grows, so the view is asked for after making room.
  private stage(bytes: Bytes): void {
    const room = this.module._zelian_reserve(this.app, bytes.length);
    if (bytes instanceof Uint8Array) this.memory().set(bytes, room);
    else bytes.copy_to(this.memory().subarray(room, room + bytes.length));
  }
}

// The module as JavaScript sees it: what it calls here (page.h) and what it lets be called
// (exports.cpp). Nothing else crosses between the two.

import type { Field } from './text_mirror';

/** A pointer to the running application; every export wants it first. */
export type Handle = number;

export interface GlyphBox {
  left: number;
  top: number;
  width: number;
  height: number;
  advance: number;
}

/** What the module may ask of the page. Views die with the call: copy what is kept. */
export interface PageHost {
  attach(application: Handle, memory: () => Uint8Array): void;
  measure_glyph(codepoint: number, pixels: number, bold: boolean): GlyphBox;
  draw_glyph(codepoint: number, pixels: number, bold: boolean, left: number, top: number,
             width: number, height: number, coverage: Uint8Array): void;
  request_frame(): void;
  set_text_input(active: boolean, x: number, y: number, line_height: number): void;
  set_text_field(field: Field): void;
  set_clipboard(text: string): void;
  set_cursor(name: string): void;
  download(name: string, content: Uint8Array, report: boolean): void;
  keep_views(json: string): void;
  keep_backup(json: string): void;
  show_file(file: Uint8Array): void;
  use_snapshot(taken: number, restore: boolean): void;
  pick_files(): void;
  show_settings(): void;
  save_pages(file: Uint8Array, page_bytes: number, pages: Uint32Array): void;
  give_file(county: string, bytes: Uint8Array): void;
  answer(text: string): void;
  fail(sentence: string): void;
}

export interface ModuleOptions {
  page: PageHost;
  canvas: HTMLCanvasElement;
  instantiateWasm(imports: WebAssembly.Imports,
                  done: (instance: WebAssembly.Instance) => void): Record<string, never>;
  onAbort(reason: unknown): void;
}

export interface ModuleExports {
  _zelian_reserve(app: Handle, bytes: number): number;
  _zelian_make_room(app: Handle, bytes: number): void;
  _zelian_fix_today(app: Handle): void;
  _zelian_fix_time_step(app: Handle): void;
  _zelian_start(app: Handle, source: number, apple: number): number;
  _zelian_frame(app: Handle, now: number): number;
  _zelian_worked(app: Handle): number;
  _zelian_settle(app: Handle, now: number): void;
  _zelian_resize(app: Handle, width: number, height: number, ratio: number,
                 text_size: number): void;
  _zelian_appearance(app: Handle, dark: number, high_contrast: number): void;
  _zelian_check_graphics(app: Handle): void;
  _zelian_restore_graphics(app: Handle): void;
  _zelian_refresh(app: Handle): number;
  _zelian_inspect(app: Handle): void;
  _zelian_ledger(app: Handle): void;
  _zelian_backup(app: Handle): void;
  _zelian_show_file(app: Handle): void;
  _zelian_importing(app: Handle): number;
  _zelian_unrecorded(app: Handle): number;
  _zelian_work(app: Handle, milliseconds: number): number;
  _zelian_go(app: Handle): void;
  _zelian_views(app: Handle): void;
  _zelian_last_backup(app: Handle, keeping: number): void;
  _zelian_snapshots(app: Handle): void;
  _zelian_move(app: Handle, x: number, y: number, hand: number): void;
  _zelian_press(app: Handle, button: number, down: number, hand: number): void;
  _zelian_grips(app: Handle, x: number, y: number): number;
  _zelian_leave(app: Handle): void;
  _zelian_scroll(app: Handle, right: number, down: number): number;
  _zelian_key(app: Handle, down: number, modifiers: number): void;
  _zelian_tab_at_end(app: Handle, backwards: number): number;
  _zelian_tab_round(app: Handle, backwards: number): number;
  _zelian_edit(app: Handle, start: number, end: number, caret: number): void;
  _zelian_select(app: Handle, start: number, end: number, caret: number): void;
  _zelian_compose(app: Handle, composing: number): void;
  _zelian_chord(app: Handle, chord: number): void;
  _zelian_clipboard(app: Handle): void;
  _zelian_focus(app: Handle, focused: number): void;
  _zelian_file_bytes(app: Handle): void;
  _zelian_file_name(app: Handle): void;
  _zelian_import(app: Handle): void;
  _zelian_paste(app: Handle): void;
  _zelian_storage(app: Handle, state: number, read_only: number): void;
  _zelian_warm_up(app: Handle, milliseconds: number): number;
  _zelian_items(app: Handle): void;
  _zelian_screen(app: Handle): void;
}

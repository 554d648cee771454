// Starts the page: loads the module and the kept ledger side by side, joins them, draws.

import create_module from 'zelian-module';

import { type Api, items_of, make_api } from './api';
import { Appearance } from './appearance';
import { Clipboard } from './clipboard';
import { Core, SaveState, Source } from './core';
import { backup_name, download } from './download';
import { Files } from './files';
import { Frames } from './frames';
import { kNoChinese, kNoChineseInEnglish } from './font_check';
import { type GlyphSource, Glyphs } from './glyphs';
import { guide_to_home_screen } from './home_screen';
import { Keyboard } from './keyboard';
import { type Keeper, type KeptLedger, LedgerRoom, Unreadable, load_ledger } from './kept_ledger';
import { StorageLamp } from './lamp';
import { LedgerNote } from './ledger_note';
import { read_aside } from './ledger_reader';
import { Failure, load_fallback, load_module } from './loader';
import { Mirror } from './mirror';
import { offer_mirror } from './mirror_offer';
import type { Handle, ModuleExports, PageHost } from './module_types';
import { show_failure } from './notice';
import { type Options, read_options } from './options';
import { PageStore } from './page_store';
import { keeping_here } from './place';
import { Pointer } from './pointer';
import { ReportView } from './report';
import { Condition, Restore, offer_restore } from './restore';
import { Settings } from './settings';
import { SnapshotList } from './snapshot_list';
import { offer_for_lost, offer_on_failed_page } from './snapshot_offer';
import { Snapshots } from './snapshots';
import { Strip } from './strip';
import { TextAgent } from './text_agent';
import { Updates } from './updates';
import { Viewport, size_canvas } from './viewport';
import { WarmUp } from './warm_up';
import { Windows } from './windows';
import { Work } from './work';

declare global {
  interface Window { readonly zelian?: Api }
}

const kCrashed = '程序出错，已停止运行；此前显示“已保存”的内容不受影响。请刷新本页。';
const kTooOld = '此浏览器不支持本页所需的 WebAssembly。请升级浏览器，或在双核浏览器中切换到极速模式。';
// A fact is on the disk sooner when no frame is drawn meanwhile; longer than this a person would see it.
const kFrameWaits = 50;
const kUnsaved = '最近的修改尚未存入浏览器。';
const kCanvasBlocked = '浏览器或插件禁止读取画布，文字无法显示。请在隐私设置中允许本页使用画布。';

interface Parts {
  canvas: HTMLCanvasElement;
  frames: Frames;
  glyphs: GlyphSource;
  agent: TextAgent;
  mirror: Mirror;
  report: ReportView;
  store: PageStore | null;
}

// Asked for before there is anything to draw, while the module is on its way: starting the graphics
// process takes as long. The module's own request for the canvas gets this same context. A canvas that
// changes its size later waits for that process twice.
function warm_up_graphics(canvas: HTMLCanvasElement): void {
  size_canvas(canvas);
  canvas.getContext('webgl2', {
    alpha: false, depth: false, stencil: false, antialias: false, powerPreference: 'low-power',
  });
}

function is_apple(): boolean { return /Mac|iPhone|iPad/.test(navigator.platform); }

async function create_core(bytes: Uint8Array, parts: Parts, late: LateHost): Promise<Core> {
  let handle: Handle = 0;
  let memory = (): Uint8Array => new Uint8Array();
  const host: PageHost = {
    ...late,
    attach: (application, view) => { handle = application; memory = view; },
    measure_glyph: (...glyph) => parts.glyphs.measure(...glyph),
    draw_glyph: (...glyph) => parts.glyphs.draw(...glyph),
    request_frame: () => parts.frames.request(),
    set_text_input: (...caret) => parts.agent.place(...caret),
    set_text_field: (field) => parts.agent.show(field),
    set_cursor: (name) => { parts.canvas.style.cursor = name; },
    save_pages: (file, page_bytes, indexes) => {
      const pages = new Map<number, Uint8Array>();
      for (const index of indexes)
        pages.set(index, file.slice(index * page_bytes, (index + 1) * page_bytes));
      parts.store?.put({ file_bytes: file.length, page_bytes, pages });
    },
    give_file: (county, content) =>
        download(backup_name(county, new Date()), content.slice()),
    download: (name, content, report) =>
        report ? parts.report.show(new TextDecoder().decode(content))
            : download(name, content, 'text/csv'),
    fail: show_failure,
  };
  const module = await instantiate(bytes, parts.canvas, host);
  return new Core(module, handle, () => memory());
}

type LateHost = Pick<PageHost, 'answer' | 'show_file' | 'set_clipboard' | 'pick_files' |
    'show_settings' | 'keep_views' | 'keep_backup' | 'use_snapshot'>;

function instantiate(bytes: Uint8Array, canvas: HTMLCanvasElement,
                     page: PageHost): Promise<ModuleExports> {
  return new Promise((resolve, reject) => {
    const options = {
      page,
      canvas,
      onAbort: () => show_failure(kCrashed),
      instantiateWasm: (imports: WebAssembly.Imports,
                        done: (instance: WebAssembly.Instance) => void) => {
        WebAssembly.instantiate(bytes as BufferSource, imports)
            .then((made) => done(made.instance), reject);
        return {};
      },
    };
    create_module(options).then(resolve, reject);
  });
}

function offer_rescue(core: Core, restore: Restore): void {
  restore.condition = Condition.Unreadable;
  offer_restore(restore);
  void offer_on_failed_page(core, restore);
}

/** False, and the person was told why, when it cannot be shown. */
async function open_ledger(core: Core, kept: Promise<KeptLedger>, lamp: StorageLamp,
                           restore: Restore, strip: Strip): Promise<boolean> {
  const { source, bytes, nothing } = await kept.catch((error: unknown) => {
    if (error instanceof Unreadable) offer_rescue(core, restore);
    throw error;
  });
  lamp.core = core;
  lamp.tell();  // A window that only reads must know before it opens the ledger.
  if (core.start(source, bytes, is_apple())) {
    if (nothing) void offer_for_lost(core, restore, strip);
    if (source === Source.Blank) guide_to_home_screen(strip);
    return true;
  }
  if (source !== Source.Stored || !bytes) return false;
  const { problem, newer } = core.inspect(bytes);
  // What a later program wrote is no loss: it must not be given up for something older.
  if (problem && newer) {
    restore.condition = Condition.Newer;
    offer_restore(restore);
  } else if (problem) {
    offer_rescue(core, restore);
  }
  return false;
}

interface Controls {
  files: Files;
  clipboard: Clipboard;
  settings: Settings;
}

function connect(core: Core, parts: Parts, lamp: StorageLamp, restore: Restore): Controls {
  const { canvas, agent, frames } = parts;
  agent.connect(core);
  const viewport = new Viewport(canvas, core);
  const appearance = new Appearance(core);
  new Pointer(canvas, core, {
    before_press: () => {
      agent.finish();
      if (!agent.active) canvas.focus({ preventScroll: true });
    },
    text_size: () => viewport.text_size,
    set_text_size: (size) => { viewport.text_size = size; },
    reduced_motion: () => appearance.reduced_motion,
  });
  const settings = new Settings(canvas, appearance, viewport);
  parts.mirror.connect(core, () => items_of(core));
  frames.held = () => {
    const writing = parts.store?.writing_for ?? 0;
    return writing > 0 && writing < kFrameWaits;
  };
  const work = new Work(core);
  frames.on_drawn = () => {
    work.look();
    parts.mirror.changed();
    viewport.check_ratio();
  };
  new Keyboard(canvas, core, agent, parts.mirror, parts.report, settings);
  canvas.addEventListener('webglcontextlost', (event) => event.preventDefault());
  canvas.addEventListener('webglcontextrestored', () => core.restore_graphics());
  addEventListener('beforeunload', (event) => {
    if (parts.store && (parts.store.unsaved || core.importing() || core.unrecorded()))
      event.preventDefault();
  });
  const files = new Files(core, (sentence) => lamp.files(sentence), () => frames.request(), restore);
  return { files, clipboard: new Clipboard(core, agent), settings };
}

// Within tests with fixed time steps nothing is to happen by itself.
function warm_up(core: Core, { frames }: Parts): void {
  const warmth = new WarmUp(core, frames);
  const drawn = frames.on_drawn;
  frames.on_drawn = () => {
    drawn();
    warmth.changed();
  };
}

// Trouble that a person can do something about comes with the means to do it.
function keep_ledger(lamp: StorageLamp, strip: Strip): Keeper {
  const store = new PageStore((state, lost_turn, sentence) => {
    lamp.store(state, lost_turn, sentence);
    if (state !== SaveState.Failed) {
      strip.hide('trouble');
      return;
    }
    const reload = { words: '载入最新内容', press: () => location.reload() };
    const back_up = { words: '导出应急备份', press: () => lamp.core?.back_up() };
    strip.show('trouble', kUnsaved, lost_turn ? [back_up, reload] : [back_up]);
  });
  store.read_aside = read_aside;
  store.on_blocked = (sentence) =>
      sentence ? strip.show('blocked', sentence, []) : strip.hide('blocked');
  return { store, windows: new Windows(store, lamp, strip) };
}

async function usable_glyphs(): Promise<GlyphSource> {
  const canvas = new Glyphs();
  const trouble = canvas.trouble();
  if (!trouble) return canvas;
  const glyphs = await load_fallback().then(({ fall_back }) => fall_back(trouble, canvas))
      .catch(() => null);
  if (!glyphs) {
    throw new Failure(trouble === 'unreadable' ? kCanvasBlocked : kNoChinese + kNoChineseInEnglish);
  }
  return glyphs;
}

async function start(canvas: HTMLCanvasElement): Promise<void> {
  const options = read_options(location.search);
  const lamp = new StorageLamp();
  const strip = new Strip(canvas);
  const keeping = options.demo ? null : keep_ledger(lamp, strip);
  const store = keeping?.store ?? null;
  const loading = load_module();
  loading.catch(() => undefined);  // Awaited below, as what follows.
  const room = new LedgerRoom();
  const kept = load_ledger(keeping, lamp, room);
  kept.catch(() => undefined);  // A failure to load the module is told first.
  warm_up_graphics(canvas);
  const glyphs = await usable_glyphs();
  const agent = new TextAgent(canvas);
  const mirror = new Mirror(canvas, agent);
  const report = new ReportView(canvas);
  const parts: Parts = { canvas, frames: new Frames(), glyphs, agent, mirror, report, store };
  const notes = { views: new LedgerNote('zelian.views'), backup: new LedgerNote('zelian.backup') };
  const late: LateHost = {
    answer: (text) => core.answer(text),
    show_file: (file) => core.take_look(file),
    set_clipboard: (text) => clipboard.set(text),
    pick_files: () => files.pick(),
    show_settings: () => settings.open(),
    keep_views: (json) => notes.views.keep(json),
    keep_backup: (json) => notes.backup.keep(json),
    use_snapshot: (taken, restores) => void snapshots.use(taken, restores),
  };
  const core: Core = await create_core(await loading, parts, late);
  fix_clock(core, options, strip);
  room.let_make(core);
  const restore = new Restore(core, strip, keeping);
  if (keeping) keeping.windows.on_given_up = () => restore.withdraw();
  const snapshots = new SnapshotList(core, restore);
  if (!await open_ledger(core, kept, lamp, restore, strip)) return;
  take_notes(core, notes);
  keeping?.windows.connect(core);
  const { files, clipboard, settings } = connect(core, parts, lamp, restore);
  if (keeping) tend_when_idle(core, keeping, parts.frames, restore, snapshots);
  go_live(core, parts, options, files, strip);
}

function tend_when_idle(core: Core, keeping: Keeper, frames: Frames, restore: Restore,
                        list: SnapshotList): void {
  const taker = new Snapshots(core, { ...keeping, frames });
  taker.on_changed = () => void list.refresh();
  restore.keep_present = () => taker.put_aside();
  void list.refresh();
  void keeping.store.tidy(() => keeping.windows.writes && frames.resting && !core.importing());
}

interface Notes {
  views: LedgerNote;
  backup: LedgerNote;
}

function take_notes(core: Core, { views, backup }: Notes): void {
  const identity = core.ledger().identity ?? '';
  core.restore_views(views.kept(identity));
  core.restore_backup(backup.kept(identity), keeping_here());
}

function fix_clock(core: Core, options: Options, strip: Strip): void {
  if (options.refused_day) {
    strip.show('day', `网址中的日期“${options.refused_day}”无效，未采用`,
        [{ words: '知道了', press: () => strip.hide('day') }]);
  }
  const today = options.on || (options.demo ? BUILD_DEMO_DAY : '');
  if (today) core.fix_today(today);
  if (options.auto) core.fix_time_step();
}

// From here on a person, or a test, may use it.
function go_live(core: Core, parts: Parts, options: Options, files: Files, strip: Strip): void {
  const { store, glyphs, mirror } = parts;
  if (options.screen) core.go(options.screen);
  if (!options.auto) warm_up(core, parts);
  parts.frames.start(core);
  const ready = parts.frames.rest().then(() => {
    performance.mark('first-screen');
    check_graphics(core, parts.canvas);
    offer_mirror(mirror, options.a11y);
    void new Updates(strip, core, store).start();
  });
  const api = make_api(core, parts.frames, files, store, glyphs, ready);
  Object.defineProperty(window, 'zelian', { value: api });  // Not to be written over.
}

// A context that went away will come back.
function check_graphics(core: Core, canvas: HTMLCanvasElement): void {
  if (!canvas.getContext('webgl2')?.isContextLost()) core.check_graphics();
}

function begin(): void {
  const canvas = document.getElementById('canvas');
  if (typeof WebAssembly !== 'object') {
    show_failure(kTooOld);
    return;
  }
  if (!(canvas instanceof HTMLCanvasElement)) return;
  start(canvas).catch((error: unknown) => {
    show_failure(error instanceof Failure ? error.message : kCrashed);
    console.error(error);
  });
}

begin();

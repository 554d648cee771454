// The screen once more as plain HTML over the canvas: invisible, but there for screen readers, for
// the keyboard and for find-in-page. Only when asked for, because it costs time.

import type { Item, Rect } from './api';
import { type Core, Hand } from './core';
import { type Node, is_field, step_from, stops_of, tree_of } from './mirror_tree';
import { MirrorFocus } from './mirror_focus';
import type { TextAgent } from './text_agent';

// People are told no more often than they can listen.
const kPause = 200;
const kGridKeys = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);
const kCellKeys = new Set(['ArrowLeft', 'ArrowRight']);
// What leads through an open menu, list or month.
const kSteps: Record<string, 1 | -1> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
// CSS pixels: less than a field is high, so that none is passed over.
const kScrollStep = 60;
const kMostScrolls = 60;
const kToEnd = 1e6;

export class Mirror {
  on = false;
  private core: Core | null = null;
  private readonly root = document.createElement('div');
  private readonly shown = new WeakMap<Element, Node>();
  private items: () => Item[] = () => [];
  private due: ReturnType<typeof setTimeout> | undefined;
  private follows: 'row' | 'cell' | null = null;
  /** Keys go to the grid as long as nothing else was pressed. */
  private grid_has_keys = false;
  private readonly focus: MirrorFocus;

  constructor(private readonly canvas: HTMLCanvasElement, private readonly agent: TextAgent) {
    this.root.id = 'mirror';
    this.root.hidden = true;
    canvas.after(this.root);
    this.focus = new MirrorFocus(this.root, canvas, agent);
    agent.on_reached = () => { if (this.on) this.describe(); };
    this.root.addEventListener('click', (event) => this.click(event));
    canvas.addEventListener('pointerdown', () => {
      this.grid_has_keys = false;
      this.focus.left_to_mouse();
    });
    this.root.addEventListener('keydown', (event) => this.key(event));
    this.root.addEventListener('focusin', (event) => this.enter(event));
  }

  connect(core: Core, items: () => Item[]): void {
    this.core = core;
    this.items = items;
  }

  start(): void {
    if (this.on) return;
    this.on = true;
    this.root.hidden = false;
    this.canvas.tabIndex = -1;
    this.canvas.setAttribute('aria-hidden', 'true');
    this.update();
  }

  /** A frame was drawn: what it shows is told soon. */
  changed(): void {
    if (!this.on || this.due !== undefined) return;
    this.due = setTimeout(() => {
      this.due = undefined;
      this.update();
    }, kPause);
  }

  /** Tab in a field: on to what stands after it, or before it. */
  leave_field(backwards: boolean): void {
    // Which field it is may be newer than what was told last.
    const field = this.stops().find(({ aria }) => aria['data-typing'] === 'true');
    this.agent.escape();
    const stops = this.stops();
    const to = (field && this.reach(field, backwards ? -1 : 1)) ??
        stops[backwards ? stops.length - 1 : 0];
    if (to) this.focus_on(to);
  }

  private stops(): Node[] { return stops_of(tree_of(this.items())); }

  /** Closes what lies over the rest, also when a field in it has to be left first. */
  private close(): void {
    for (let turn = 0; turn < 3 && this.root.querySelector('[data-over]'); ++turn) {
      this.agent.escape();
      this.update();
    }
  }

  /** What Tab comes to from there, scrolled into view; null where it leaves the screen. */
  private reach(from: Node, way: 1 | -1): Node | null {
    for (let turn = 0; turn < kMostScrolls; ++turn) {
      const next = step_from(this.stops(), from, way);
      if (!next || !('to_end' in next)) return next;
      this.scroll(next.pane, next.way * (next.to_end ? kToEnd : kScrollStep), next.way);
    }
    return null;
  }

  // Beside what is scrolled: several lines of text would take the wheel for themselves.
  private scroll({ rect: { x, y, width, height } }: Node, down: number, way: number): void {
    this.core?.move(x + width / 2, way > 0 ? y - 3 : y + height + 3, Hand.Mouse);
    this.core?.settle();
    this.core?.scroll(0, down);
    this.core?.settle();
    this.core?.leave();
  }

  private focus_on({ key }: Node): void {
    this.update();
    this.root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  }

  private update(): void {
    if (!this.core) return;
    const items = this.describe();
    const top = this.canvas.offsetTop;
    this.root.style.top = `${top}px`;
    const before = this.focus.place();
    this.fill(this.root, tree_of(items), { x: 0, y: 0, width: 0, height: 0 });
    if (this.follows) this.focus_selected();
    else this.focus.lead(before);
  }

  private describe(): Item[] {
    const items = this.items();
    const typing = items.find((item) => item.focused && is_field(item.role));
    if (typing) this.agent.describe(typing);
    return items;
  }

  private fill(parent: HTMLElement, nodes: readonly Node[], origin: Rect): void {
    const old = new Map<string, HTMLElement>();
    for (const child of parent.children) {
      const node = this.shown.get(child);
      if (node && child instanceof HTMLElement) old.set(`${node.role} ${node.key}`, child);
    }
    // Gone first: what is moved from its place loses the focus.
    const wanted = new Set(nodes.map((node) => `${node.role} ${node.key}`));
    for (const [name, gone] of old) if (!wanted.has(name)) gone.remove();
    let place = parent.firstElementChild;
    for (const node of nodes) {
      const known = old.get(`${node.role} ${node.key}`);
      const element = known ?? document.createElement('div');
      if (element === place) place = place.nextElementSibling;
      else parent.insertBefore(element, place);
      this.show(element, node, origin);
    }
  }

  private show(element: HTMLElement, node: Node, origin: Rect): void {
    const before = this.shown.get(element);
    this.shown.set(element, node);
    const { x, y, width, height } = node.rect;
    const style = `left:${x - origin.x}px;top:${y - origin.y}px;width:${width}px;height:${height}px;` +
        `font-size:${Math.max(6, Math.min(15, height * 0.7))}px`;
    if (element.getAttribute('style') !== style) element.setAttribute('style', style);
    set(element, 'role', node.role);
    set(element, 'data-key', node.key);
    set(element, 'aria-label', node.name);
    for (const name of Object.keys({ ...before?.aria, ...node.aria }))
      set(element, name, node.aria[name] ?? '');
    // Cells always: one that has the focus keeps it until the next takes it. So does a button that
    // cannot be pressed now.
    const reachable = node.active || node.role === 'gridcell' || 'aria-disabled' in node.aria;
    set(element, 'tabindex', node.stop ? '0' : reachable ? '-1' : '');
    if (node.children.length > 0) {
      if (element.firstChild instanceof Text) element.firstChild.remove();
      this.fill(element, node.children, node.rect);
    } else if (element.textContent !== node.text) {
      element.textContent = node.text;
    }
  }

  // A cell of a row is pressed where it stands: what a row does may depend on it.
  private click(event: Event): void {
    const target = event.target instanceof Element ? this.shown.get(event.target) : undefined;
    const node = node_at(event, this.shown);
    if (node) this.press(node, target?.rect ?? node.rect);
  }

  // Where the thing is drawn, as a hand would: whatever a click does, this does.
  private press(node: Node, { x, y, width, height }: Rect = node.rect): void {
    const core = this.core;
    if (!core || !node.active) return;
    // A press beside what lies over the rest would only close that.
    if (!node.over) this.close();
    if (node.aria['aria-haspopup'] && node.aria['aria-expanded'] === 'true') return;
    this.focus.pressed(node.key);
    this.grid_has_keys = node.role === 'row';
    core.move(x + width / 2, y + height / 2, Hand.Mouse);
    core.press(0, true, Hand.Mouse);
    core.press(0, false, Hand.Mouse);
    core.settle();
    core.leave();
    this.changed();
  }

  // A field takes what is typed as soon as it is reached; the text agent is a real text field.
  private enter(event: FocusEvent): void {
    const node = node_at(event, this.shown);
    if (!node || !is_field(node.role)) return;
    this.press(node);
    this.agent.return_focus();
  }

  private key(event: KeyboardEvent): void {
    const node = node_at(event, this.shown);
    if (!node || event.isComposing) return;
    const in_row = node.role === 'row';
    if (event.key === 'Tab') {
      if (!this.tab(node, event.shiftKey ? -1 : 1)) return;
    } else if (event.key === 'Escape') this.leave(event);
    else if (node.over && kSteps[event.key]) this.tab(node, kSteps[event.key]!);
    else if (node.role === 'combobox' && event.key === 'ArrowDown') this.press(node);
    else if (in_row && event.key === 'Enter') this.open(node, event);
    else if (event.key === 'Enter' || event.key === ' ') this.press(node, in_row ? quiet_part(node) : node.rect);
    else if (in_row && kGridKeys.has(event.key)) this.move_in_grid(node, event, here(event) ? 'cell' : 'row');
    else if (in_row && kCellKeys.has(event.key)) this.move_in_grid(node, event, 'cell');
    else if (event.key === 'PageDown' || event.key === 'PageUp') this.turn_page(node, event);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private leave(event: KeyboardEvent): void {
    if (this.root.querySelector('[data-over]')) this.close();
    else this.send(event);
    this.changed();
  }

  // Where all is in view the browser finds the next by itself; rows are reached by arrows.
  private tab(from: Node, way: 1 | -1): boolean {
    const step = from.role === 'row' ? null : step_from(this.stops(), from, way);
    if (!step || !(from.over || 'to_end' in step)) return false;
    const to = this.reach(from, way);
    if (to) this.focus_on(to);
    return to !== null;
  }

  // The grid knows which of its cells the keys have come to.
  private open(row: Node, event: KeyboardEvent): void {
    if (!this.has_keys(row)) this.press(row, quiet_part(row));
    this.focus.pressed(row.key);
    this.send(event);
    this.grid_has_keys = false;
    this.changed();
  }

  // The grid moves its own selection, also to rows that are not in view yet; the focus follows.
  private move_in_grid(row: Node, event: KeyboardEvent, follows: 'row' | 'cell'): void {
    if (!this.has_keys(row)) this.press(row, quiet_part(row));
    this.send(event);
    this.grid_has_keys = true;
    this.follows = follows;
    this.changed();
  }

  // Before the focus has followed, keys go on from where the one before has led.
  private has_keys(row: Node): boolean {
    const selected = this.follows !== null || row.aria['aria-selected'] === 'true';
    return this.grid_has_keys && selected;
  }

  private send(event: KeyboardEvent): void {
    this.core?.key(event.code, true, event);
    this.core?.key(event.code, false, event);
    this.core?.settle();
  }

  private focus_selected(): void {
    const row = this.root.querySelector<HTMLElement>('[role=row][aria-selected=true]');
    const cell = this.follows === 'cell' ? this.root.querySelector<HTMLElement>('[data-here]') : null;
    this.follows = null;
    (cell ?? row)?.focus();
  }

  private turn_page(node: Node, event: KeyboardEvent): void {
    const { x, y, width, height } = node.rect;
    const way = event.key === 'PageDown' ? 1 : -1;
    this.core?.move(x + width / 2, y + height / 2, Hand.Mouse);
    this.core?.settle();
    this.core?.scroll(0, way * this.canvas.clientHeight * 0.6);
    this.core?.settle();
    this.core?.leave();
    this.changed();
  }
}

// The cell after the first: the first often opens what it names, others have forms of their own.
function quiet_part({ rect, children }: Node): Rect { return (children[1] ?? children[0])?.rect ?? rect; }

function here(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('[data-here]') !== null;
}

function node_at(event: Event, shown: WeakMap<Element, Node>): Node | null {
  let element = event.target instanceof Element ? event.target : null;
  while (element && element.id !== 'mirror') {
    const node = shown.get(element);
    if (node?.active) return node;
    element = element.parentElement;
  }
  return null;
}

function set(element: Element, name: string, value: string): void {
  if (value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

// From the flat list of what is on screen to the tree that assistive technology wants: rows with
// their cells, lists with their entries, tabs in their list. Pure.

import type { Item, Rect } from './api';

export interface Node {
  /** The same thing has the same key from one frame to the next. */
  key: string;
  role: string;
  /** Empty for what its children name. */
  name: string;
  /** What stands in it: text of a field, of a paragraph. */
  text: string;
  rect: Rect;
  /** Attributes beside role and name. */
  aria: Record<string, string>;
  /** Can be pressed by its role. */
  active: boolean;
  /** … whatever its role. */
  pressable: boolean;
  /** Tab goes there; of the rows of a grid to one, from which arrows lead to the others. */
  stop: boolean;
  /** Lies in a menu or a list over the rest, which then has Tab to itself. */
  over: boolean;
  /** As in the list of what is on the screen. */
  number: number;
  pane: number;
  more_above: boolean;
  more_below: boolean;
  children: Node[];
}

interface Kind {
  role: string;
  active?: boolean;
  /** The attribute that the item's value stands for when it is true or false. */
  state?: string;
  /** Its own text is its name: no label is needed. */
  plain?: boolean;
}

const kKinds: Record<string, Kind> = {
  alert: { role: 'alert', plain: true },
  banner: { role: 'heading', plain: true },
  blockquote: { role: 'blockquote', plain: true },
  button: { role: 'button', active: true, state: 'aria-pressed' },
  checkbox: { role: 'checkbox', active: true, state: 'aria-checked' },
  columnheader: { role: 'columnheader', active: true },
  combobox: { role: 'combobox', active: true },
  figure: { role: 'figure' },
  grid: { role: 'grid' },
  grip: { role: 'img' },
  gridcell: { role: 'gridcell', plain: true },
  heading: { role: 'heading', plain: true },
  img: { role: 'img' },
  link: { role: 'link', active: true },
  listitem: { role: 'listitem', plain: true, state: 'aria-expanded' },
  menuitem: { role: 'menuitem', active: true },
  option: { role: 'option', active: true, state: 'aria-selected' },
  progressbar: { role: 'progressbar' },
  radio: { role: 'radio', active: true, state: 'aria-checked' },
  row: { role: 'row', active: true, state: 'aria-selected' },
  searchbox: { role: 'searchbox', active: true },
  status: { role: 'status', plain: true },
  tab: { role: 'tab', active: true, state: 'aria-selected' },
  textbox: { role: 'textbox', active: true },
};
// For the mouse alone; what they do, keys do elsewhere.
const kLeftOut = new Set(['scrollbar', 'separator']);
// Roles that mean something only within another.
const kParents: Record<string, string> = { tab: 'tablist', option: 'listbox', listitem: 'list',
                                           menuitem: 'menu', row: 'grid', columnheader: 'grid' };

// The value of the cell that the keys have come to.
const kHere = 'active';

// How a cell of a table is called: its row and its place among all columns, counted from 0.
const kCellKey = /^gridcell cell_(\d+)_(\d+) /;

export function is_field(role: string): boolean { return role === 'textbox' || role === 'searchbox'; }

function attributes(item: Item, kind: Kind): Record<string, string> {
  const aria: Record<string, string> = {};
  const flag = item.value === 'true' || item.value === 'false';
  if (kind.state && flag) aria[kind.state] = item.value;
  if (kind.role === 'columnheader') aria['aria-sort'] = item.value || 'none';
  if (item.opens) {
    aria['aria-haspopup'] = kind.role === 'combobox' ? 'listbox' : 'dialog';
    aria['aria-expanded'] = String(item.expanded);
  }
  if (item.over) aria['data-over'] = 'true';
  if (kind.role === 'gridcell' && item.value === kHere) aria['data-here'] = 'true';
  if (kind.role === 'heading') aria['aria-level'] = item.role === 'banner' ? '1' : '2';
  if (kind.role === 'progressbar') aria['aria-valuenow'] = item.value.replace('%', '');
  // The text agent stands for the field that is typed into, and says all that the field does.
  if (item.focused && is_field(kind.role)) aria['data-typing'] = aria['aria-hidden'] = 'true';
  if (item.multi_line) aria['aria-multiline'] = 'true';
  if (item.required) aria['aria-required'] = 'true';
  if (item.invalid) aria['aria-invalid'] = 'true';
  if (item.disabled) aria['aria-disabled'] = 'true';
  if (item.description) aria['aria-description'] = item.description;
  return aria;
}

function node_of(item: Item, key: string): Node {
  const kind = kKinds[item.role] ?? { role: '', plain: true };
  const flag = item.value === 'true' || item.value === 'false';
  // The words of a tile or a bar hold their number.
  const extra = flag || is_field(kind.role) || kind.role === 'columnheader' ||
      ` ${item.label} `.includes(` ${item.value} `) ||
      (kind.role === 'gridcell' && item.value === kHere) ? '' : item.value;
  const words = extra ? `${item.label} ${extra}` : item.label;
  return {
    key, role: kind.role, rect: item.rect, aria: attributes(item, kind), children: [],
    active: kind.active === true && !item.disabled,
    pressable: item.pressable === true && !item.disabled,
    stop: kind.active === true && !item.disabled && kind.role !== 'row',
    over: item.over === true, number: item.number, pane: item.pane,
    more_above: item.more_above, more_below: item.more_below,
    name: kind.plain ? '' : words,
    // Also where a label names it: find-in-page looks at text, not at labels.
    text: is_field(kind.role) ? item.value : words,
  };
}

function holds(outer: Rect, inner: Rect): boolean {
  const y = inner.y + inner.height / 2;
  return y >= outer.y && y < outer.y + outer.height;
}

function around(nodes: readonly Node[]): Rect {
  const x = Math.min(...nodes.map(({ rect }) => rect.x));
  const y = Math.min(...nodes.map(({ rect }) => rect.y));
  const right = Math.max(...nodes.map(({ rect }) => rect.x + rect.width));
  const bottom = Math.max(...nodes.map(({ rect }) => rect.y + rect.height));
  return { x, y, width: right - x, height: bottom - y };
}

function parent_of(role: string, children: Node[], key: string): Node {
  return { key, role, name: '', text: '', rect: around(children), aria: {}, active: false, stop: false,
           over: false, number: 0, pane: 0, more_above: false, more_below: false, pressable: false,
           children };
}

// What is pressed although its role says nothing of it: the days of a month, entries of a list with
// something to do about them.
function as_button(node: Node): Node {
  const { 'aria-expanded': open, ...aria } = node.aria;
  const button: Node = { ...node, role: 'button', aria: open ? { ...aria, 'aria-expanded': open } : aria,
                         active: true, stop: true, name: node.text };
  if (node.role !== 'listitem') return button;
  return { ...node, aria: {}, name: '', text: '', children: [{ ...button, key: `${node.key} button` }] };
}

/** Cells go into the row they lie in; what belongs to no row stays where it is. */
function cells_into_rows(nodes: readonly Node[]): Node[] {
  const rows = nodes.filter(({ role }) => role === 'row');
  const rest: Node[] = [];
  for (const node of nodes) {
    // A month over a grid is none of its rows.
    const in_row = node.role === 'gridcell' && !node.pressable;
    const row = in_row ? rows.find((each) => holds(each.rect, node.rect)) : null;
    if (row) row.children.push(node);
    else if (node.role === 'gridcell') rest.push(node.pressable ? as_button(node) : { ...node, role: '' });
    else rest.push(node.role === 'listitem' && node.pressable ? as_button(node) : node);
  }
  for (const row of rows) {
    if (row.children.length === 0) {
      row.children.push({ ...row, key: `${row.key} cell`, role: 'gridcell', name: '', aria: {},
                          active: false, stop: false, children: [] });
    }
    row.children.sort((a, b) => a.rect.x - b.rect.x);
    row.text = row.name = '';
  }
  return rest;
}

// The button of a column's menu stands beside its header: it goes into it, so that the headers stay
// one row.
function menus_into_headers(nodes: readonly Node[]): Node[] {
  const rest: Node[] = [];
  for (const node of nodes) {
    const header = rest[rest.length - 1];
    if (node.role !== 'button' || header?.role !== 'columnheader' || !holds(header.rect, node.rect)) {
      rest.push(node);
      continue;
    }
    header.children.push({ ...header, key: `${header.key} words`, role: '', aria: {}, active: false,
                           stop: false, children: [] }, node);
    header.text = header.name = '';
  }
  return rest;
}

// Neighbours of one kind share a parent; the headers of a grid stand in a row of their own.
function grouped(nodes: readonly Node[]): Node[] {
  const out: Node[] = [];
  let table: Node | null = null;
  for (let at = 0; at < nodes.length;) {
    const parent = kParents[nodes[at]!.role];
    if (nodes[at]!.role === 'grid') {
      table = nodes[at++]!;
      continue;
    }
    let end = at + 1;
    while (parent && end < nodes.length && kParents[nodes[end]!.role] === parent) ++end;
    const run = nodes.slice(at, end);
    if (!parent) out.push(run[0]!);
    else out.push(parent_of(parent, parent === 'grid' ? with_header_row(run) : run,
                            `${parent} ${out.filter(({ role }) => role === parent).length}`));
    if (parent === 'grid' && table) {
      count_out(out[out.length - 1]!, table);
      table = null;
    }
    at = end;
  }
  return out;
}

function with_header_row(run: Node[]): Node[] {
  const headers = run.filter(({ role }) => role === 'columnheader');
  const rows = run.filter(({ role }) => role === 'row').sort((a, b) => a.rect.y - b.rect.y);
  const entry = rows.find(({ aria }) => aria['aria-selected'] === 'true') ?? rows[0];
  if (entry) entry.stop = true;
  if (headers.length === 0) return rows;
  headers.sort((a, b) => a.rect.x - b.rect.x);
  return [parent_of('row', headers, 'headers'), ...rows];
}

// Only what is seen is there: how much there is, and which part this is, is said beside it.
function count_out(grid: Node, table: Node): void {
  const [rows = 0, columns = 0] = (table.text.match(/\d+/g) ?? []).map(Number);
  const header = grid.children.find(({ children }) => children[0]?.role === 'columnheader');
  grid.aria = { 'aria-rowcount': String(rows + (header ? 1 : 0)), 'aria-colcount': String(columns) };
  const columns_at = new Map<number, string>();
  for (const row of grid.children) {
    for (const cell of row.children) {
      const [, at, place] = cell.key.match(kCellKey) ?? [];
      if (at === undefined) continue;
      row.aria['aria-rowindex'] = String(Number(at) + (header ? 2 : 1));
      cell.aria['aria-colindex'] = String(Number(place) + 1);
      columns_at.set(Math.round(cell.rect.x), cell.aria['aria-colindex']);
    }
  }
  if (!header) return;
  header.aria['aria-rowindex'] = '1';
  for (const head of header.children) {
    const column = columns_at.get(Math.round(head.rect.x));
    if (column) head.aria['aria-colindex'] = column;
  }
}

export function tree_of(items: readonly Item[]): Node[] {
  const seen = new Map<string, number>();
  const nodes = items.filter(({ role }) => !kLeftOut.has(role)).map((item) => {
    // What is told as it changes stays one thing, or it would not be told.
    const name = `${item.role} ${item.id || (item.role === 'status' ? '' : item.label)}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return node_of(item, `${name} ${count}`);
  });
  const tree = grouped(menus_into_headers(cells_into_rows(nodes)));
  if (items.some(({ over }) => over)) keep_to_what_is_over(tree);
  return tree;
}

function keep_to_what_is_over(nodes: readonly Node[]): void {
  for (const node of nodes) {
    node.stop &&= node.over;
    keep_to_what_is_over(node.children);
  }
}

/** What Tab leads to, in order. */
export function stops_of(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [...(node.stop ? [node] : []), ...stops_of(node.children)]);
}

/** A pane to be scrolled first: what comes next is out of sight. To its end when it is entered there. */
interface Scroll {
  pane: Node;
  way: number;
  to_end: boolean;
}

/** What comes after one of the stops, or before it; null where Tab leaves the screen. */
export function step_from(stops: readonly Node[], from: Node, way: 1 | -1): Node | Scroll | null {
  const more = (node: Node, down: boolean): boolean => down ? node.more_below : node.more_above;
  const at = stops.findIndex(({ number }) => number === from.number);
  if (at < 0) {  // It went out of view while others came into it.
    const inside = stops.filter(({ pane }) => pane === from.pane);
    return inside[way > 0 ? 0 : inside.length - 1] ?? null;
  }
  const here = stops[at]!;
  const next = stops[at + way];
  const to = next ?? (here.over ? stops[way > 0 ? 0 : stops.length - 1]! : null);
  if (next?.pane === here.pane) return next;
  if (here.pane && more(here, way > 0)) return { pane: here, way, to_end: false };
  return to?.pane && more(to, way < 0) ? { pane: to, way: -way, to_end: true } : to;
}

// Where keys lead in the mirror: through what lies over the rest alone, and to what is out of view.

import assert from 'node:assert/strict';
import test from 'node:test';

import { load } from './support/load.mjs';

let numbers = 0;
const item = (label, more = {}) =>
    ({ id: label, role: 'button', label, value: '', rect: { x: 0, y: 0, width: 9, height: 9 },
       number: ++numbers, pane: 0, more_above: false, more_below: false, ...more });

test('mirror steps: what lies over the rest has Tab to itself, round and round', async () => {
  const { step_from, stops_of, tree_of } = await load('mirror_tree');
  const [menu, up, down] = tree_of([
    item('menu', { opens: true, expanded: true }), item('up', { over: true }),
    item('down', { over: true }), item('row', { role: 'row' })]);
  const stops = stops_of([menu, up, down]);
  assert.deepEqual(stops, [up, down]);
  assert.deepEqual([menu.aria['aria-haspopup'], menu.aria['aria-expanded']], ['dialog', 'true']);
  assert.equal(step_from(stops, up, 1), down);
  assert.equal(step_from(stops, down, 1), up);
  assert.equal(step_from(stops, up, -1), down);
});

test('mirror steps: more of a pane is scrolled into view before Tab leads out of it', async () => {
  const { step_from, stops_of, tree_of } = await load('mirror_tree');
  const stops = (above, below, ...shown) => {
    const pane = { pane: 7, more_above: above, more_below: below };
    return stops_of(tree_of([before, ...shown.map((each) => ({ ...each, ...pane })), after]));
  };
  const [before, one, two, three, after] = ['before', 'one', 'two', 'three', 'after'].map((each) => item(each));
  const top = stops(false, true, one, two);
  assert.equal(step_from(top, one, 1).key, top[2].key);
  assert.deepEqual(step_from(top, two, 1), { pane: top[2], way: 1, to_end: false });
  const end = stops(true, false, two, three);
  assert.equal(step_from(end, two, 1).number, three.number);
  assert.equal(step_from(stops(true, false, three), end[1], 1).number, three.number);  // It went out of view.
  assert.equal(step_from(end, three, 1).number, after.number);
  assert.deepEqual(step_from(end, two, -1), { pane: end[1], way: -1, to_end: false });
  // Whoever comes to it from outside comes to its beginning, or its end.
  assert.deepEqual(step_from(end, before, 1), { pane: end[1], way: -1, to_end: true });
  assert.deepEqual(step_from(top, after, -1), { pane: top[2], way: 1, to_end: true });
  assert.equal(step_from(top, after, 1), null);
});

test('mirror steps: a number that stands in the words is told once', async () => {
  const { tree_of } = await load('mirror_tree');
  const name = (label, value) => tree_of([item(label, { value })])[0].name;
  assert.equal(name('全县在办 285 较上月末 −4', '285'), '全县在办 285 较上月末 −4');
  assert.equal(name('县主要领导 5件 · 逾期3件', '5件 · 逾期3件'), '县主要领导 5件 · 逾期3件');
  assert.equal(name('单位', '5'), '单位 5');
});

test('cells: pasted into a field they are what they say', async () => {
  const { plain_cells } = await load('tsv');
  assert.equal(plain_cells('"面谈一次\n核实""账目"""\n'), '面谈一次\n核实"账目"');
  assert.equal(plain_cells('资金不足\n'), '资金不足');
  assert.equal(plain_cells('甲\t"乙\n丙"\n丁\t戊\n'), '甲\t乙\n丙\n丁\t戊');
  // What a person has written in quotes is no cell.
  for (const text of ['他说"好"', '"面谈"', '"一"和"二"', '"没有完', '甲\n\n乙', ''])
    assert.equal(plain_cells(text), text);
});

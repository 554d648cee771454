// Letters twice as large: everything that can be pressed is still come to, and lists show whole rows.

import assert from 'node:assert/strict';

const sizes = [[1440, 900], [1180, 820]];
const screens = ['today', 'overview', 'cases', 'leads', 'reports', 'units', 'data'];
// Of a list only its own scroll bars can show the rest.
const parts_of_lists = new Set(['grid', 'row', 'gridcell', 'columnheader', 'separator', 'scrollbar']);
const is_control = ({ id, role, pressable }) => pressable && id !== '' && !parts_of_lists.has(role) &&
    !/^(menu|duty|fact)_/.test(id);
// What is higher, such as a chart or a month, need not fit the screen: it is pressed where it is seen.
const height_of_buttons = 100;
const most_turns = 60;

const bottom = ({ rect }) => rect.y + rect.height;

/** Whether the first row of the first list is seen from its head down to its lower edge. Nobody has
 *  turned the wheel over it: what stands under the head is its first row. */
function shows_whole_row(items, height) {
  const grid = items.find(({ role }) => role === 'grid');
  if (!grid) return false;
  const within = (item) => item.rect.y >= grid.rect.y - 1 && bottom(item) <= bottom(grid) + 1 &&
      item.rect.x >= grid.rect.x - 1 && item.rect.x < grid.rect.x + grid.rect.width;
  const of = (role) => items.filter((item) => item.role === role && within(item));
  const [head] = of('columnheader');
  const [row, next] = of('row');
  if (!head || head.cut || !row) return false;
  const bar = items.find(({ id }) => id === 'scroll_aside');
  const end = Math.min(height, bottom(grid), bar && within(bar) ? bar.rect.y : height);
  return row.rect.y >= bottom(head) - 1 && (next !== undefined || bottom(row) < end - 1);
}

/** Turns the wheel over what goes on below, else beside the list, where the page itself is to be
 *  scrolled. */
async function scroll_on(desk, items, controls) {
  const more = controls.find(({ pane, more_below }) => pane && more_below);
  const beside = more ?? items.find(({ role }) => role === 'grid');
  if (!beside) return false;
  const { x, y, width, height } = beside.rect;
  if (more) await desk.page.mouse.move(x + width / 2, y + height / 2);
  else await desk.page.mouse.move(x - 6, y + height / 2);
  const seen = items.filter(({ pane }) => more && pane === more.pane);
  const top = Math.min(...seen.map(({ rect }) => rect.y), y);
  const tall = Math.max(...seen.map(bottom), y + height) - top;
  await desk.page.mouse.wheel(0, Math.max(60, 0.4 * tall));
  await desk.idle();
  return true;
}

/** All that is come to on the screen as it is. */
async function look_through(desk) {
  const { width, height } = desk.page.viewportSize();
  const found = { controls: new Set(), has_list: false, whole_row: false };
  let before = '';
  for (let turn = 0; turn < most_turns; ++turn) {
    const items = await desk.list();
    for (const { label, rect } of items) {
      assert.ok(rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= width + 1 &&
                rect.y + rect.height <= height + 1, `${label} ${JSON.stringify(rect)}`);
    }
    const controls = items.filter(is_control);
    for (const { id, cut, rect } of controls)
      if (!cut || rect.height > height_of_buttons) found.controls.add(id);
    found.has_list ||= items.some(({ role }) => role === 'grid');
    found.whole_row ||= shows_whole_row(items, height);
    const now = JSON.stringify(items.map(({ id, rect }) => [id, rect]));
    if (now === before) return found;
    before = now;
    if (!await scroll_on(desk, items, controls)) return found;
  }
  return assert.fail(`no end after ${most_turns} turns of the wheel`);
}

/** What is found on each screen, on a case and on a form, by name. */
async function look_everywhere(desk) {
  const found = {};
  for (const screen of screens) {
    await desk.click(`nav_${screen}`);
    found[screen] = await look_through(desk);
  }
  // Where there is no room for both, the workload takes the list's place.
  await desk.click('nav_leads');
  if (await desk.look_for('show_loads')) {
    await desk.click('show_loads');
    for (const id of (await look_through(desk)).controls) found.leads.controls.add(id);
    await desk.click('show_list');
  }
  // Where there is no room beside the list, what a line of it says is laid over it.
  await desk.click('nav_today');
  await desk.click(({ role }) => role === 'row');
  for (const id of (await look_through(desk)).controls) found.today.controls.add(id);
  await desk.click('nav_leads');
  await desk.click(({ role }) => role === 'row');
  await desk.page.keyboard.press('Enter');
  await desk.wait_for('back');
  await desk.click(({ id }) => id === 'record_report.filed');
  found.form = await look_through(desk);
  await desk.click('close_form');
  found.case = await look_through(desk);
  return found;
}

async function choose_text_size(desk, size) {
  await desk.click('settings');
  const dialog = desk.page.getByRole('dialog', { name: '显示设置' });
  await dialog.getByLabel('文字大小').selectOption(size);
  await dialog.getByRole('button', { name: '完成' }).click();
  await desk.idle();
}

function lost_of(before, after) {
  assert.equal(after.has_list, before.has_list);
  const lost = [...before.controls].filter((id) => !after.controls.has(id));
  return after.has_list && !after.whole_row ? [...lost, 'a whole row'] : lost;
}

async function at_twice_the_size(stage) {
  const context = await stage.context();
  const open = async ([width, height]) => {
    const desk = await stage.desk({ query: 'demo', context });
    await desk.resize(width, height);
    return desk;
  };
  const tall = await open([1180, 2400]);  // Little needs scrolling.
  const before = await look_everywhere(tall);
  await choose_text_size(tall, '200%');
  await tall.close();
  const lost = [];
  for (const size of sizes) {
    const after = await look_everywhere(await open(size));
    for (const name of Object.keys(before))
      lost.push(...lost_of(before[name], after[name]).map((what) => `${size}: ${name}: ${what}`));
  }
  assert.deepEqual(lost, []);
}

export const stories = [
  { name: 'text size: at 200 % nothing is out of reach and lists show whole rows',
    run: at_twice_the_size },
];

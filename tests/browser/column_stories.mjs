// Columns in a person's hands: arranged, narrowed by words and by days, and arranged so after a reload.

import assert from 'node:assert/strict';

async function heads(desk) {
  return (await desk.list()).filter(({ role }) => role === 'columnheader').map(({ label }) => label);
}

async function cells_of(desk, column) {
  const titles = await heads(desk);
  const cells = (await desk.list()).filter(({ role }) => role === 'gridcell');
  return cells.filter((_, at) => at % titles.length === titles.indexOf(column))
      .map(({ label }) => label);
}

async function choose(desk, column, entry) {
  await desk.click(`menu_${column}`);
  await desk.click(entry);
}

async function type_into(desk, field, words) {
  await desk.click(field);
  await desk.page.keyboard.insertText(words);
  await desk.idle();
}

async function close_menu(desk) {
  for (let turn = 0; turn < 3 && await desk.look_for('freeze'); ++turn) {
    await desk.page.keyboard.press('Escape');
    await desk.idle();
  }
}

async function drag_head(desk, from, onto) {
  const [start, end] = [(await desk.find(from)).rect, (await desk.find(onto)).rect];
  const y = start.y + start.height / 2;
  await desk.page.mouse.move(start.x + 20, y);
  await desk.page.mouse.down();
  await desk.page.mouse.move(end.x + 10, y, { steps: 5 });
  await desk.page.mouse.up();
  await desk.idle();
}

async function arranges(desk) {
  await drag_head(desk, 'head_stage', 'head_title');
  await choose(desk, 'petitioner', 'hide');
  await choose(desk, 'title', 'freeze');
  const [, second, third, fourth] = await heads(desk);
  assert.deepEqual([second, third, fourth], ['办理状态', '事项', '责任单位']);
  assert.ok(!(await heads(desk)).includes('信访人'));
}

/** In a window too narrow for all columns those that are frozen stay, the others go by. */
async function frozen_ones_stay(desk) {
  await desk.resize(1000, 800);
  const left = async (id) => (await desk.find(id))?.rect.x;
  const stays = await left('head_title');
  const { rect } = await desk.find('head_title');
  await desk.page.mouse.move(rect.x + 20, rect.y + 200);
  await desk.page.mouse.wheel(600, 0);
  await desk.idle();
  assert.equal(await left('head_title'), stays);
  assert.notEqual((await heads(desk))[3], '责任单位');
  await desk.resize(1440, 900);
}

async function narrows(desk) {
  await desk.click('menu_title');
  await type_into(desk, 'filter_part', '拆迁');
  await close_menu(desk);
  const titles = await cells_of(desk, '事项');
  assert.ok(titles.length > 3 && titles.every((title) => title.includes('拆迁')), titles.join());
  await desk.click('menu_registered');
  await type_into(desk, 'filter_from', '10.1');
  await desk.wait_for(/^即2026年10月1日/);
  await type_into(desk, 'filter_to', '10.3x');
  await desk.wait_for('不是有效日期');
  await desk.page.keyboard.press('Backspace');
  await desk.page.keyboard.insertText('1');
  await close_menu(desk);
  const days = await cells_of(desk, '登记');
  assert.ok(days.length > 0 && days.every((day) => day.startsWith('10月')), days.join());
}

async function arranged_and_narrowed(stage) {
  const desk = await stage.desk({ query: 'demo&screen=cases' });
  await arranges(desk);
  await frozen_ones_stay(desk);
  const arranged = await heads(desk);
  await narrows(desk);
  await desk.reload();
  assert.deepEqual(await heads(desk), arranged);  // The order is kept, what was looked for is not.
  await choose(desk, 'number', 'reset_view');
  assert.ok((await heads(desk)).includes('信访人'));
}

export const stories = [
  { name: 'columns: moved, hidden, frozen, narrowed by words and by days', run: arranged_and_narrowed },
];

// Pictures of every screen in the sizes people have, light and dark, for people to look at.

import assert from 'node:assert/strict';
import path from 'node:path';

import { pictures, sample } from './suite.mjs';

const sizes = [[1440, 900], [1180, 820], [820, 1180]];
const screens = ['today', 'overview', 'cases', 'leads', 'reports', 'units', 'data'];

async function shoot(desk, name) {
  await desk.idle();
  const { width, height } = desk.page.viewportSize();
  const file = path.join(pictures, `${name}-${width}x${height}.png`);
  const { length } = await desk.page.screenshot({ path: file });
  assert.ok(length > 8000, `${name} is empty`);
}

/** In portrait what does not fit into the bar is behind 更多. */
async function go(desk, screen) {
  if (!await desk.look_for(`nav_${screen}`)) await desk.click('nav_more');
  await desk.click(`nav_${screen}`);
}

// Chosen from the list, not from today's panel, so that it is the same case in every size.
async function open_a_case(desk) {
  await go(desk, 'leads');
  const row = await desk.wait_for((item) => item.role === 'gridcell' && /^…\d/.test(item.label));
  await desk.page.mouse.click(row.rect.x + 20, row.rect.y + row.rect.height / 2);
  await desk.wait_for('back');
}

async function open_a_form(desk) {
  await desk.click((item) => /^record_(case|lead|report)\./.test(item.id));
  await desk.wait_for('record');
}

async function all_screens(stage, colorScheme, mark) {
  const desk = await stage.desk({ query: 'demo', colorScheme });
  for (const [width, height] of sizes) {
    await desk.resize(width, height);
    for (const screen of screens) {
      await go(desk, screen);
      await shoot(desk, screen + mark);
    }
    await open_a_case(desk);
    await shoot(desk, `case${mark}`);
    await open_a_form(desk);
    await shoot(desk, `form${mark}`);
    await desk.click('close_form');
    await desk.click('back');
  }
  return desk;
}

async function lists_in_use(stage) {
  const desk = await stage.desk({ query: 'demo' });
  await go(desk, 'cases');
  await desk.click('menu_unit');
  await shoot(desk, 'cases-filter');
  await desk.page.keyboard.press('Escape');
  await go(desk, 'leads');
  const cells = (await desk.list()).filter(({ role }) => role === 'gridcell');
  const [first, last] = [cells[1].rect, cells[31].rect];
  await desk.page.mouse.move(first.x + 30, first.y + 20);
  await desk.page.mouse.down();
  await desk.page.mouse.move(last.x + 30, last.y + 20, { steps: 4 });
  await desk.page.mouse.up();
  await desk.wait_for('totals');
  await shoot(desk, 'leads-range');
  await go(desk, 'today');
  await desk.click('head_day');
  await shoot(desk, 'today-sorted');
}

async function lines_being_typed(stage) {
  const desk = await stage.desk({ query: 'demo' });
  await open_a_case(desk);
  await desk.click('record_report.filed');
  const field = await desk.wait_for((item) => item.multi_line);
  await desk.click(field.id);
  await desk.page.keyboard.insertText('第一行写了什么\n第二行写了什么\n第三行写了什么');
  await desk.idle();
  await shoot(desk, 'form-typing');
  await desk.page.keyboard.press('Tab');
  await shoot(desk, 'form-typed');
}

async function first_and_import(stage) {
  const desk = await stage.desk();
  for (const [width, height] of sizes) {
    await desk.resize(width, height);
    await shoot(desk, 'welcome');
  }
  const files = ['units-officials.xlsx', 'provincial-export.xlsx', 'county-ledger.xlsx'];
  await desk.choose_files('choose_files', files.map(sample));
  await desk.wait_for('导入结果');
  for (const [width, height] of sizes) {
    await desk.resize(width, height);
    await shoot(desk, 'import');
  }
  await go(desk, 'data');
  await desk.wait_for('快照 1');
  for (const [width, height] of sizes) {
    await desk.resize(width, height);
    await shoot(desk, 'snapshots');
  }
}

async function light(stage) {
  const desk = await all_screens(stage, 'light', '');
  await desk.resize(1440, 900);
  await go(desk, 'today');
  const dark = await stage.desk({ query: 'demo', colorScheme: 'dark' });
  assert.ok(!(await desk.page.screenshot()).equals(await dark.page.screenshot()));
}

export const stories = [
  { name: 'pictures: every screen of the sample county', run: light },
  { name: 'pictures: every screen, dark', run: (stage) => all_screens(stage, 'dark', '-dark') },
  { name: 'pictures: lists in use', run: lists_in_use },
  { name: 'pictures: several lines being typed', run: lines_being_typed },
  { name: 'pictures: the empty page and an import', run: first_and_import },
];

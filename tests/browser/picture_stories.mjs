// Pictures of every screen in the sizes people have, light and dark, and once in high contrast, for
// people to look at.

import assert from 'node:assert/strict';
import path from 'node:path';

import { pictures, sample } from './suite.mjs';

const sizes = [[1440, 900], [1180, 820], [820, 1180]];
const screens = ['today', 'overview', 'cases', 'leads', 'reports', 'units', 'data'];
const media = (colorScheme, forcedColors = 'none') => ({ colorScheme, forcedColors });
// By the page's own names.
const looks = {
  light: { mark: '', media: media('light'), sizes },
  dark: { mark: '-dark', media: media('dark'), sizes },
  contrast: { mark: '-contrast', media: media('light', 'active'), sizes: [[1180, 820]] },
};

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

async function shoot_settings(desk, mark) {
  await desk.click('settings');
  const dialog = desk.page.getByRole('dialog', { name: '显示设置' });
  await dialog.waitFor();
  await shoot(desk, `settings${mark}`);
  await dialog.getByRole('button', { name: '完成' }).click();
}

async function all_screens(stage, { mark, media: options, sizes: wanted }) {
  const desk = await stage.desk({ query: 'demo', ...options });
  for (const [width, height] of wanted) {
    await desk.resize(width, height);
    for (const screen of screens) {
      await go(desk, screen);
      await shoot(desk, screen + mark);
      if (screen !== 'units') continue;
      await desk.click('tab_officials');
      await shoot(desk, `officials${mark}`);
      await desk.click('tab_units');
    }
    await shoot_settings(desk, mark);
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

async function change_look(desk, theme) {
  await desk.page.emulateMedia(looks[theme].media);
  await desk.page.waitForFunction((wanted) =>
      document.documentElement.dataset.theme === wanted, theme);
  await desk.idle();
}

async function shoot_in_all_looks(desk, name) {
  for (const [theme, look] of Object.entries(looks)) {
    await change_look(desk, theme);
    for (const [width, height] of look.sizes) {
      await desk.resize(width, height);
      await shoot(desk, name + look.mark);
    }
  }
}

async function first_and_import(stage) {
  const desk = await stage.desk();
  await shoot_in_all_looks(desk, 'welcome');
  const files = ['units-officials.xlsx', 'provincial-export.xlsx', 'county-ledger.xlsx'];
  await desk.choose_files('choose_files', files.map(sample));
  await desk.wait_for('导入结果');
  await shoot_in_all_looks(desk, 'import');
  await go(desk, 'data');
  await desk.wait_for('快照 1');
  await shoot_in_all_looks(desk, 'snapshots');
}

// Each look is another picture: what a browser does not carry out would show the same one again.
async function light(stage) {
  const desk = await all_screens(stage, looks.light);
  await desk.resize(1440, 900);
  await go(desk, 'today');
  const seen = [];
  for (const theme of Object.keys(looks)) {
    await change_look(desk, theme);
    const picture = await desk.page.screenshot();
    assert.ok(seen.every((other) => !other.equals(picture)), theme);
    seen.push(picture);
  }
}

export const stories = [
  { name: 'pictures: every screen of the sample county', run: light },
  { name: 'pictures: every screen, dark', run: (stage) => all_screens(stage, looks.dark) },
  { name: 'pictures: every screen in high contrast',
    run: (stage) => all_screens(stage, looks.contrast) },
  { name: 'pictures: lists in use', run: lists_in_use },
  { name: 'pictures: several lines being typed', run: lines_being_typed },
  { name: 'pictures: the empty page and an import', run: first_and_import },
];

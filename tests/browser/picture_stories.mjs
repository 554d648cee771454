// Pictures of every screen in the sizes people have, for people to look at.

import assert from 'node:assert/strict';
import path from 'node:path';

import { pictures, sample } from './suite.mjs';

const sizes = [[1440, 900], [1180, 820]];

async function shoot(desk, name) {
  await desk.idle();
  const { width, height } = desk.page.viewportSize();
  const file = path.join(pictures, `${name}-${width}x${height}.png`);
  const { length } = await desk.page.screenshot({ path: file });
  assert.ok(length > 8000, `${name} is empty`);
}

async function all_screens(stage) {
  const desk = await stage.desk({ query: 'demo' });
  for (const [width, height] of sizes) {
    await desk.resize(width, height);
    await desk.click('nav_today');
    await shoot(desk, 'today');
    await desk.scroll_to('open_case', '依据');
    await desk.click('open_case');
    await shoot(desk, 'case');
    for (const screen of ['cases', 'data']) {
      await desk.click(`nav_${screen}`);
      await shoot(desk, screen);
    }
  }
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
}

async function dark(stage) {
  const desk = await stage.desk({ query: 'demo', colorScheme: 'dark' });
  await shoot(desk, 'today-dark');
  const light = await stage.desk({ query: 'demo' });
  assert.ok(!(await desk.page.screenshot()).equals(await light.page.screenshot()));
}

export const stories = [
  { name: 'pictures: every screen of the sample county', run: all_screens },
  { name: 'pictures: the empty page and an import', run: first_and_import },
  { name: 'pictures: dark', run: dark },
];

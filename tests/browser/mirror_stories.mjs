// The page as a person has it who sees nothing, or has only keys: through the mirror's roles and
// names.

import assert from 'node:assert/strict';

async function mirrored(stage, query = 'demo&a11y', options = {}) {
  const desk = await stage.desk({ query, ...options });
  await desk.page.getByRole('tab', { name: '今日' }).waitFor();
  return desk;
}

async function focus_by_tab(desk, locator, most = 60) {
  for (let turn = 0; turn < most; ++turn) {
    if (await locator.evaluate((each) => each === document.activeElement)) return;
    await desk.page.keyboard.press('Tab');
  }
  assert.fail(`Tab never came to ${locator}`);
}

async function is_asked_for(stage) {
  const desk = await stage.desk({ query: 'demo' });
  assert.equal(await desk.page.locator('#mirror').isVisible(), false);
  await desk.page.keyboard.press('Tab');
  const button = desk.page.getByRole('button', { name: '启用读屏支持' });
  assert.ok(await button.evaluate((each) => each === document.activeElement));
  await desk.page.keyboard.press('Enter');
  await desk.page.getByRole('tab', { name: '事项' }).waitFor();
  await desk.reload();
  await desk.page.getByRole('tab', { name: '事项' }).waitFor();  // It was remembered.
}

async function keys_do_everything(stage) {
  const desk = await mirrored(stage);
  const { page } = desk;
  await focus_by_tab(desk, page.getByRole('tab', { name: '事项' }));
  await page.keyboard.press('Enter');
  await page.getByRole('grid').waitFor();
  assert.equal(await desk.screen(), 'cases');
  const search = page.getByRole('searchbox').first();
  await search.focus();
  await page.waitForFunction(() => document.activeElement.id === 'text_agent');
  await page.keyboard.insertText('补偿');
  await desk.idle();
  assert.equal((await desk.find('search')).value, '补偿');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => document.activeElement.closest('#mirror') !== null);
  assert.equal((await desk.find('search')).value, '补偿');
  const row = page.locator('#mirror [role=row][tabindex="0"]');
  await row.focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() =>
      document.activeElement.getAttribute('aria-selected') === 'true');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.zelian.screen() === 'case');
}

async function tells_roles_and_states(stage) {
  const desk = await mirrored(stage, 'demo&a11y&screen=cases');
  const { page } = desk;
  const grid = page.getByRole('grid').first();
  await grid.getByRole('row').nth(6).waitFor();
  const rows = await grid.getByRole('row').count();
  assert.ok(rows > 5, `${rows} rows`);
  assert.ok(await grid.getByRole('columnheader').count() > 3);
  assert.ok(await grid.getByRole('gridcell').count() > 2 * rows);
  const [row, cell] = await grid.evaluate((element) => {
    const first = element.querySelector('[role=row]:nth-of-type(2)');
    return [first.getBoundingClientRect().toJSON(),
            first.querySelector('[role=gridcell]').getBoundingClientRect().toJSON()];
  });
  assert.ok(cell.top >= row.top - 1 && cell.bottom <= row.bottom + 1, 'a cell lies in its row');
  const tab = page.getByRole('tab', { name: '事项' });
  assert.equal(await tab.getAttribute('aria-selected'), 'true');
  const { rect } = await desk.find('nav_today');
  const box = await page.getByRole('tab', { name: '今日' }).boundingBox();
  assert.ok(Math.abs(box.x - rect.x) < 1 && Math.abs(box.y - rect.y) < 1);
}

async function is_found_in_page(stage) {
  const desk = await mirrored(stage, 'demo&a11y&screen=cases');
  const cell = (await desk.list()).find((item) => item.role === 'gridcell' && item.label.length > 4);
  await desk.page.getByRole('grid').first().waitFor();
  assert.equal(await desk.page.evaluate((words) => window.find(words), cell.label.slice(0, 4)), true);
}

// The mouse goes through it to the canvas, and the canvas does not speak twice.
async function stands_in_no_ones_way(stage) {
  const desk = await mirrored(stage);
  await desk.click('nav_data');
  assert.equal(await desk.screen(), 'data');
  assert.equal(await desk.page.getAttribute('#canvas', 'aria-hidden'), 'true');
  await desk.page.getByRole('heading').first().waitFor();
  const drawn = await desk.frames();
  await desk.page.waitForTimeout(600);
  assert.equal(await desk.frames(), drawn);  // Nor does it keep the page awake.
}

async function at_200_percent(stage) {
  const desk = await stage.desk({ query: 'demo&screen=cases', viewport: { width: 720, height: 450 },
                                  deviceScaleFactor: 2 });
  for (const { label, rect } of await desk.list())
    assert.ok(rect.x + rect.width <= 721 && rect.y + rect.height <= 451, label);
  const { width, clientWidth } = await desk.page.evaluate(() => {
    const { width: pixels, clientWidth: css } = document.getElementById('canvas');
    return { width: pixels, clientWidth: css };
  });
  assert.equal(width, 2 * clientWidth);  // Larger, not blurred.
  await desk.click('nav_data');
  assert.equal(await desk.screen(), 'data');
}

const click = (locator) => locator.evaluate((each) => each.click());
const is_open_week = ({ role, label }) => role === 'gridcell' && /^(未报|待报)/.test(label);

async function opens_form_of_a_week(stage) {
  const desk = await mirrored(stage, 'demo&a11y&screen=reports');
  const { page } = desk;
  const cell = page.getByRole('gridcell', { name: /^(未报|待报)/ }).first();
  await cell.waitFor();
  await click(cell);
  await desk.wait_for('record');
  assert.ok((await desk.words()).includes('周报'));
  await desk.click('close_form');
  await page.waitForTimeout(250);
  // The same by keys: along the row to the week, then Enter.
  const { label } = await desk.wait_for(is_open_week);
  await page.locator('#mirror [role=row][tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  const here = page.locator('#mirror [data-here]');
  for (let turn = 0; turn < 20; ++turn) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(400);  // People are told five times a second.
    await page.waitForFunction(() => document.querySelector('#mirror [data-here]') === document.activeElement);
    if ((await here.textContent()) === label) break;
  }
  await page.keyboard.press('Enter');
  await desk.wait_for('record');
  assert.equal(await desk.screen(), 'reports');
}

async function changes_a_fact(stage) {
  const desk = await mirrored(stage, 'demo&a11y&screen=cases');
  const { page } = desk;
  await focus_by_tab(desk, page.locator('#mirror [role=row][tabindex="0"]'));
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.zelian.screen() === 'case');
  const fact = page.locator('#mirror [role=listitem] [role=button]').first();
  await fact.waitFor();
  await focus_by_tab(desk, fact, 120);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '更正' }).first().waitFor();
  assert.equal(await fact.getAttribute('aria-expanded'), 'true');
  await click(page.getByRole('button', { name: '更正' }).first());
  await desk.wait_for('record');
}

async function tells_what_a_form_needs(stage) {
  const desk = await mirrored(stage, 'demo&a11y&screen=reports');
  const { page } = desk;
  assert.ok(await page.getByRole('status').filter({ hasText: '应报' }).count() > 0);
  assert.ok(await page.getByRole('status').filter({ hasText: '不保存' }).count() > 0);
  const cell = page.getByRole('gridcell', { name: /^(未报|待报)/ }).first();
  await cell.waitFor();
  await click(cell);
  await desk.wait_for('record');
  const needed = page.locator('#mirror [role=textbox][aria-required=true]');
  await needed.first().waitFor();
  assert.equal(await page.locator('#mirror [aria-invalid=true]').count(), 0);
  await page.getByRole('textbox', { name: '哪天发生的' }).focus();
  await page.waitForFunction(() => document.activeElement.id === 'text_agent');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('第四十天');
  const wrong = page.locator('#mirror [aria-invalid=true]').first();
  await wrong.waitFor();
  assert.ok(await wrong.getAttribute('aria-description'), 'what is wrong is told with the field');
  await click(page.getByRole('button', { name: /^选日期/ }).first());
  const day = page.getByRole('button', { name: /^\d+年\d+月\d+日/ }).first();
  await day.waitFor();
  assert.equal(await day.getAttribute('tabindex'), '0');
}

async function tells_open_lists(stage) {
  const desk = await mirrored(stage, 'demo&a11y&screen=reports');
  const { page } = desk;
  const cell = page.getByRole('gridcell', { name: /^(未报|待报)/ }).first();
  await cell.waitFor();
  await click(cell);
  const list = page.getByRole('combobox', { name: /报告周/ });
  await list.waitFor();
  assert.equal(await list.getAttribute('aria-required'), 'true');
  assert.equal(await list.getAttribute('aria-expanded'), 'false');
  await click(list);
  await page.getByRole('option').first().waitFor();
  assert.equal(await list.getAttribute('aria-expanded'), 'true');
}

const has_focus = (page, selector) => page.waitForFunction(
    (wanted) => document.activeElement?.matches(wanted), selector);

async function blank_cells_keep_columns(stage) {
  const desk = await mirrored(stage, 'demo&a11y&screen=reports');
  await desk.page.getByRole('gridcell').first().waitFor();
  const grid = await desk.page.getByRole('grid').first().evaluate((element) => {
    const columns = (row) => [...row.children].map((each) => each.getAttribute('aria-colindex'));
    const [headers, ...rows] = [...element.children].map(columns);
    return { headers, rows, blank: element.querySelectorAll('[role=gridcell]:empty').length,
             counts: ['aria-rowcount', 'aria-colcount'].map((name) => Number(element.getAttribute(name))) };
  });
  assert.ok(grid.blank > 0, 'a week before the lead, say');
  assert.ok(grid.headers.length > 5 && grid.headers.every(Boolean));
  for (const columns of grid.rows) assert.deepEqual(columns, grid.headers);
  assert.ok(grid.counts[0] > grid.rows.length && grid.counts[1] >= grid.headers.length, grid.counts);
}

async function focus_follows_cases(stage) {
  const desk = await mirrored(stage, 'demo&a11y&screen=cases');
  const { page } = desk;
  await focus_by_tab(desk, page.locator('#mirror [role=row][tabindex="0"]'));
  await page.keyboard.press('ArrowDown');
  await has_focus(page, '#mirror [role=row][aria-selected=true]');
  const row = await page.evaluate(() => document.activeElement.dataset.key);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.zelian.screen() === 'case');
  await has_focus(page, '#mirror [data-key="button back 0"]');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.zelian.screen() === 'cases');
  await has_focus(page, `#mirror [data-key="${row}"]`);
}

async function focus_follows_forms(stage) {
  const desk = await mirrored(stage, 'demo&a11y&screen=reports');
  const { page } = desk;
  const row = page.locator('#mirror [role=row][tabindex="0"]');
  await focus_by_tab(desk, row);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.zelian.screen() === 'case');
  const opener = page.locator('#mirror [data-key^="button record_"]').first();
  await opener.waitFor();
  const key = await opener.getAttribute('data-key');
  const press = async (wanted) => {
    await page.locator(`#mirror [data-key="${wanted}"]`).focus();
    await page.keyboard.press('Enter');
  };
  await press(key);
  await desk.wait_for('record');
  await page.waitForTimeout(300);
  await page.locator('#mirror [data-key="button record 0"]').waitFor();
  await page.getByRole('textbox', { name: '哪天发生的' }).focus();
  await has_focus(page, '#text_agent');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('第四十天');
  await page.waitForFunction(() =>
      document.getElementById('text_agent').getAttribute('aria-invalid') === 'true');
  const told = await page.evaluate(() => {
    const { ariaLabel, ariaRequired, ariaDescription } = document.getElementById('text_agent');
    const twin = document.querySelector('#mirror [data-typing]').getAttribute('aria-hidden');
    return [ariaLabel, ariaRequired, ariaDescription.length > 0, twin];
  });
  assert.deepEqual(told, ['哪天发生的', 'true', true, 'true']);
  // Refused: on to the first field with a problem.
  await press('button record 0');
  await has_focus(page, '#text_agent');
  assert.equal(await page.getAttribute('#text_agent', 'aria-label'), '哪天发生的');
  await press('button close_form 0');
  await has_focus(page, `#mirror [data-key="${key}"]`);
}

export const stories = [
  { name: 'mirror: it is asked for by the first button, and remembered', run: is_asked_for },
  { name: 'mirror: keys alone search, choose a row and open it', run: keys_do_everything },
  { name: 'mirror: roles, names and states are those of the screen', run: tells_roles_and_states },
  { name: 'mirror: find-in-page finds what is on the screen', run: is_found_in_page },
  { name: 'mirror: the mouse goes through it, and it draws no frames', run: stands_in_no_ones_way },
  { name: 'mirror: a week of 周报 opens its form by click and by keys', run: opens_form_of_a_week },
  { name: 'mirror: keys come to a fact and correct it', run: changes_a_fact },
  { name: 'mirror: a form tells what it needs and what is wrong', run: tells_what_a_form_needs },
  { name: 'mirror: a list tells that it is open', run: tells_open_lists },
  { name: 'mirror: blank cells too stand under their headers', run: blank_cells_keep_columns },
  { name: 'mirror: the focus goes into a case and back to its row', run: focus_follows_cases },
  { name: 'mirror: the focus goes to what a form lacks, and back to what opened it',
    run: focus_follows_forms },
  { name: 'mirror: at 200 % everything stays in view and sharp', run: at_200_percent },
];

// Keys alone: what lies over the rest, what is out of view, and the page's own buttons.

import assert from 'node:assert/strict';

import { dropped } from './suite.mjs';

const key_of = (page) => page.evaluate(() => {
  const { id, dataset, textContent, tagName } = document.activeElement;
  return dataset.key ?? (id || textContent || tagName);
});

const focused = (page, wanted) => page.waitForFunction(
    (key) => document.activeElement.dataset.key === key, wanted);

async function mirrored(stage, query) {
  const desk = await stage.desk({ query });
  await desk.page.getByRole('tab', { name: '今日' }).waitFor();
  return desk;
}

const mirror = (page, key) => page.locator(`#mirror [data-key="${key}"]`);

async function closes_menus(stage) {
  const desk = await mirrored(stage, 'demo&a11y&screen=cases');
  const { page } = desk;
  const trigger = mirror(page, 'button menu_unit 0');
  await trigger.focus();
  assert.equal(await trigger.getAttribute('aria-expanded'), 'false');
  await page.keyboard.press('Enter');
  await focused(page, 'menuitem sort_up 0');
  assert.equal(await trigger.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowDown');
  await focused(page, 'menuitem sort_down 0');
  for (let turn = 0; turn < 20; ++turn) {
    await page.keyboard.press('Tab');
    await desk.idle();
    assert.ok(await page.evaluate(() => document.activeElement.id === 'text_agent' ||
        'over' in document.activeElement.dataset), await key_of(page));
  }
  await mirror(page, 'menuitem hide 0').focus();
  await page.keyboard.press('Escape');
  await focused(page, 'button menu_unit 0');
  assert.equal(await desk.look_for('hide'), null);
  // The same button closes it too, and what is pressed behind it is pressed at once.
  for (const again of ['button menu_unit 0', 'tab nav_leads 0']) {
    await trigger.focus();
    await page.keyboard.press('Enter');
    await focused(page, 'menuitem sort_up 0');
    await mirror(page, again).evaluate((each) => each.click());
    await desk.idle();
    assert.equal(await desk.look_for('hide'), null);
  }
  assert.equal(await desk.screen(), 'leads');
}

async function closes_lists(stage) {
  const desk = await mirrored(stage, 'demo&a11y&screen=today');
  const { page } = desk;
  const list = mirror(page, 'combobox unit 0');
  await list.waitFor();
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.activeElement.role === 'option');
  assert.equal(await list.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('Escape');
  await focused(page, 'combobox unit 0');
  assert.equal((await desk.list()).filter(({ role }) => role === 'option').length, 0);
}

async function leaves_the_canvas(stage) {
  const context = await stage.context();
  const first = await stage.desk({ context });
  await first.drop_files([dropped('county-ledger.xlsx')]);
  await first.saved();
  const desk = await stage.desk({ context });
  const { page } = desk;
  await page.bringToFront();
  await desk.idle();
  const walk = async (key, wanted) => {
    for (let turn = 0; turn < 120; ++turn) {
      await page.keyboard.press(key);
      await desk.idle();
      if (await key_of(page) === wanted) return turn;
    }
    return assert.fail(`${key} never came to ${wanted}, but to ${await key_of(page)}`);
  };
  await walk('Tab', 'canvas');
  await page.keyboard.press('Tab');
  await desk.idle();
  const start = (await desk.list()).find((item) => item.focused);
  assert.ok(await walk('Tab', '接管编辑') > 5);
  // Back to the last thing on the canvas, and through all of it to the buttons before it.
  await page.keyboard.press('Shift+Tab');
  await desk.idle();
  assert.ok((await desk.list()).some((item) => item.focused && item.id !== start.id));
  assert.ok(await walk('Shift+Tab', 'enable_mirror') > 5);
  assert.ok(await walk('Tab', '接管编辑') > 5);
  await page.keyboard.press('Enter');
  await desk.wait_for('已保存');
}

async function open_form(desk, kind) {
  await desk.click('nav_leads');
  const row = await desk.wait_for((item) => item.role === 'gridcell' && /^…\d/.test(item.label));
  await desk.page.mouse.click(row.rect.x + 20, row.rect.y + row.rect.height / 2);
  await desk.click(kind);
  await desk.wait_for('record');
  await desk.idle();
}

async function scrolls_to_fields(stage) {
  const desk = await mirrored(stage, 'demo&a11y');
  const { page } = desk;
  await open_form(desk, 'record_report.filed');
  await mirror(page, 'button pick_day 0').focus();
  const walk = async (key) => {
    const seen = new Set();
    for (let turn = 0; turn < 30 && !seen.has('button record 0'); ++turn) {
      await page.keyboard.press(key);
      await desk.idle();
      const item = (await desk.list()).find((each) => each.role === 'textbox' && each.focused);
      seen.add(item && await key_of(page) === 'text_agent' ? item.id : await key_of(page));
    }
    return seen;
  };
  const seen = await walk('Tab');
  for (const wanted of ['field_work', 'field_next', 'typed_read_by', 'button record 0'])
    assert.ok([...seen].some((each) => each.includes(wanted)), `${wanted} among ${[...seen]}`);
}

async function pastes_a_cell(stage) {
  const desk = await stage.desk({ query: 'demo' });
  await open_form(desk, 'record_report.filed');
  const paste = async (id, text) => {
    await desk.click(id);
    await desk.page.evaluate((cells) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', cells);
      document.activeElement.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
    await desk.idle();
    return (await desk.find(id)).value;
  };
  assert.equal(await paste('field_work', '"面谈一次\n核实""账目"""\r\n'), '面谈一次\n核实"账目"');
  assert.equal(await paste('field_problems', '资金不足\r\n'), '资金不足');
}

export const stories = [
  { name: 'keys: through the mirror a menu is opened, walked through and left', run: closes_menus },
  { name: 'keys: through the mirror a list is opened and left', run: closes_lists },
  { name: 'keys: Tab leads from the canvas to the buttons of the page and back', run: leaves_the_canvas },
  { name: 'keys: through the mirror Tab scrolls to the fields of a form', run: scrolls_to_fields },
  { name: 'keys: a cell pasted into a field is what it says', run: pastes_a_cell },
];

// Hands and keyboards: input methods, clipboard, wheel, fingers, drawn at device pixels.

import assert from 'node:assert/strict';

async function cases_of_demo(stage, options = {}) {
  const desk = await stage.desk({ query: 'demo&screen=cases', ...options });
  assert.equal(await desk.screen(), 'cases');
  return desk;
}

async function field(desk) { return (await desk.find('search')).value; }

// Tails and the line under them lie within the box, which lies on the field.
async function shows_it_whole(desk) {
  const { box, letter } = await desk.page.evaluate(() => {
    const view = document.getElementById('composition');
    const { top, bottom } = view.getBoundingClientRect();
    return { box: { top, bottom }, letter: Number.parseFloat(getComputedStyle(view).fontSize) };
  });
  assert.ok(box.bottom - box.top >= 1.4 * letter, `${box.bottom - box.top} for ${letter}`);
  const { rect } = await desk.find('search');
  assert.ok(box.top >= rect.y - 1 && box.bottom <= rect.y + rect.height + 1);
}

async function types_chinese(stage) {
  const desk = await cases_of_demo(stage);
  await desk.click('search');
  const cdp = await desk.page.context().newCDPSession(desk.page);
  const compose = (text) => cdp.send('Input.imeSetComposition',
      { text, selectionStart: text.length, selectionEnd: text.length });
  await compose('zheng');
  await desk.idle();
  assert.equal(await field(desk), '');  // The field waits until the input method is done …
  assert.equal(await desk.page.textContent('#composition:visible'), 'zheng');  // … shown beside it.
  await shows_it_whole(desk);
  await cdp.send('Input.insertText', { text: '征地' });
  await desk.idle();
  assert.equal(await field(desk), '征地');
  assert.equal(await desk.page.isVisible('#composition'), false);
  await compose('abc');
  await compose('');
  await desk.idle();
  assert.equal(await field(desk), '征地');  // A cancelled composition leaves nothing.
  await desk.page.keyboard.press('Backspace');
  await desk.idle();
  assert.equal(await field(desk), '征');
}

// Some keyboards send no keys at all, only what changed in the text.
async function types_without_keys(stage) {
  const desk = await cases_of_demo(stage);
  await desk.click('search');
  const change = (value, kind) => desk.page.evaluate(([text, inputType]) => {
    const area = document.getElementById('text_agent');
    area.value = text;
    area.dispatchEvent(new InputEvent('input', { inputType }));
  }, [value, kind]);
  await change('土地', 'insertText');
  await change('土地承包', 'insertText');
  await change('土地承', 'deleteContentBackward');
  await desk.idle();
  assert.equal(await field(desk), '土地承');
}

// The key that ends a composition comes before its end, marked as composing, or after it, as Safari
// does, with 229 as its only mark.
async function ends_composition_either_way(stage) {
  for (const key_first of [true, false]) {
    const desk = await cases_of_demo(stage);
    await desk.click('search');
    await desk.page.evaluate((first) => {
      const area = document.getElementById('text_agent');
      const send = (event) => area.dispatchEvent(event);
      const key = (type, isComposing) => send(new KeyboardEvent(type, {
        key: 'Enter', code: 'Enter', keyCode: 229, isComposing, bubbles: true }));
      send(new CompositionEvent('compositionstart'));
      area.value = '信访';
      send(new InputEvent('input', { isComposing: true, inputType: 'insertCompositionText' }));
      if (first) key('keydown', true);
      send(new CompositionEvent('compositionend', { data: '信访' }));
      if (!first) key('keydown', false);
      key('keyup', false);
    }, key_first);
    await desk.idle();
    const search = await desk.find('search');
    assert.deepEqual([search.value, search.focused], ['信访', true]);
    await desk.page.keyboard.press('Backspace');  // Keys are the field's again.
    await desk.idle();
    assert.equal(await field(desk), '信');
  }
}

async function copies_and_pastes(stage) {
  const desk = await cases_of_demo(stage);
  await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await desk.click('search');
  await desk.page.keyboard.type('2026');
  await desk.page.keyboard.press('Control+a');
  await desk.page.keyboard.press('Control+c');
  await desk.idle();
  assert.equal(await desk.page.evaluate(() => navigator.clipboard.readText()), '2026');
  await desk.page.keyboard.press('End');
  await desk.page.keyboard.press('Control+v');
  await desk.idle();
  assert.equal(await field(desk), '20262026');
  await desk.page.keyboard.press('Control+a');
  await desk.page.keyboard.press('Control+x');
  await desk.idle();
  assert.equal(await field(desk), '');
}

// A block of cells as Excel gets it: by its lines in plain text, by its cells in HTML.
async function copies_a_range(stage) {
  const desk = await cases_of_demo(stage);
  const [first, second] = await rows_in_view(desk);
  const cells = (await desk.list()).filter((item) => item.role === 'gridcell');
  const last = cells.filter(({ rect }) => rect.y === second.rect.y)
      .sort((a, b) => a.rect.x - b.rect.x)[2];
  await desk.page.mouse.move(first.rect.x + 10, first.rect.y + 10);
  await desk.page.mouse.down();
  await desk.page.mouse.move(last.rect.x + 10, last.rect.y + 10, { steps: 4 });
  await desk.page.mouse.up();
  await desk.idle();
  const copied = desk.page.evaluate(() => new Promise((resolve) =>
      addEventListener('copy', ({ clipboardData: data }) =>
          resolve({ plain: data.getData('text/plain'), html: data.getData('text/html') }))));
  await desk.page.keyboard.press('Control+c');
  const { plain, html } = await copied;
  const lines = plain.split('\r\n');
  assert.equal(lines.length, 3);
  assert.equal(lines[2], '');
  assert.ok(!/[\r\n]/.test(lines.join('')), JSON.stringify(plain));
  assert.deepEqual(lines.slice(0, 2).map((line) => line.split('\t').length), [3, 3]);
  assert.equal(html.match(/<tr>/g).length, 2);
  assert.ok(!/[\r\n]/.test(html));
}

// Without the HTML a spreadsheet would make numbers of fifteen digits of them.
async function copies_case_numbers(stage) {
  const desk = await cases_of_demo(stage);
  await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const [first, , third] = await rows_in_view(desk);
  await desk.page.mouse.move(first.rect.x + 10, first.rect.y + 10);
  await desk.page.mouse.down();
  await desk.page.mouse.move(third.rect.x + 10, third.rect.y + 10, { steps: 4 });
  await desk.page.mouse.up();
  await desk.click('copy_range');
  await desk.idle();
  const read = (kind) => desk.page.evaluate(async (type) => {
    const [item] = await navigator.clipboard.read();
    return (await item.getType(type)).text();
  }, kind);
  assert.match(await read('text/plain'), /^(\d{18}\r?\n){3}$/);
  const html = await read('text/html');
  assert.equal(html.match(/<td[^>]*mso-number-format[^>]*>\d{18}</g)?.length, 3, html);
}

// Escape where there is nothing to close does not lose a person's place.
async function escape_keeps_the_place(stage) {
  const desk = await cases_of_demo(stage);
  const focused = async () => {
    await desk.idle();
    return (await desk.list()).find((item) => item.focused)?.id;
  };
  await desk.click('search');
  await desk.page.keyboard.press('Tab');
  assert.equal(await focused(), 'undo');
  await desk.page.keyboard.press('Escape');
  await desk.page.keyboard.press('Escape');
  await desk.page.keyboard.press('Tab');
  assert.equal(await focused(), 'settings');
}

async function shortcut_reaches_search(stage) {
  const desk = await cases_of_demo(stage);
  await desk.page.keyboard.press('Control+k');
  await desk.idle();
  await desk.page.keyboard.type('7');
  await desk.idle();
  assert.equal(await field(desk), '7');
}

// Cells of the first column that lie wholly in view, by what they say.
async function rows_in_view(desk) {
  const cells = (await desk.list()).filter((item) => item.role === 'gridcell');
  const left = Math.min(...cells.map((cell) => cell.rect.x));
  return cells.filter((cell) => cell.rect.x === left);
}

async function wheel_moves_rows(stage) {
  const desk = await cases_of_demo(stage);
  const before = await rows_in_view(desk);
  const third = before[2];
  await desk.page.mouse.move(third.rect.x + 30, third.rect.y + 10);
  await desk.page.mouse.wheel(0, 60);
  await desk.idle();
  const after = (await rows_in_view(desk)).find((cell) => cell.label === third.label);
  const moved = third.rect.y - after.rect.y;
  assert.ok(Math.abs(moved - 60) <= 2, `moved by ${moved} of 60 pixels`);
}

async function device_pixels(stage) {
  for (const deviceScaleFactor of [1.25, 2]) {
    const desk = await cases_of_demo(stage, { deviceScaleFactor });
    const canvas = await desk.page.evaluate(() => {
      const { width, clientWidth } = document.getElementById('canvas');
      return { width, clientWidth };
    });
    assert.equal(canvas.width, Math.round(canvas.clientWidth * deviceScaleFactor));
    await desk.click('nav_data');  // Places are still CSS pixels.
    assert.equal(await desk.screen(), 'data');
  }
}

async function follows_the_window(stage) {
  const desk = await cases_of_demo(stage);
  await desk.resize(820, 1180);
  for (const { label, rect } of await desk.list())
    assert.ok(rect.x + rect.width <= 821 && rect.y + rect.height <= 1181, label);
}

export const stories = [
  { name: 'input: an input method writes Chinese into a field', run: types_chinese },
  { name: 'input: a keyboard without keys writes and deletes', run: types_without_keys },
  { name: 'input: the key that ends a composition is not taken twice',
    run: ends_composition_either_way },
  { name: 'input: copy, cut and paste', run: copies_and_pastes },
  { name: 'input: a range of cells is copied with its lines ended once', run: copies_a_range },
  { name: 'input: numbers of cases are copied as what they are, by a button too', run: copies_case_numbers },
  { name: 'input: Escape keeps the place of the keys', run: escape_keeps_the_place },
  { name: 'input: Ctrl K goes to the search field', run: shortcut_reaches_search },
  { name: 'input: the wheel moves rows by its pixels', run: wheel_moves_rows },
  { name: 'input: whole and broken pixel ratios', run: device_pixels },
  { name: 'input: the window changes its size', run: follows_the_window },
];

// Fingers and pens, sent as the device would send them.

import assert from 'node:assert/strict';

const tablet = { hasTouch: true, viewport: { width: 1180, height: 820 } };

async function in_hand(stage, options = {}) {
  const desk = await stage.desk({ query: 'demo&screen=cases', ...tablet, ...options });
  const cdp = await desk.page.context().newCDPSession(desk.page);
  const touch = (type, ...points) => cdp.send('Input.dispatchTouchEvent', {
    type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  // Both at once: a busy machine would make a long press of it.
  const tap = (x, y) => Promise.all([touch('touchStart', [x, y]), touch('touchEnd')]);
  return { desk, cdp, touch, tap };
}

// Cells of the first column that lie wholly in view, by what they say.
async function first_cells(desk) {
  const cells = (await desk.list()).filter((item) => item.role === 'gridcell');
  const left = Math.min(...cells.map((cell) => cell.rect.x));
  return cells.filter((cell) => cell.rect.x === left);
}

async function taps_and_drags(stage) {
  const { desk, touch, tap } = await in_hand(stage);
  const before = (await first_cells(desk))[3];
  const [x, y] = [before.rect.x + 30, before.rect.y + 10];
  await touch('touchStart', [x, y]);
  for (const up of [8, 20, 40, 60, 80]) await touch('touchMove', [x, y - up]);
  await desk.page.waitForTimeout(150);  // It rests before it is lifted: no throw.
  await touch('touchEnd');
  await desk.idle();
  const after = (await first_cells(desk)).find((cell) => cell.label === before.label);
  const moved = before.rect.y - after.rect.y;
  assert.ok(Math.abs(moved - 80) <= 12, `followed the finger by ${moved} of 80 pixels`);
  assert.equal(await desk.screen(), 'cases');  // A drag is no tap.
  const { rect } = await desk.find('nav_today');
  await tap(rect.x + rect.width / 2, rect.y + rect.height / 2);
  await desk.idle();
  assert.equal(await desk.screen(), 'today');
}

// Within the page, or a busy machine would make it a slow finger. `stop`: put down again at once.
function fling(desk, x, y, stop) {
  return desk.page.evaluate(async ([left, top, stops]) => {
    const canvas = document.getElementById('canvas');
    const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
    const send = (kind, at) => canvas.dispatchEvent(new PointerEvent(kind, {
      pointerId: 7, pointerType: 'touch', isPrimary: true, clientX: left, clientY: at, bubbles: true }));
    send('pointerdown', top);
    for (const up of [15, 40, 80, 130]) {
      await wait(12);
      send('pointermove', top - up);
    }
    send('pointerup', top - 130);
    if (!stops) return;
    await wait(30);
    send('pointerdown', top);
    send('pointerup', top);
  }, [x, y, stop]);
}

async function throws_and_stops(stage) {
  const { desk } = await in_hand(stage);
  const cell = (await first_cells(desk))[6];
  const moved = async () => {
    await desk.idle();
    const now = (await first_cells(desk)).find(({ label }) => label === cell.label);
    return now ? cell.rect.y - now.rect.y : Infinity;
  };
  await fling(desk, cell.rect.x + 30, cell.rect.y, /*stop=*/true);
  const stopped = await moved();
  assert.equal(await desk.screen(), 'cases');  // The finger that stops it presses nothing.
  await fling(desk, cell.rect.x + 30, cell.rect.y, /*stop=*/false);
  const thrown = await moved() - stopped;
  assert.ok(thrown > 150, `moved by ${thrown} pixels, the finger by 130`);
  const drawn = await desk.frames();
  await desk.page.waitForTimeout(300);
  assert.equal(await desk.frames(), drawn);  // It has come to rest.
}

function selected(desk) {
  return desk.page.evaluate(() => {
    const { selectionStart, selectionEnd } = document.getElementById('text_agent');
    return selectionEnd - selectionStart;
  });
}

async function double_taps(stage) {
  const { desk, touch, tap } = await in_hand(stage);
  const { rect } = await desk.find('search');
  const [x, y] = [rect.x + 24, rect.y + rect.height / 2];
  await tap(x, y);
  await desk.page.keyboard.insertText('hello 2026');
  await desk.idle();
  await desk.page.waitForTimeout(700);  // The page sleeps meanwhile, but its clock must not.
  await tap(x, y);
  await desk.idle();
  assert.equal(await selected(desk), 0);
  await desk.page.waitForTimeout(700);
  const other = [x + 6, y + 4];  // Nobody taps one place twice.
  await Promise.all([touch('touchStart', [x, y]), touch('touchEnd'), touch('touchStart', other),
                     touch('touchEnd')]);
  await desk.idle();
  assert.equal(await selected(desk), 5);  // The word.
}

async function pinches_text(stage) {
  const { desk, touch } = await in_hand(stage);
  const height = async () => (await desk.find('nav_cases')).rect.height;
  const row = async () => (await first_cells(desk))[1].rect.height;
  const [bar, cell] = [await height(), await row()];
  const pinch = async (from, to) => {
    await touch('touchStart', [600 - from, 400], [600 + from, 400]);
    for (const share of [0.25, 0.5, 0.75, 1]) {
      const half = from + (to - from) * share;
      await touch('touchMove', [600 - half, 400], [600 + half, 400]);
    }
    await touch('touchEnd');
    await desk.idle();
  };
  await pinch(100, 130);
  assert.ok(await row() > cell * 1.2, 'larger');
  assert.equal(await desk.screen(), 'cases');
  await desk.reload();
  assert.ok(await row() > cell * 1.2, 'kept in this browser');
  await pinch(130, 100);
  assert.ok(Math.abs(await height() - bar) <= 1, 'and back again');
}

async function long_press_is_no_tap(stage) {
  const { desk, touch } = await in_hand(stage);
  const { rect } = await desk.find('nav_today');
  await touch('touchStart', [rect.x + 20, rect.y + 20]);
  await desk.page.waitForTimeout(700);
  await touch('touchEnd');
  await desk.idle();
  assert.equal(await desk.screen(), 'cases');
}

async function rests_and_drags(desk, touch, from, moves) {
  await touch('touchStart', from);
  await desk.page.waitForTimeout(700);
  for (const to of moves) await touch('touchMove', to);
  await desk.idle();
  await touch('touchEnd');
  await desk.idle();
}

function middle({ rect }) { return [rect.x + rect.width / 2, rect.y + rect.height / 2]; }

async function drags(touch, [x, y], [right, down]) {
  await touch('touchStart', [x, y]);
  for (const share of [0.25, 0.5, 0.75, 1])
    await touch('touchMove', [x + right * share, y + down * share]);
  await touch('touchEnd');
}

async function handles_of_a_range(stage) {
  const { desk, touch, tap } = await in_hand(stage);
  const cells = await first_cells(desk);
  const [first, third] = [middle(cells[1]), middle(cells[3])];
  const height = cells[2].rect.y - cells[1].rect.y;
  const totals = async () => (await desk.wait_for('totals')).label.split(' · ')[0];
  await rests_and_drags(desk, touch, first, [[first[0], first[1] + 30], third]);
  assert.equal(await totals(), '已选 3 行 × 1 列');
  const before = cells[1].rect.y;
  await drags(touch, middle(await desk.find('range_end')), [0, 2 * height]);
  await desk.idle();
  assert.equal(await totals(), '已选 5 行 × 1 列');
  await drags(touch, middle(await desk.find('range_start')), [0, height]);
  await desk.idle();
  assert.equal(await totals(), '已选 4 行 × 1 列');
  // The list has not been scrolled by any of it, and a resting finger takes hold as well.
  assert.equal((await desk.find(cells[1].label)).rect.y, before);
  const end = middle(await desk.find('range_end'));
  await rests_and_drags(desk, touch, end, [[end[0], end[1] - height]]);
  assert.equal(await totals(), '已选 3 行 × 1 列');
  const { rect } = await desk.find('range_end');
  assert.ok(rect.width >= 44 && rect.height >= 44);
  await tap(...middle(cells[5]));
  await desk.idle();
  assert.equal(await desk.find('range_end'), null);
}

async function brings_up_the_keyboard(stage) {
  const { desk, tap } = await in_hand(stage);
  await desk.page.evaluate(() => {
    // Tablets open their keyboard only for a focus given within the gesture.
    window.given_in_gesture = false;
    let inside = false;
    const canvas = document.getElementById('canvas');
    canvas.addEventListener('pointerup', () => { inside = true; }, { capture: true });
    addEventListener('pointerup', () => { inside = false; });
    document.getElementById('text_agent').addEventListener('focus', () => {
      window.given_in_gesture = inside;
    });
  });
  const { rect } = await desk.find('search');
  await tap(rect.x + rect.width / 2, rect.y + rect.height / 2);
  assert.equal(await desk.page.evaluate(() => window.given_in_gesture), true);
  assert.equal(await desk.page.evaluate(() => document.activeElement.inputMode), 'search');
}

async function writes_with_a_pen(stage) {
  const { desk, cdp } = await in_hand(stage);
  const { rect } = await desk.find('nav_data');
  const at = { x: rect.x + 20, y: rect.y + 20, button: 'left', clickCount: 1, pointerType: 'pen' };
  await cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
  await cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
  await desk.idle();
  assert.equal(await desk.screen(), 'data');
}

export const stories = [
  { name: 'touch: a finger taps and drags', run: taps_and_drags },
  { name: 'touch: a throw runs out and is stopped by a finger', run: throws_and_stops },
  { name: 'touch: two taps choose a word, two slow ones do not', run: double_taps },
  { name: 'touch: two fingers change the size of the text', run: pinches_text },
  { name: 'touch: a long press is no tap', run: long_press_is_no_tap },
  { name: 'touch: handles make a range larger and smaller', run: handles_of_a_range },
  { name: 'touch: a field brings up the keyboard within the gesture', run: brings_up_the_keyboard },
  { name: 'touch: a pen points and presses', run: writes_with_a_pen },
];

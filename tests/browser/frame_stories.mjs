// When frames are drawn and when not, and looks that change while the page stands open.

import assert from 'node:assert/strict';

async function rests_ten_seconds(stage) {
  const desk = await stage.desk({ query: 'demo&screen=cases' });
  await desk.page.mouse.move(600, 400);
  await desk.click('search');  // A cursor in a field would blink in other programs.
  await desk.idle();
  await desk.page.waitForTimeout(500);
  const before = await desk.frames();
  await desk.page.waitForTimeout(10_000);
  assert.equal(await desk.frames(), before);
}

function hide(desk, hidden) {
  return desk.page.evaluate((is_hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => is_hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}

// Hidden over midnight, and long after: it is drawn for the day it is when it is looked at again.
async function wakes_on_another_day(stage) {
  const context = await stage.context();
  await context.addInitScript(() => {
    const Real = Date;
    window.hours_later = 0;
    const now = () => Real.now() + window.hours_later * 3_600_000;
    window.Date = class extends Real {
      constructor(...given) {
        if (given.length > 0) super(...given);
        else super(now());
      }
      static now() { return now(); }
    };
  });
  const desk = await stage.desk({ context, query: '' });
  const day = async () => (await desk.wait_for(/^截至/)).label;
  const before = await day();
  await hide(desk, true);
  await desk.page.evaluate(() => { window.hours_later = 50; });
  await hide(desk, false);
  await desk.idle();
  assert.notEqual(await day(), before);
}

// A tablet is turned while a form is open: what was written stays, all is in view.
async function is_turned(stage) {
  const desk = await stage.desk({ query: 'demo&screen=leads', hasTouch: true,
                                  viewport: { width: 1180, height: 820 } });
  await desk.click(({ role, label }) => role === 'gridcell' && /^…\d/.test(label));
  await desk.click(({ id }) => id === 'record_report.filed');
  await desk.click('field_work');
  await desk.page.keyboard.insertText('面谈');
  for (const [width, height] of [[820, 1180], [1180, 820]]) {
    await desk.resize(width, height);
    assert.equal((await desk.wait_for('field_work')).value, '面谈');
    for (const { label, rect } of await desk.list())
      assert.ok(rect.x + rect.width <= width + 1 && rect.y + rect.height <= height + 1, label);
  }
}

// Browsers draw nothing of a hidden page; what was asked for meanwhile shows when it is seen again.
async function wakes_from_hiding(stage) {
  const desk = await stage.desk({ query: 'demo' });
  await hide(desk, true);
  await desk.page.waitForTimeout(300);
  const asleep = await desk.frames();
  await desk.page.waitForTimeout(1500);
  assert.equal(await desk.frames(), asleep);
  await hide(desk, false);
  await desk.idle();
  assert.ok(await desk.frames() > asleep);
  await desk.click('nav_cases');
  assert.equal(await desk.screen(), 'cases');
}

async function another_display(stage) {
  const desk = await stage.desk({ query: 'demo&screen=cases' });
  const cdp = await desk.page.context().newCDPSession(desk.page);
  const place = (await desk.find('nav_cases')).rect;
  for (const deviceScaleFactor of [1.5, 1.25, 2, 1]) {
    await cdp.send('Emulation.setDeviceMetricsOverride',
                   { width: 1440, height: 900, deviceScaleFactor, mobile: false });
    // A browser without a window tells nobody at rest; the next movement must do at the latest.
    await desk.page.mouse.move(700, 400 + deviceScaleFactor * 8);
    await desk.page.waitForFunction((ratio) => {
      const canvas = document.getElementById('canvas');
      return canvas.width === Math.round(canvas.clientWidth * ratio);
    }, deviceScaleFactor);
    await desk.idle();
    const { rect } = await desk.find('nav_cases');
    assert.ok(Math.abs(rect.x - place.x) < 3 && Math.abs(rect.y - place.y) < 3, `${deviceScaleFactor}`);
  }
}

function ground(desk) {
  return desk.page.evaluate(() => [document.documentElement.dataset.theme,
                                   getComputedStyle(document.body).backgroundColor]);
}

async function shows(desk, theme) {
  await desk.page.waitForFunction((wanted) =>
      document.documentElement.dataset.theme === wanted, theme);
  await desk.idle();
}

async function follows_the_system(stage) {
  const desk = await stage.desk({ query: 'demo' });
  const light = await desk.page.screenshot();
  await desk.page.emulateMedia({ colorScheme: 'dark' });
  await desk.idle();
  await shows(desk, 'dark');
  assert.deepEqual(await ground(desk), ['dark', 'rgb(19, 22, 26)']);
  assert.ok(!light.equals(await desk.page.screenshot()));
  await desk.page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await shows(desk, 'contrast');
  await desk.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await shows(desk, 'light');
}

async function is_chosen(stage) {
  const desk = await stage.desk({ query: 'demo&screen=cases' });
  const row = async () => (await desk.list()).find(({ role }) => role === 'row').rect.height;
  const before = await row();
  await desk.click('settings');
  const dialog = desk.page.getByRole('dialog', { name: '显示设置' });
  await dialog.getByLabel('配色').selectOption('深色');
  await dialog.getByLabel('文字大小').selectOption('130%');
  assert.equal(await dialog.evaluate((element) => getComputedStyle(element).fontSize), '19.5px');
  await dialog.getByRole('button', { name: '完成' }).click();
  await desk.idle();
  assert.equal((await ground(desk))[0], 'dark');
  assert.ok(await row() > before * 1.2);
  await desk.reload();
  assert.equal((await ground(desk))[0], 'dark');  // Kept in this browser.
  assert.ok(await row() > before * 1.2);
}

// By key, and back to the page with Escape.
async function is_opened_by_key(stage) {
  const desk = await stage.desk({ query: 'demo' });
  await desk.page.keyboard.press('Control+Comma');
  await desk.page.getByRole('dialog', { name: '显示设置' }).waitFor();
  await desk.page.keyboard.press('Escape');
  await desk.page.waitForFunction(() => document.activeElement.id === 'canvas');
}

// The dialog hears of the key that opened it being let go; the page may not take it for held.
async function is_opened_by_enter(stage) {
  const desk = await stage.desk({ query: 'demo' });
  const dialog = desk.page.getByRole('dialog', { name: '显示设置' });
  for (let turn = 0; turn < 40 && !(await desk.find('settings')).focused; ++turn) {
    await desk.page.keyboard.press('Tab');
    await desk.idle();
  }
  for (let turn = 0; turn < 3; ++turn) {
    await desk.page.keyboard.down('Enter');
    await dialog.waitFor();
    await desk.page.keyboard.up('Enter');
    await desk.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await desk.idle();
  }
}

async function covers_the_keys(stage) {
  const desk = await stage.desk({ query: 'demo' });
  await desk.page.keyboard.press('Control+Comma');
  await desk.page.getByRole('dialog', { name: '显示设置' }).waitFor();
  await desk.page.keyboard.press('Control+z');
  await desk.idle();
  assert.ok((await desk.find('redo'))?.disabled ?? true);  // Nothing was undone.
  await desk.page.keyboard.press('Escape');
  await desk.page.waitForFunction(() => document.activeElement.id === 'canvas');
  await desk.page.keyboard.press('Control+z');
  await desk.wait_for(/^已撤销/);
}

// How far a throw of the finger goes on when it has left.
function runs_on(desk, from) {
  return desk.page.evaluate(async ([x, y]) => {
    const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
    const send = (kind, at) => document.getElementById('canvas').dispatchEvent(
        new PointerEvent(kind, { pointerId: 7, pointerType: 'touch', isPrimary: true, clientX: x,
                                 clientY: at, bubbles: true }));
    const rows = () => window.zelian.list().filter(({ role }) => role === 'row');
    const row = rows().find(({ rect }) => rect.y > y - 60);
    send('pointerdown', y);
    for (const up of [15, 40, 80, 130]) {
      await wait(12);
      send('pointermove', y - up);
    }
    send('pointerup', y - 130);
    await window.zelian.idle();
    const now = rows().find(({ id }) => id === row.id);
    return now === undefined || row.rect.y - now.rect.y > 160;  // The finger went 130.
  }, from);
}

async function spares_motion(stage) {
  const desk = await stage.desk({ query: 'demo&screen=cases', hasTouch: true,
                                  viewport: { width: 1180, height: 820 } });
  assert.equal(await runs_on(desk, [500, 600]), true);
  await desk.page.emulateMedia({ reducedMotion: 'reduce' });
  assert.equal(await runs_on(desk, [500, 600]), false);  // The system asked for it.
  await desk.click('settings');
  const dialog = desk.page.getByRole('dialog', { name: '显示设置' });
  await dialog.getByLabel('动效').selectOption('保留动效');
  await dialog.getByRole('button', { name: '完成' }).click();
  assert.equal(await runs_on(desk, [500, 600]), true);
}

const places = async (desk) =>
    (await desk.list()).filter(({ role }) => role !== 'button').map(({ role, label, rect }) => [role, label, rect]);

/** What lies still now lies so when the mouse is moved, too. */
async function is_laid_out(desk) {
  await desk.idle();
  const before = await places(desk);
  await desk.page.mouse.move(3, 897);
  await desk.page.mouse.move(4, 896);
  await desk.idle();
  assert.deepEqual(await places(desk), before);
}

// The mouse stays where it was, the button is up again before a frame was drawn.
async function rests_when_laid_out(stage) {
  const desk = await stage.desk({ query: 'demo&screen=leads' });
  const { rect } = await desk.wait_for(({ role, label }) => role === 'gridcell' && /^…\d/.test(label));
  await desk.page.mouse.move(rect.x + 20, rect.y + 10);
  await desk.idle();
  await desk.page.evaluate(([x, y]) => {
    const send = (kind, buttons) => document.getElementById('canvas').dispatchEvent(
        new PointerEvent(kind, { pointerId: 1, pointerType: 'mouse', isPrimary: true, clientX: x, clientY: y,
                                 button: 0, buttons, bubbles: true }));
    send('pointerdown', 1);
    send('pointerup', 0);
  }, [rect.x + 20, rect.y + 10]);
  await desk.page.waitForFunction(() => window.zelian.screen() === 'case');
  await is_laid_out(desk);
  for (const media of [{ colorScheme: 'dark' }, { colorScheme: 'light', forcedColors: 'active' }]) {
    await desk.page.emulateMedia(media);
    await shows(desk, media.forcedColors ? 'contrast' : 'dark');
    await is_laid_out(desk);
  }
  for (const [width, height] of [[1181, 901], [1440, 900]]) {
    await desk.resize(width, height);
    await is_laid_out(desk);
  }
}

/** How dark the pixels of a line across the left edge of a box are, from the edge on. */
async function edge_of(desk, { x, y, height }) {
  const picture = (await desk.page.screenshot()).toString('base64');
  return desk.page.evaluate(async ([base64, left, top]) => {
    const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
    const drawn = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(drawn.width, drawn.height);
    const context = canvas.getContext('2d');
    context.drawImage(drawn, 0, 0);
    const { data } = context.getImageData(left, top, 4, 1);
    return [0, 4, 8, 12].map((at) => data[at]);
  }, [picture, Math.round(x), Math.round(y + height / 2)]);
}

async function edges_are_whole(stage) {
  const desk = await stage.desk({ query: 'demo&screen=leads' });
  await desk.page.emulateMedia({ forcedColors: 'active' });
  await shows(desk, 'contrast');
  await desk.click(({ role, label }) => role === 'gridcell' && /^…\d/.test(label));
  await desk.click(({ id }) => id === 'record_report.filed');
  await desk.page.mouse.move(3, 897);
  for (const id of ['field_on', 'field_work', 'field_week']) {
    const { rect } = await desk.wait_for(id);
    const [first, second, third] = await edge_of(desk, rect);
    assert.ok(first < 60 && second < 60 && third > 200, `${id}: ${[first, second, third]}`);
  }
}

const glyphs = (desk) => desk.page.evaluate(() => window.zelian.glyphs());

async function draws_ahead(stage) {
  const desk = await stage.desk({ query: 'demo&screen=cases' });
  await desk.page.mouse.move(700, 500);
  await desk.idle();
  const [frames, before] = [await desk.frames(), await glyphs(desk)];
  await desk.page.waitForFunction(() => {
    const now = window.zelian.glyphs();
    const done = now > 7000 && now === window.glyphs_then;
    window.glyphs_then = now;
    return done;
  }, null, { polling: 1000 });
  assert.equal(await desk.frames(), frames);
  const warm = await glyphs(desk);
  assert.ok(warm - before > 7000, `${warm - before} characters`);
  for (let turn = 0; turn < 40; ++turn) await desk.page.mouse.wheel(0, 700);
  await desk.idle();
  assert.ok(await desk.frames() > frames);
  assert.equal(await glyphs(desk), warm);
}

async function keeps_still_in_tests(stage) {
  const desk = await stage.desk({ query: 'demo&screen=cases&auto' });
  const before = await glyphs(desk);
  await desk.page.waitForTimeout(3000);
  assert.equal(await glyphs(desk), before);
}

export const stories = [
  { name: 'frames: none in ten idle seconds, with the cursor in a field', run: rests_ten_seconds },
  { name: 'frames: a hidden page sleeps and wakes', run: wakes_from_hiding },
  { name: 'frames: a page hidden for two days shows the day it is', run: wakes_on_another_day },
  { name: 'frames: a tablet is turned with a form open', run: is_turned },
  { name: 'frames: another display is another sharpness, not another place', run: another_display },
  { name: 'frames: dark and contrast follow the system at once', run: follows_the_system },
  { name: 'frames: theme and text size are chosen and kept', run: is_chosen },
  { name: 'frames: display settings open by key too', run: is_opened_by_key },
  { name: 'frames: display settings opened by Enter open by it again', run: is_opened_by_enter },
  { name: 'frames: display settings keep the keys from what lies behind', run: covers_the_keys },
  { name: 'frames: the page rests only when everything has its place', run: rests_when_laid_out },
  { name: 'frames: edges in high contrast are whole', run: edges_are_whole },
  { name: 'frames: nothing runs on by itself when motion is not wanted', run: spares_motion },
  { name: 'frames: characters drawn ahead need no frame and are there when rows are scrolled to',
    run: draws_ahead },
  { name: 'frames: fixed time steps draw nothing ahead', run: keeps_still_in_tests },
];

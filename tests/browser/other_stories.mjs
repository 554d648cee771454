// The short form of the story in browsers that are not Chromium: open, import, reload, search.

import assert from 'node:assert/strict';

import { open_firefox, open_webkit } from './other_browsers.mjs';
import { day, dropped } from './suite.mjs';

async function ready(browser) {
  await browser.run(async () => {
    while (window.zelian === undefined) await new Promise((resolve) => setTimeout(resolve, 50));
    await window.zelian.ready;
  });
}

function words(browser) {
  return browser.run(() => window.zelian.list().map(({ label, value }) => `${label} ${value}`).join('\n'));
}

function drop_files(browser, files) {
  return browser.run(async (list) => {
    const data = new DataTransfer();
    for (const { name, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
      data.items.add(new File([bytes], name));
    }
    document.getElementById('canvas')
        .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    await window.zelian.idle();
    while (window.zelian.screen() !== 'import') await new Promise((resolve) => setTimeout(resolve, 50));
    await window.zelian.idle();
    await window.zelian.saved();
  }, files);
}

// Fonts are the browser's own: some ink must be on the canvas, not only an empty frame. What was drawn
// is there until the task ends, and a frame that looks like the last one is not drawn: Tab puts a ring
// around something.
function colours_drawn(browser) {
  return browser.run(async () => {
    const canvas = document.getElementById('canvas');
    const gl = canvas.getContext('webgl2');
    const pixels = new Uint8Array(4 * canvas.width * 60);
    const colours = () => {
      gl.readPixels(0, canvas.height - 60, canvas.width, 60, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
      const seen = new Set();
      for (let at = 0; at < pixels.length; at += 4)
        seen.add((pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2]);
      return seen.size;
    };
    const frame = () => new Promise((resolve) => { requestAnimationFrame(() => resolve(colours())); });
    await window.zelian.idle();
    for (const kind of ['keydown', 'keyup'])
      canvas.dispatchEvent(new KeyboardEvent(kind, { key: 'Tab', code: 'Tab', bubbles: true }));
    let most = 0;
    for (let turn = 0; turn < 6; ++turn) most = Math.max(most, await frame());
    return most;
  });
}

// Each key arrives as the browser's own: also the one that takes a character back.
async function searches(browser) {
  const { x, y, width, height } = await browser.run(() => window.zelian.find('search').rect);
  await browser.press(x + width / 2, y + height / 2);
  await browser.run(() => window.zelian.idle());
  await browser.type([...'00109', 'Backspace', '0']);
  const { typed, rows } = await browser.run(async () => {
    await window.zelian.idle();
    const found = window.zelian.list().filter(({ role }) => role === 'row');
    return { typed: window.zelian.find('search').value, rows: found.map(({ label }) => label) };
  });
  assert.equal(typed, '00100');
  assert.equal(rows.length, 1);
  assert.match(rows[0], /^…00100 /);
}

async function short_form(stage, open) {
  const browser = await open();
  try {
    await browser.visit(`${stage.site.address}?on=${day}`);
    await ready(browser);
    assert.match(await words(browser), /台账还是空的/);
    assert.ok(await colours_drawn(browser) > 10, 'text was drawn');
    await drop_files(browser, [dropped('units-officials.xlsx'), dropped('county-ledger.xlsx')]);
    await browser.reload();
    await ready(browser);
    const seen = await words(browser);
    assert.match(seen, /已保存/);
    assert.doesNotMatch(seen, /台账还是空的/);
    await searches(browser);
  } finally {
    await browser.close();
  }
}

export const stories = [
  { name: 'other: Firefox opens, imports, keeps and takes keys', run: (stage) => short_form(stage, open_firefox) },
  { name: 'other: WebKitGTK opens, imports, keeps and takes keys', run: (stage) => short_form(stage, open_webkit) },
];

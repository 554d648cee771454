// Text where the browser has no Chinese font, or does not let a page read what it drew.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { load } from '../shell/support/load.mjs';
import { open_firefox, open_webkit } from './other_browsers.mjs';
import { built, with_host } from './site.mjs';
import { pictures, sample } from './suite.mjs';

function built_file(kind) {
  return path.join(built, fs.readdirSync(built).find((name) => kind.test(name)));
}

/** What programs have to be started with to see no font but one of Latin letters. */
async function with_latin_only(work) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zelian-latin-'));
  const file = path.join(folder, 'fonts.conf');
  fs.writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>${folder}/cache</cachedir></fontconfig>`);
  try {
    await work({ FONTCONFIG_FILE: file });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** A context in which canvases answer with nothing, or with noise. */
async function blocked(stage, answer, options = {}) {
  const context = await stage.context(options);
  await context.addInitScript((kind) => {
    const real = CanvasRenderingContext2D.prototype.getImageData;
    CanvasRenderingContext2D.prototype.getImageData = function (...where) {
      const image = real.apply(this, where);
      for (let at = 0; at < image.data.length; ++at)
        image.data[at] = kind === 'nothing' ? 0 : image.data[at] ^ (Math.random() < 0.2 ? 1 : 0);
      return image;
    };
  }, answer);
  return context;
}

/** What pages of this context ask for beside the usual; names without their hashes. */
function asked_for(context) {
  const names = [];
  context.on('request', (request) => {
    const name = path.basename(new URL(request.url()).pathname);
    if (/^(fallback|font|outline)\./.test(name)) names.push(name.replace(/\.[0-9a-f]{10}\./, '.'));
  });
  return names;
}

async function picture_of(desk, name) {
  await desk.idle();
  return desk.page.screenshot({ path: path.join(pictures, `${name}-1440x900.png`) });
}

/** Mean difference, of 255, between two pictures of the same screen where rows of text stand. */
async function difference(stage, one, other) {
  const page = await (await stage.context()).newPage();
  return page.evaluate(async (pair) => {
    const area = [210, 245, 520, 600];
    const [first, second] = await Promise.all(pair.map(async (base64) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${base64}`;
      await picture.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: 1440, height: 900 });
      const context = canvas.getContext('2d');
      context.drawImage(picture, 0, 0);
      return context.getImageData(...area).data;
    }));
    return first.reduce((sum, each, at) => sum + Math.abs(each - second[at]), 0) / first.length;
  }, [one, other].map((bytes) => bytes.toString('base64')));
}

// The tests' machine draws with the font that the site's is cut out of.
async function assert_looks_usual(stage, desk, name) {
  const usual = await picture_of(await stage.desk({ query: 'demo' }), 'fonts-usual');
  const apart = await difference(stage, usual, await picture_of(desk, name));
  assert.ok(apart < 4, `differs by ${apart}`);
}

async function usual_browser(stage) {
  const context = await stage.context();
  const names = asked_for(context);
  const desk = await stage.desk({ query: 'demo', context });
  await desk.wait_for('今日');
  assert.deepEqual(names, []);
}

async function unreadable(stage, answer) {
  const context = await blocked(stage, answer);
  const names = asked_for(context);
  const desk = await stage.desk({ query: 'demo', context });
  await desk.wait_for('今日');
  assert.deepEqual(names, ['fallback.js', 'font.otf.gz', 'outline.wasm']);
  await assert_looks_usual(stage, desk, `fonts-${answer}`);
}

async function no_chinese_font(stage) {
  await with_latin_only(async (env) => {
    const context = await stage.context({ env });
    const names = asked_for(context);
    const desk = await stage.desk({ query: 'demo', context });
    await desk.wait_for('今日');
    assert.deepEqual(names, ['fallback.js', 'font.otf.gz']);
    await assert_looks_usual(stage, desk, 'fonts-latin-only');
    // Words in plain HTML have it too.
    assert.match(await desk.page.evaluate(() => getComputedStyle(document.body).fontFamily), /Zelian Han/);
  });
}

async function sentence(page) {
  await page.waitForSelector('#notice_text:visible');
  return page.textContent('#notice_text');
}

async function cannot_be_fetched(stage, missing) {
  const context = await blocked(stage, 'nothing');
  await context.route(missing, (route) => route.fulfill({ status: 404 }));
  const page = await context.newPage();
  await page.goto(stage.site.address);
  assert.match(await sentence(page), /^浏览器或插件禁止读取画布/);
  assert.equal(await page.locator('#notice button').count(), 0);
}

async function choose(page, file) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^选择字体文件/ }).click();
  await (await chooser).setFiles(file);
}

async function font_is_chosen(stage, address) {
  await with_latin_only(async (env) => {
    const context = await stage.context({ env });
    await context.route(/\/font\./, (route) => route.fulfill({ status: 404 }));
    const page = await context.newPage();
    await page.goto(`${address}?demo`);
    assert.match(await sentence(page), /^本机没有中文字体/);
    await choose(page, sample('weekly-reports.csv'));
    await page.getByText('这个文件不是可用的中文字体').waitFor();
    await choose(page, built_file(/^font\..*\.otf$/));
    await page.waitForFunction(() => window.zelian !== undefined);
    await page.evaluate(() => window.zelian.ready);
    assert.ok(await page.locator('#notice').isHidden());
    assert.ok(await page.evaluate(() => window.zelian.glyphs()) > 100);
  });
}

async function single_file_cannot_help(stage) {
  const page = await (await blocked(stage, 'nothing')).newPage();
  await page.goto(stage.single);
  assert.match(await sentence(page), /^浏览器或插件禁止读取画布/);
  assert.equal(await page.locator('#notice button').count(), 0);
}

/** Names in the caches of the page, without their hashes. */
function kept_names(desk) {
  return desk.page.evaluate(async () => {
    const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const kept = (await Promise.all(opened.map((cache) => cache.keys()))).flat();
    return kept.map(({ url }) => url.replace(/.*\//, '').replace(/\.[0-9a-f]{10}\./, '.'));
  });
}

async function without_network(stage) {
  await with_host(async ({ address, stop }) => {
    const context = await blocked(stage, 'nothing', { serviceWorkers: 'allow' });
    const desk = await stage.desk({ address, query: 'demo', context });
    await desk.page.evaluate(() => navigator.serviceWorker.ready);
    assert.deepEqual((await kept_names(desk)).filter((name) => /^(fallback|font|outline)/.test(name)), []);
    await desk.reload();
    const kept = await kept_names(desk);
    for (const name of ['fallback.js', 'font.otf.gz', 'outline.wasm']) assert.ok(kept.includes(name), name);
    stop();
    await desk.reload();
    await desk.wait_for('今日');
  });
}

async function outlines_keep_the_rules() {
  const { OutlineGlyphs } = await load('outline_glyphs');
  const bytes = fs.readFileSync(built_file(/^outline\./));
  const { instance } = await WebAssembly.instantiate(bytes, { wasi_snapshot_preview1: { proc_exit() {} } });
  const glyphs = OutlineGlyphs.open(instance.exports, fs.readFileSync(built_file(/^font\..*\.otf$/)));
  const drawn = (text, pixels, bold) => {
    const box = glyphs.measure(text.codePointAt(0), pixels, bold);
    const coverage = new Uint8Array(box.width * box.height);
    if (coverage.length > 0)
      glyphs.draw(text.codePointAt(0), pixels, bold, box.left, box.top, box.width, box.height, coverage);
    return { ...box, ink: coverage.reduce((sum, each) => sum + each, 0) / 255 };
  };
  for (const pixels of [12, 15, 22, 60]) {
    const [plain, bold] = [drawn('国', pixels, false), drawn('国', pixels, true)];
    assert.ok(Math.abs(plain.advance - pixels) < 0.01, 'an em wide');
    assert.equal(bold.advance, plain.advance);
    assert.ok(bold.ink > 1.2 * plain.ink && bold.ink < 2 * plain.ink, `${bold.ink} of ${plain.ink}`);
    assert.ok(plain.top > -pixels && plain.top + plain.height < 0.3 * pixels, 'within the line');
    assert.ok(plain.left >= 0 && plain.left + plain.width <= pixels + 1);
  }
  assert.equal(drawn(' ', 15, false).width, 0);
  assert.equal(drawn('\u200b', 15, false).advance, 0);
  assert.ok(drawn('𠮷', 15, false).ink > 10, 'a box for what the font does not have');
}

/** What another browser asks for beside the usual. */
async function asked_for_by(stage, opening) {
  const browser = await opening;
  try {
    await browser.visit(`${stage.site.address}?demo`);
    return await browser.run(async () => {
      while (!window.zelian) await new Promise((resolve) => setTimeout(resolve, 50));
      await window.zelian.ready;
      return performance.getEntriesByType('resource').map(({ name }) => name.replace(/.*\//, ''))
          .filter((name) => /^(fallback|font|outline)\./.test(name)).map((name) => name.split('.')[0]).sort();
    });
  } finally {
    await browser.close();
  }
}

export const stories = [
  { name: 'fonts: a usual browser fetches none', run: usual_browser },
  { name: 'fonts: outlines are drawn where a canvas answers nothing',
    run: (stage) => unreadable(stage, 'nothing') },
  { name: 'fonts: outlines are drawn where a canvas answers with noise',
    run: (stage) => unreadable(stage, 'noise') },
  { name: 'fonts: the browser draws with the fetched font where it has no Chinese one',
    run: no_chinese_font },
  { name: 'fonts: a sentence where the script cannot be fetched',
    run: (stage) => cannot_be_fetched(stage, /\/fallback\./) },
  { name: 'fonts: a sentence where the font cannot be fetched',
    run: (stage) => cannot_be_fetched(stage, /\/font\./) },
  { name: 'fonts: a sentence where the outlines cannot be fetched',
    run: (stage) => cannot_be_fetched(stage, /\/outline\./) },
  { name: 'fonts: a person chooses a font where none can be fetched',
    run: (stage) => font_is_chosen(stage, stage.site.address) },
  { name: 'fonts: a person chooses a font for the single file',
    run: (stage) => font_is_chosen(stage, stage.single) },
  { name: 'fonts: the single file says when a canvas cannot be read', run: single_file_cannot_help },
  { name: 'fonts: what was needed once is there without a network', run: without_network },
  { name: 'fonts: outlines keep the rules of the canvas', run: outlines_keep_the_rules },
  { name: 'fonts: Firefox that resists fingerprinting draws outlines',
    run: async (stage) => assert.deepEqual(
        await asked_for_by(stage, open_firefox({ preferences: { 'privacy.resistFingerprinting': true } })),
        ['fallback', 'font', 'outline']) },
  { name: 'fonts: Firefox without a Chinese font draws with the fetched one',
    run: (stage) => with_latin_only(async (env) =>
        assert.deepEqual(await asked_for_by(stage, open_firefox({ env })), ['fallback', 'font'])) },
  { name: 'fonts: a usual Firefox fetches none',
    run: async (stage) => assert.deepEqual(await asked_for_by(stage, open_firefox()), []) },
  { name: 'fonts: a usual WebKitGTK fetches none',
    run: async (stage) => assert.deepEqual(await asked_for_by(stage, open_webkit()), []) },
];

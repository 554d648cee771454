// The page without a network, and a new version of it: nothing of two versions ever mixes, and
// nothing entered is lost on the way.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { patience } from './browser.mjs';
import { begins_anew, empty_ledger, fill_disk, import_cases, strip } from './kept.mjs';
import { with_host } from './site.mjs';
import { day } from './suite.mjs';

/** The next version in the place of this one: another module, another script, another page, and
 *  nothing left of those before. */
function publish_next(folder) {
  const named = (kind) => fs.readdirSync(folder).find((name) => kind.test(name));
  const [module, script] = [named(/^zelian\.\w+\.wasm$/), named(/^zelian\.\w+\.js$/)];
  const read = (name) => fs.readFileSync(path.join(folder, name), 'utf8');
  const changed = (text, [before, after]) => text.replaceAll(before, after);
  const hash = (text, form) => createHash('sha256').update(text).digest(form);
  const next_module = [module, `zelian.${hash(module, 'hex').slice(0, 10)}.wasm`];
  for (const end of ['', '.gz'])
    fs.renameSync(path.join(folder, module + end), path.join(folder, next_module[1] + end));
  const before = read(script);
  const after = changed(before, next_module).replace(/0\.0\.0\+\w{8}/, (version) => `${version}next`);
  assert.notEqual(after, before);
  const next_script = [script, `zelian.${hash(after, 'hex').slice(0, 10)}.js`];
  const next_hash = [hash(before, 'base64'), hash(after, 'base64')];
  fs.rmSync(path.join(folder, script));
  fs.writeFileSync(path.join(folder, next_script[1]), after);
  const put = (name, text) => fs.writeFileSync(path.join(folder, name), text);
  put('index.html', [next_script, next_hash].reduce(changed, read('index.html')));
  put('sw.js', [next_module, next_script, next_hash].reduce(changed, read('sw.js'))
      .replace(/0\.0\.0\+\w{8}/, (version) => `${version}next`));
  return { module: next_module[1], script: next_script[1] };
}

const version = (desk) => desk.page.evaluate(() => window.zelian.version);

function visit(stage, address, options = {}) {
  return stage.desk({ address, serviceWorkers: 'allow', ...options });
}

async function kept_for_later(desk) {
  await desk.page.evaluate(() => navigator.serviceWorker.ready);
}

/** The browser asks for a new version at each visit; here at once. */
async function ask_for_update(desk) {
  await desk.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
}

async function without_network(stage) {
  await with_host(async ({ address, stop }) => {
    const desk = await visit(stage, address);
    await import_cases(desk);
    await desk.saved();
    await kept_for_later(desk);
    stop();
    await desk.reload();
    assert.doesNotMatch(await desk.words(), empty_ledger);
    assert.ok(await desk.find('已保存'));
    await desk.visit(`${address}index.html?demo&on=${day}`);
    assert.ok(await desk.find('演示'));
    const other = await desk.page.context().newPage();
    await assert.rejects(other.goto(`${address}sample/README.md`));  // Only the page itself is kept.
  });
}

async function updates_when_told(stage) {
  await with_host(async ({ folder, address }) => {
    const desk = await visit(stage, address);
    await kept_for_later(desk);
    await desk.reload();
    await import_cases(desk);
    const before = await version(desk);
    publish_next(folder);
    await ask_for_update(desk);
    const button = strip(desk).getByRole('button', { name: '保存并更新' });
    await button.waitFor();
    // Without a person all goes on as it was, though the server has the next version alone.
    await desk.reload();
    assert.equal(await version(desk), before);
    await button.waitFor();
    const second = await visit(stage, address, { context: desk.page.context() });
    assert.equal(await version(second), before);
    await desk.page.bringToFront();
    await begins_anew(desk, () => button.click());
    assert.equal(await version(desk), `${before}next`);
    assert.doesNotMatch(await desk.words(), empty_ledger);
    await strip(second).getByText('已在另一个窗口更新').waitFor();  // It is not thrown out of its work.
    assert.equal(await version(second), before);
    await begins_anew(second, () => strip(second).getByRole('button', { name: '载入新版本' }).click());
    assert.equal(await version(second), `${before}next`);
  });
}

async function unsaved_work_first(stage) {
  await with_host(async ({ folder, address }) => {
    const desk = await visit(stage, address);
    await kept_for_later(desk);
    await desk.reload();
    const before = await version(desk);
    publish_next(folder);
    await ask_for_update(desk);
    const button = strip(desk).getByRole('button', { name: '保存并更新' });
    await button.waitFor();
    await fill_disk(desk);
    await import_cases(desk);
    await desk.wait_for('未能保存');
    await button.click();
    await strip(desk).getByText('暂不能更新').waitFor();
    assert.equal(await version(desk), before);
    await desk.page.evaluate(() => { window.disk_full = false; });
    await desk.wait_for('已保存');
    await begins_anew(desk, () => button.click());
    assert.equal(await version(desk), `${before}next`);
    assert.doesNotMatch(await desk.words(), empty_ledger);
  });
}

// Without a readable canvas the page needs more than its usual parts, and needs them in every version.
async function needed_beside_the_usual(stage) {
  await with_host(async ({ folder, address }) => {
    const context = await stage.context({ serviceWorkers: 'allow' });
    await context.addInitScript(() => {
      CanvasRenderingContext2D.prototype.getImageData = (x, y, ...size) => new ImageData(...size);
    });
    const desk = await visit(stage, address, { context });
    await kept_for_later(desk);
    await desk.reload();
    publish_next(folder);
    await ask_for_update(desk);
    await strip(desk).getByRole('button', { name: '保存并更新' }).waitFor();
    const needed = await desk.page.evaluate(async () => {
      const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const kept = await Promise.all(opened.map((cache) => cache.keys()));
      return kept.map((requests) => requests.map(({ url }) => url.replace(/.*\//, '').split('.')[0])
          .filter((name) => ['fallback', 'font', 'outline'].includes(name)).sort());
    });
    assert.deepEqual(needed, Array(2).fill(['fallback', 'font', 'outline']));
  });
}

// A server in the middle of being changed has files of two versions, or start pages for all names.
async function half_a_version(stage) {
  await with_host(async ({ folder, address }) => {
    const desk = await visit(stage, address);
    await kept_for_later(desk);
    await desk.reload();
    const before = await version(desk);
    const { module } = publish_next(folder);
    fs.rmSync(path.join(folder, `${module}.gz`));
    const refused = desk.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const ended = new Promise((resolve) => registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker.addEventListener('statechange', () => resolve(worker.state));
      }));
      await registration.update().catch(() => undefined);
      return ended;
    });
    assert.equal(await refused, 'redundant');
    await desk.reload();
    assert.equal(await version(desk), before);
    const kept = await desk.page.evaluate(() => caches.keys());
    assert.equal(kept.length, 1, kept.join());
  });
}

async function last_two_are_kept(stage) {
  await with_host(async ({ folder, address }) => {
    const desk = await visit(stage, address);
    await kept_for_later(desk);
    await desk.reload();
    const names = [];
    for (let round = 0; round < 2; ++round) {
      names.push(...await desk.page.evaluate(() => caches.keys()));
      publish_next(folder);
      await ask_for_update(desk);
      const button = strip(desk).getByRole('button', { name: '保存并更新' });
      await button.waitFor();
      await begins_anew(desk, () => button.click());
    }
    const kept = await desk.page.evaluate(() => caches.keys());
    assert.deepEqual(kept, [`${names[0]}next`, `${names[0]}nextnext`]);
  });
}

async function can_be_switched_off(stage) {
  await with_host(async ({ folder, address }) => {
    const desk = await visit(stage, address);
    await kept_for_later(desk);
    await import_cases(desk);
    await desk.saved();
    await desk.reload();
    fs.copyFileSync(path.join(folder, 'sw-off.js'), path.join(folder, 'sw.js'));
    await ask_for_update(desk);
    for (const end = Date.now() + patience; Date.now() < end;) {
      if (await desk.page.evaluate(async () => (await caches.keys()).length) === 0) break;
      await desk.page.waitForTimeout(100);
    }
    assert.deepEqual(await desk.page.evaluate(() => caches.keys()), []);
    await desk.reload();
    assert.equal(await desk.page.evaluate(() => navigator.serviceWorker.controller), null);
    assert.doesNotMatch(await desk.words(), empty_ledger);
  });
}

async function can_be_installed(stage) {
  const desk = await stage.desk();
  const cdp = await desk.page.context().newCDPSession(desk.page);
  const { errors, manifest } = await cdp.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  assert.equal(manifest.display, 'kStandalone');
  const sizes = await desk.page.evaluate(async () => {
    const { icons } = await (await fetch('manifest.webmanifest')).json();
    const touch = document.querySelector('link[rel=apple-touch-icon]').href;
    const seen = await Promise.all([...icons.map(({ src }) => src), touch].map(async (address) => {
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      return picture.naturalWidth;
    }));
    return { seen, maskable: icons.filter(({ purpose }) => purpose === 'maskable').length };
  });
  assert.deepEqual(sizes.seen.slice(1), [192, 512, 512, 180]);
  assert.equal(sizes.maskable, 1);
}

async function tablets_are_guided(stage) {
  const context = await stage.context();
  await context.addInitScript(() =>
      Object.defineProperty(navigator, 'standalone', { get: () => window.name === 'home screen' }));
  const desk = await stage.desk({ context });
  await strip(desk).getByText('添加到主屏幕').waitFor();
  await strip(desk).getByRole('button', { name: '知道了' }).click();
  assert.equal(await strip(desk).textContent(), '');
  await desk.page.evaluate(() => { window.name = 'home screen'; });
  await desk.reload();
  assert.equal(await strip(desk).textContent(), '');
  await import_cases(desk);
  await desk.saved();
  await desk.page.evaluate(() => { window.name = ''; });
  await desk.reload();
  assert.equal(await strip(desk).textContent(), '');  // Too late to begin elsewhere.
}

export const stories = [
  { name: 'worker: after the first visit the page opens without a network', run: without_network,
    complains: true },
  { name: 'worker: a new version waits for a person and keeps what was entered', run: updates_when_told },
  { name: 'worker: what cannot be saved holds an update up', run: unsaved_work_first },
  { name: 'worker: a new version comes with what this browser needs beside the usual',
    run: needed_beside_the_usual },
  { name: 'worker: half a version is no version', run: half_a_version, complains: true },
  { name: 'worker: the last two versions are kept', run: last_two_are_kept },
  { name: 'worker: it can be switched off from the server', run: can_be_switched_off },
  { name: 'worker: the site can be installed and its icons are there', run: can_be_installed },
  { name: 'worker: tablets are guided to the home screen before anything is entered',
    run: tablets_are_guided },
];

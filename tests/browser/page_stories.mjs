// The page as such: what it is before anything was imported, how it rests, what it may not do.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

import { day } from './suite.mjs';

async function opens_blank(stage) {
  const desk = await stage.desk();
  assert.equal(await desk.screen(), 'today');
  assert.match(await desk.words(), /台账还是空的/);
  assert.ok(await desk.find('已保存'));
  assert.equal(await desk.page.getAttribute('html', 'lang'), 'zh-CN');
  assert.match(await desk.page.title(), /^责链/);
  const kept = await desk.page.evaluate(() => indexedDB.databases().then((all) => all.map(
      ({ name, version }) => `${name} ${version}`)));
  assert.deepEqual(kept, ['zelian-ledger 2']);
}

async function lists_what_is_seen(stage) {
  const desk = await stage.desk();
  const items = await desk.list();
  const { width, height } = desk.page.viewportSize();
  assert.ok(items.length > 5);
  for (const { role, label, rect } of items) {
    assert.ok(role && label, JSON.stringify({ role, label }));
    assert.ok(rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= width + 1 &&
              rect.y + rect.height <= height + 1, `${label} ${JSON.stringify(rect)}`);
  }
  assert.equal(await desk.find('没有这样的词'), null);
}

async function cannot_be_overwritten(stage) {
  const desk = await stage.desk();
  const left = await desk.page.evaluate(() => {
    const { zelian } = window;
    const tries = [() => { window.zelian = 1; }, () => delete window.zelian,
                   () => Object.defineProperty(window, 'zelian', { value: 1 }),
                   () => { window.zelian.list = () => []; }];
    for (const attempt of tries) try { attempt(); } catch { /* Refused aloud. */ }
    return window.zelian === zelian && zelian.list().length > 5;
  });
  assert.equal(left, true);
}

async function wrong_day_is_told(stage) {
  const desk = await stage.desk({ query: 'demo&on=2026-13-45' });
  const line = desk.page.locator('#strip [data-topic=day]');
  assert.match(await line.innerText(), /“2026-13-45”无效/);
  assert.ok(await desk.find('截至 2026年11月23日 周一'));  // The demonstration's own day.
  await line.getByRole('button', { name: '知道了' }).click();
  assert.equal(await line.count(), 0);
  await desk.visit(`${stage.site.address}?demo&on=2026-10-08`);
  assert.equal(await line.count(), 0);
}

async function rests(stage) {
  const desk = await stage.desk({ query: `demo&on=${day}` });
  await desk.page.mouse.move(5, 400);
  await desk.idle();
  const before = await desk.frames();
  await desk.page.waitForTimeout(2500);
  assert.equal(await desk.frames(), before);
}

async function demo_is_marked(stage, address) {
  const desk = await stage.desk({ address, query: 'demo' });
  for (const screen of ['today', 'cases', 'data']) {
    await desk.click(`nav_${screen}`);
    assert.equal(await desk.screen(), screen);
    assert.ok(await desk.find('演示'), `演示 on ${screen}`);
  }
  assert.match(await desk.words(), /青山县/);
  assert.deepEqual(await desk.page.evaluate(() => indexedDB.databases()), []);
}

async function sends_nothing(stage, address, own) {
  const desk = await stage.desk({ address, query: '' });
  const attempts = await desk.page.evaluate(async (beside) => {
    const tried = (name, promise) => promise.then(() => `${name} got out`, () => '');
    const picture = new Image();
    const loaded = new Promise((resolve, reject) => {
      picture.onload = resolve;
      picture.onerror = reject;
    });
    picture.src = 'http://127.0.0.1:9/x.png';
    return Promise.all([
      tried('fetch', fetch('http://127.0.0.1:9/', { mode: 'no-cors' })),
      tried('picture', loaded),
      beside ? fetch(beside).then(() => '', () => 'own file refused') : '',
    ]);
  }, own);
  assert.deepEqual(attempts.filter((each) => each !== ''), []);
  const policies = desk.complaints.filter((text) => text.startsWith('policy: '));
  assert.deepEqual(policies.map((text) => text.split(' ')[1]).sort(), ['connect-src', 'img-src']);
}

// Inside a page's own script text-to-code is refused; evaluate() itself is not bound by the policy.
async function runs_no_text_as_code(stage, address) {
  const desk = await stage.desk({ address, query: '' });
  const refused = await desk.page.evaluate(() => new Promise((resolve) => {
    const script = document.createElement('script');
    try {
      script.textContent = 'window.smuggled = true';
      document.body.append(script);
    } catch { /* Trusted Types refuse the assignment itself. */ }
    setTimeout(() => resolve(window.smuggled === undefined), 50);
  }));
  assert.equal(refused, true);
}

async function old_browser_gets_a_sentence(stage) {
  const context = await stage.context();
  await context.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return kind.startsWith('webgl') ? null : real.call(this, kind, ...rest);
    };
  });
  const page = await context.newPage();
  await page.goto(stage.site.address);
  await page.waitForSelector('#notice_text:visible');
  assert.match(await page.textContent('#notice_text'), /WebGL2.*极速模式/);
}

async function useless_graphics_get_a_sentence(stage) {
  const context = await stage.context();
  await context.addInitScript(() => {
    WebGL2RenderingContext.prototype.getProgramParameter = () => false;
  });
  const page = await context.newPage();
  await page.goto(`${stage.site.address}?demo`);
  await page.waitForSelector('#notice_text:visible');
  assert.match(await page.textContent('#notice_text'), /WebGL2.*极速模式/);
}

async function missing_module_gets_a_sentence(stage) {
  const context = await stage.context();
  await context.route(/\.wasm(\.gz)?$/, (route) => route.abort());
  const page = await context.newPage();
  await page.goto(stage.site.address);
  await page.waitForSelector('#notice_text:visible');
  assert.match(await page.textContent('#notice_text'), /网络不通.*\.wasm/);
}

async function lost_graphics_come_back(stage) {
  const desk = await stage.desk({ query: 'demo' });
  const before = await desk.page.screenshot();
  await desk.page.evaluate(async () => {
    const canvas = document.getElementById('canvas');
    const told = (event) => new Promise((resolve) =>
        canvas.addEventListener(event, () => setTimeout(resolve), { once: true }));
    const graphics = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
    const lost = told('webglcontextlost');
    graphics.loseContext();
    await lost;
    const restored = told('webglcontextrestored');
    graphics.restoreContext();
    await restored;
    await window.zelian.idle();
  });
  assert.ok(before.equals(await desk.page.screenshot()), 'the same picture as before');
}

async function arranges_today(stage) {
  const desk = await stage.desk({ query: 'demo' });
  const headers = async () => (await desk.list()).filter(({ role }) => role === 'columnheader')
      .map(({ label }) => label);
  await desk.click('menu_clause');
  await desk.click('hide');
  await desk.reload();
  assert.ok(!(await headers()).includes('条款'), 'hidden columns stay hidden');
  await desk.click('head_who');
  await desk.wait_for('按表头');
  assert.equal((await desk.find('head_who')).value, 'ascending');
  await desk.click((item) => item.role === 'row');
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight'])
    await desk.page.keyboard.press(key);
  await desk.idle();
  assert.match((await desk.wait_for('totals')).label, /^已选 3 行 × 2 列/);
  await desk.click('order');
  await desk.click('按紧急');
  assert.equal((await desk.find('head_who')).value, 'none');
}

async function asks_before_a_form_goes(stage) {
  const desk = await stage.desk();
  const asked = [];
  desk.page.on('dialog', (dialog) => asked.push(dialog.type()));
  const open_form = async () => {
    await desk.click('单位领导');
    await desk.click('register_unit');
  };
  await open_form();
  await desk.reload();
  assert.deepEqual(asked, [], 'a form nobody filled in is nothing to lose');
  await open_form();
  await desk.click('field_name');
  await desk.page.keyboard.insertText('西山镇');
  await desk.wait_for((item) => item.value === '西山镇');
  await desk.reload();
  assert.deepEqual(asked, ['beforeunload']);
}

async function hash_is_published(stage) {
  const file = fileURLToPath(stage.single);
  const hash = createHash('sha256').update(fs.readFileSync(file)).digest('hex');
  assert.equal(fs.readFileSync(`${file}.sha256`, 'utf8'), `${hash}  zelian.html\n`);
}

export const stories = [
  { name: 'page: a first visit says the ledger is empty and what to do', run: opens_blank },
  { name: 'page: zelian.list names everything seen, inside the window', run: lists_what_is_seen },
  { name: 'page: window.zelian cannot be overwritten', run: cannot_be_overwritten },
  { name: 'page: a day in the address that is none is told', run: wrong_day_is_told },
  { name: 'page: the list of today is arranged, sorted and selected like any other',
    run: arranges_today },
  { name: 'page: at rest no frame is drawn', run: rests },
  { name: 'page: the demo says so on every screen and keeps nothing',
    run: (stage) => demo_is_marked(stage, stage.site.address) },
  { name: 'page: the demo of the single file does the same',
    run: (stage) => demo_is_marked(stage, stage.single) },
  { name: 'page: the site talks to its own host only', complains: true,
    run: (stage) => sends_nothing(stage, stage.site.address, 'index.html') },
  { name: 'page: it asks before a form goes with it', run: asks_before_a_form_goes },
  { name: 'page: the hash beside the single file is that of the file', run: hash_is_published },
  { name: 'page: the single file talks to nobody', complains: true,
    run: (stage) => sends_nothing(stage, stage.single) },
  { name: 'page: the site runs no text as code', complains: true,
    run: (stage) => runs_no_text_as_code(stage, stage.site.address) },
  { name: 'page: the single file runs no text as code', complains: true,
    run: (stage) => runs_no_text_as_code(stage, stage.single) },
  { name: 'page: without WebGL2 a sentence says what to do', run: old_browser_gets_a_sentence },
  { name: 'page: the same where graphics take no program', complains: true,
    run: useless_graphics_get_a_sentence },
  { name: 'page: a module that does not come is told', run: missing_module_gets_a_sentence },
  { name: 'page: lost graphics are drawn again', run: lost_graphics_come_back, complains: true },
];

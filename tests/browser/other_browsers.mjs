// Firefox and WebKitGTK, the nearest thing to Safari that Debian has, each on a display of its own
// and behind the same few calls.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

import { patience, root } from './browser.mjs';

const firefox_program = '/usr/bin/firefox-esr';
const webkit_driver = '/usr/bin/WebKitWebDriver';
const webkit_folder = '/usr/lib/x86_64-linux-gnu';

/** Starts an X server that shows nothing; resolves to its name and a function that ends it. */
function open_display() {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'],
                      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => reject(new Error('Xvfb did not start')));
    child.stdio[3].once('data', (bytes) => {
      resolve({ name: `:${String(bytes).trim()}`, close: () => child.kill() });
    });
  });
}

export async function open_firefox({ env = {}, preferences = {} } = {}) {
  const display = await open_display();
  const puppeteer = createRequire(path.join(root, 'shell/package.json'))('puppeteer-core');
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: firefox_program, headless: false, timeout: patience,
    protocolTimeout: 2 * patience, env: { ...process.env, DISPLAY: display.name, LANG: 'zh_CN.UTF-8', ...env },
    extraPrefsFirefox: { 'webgl.force-enabled': true, ...preferences },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  return {
    visit: (address) => page.goto(address),
    reload: () => page.reload(),
    run: (task, ...values) => page.evaluate(task, ...values),
    press: (x, y) => page.mouse.click(x, y),
    type: async (keys) => { for (const key of keys) await page.keyboard.press(key); },
    close: async () => {
      await browser.close();
      display.close();
    },
  };
}

async function ask_driver(address, method, body) {
  const response = await fetch(address, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebDriver: ${value.error} ${value.message}`);
  return value;
}

async function answers(address) {
  for (const end = Date.now() + patience; Date.now() < end;) {
    if (await fetch(`${address}/status`).then(({ ok }) => ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver does not answer');
}

function mini_browser() {
  const folder = fs.readdirSync(webkit_folder).filter((name) => name.startsWith('webkit2gtk-4')).sort()
      .map((name) => path.join(webkit_folder, name, 'MiniBrowser')).find((file) => fs.existsSync(file));
  if (!folder) throw new Error('WebKitGTK has no MiniBrowser here');
  return folder;
}

const kSpecialKeys = { Backspace: '\uE003' };

/** What a hand on the mouse and one on the keys do, as WebDriver writes it. */
function press_at(x, y) {
  return { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' },
           actions: [{ type: 'pointerMove', duration: 0, x, y }, { type: 'pointerDown', button: 0 },
                     { type: 'pointerUp', button: 0 }] };
}

function strokes_of(keys) {
  const values = keys.map((key) => kSpecialKeys[key] ?? key);
  return { type: 'key', id: 'keys', actions: values.flatMap((value) => [
    { type: 'keyDown', value }, { type: 'keyUp', value }]) };
}

export async function open_webkit() {
  const display = await open_display();
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'zelian-webkit-'));
  const port = 20000 + (process.pid % 20000);
  const driver = spawn(webkit_driver, [`--port=${port}`], {
    stdio: 'ignore', detached: true,
    env: { ...process.env, DISPLAY: display.name, HOME: home, XDG_RUNTIME_DIR: home,
           LANG: 'C.UTF-8', LIBGL_ALWAYS_SOFTWARE: '1',
           WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const address = `http://127.0.0.1:${port}`;
  await answers(address);
  const { sessionId } = await ask_driver(`${address}/session`, 'POST', { capabilities: { alwaysMatch: {
    timeouts: { script: patience, pageLoad: patience },
    'webkitgtk:browserOptions': { binary: mini_browser(), args: ['--automation'] } } } });
  const session = `${address}/session/${sessionId}`;
  const act = (...actions) => ask_driver(`${session}/actions`, 'POST', { actions });
  return {
    visit: (url) => ask_driver(`${session}/url`, 'POST', { url }),
    reload: () => ask_driver(`${session}/refresh`, 'POST', {}),
    run: async (task, ...values) => {
      const script = `const done = arguments[arguments.length - 1];
        Promise.resolve((${task})(...Array.from(arguments).slice(0, -1)))
            .then((value) => done([value]), (error) => done(['', String(error)]));`;
      const [value, error] = await ask_driver(`${session}/execute/async`, 'POST', { script, args: values });
      if (error) throw new Error(error);
      return value;
    },
    press: (x, y) => act(press_at(Math.round(x), Math.round(y))),
    type: (keys) => act(strokes_of(keys)),
    close: async () => {
      await ask_driver(session, 'DELETE').catch(() => undefined);
      process.kill(-driver.pid);
      display.close();
      fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

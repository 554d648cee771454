// The Chromium the tests run in: headless, drawing in software. Most stories run in its headless
// shell, the same engine without the parts that draw a browser's own window, which costs half as much;
// stories with `whole` run in the browser as people have it.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { chromium } = createRequire(path.join(root, 'shell/package.json'))('playwright-core');

const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const shell = '/usr/bin/chromium-headless-shell';
const flags = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist',
               '--disable-quic', '--no-first-run', '--disable-background-networking',
               '--disable-component-update', '--disable-sync'];
// For stories, not for figures: the page's own drawing stays as it is, putting it together with the
// rest costs half as much.
const story_flags = [...flags, '--disable-gpu-compositing'];

/** Milliseconds to wait for what should come at once. */
export const patience = Number(process.env.PATIENCE ?? 90_000);

// What every story would fetch once more beside its page: those about service workers allow them.
const settings = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'block',
                   viewport: { width: 1440, height: 900 } };

export function program() {
  const found = programs.find((name) => fs.existsSync(name));
  if (!found) throw new Error('no Chromium is installed');
  return found;
}

function story_program() { return fs.existsSync(shell) ? shell : program(); }

export { chromium, flags };

let shared = null;

/** A context with a storage of its own, in the one browser that all stories share: starting another
 *  takes longer than most stories. */
export async function open_context(options = {}) {
  shared ??= await chromium.launch({ executablePath: story_program(), args: story_flags,
                                    chromiumSandbox: false });
  const context = await shared.newContext({ ...settings, ...options });
  // A busy machine is slow, not wrong.
  context.setDefaultTimeout(patience);
  return context;
}

/** The same in a browser started with other flags, in another environment, or whole; closed together
 *  with the context. */
export async function open_apart({ flags: more_flags = [], env = {}, whole = false }, options = {}) {
  const browser = await chromium.launch({ executablePath: whole ? program() : story_program(),
                                          chromiumSandbox: false,
                                          args: [...story_flags, ...more_flags],
                                          env: { ...process.env, ...env } });
  const context = await browser.newContext({ ...settings, ...options });
  context.setDefaultTimeout(patience);
  context.on('close', () => void browser.close());
  return context;
}

export async function close_browser() {
  await shared?.close();
  shared = null;
}

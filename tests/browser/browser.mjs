// The Chromium the tests run in: headless, software drawing, a profile of its own.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { chromium } = createRequire(path.join(root, 'shell/package.json'))('playwright-core');

const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const flags = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist',
               '--disable-quic', '--no-first-run', '--disable-background-networking',
               '--disable-component-update', '--disable-sync'];

/** Milliseconds to wait for what should come at once. */
export const patience = 90_000;

/** A context whose storage lives as long as the folder; `forget` closes it and removes that. */
export async function open_profile(options = {}) {
  const executablePath = programs.find((name) => fs.existsSync(name));
  if (!executablePath) throw new Error('no Chromium is installed');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zelian-profile-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath, args: flags, chromiumSandbox: false, locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 }, ...options,
  });
  // A busy machine is slow, not wrong.
  context.setDefaultTimeout(patience);
  const forget = async () => {
    await context.close();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { context, forget };
}

// A Chromium on a profile of its own on the disk: what is kept there is kept as for anybody.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { chromium, flags, program } from './browser.mjs';

/** Resolves to the context and a function that closes it and leaves nothing behind. */
export async function open_profile() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zelian-profile-'));
  const context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {
    executablePath: program(), args: flags, chromiumSandbox: false, locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(600_000);
  return {
    context,
    async forget() {
      await context.close();
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

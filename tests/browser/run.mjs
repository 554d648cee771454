// Browser tests: the page in Chromium with a real mouse, from a site and from a file.
// Usage: node tests/browser/run.mjs [--web FOLDER] [WORD…]; words choose stories by name.

import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { close_browser, root } from './browser.mjs';
import { stories as frame_stories } from './frame_stories.mjs';
import { stories as host_stories } from './host_stories.mjs';
import { stories as import_stories } from './import_stories.mjs';
import { stories as input_stories } from './input_stories.mjs';
import { stories as kill_stories } from './kill_stories.mjs';
import { stories as mirror_stories } from './mirror_stories.mjs';
import { stories as other_stories } from './other_stories.mjs';
import { stories as page_stories } from './page_stories.mjs';
import { stories as picture_stories } from './picture_stories.mjs';
import { serve } from './site.mjs';
import { stories as storage_stories } from './storage_stories.mjs';
import { pictures, run_stories } from './suite.mjs';
import { stories as text_stories } from './text_stories.mjs';
import { stories as touch_stories } from './touch_stories.mjs';
import { stories as work_stories } from './work_stories.mjs';

const { values, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { web: { type: 'string', default: path.join(root, 'build/web') } },
});
const single_file = path.resolve(values.web, 'zelian.html');
if (!fs.existsSync(single_file)) {
  console.log(`there is no page in ${values.web}; build it first\n0 passed, 1 failed`);
  process.exit(1);
}
fs.rmSync(pictures, { recursive: true, force: true });
fs.mkdirSync(pictures, { recursive: true });

const stories = [...page_stories, ...frame_stories, ...host_stories, ...import_stories,
                 ...storage_stories, ...kill_stories, ...text_stories, ...input_stories,
                 ...touch_stories, ...mirror_stories, ...work_stories, ...other_stories,
                 ...picture_stories]
    .filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const site = await serve(path.resolve(values.web, 'site'));
const [passed, failed] = await run_stories(stories, site, single_file);
await close_browser();
site.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

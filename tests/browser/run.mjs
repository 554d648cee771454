// Browser tests: the page in Chromium with a real mouse, from a site and from a file. Several
// stories run at a time, each worker with a Chromium and a site of its own; those that measure time
// run last and alone.
// Usage: node tests/browser/run.mjs [--all] [--web FOLDER] [--workers N] [WORD…]; words choose stories
// by name, also among those that are only run when asked for; --all takes all of them.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { root } from './browser.mjs';
import { stories as column_stories } from './column_stories.mjs';
import { stories as font_stories } from './font_stories.mjs';
import { stories as frame_stories } from './frame_stories.mjs';
import { stories as host_stories } from './host_stories.mjs';
import { stories as import_stories } from './import_stories.mjs';
import { stories as input_stories } from './input_stories.mjs';
import { stories as key_stories } from './key_stories.mjs';
import { stories as kill_stories } from './kill_stories.mjs';
import { stories as mirror_stories } from './mirror_stories.mjs';
import { stories as other_stories } from './other_stories.mjs';
import { stories as page_stories } from './page_stories.mjs';
import { stories as picture_stories } from './picture_stories.mjs';
import { stories as print_stories } from './print_stories.mjs';
import { stories as snapshot_stories } from './snapshot_stories.mjs';
import { stories as storage_stories } from './storage_stories.mjs';
import { pictures } from './suite.mjs';
import { stories as text_size_stories } from './text_size_stories.mjs';
import { stories as text_stories } from './text_stories.mjs';
import { stories as touch_stories } from './touch_stories.mjs';
import { stories as work_stories } from './work_stories.mjs';
import { stories as worker_stories } from './worker_stories.mjs';
import { run_stories, serve_stories } from './workers.mjs';

const { values, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false },
             web: { type: 'string', default: path.join(root, 'build/web') },
             // A story waits more than it computes.
             workers: { type: 'string', default: String(os.availableParallelism() + 1) } },
});
const single_file = path.resolve(values.web, 'zelian.html');
if (!fs.existsSync(single_file)) {
  console.log(`there is no page in ${values.web}; build it first\n0 passed, 1 failed`);
  process.exit(1);
}

// The longest first, so that no worker is left with one of them at the end.
const all = [...kill_stories, ...worker_stories, ...work_stories, ...picture_stories, ...other_stories,
             ...page_stories, ...font_stories, ...text_size_stories, ...print_stories, ...frame_stories,
             ...host_stories, ...import_stories, ...column_stories, ...snapshot_stories,
             ...storage_stories, ...text_stories, ...input_stories, ...key_stories, ...touch_stories,
             ...mirror_stories];
// What a busy machine would change: the speed of a finger, what is drawn while nothing happens.
const alone = [
  'frames: nothing runs on by itself when motion is not wanted',
  'frames: characters drawn ahead need no frame and are there when rows are scrolled to',
  'touch: a throw runs out and is stopped by a finger',
  'touch: two taps choose a word, two slow ones do not',
];

async function run_all() {
  fs.rmSync(pictures, { recursive: true, force: true });
  fs.mkdirSync(pictures, { recursive: true });
  const names = all.map(({ name }) => name);
  const unknown = alone.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`no such story: ${unknown}`);
  if (new Set(names).size < names.length) throw new Error('two stories have one name');
  const asked_for = ({ name, extra }) => words.length === 0 ? values.all || !extra
      : words.some((word) => name.includes(word));
  const chosen = all.filter(asked_for).map(({ name }) => name);
  if (chosen.length === 0) throw new Error(`no story is named so: ${words}`);
  const failed = await run_stories(chosen.filter((name) => !alone.includes(name)),
                                   chosen.filter((name) => alone.includes(name)),
                                   Number(values.workers));
  console.log(`${chosen.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

if (process.send) await serve_stories(all, path.resolve(values.web, 'site'), single_file);
else await run_all();

// What a story gets to work with, and how one is run.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { open_apart, open_context, root } from './browser.mjs';
import { Desk } from './desk.mjs';

export const pictures = path.join(root, 'build/screenshots');
const samples = path.join(root, 'public/sample');

export function sample(name) { return path.join(samples, name); }

/** A file as the drop needs it. */
export function dropped(name) {
  return { name, base64: fs.readFileSync(sample(name)).toString('base64') };
}

/** The day the samples were written for: every story looks at them on it. */
export const day = '2026-11-23';

/** Browser contexts with empty storage, the site and the single file; cleaned up after the story. */
export class Stage {
  /** `whole`: in the browser as people have it, not in its headless shell. */
  constructor(site, single_file, whole = false) {
    this.site = site;
    this.single = pathToFileURL(single_file).href;
    this.whole = whole;
    this.contexts = [];
    this.desks = [];
  }

  /** `flags` and `env` ask for a browser apart. */
  async context({ flags, env, ...options } = {}) {
    const { whole } = this;
    const context = flags || env || whole ? await open_apart({ flags, env, whole }, options)
        : await open_context(options);
    this.contexts.push(context);
    return context;
  }

  /** A page on a profile of its own, unless `context` is given. */
  async desk({ address = this.site.address, query = `on=${day}`, context, ...options } = {}) {
    const desk = await Desk.open(context ?? await this.context(options),
                                 query ? `${address}?${query}` : address);
    this.desks.push(desk);
    return desk;
  }

  complaints() { return this.desks.flatMap((desk) => desk.complaints); }

  async clear() {
    for (const context of this.contexts) await context.close();
  }
}

/** The error that ended the story, null when there was none. */
export async function run_story(stage, story) {
  try {
    await story.run(stage);
    if (!story.complains) assert.deepEqual(stage.complaints(), []);
    return null;
  } catch (error) {
    for (const desk of stage.desks) await picture_of_failure(desk, story);
    return error;
  } finally {
    await stage.clear().catch(() => undefined);
  }
}

async function picture_of_failure(desk, story) {
  const file = path.join(pictures, 'failed', `${story.name.replaceAll(/[^\w]+/g, '-')}.png`);
  await desk.page.screenshot({ path: file, timeout: 5000 }).catch(() => undefined);
}

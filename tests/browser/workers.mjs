// Runs stories in several processes at a time. A worker is run.mjs started once more; it is told
// names of stories and answers how they went.

import { fork } from 'node:child_process';

import { close_browser } from './browser.mjs';
import { serve } from './site.mjs';
import { run_story, Stage } from './suite.mjs';

/** One process. `run` resolves to the error of the story as text, null when there was none. */
class Worker {
  start() {
    this.process = fork(process.argv[1], process.argv.slice(2));
    this.process.on('exit', () => { this.process = null; });
  }

  run(name) {
    if (!this.process) this.start();
    const worker = this.process;
    return new Promise((resolve) => {
      const died = (code, signal) => resolve(`the worker ended with ${code ?? signal}`);
      worker.once('exit', died);
      worker.once('message', (error) => {
        worker.off('exit', died);
        resolve(error);
      });
      worker.send(name);
    });
  }

  stop() {
    const worker = this.process;
    if (!worker) return Promise.resolve();
    return new Promise((resolve) => {
      worker.once('exit', resolve);
      worker.disconnect();
    });
  }
}

function report(name, error, begun) {
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  console.log(`${error ? 'FAILED' : 'ok    '} ${seconds.padStart(5)} s  ${name}`);
  if (error) console.log(error.replace(/^/gm, '    '));
}

/** Takes names off the list until it is empty; returns how many failed. */
async function work_off(worker, names) {
  let failed = 0;
  while (names.length > 0) {
    const name = names.shift();
    const begun = Date.now();
    const error = await worker.run(name);
    report(name, error, begun);
    if (error) ++failed;
  }
  return failed;
}

/** Runs `together` on so many workers, then `alone` on one; returns how many failed. */
export async function run_stories(together, alone, workers) {
  const waiting = [...together];
  const count = Math.max(1, Math.min(workers, together.length));
  const failed = await Promise.all(Array.from({ length: count }, async () => {
    const worker = new Worker();
    const lost = await work_off(worker, waiting);
    await worker.stop();
    return lost;
  }));
  const last = new Worker();
  failed.push(await work_off(last, [...alone]));
  await last.stop();
  return failed.reduce((sum, each) => sum + each, 0);
}

/** What a worker does until nobody listens any more. */
export async function serve_stories(stories, folder, single_file) {
  const site = await serve(folder);
  process.on('message', async (name) => {
    const story = stories.find((each) => each.name === name);
    const error = await run_story(new Stage(site, single_file), story);
    process.send(error ? String(error.stack ?? error) : null);
  });
  process.on('disconnect', async () => {
    await close_browser();
    site.stop();
  });
}

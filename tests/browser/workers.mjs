// Runs stories in several processes at a time. A worker is run.mjs started once more; it is told
// names of stories and answers how they went.

import { fork } from 'node:child_process';

import { close_browser } from './browser.mjs';
import { serve } from './site.mjs';
import { run_story, Stage } from './suite.mjs';

// Milliseconds: longer than this takes only what hangs.
const longest = 400_000;

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
      const alarm = setTimeout(() => worker.kill('SIGKILL'), longest);
      const died = (code, signal) => {
        clearTimeout(alarm);
        resolve(`the worker ended with ${code ?? signal}`);
      };
      worker.once('exit', died);
      worker.once('message', (error) => {
        clearTimeout(alarm);
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

/** Takes names off the list until it is empty; returns those that failed. */
async function work_off(worker, names) {
  const failed = [];
  while (names.length > 0) {
    const name = names.shift();
    const begun = Date.now();
    const error = await worker.run(name);
    report(name, error, begun);
    if (error) failed.push(name);
  }
  return failed;
}

async function on_one_worker(names) {
  const worker = new Worker();
  const failed = await work_off(worker, names);
  await worker.stop();
  return failed;
}

/** Runs `together` on so many workers, then `alone` on one. What failed among others is tried once
 *  more alone, and told: it may only have been slow. Returns how many failed for good. */
export async function run_stories(together, alone, workers) {
  const waiting = [...together];
  const count = Math.max(1, Math.min(workers, together.length));
  const side_by_side = await Promise.all(Array.from({ length: count }, () => on_one_worker(waiting)));
  const doubtful = side_by_side.flat();
  const failed = await on_one_worker([...alone]);
  if (doubtful.length === 0) return failed.length;
  console.log(`once more, alone: ${doubtful.length}`);
  return failed.length + (await on_one_worker(doubtful)).length;
}

/** What a worker does until nobody listens any more. */
export async function serve_stories(stories, folder, single_file) {
  const site = await serve(folder);
  process.on('message', async (name) => {
    const story = stories.find((each) => each.name === name);
    const error = await run_story(new Stage(site, single_file, story.whole), story);
    process.send(error ? String(error.stack ?? error) : null);
  });
  process.on('disconnect', async () => {
    await close_browser();
    site.stop();
  });
}

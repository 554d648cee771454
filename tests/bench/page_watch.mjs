// What the page's figures are read from: frames as they are drawn, keystrokes, commits.

/** In the page, before it starts: what every frame costs. `worked` is our own part of it, models and
 *  draw lists; `whole` also has what sending it to the graphics process costs this one. */
export function watch_frames() {
  const real = window.requestAnimationFrame.bind(window);
  window.seen_frames = { worked: [], whole: [] };
  window.requestAnimationFrame = (callback) => real((now) => {
    const worked = window.zelian?.worked() ?? 0;
    const begun = performance.now();
    callback(now);
    window.seen_frames.whole.push(performance.now() - begun);
    window.seen_frames.worked.push((window.zelian?.worked() ?? 0) - worked);
  });
}

export async function frames_while(desk, work) {
  await desk.idle();
  await desk.page.evaluate(() => { window.seen_frames = { worked: [], whole: [] }; });
  await work();
  await desk.idle();
  return desk.page.evaluate(() => window.seen_frames);
}

export const share = (numbers, part) =>
    [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];

export async function wheel(desk, turns) {
  for (let turn = 0; turn < turns; ++turn) {
    await desk.page.mouse.wheel(0, 300);
    await desk.page.waitForTimeout(16);
  }
}

/** Waits until everyday characters are drawn ahead and, after them, searching is made ready: nothing
 *  tells of the end of that, so it gets time. */
export async function warmed(desk) {
  await desk.page.waitForFunction(() => {
    const now = window.zelian.glyphs();
    const done = now > 7000 && now === window.glyphs_then;
    window.glyphs_then = now;
    return done;
  }, null, { polling: 1000 });
  await desk.page.waitForTimeout(10_000);
}

/** What the longest frame costs, and how long it takes, when a letter is typed into the search field
 *  before searching was made ready. */
export async function unprepared_letter(desk, letter) {
  await desk.click('search');
  const begun = Date.now();
  const { worked } = await frames_while(desk, () => desk.page.keyboard.insertText(letter));
  return { longest: Math.max(...worked), answered: Date.now() - begun };
}

/** Our own work for each letter, from its event to the frame that shows what was found; every text is
 *  typed letter by letter into the empty search field. */
export async function keystrokes(desk, texts) {
  await desk.click('search');
  const typed = [];
  for (const text of texts) {
    for (const letter of text) {
      const { worked } = await frames_while(desk, () => desk.page.keyboard.insertText(letter));
      if (worked.length > 8) throw new Error('searching was not made ready yet');
      // The first frame takes the letter in, the second shows what was found; what follows is rest.
      typed.push(worked[0] + (worked[1] ?? 0));
    }
    await desk.page.keyboard.press('ControlOrMeta+A');
    await desk.page.keyboard.press('Backspace');
  }
  await desk.page.keyboard.press('Escape');
  await desk.idle();
  return typed;
}

/** One fact taken back or brought again, from the key to when it is kept, `times` of them, and after
 *  each a bare write of 4 KB into a database of its own. */
export function commits(desk, times) {
  return desk.page.evaluate(async (count) => {
    const anchor = await new Promise((resolve) => {
      const asked = indexedDB.open('bench-anchor', 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore('pages');
      asked.onsuccess = () => resolve(asked.result);
    });
    const bare_write = () => new Promise((resolve) => {
      const written = anchor.transaction('pages', 'readwrite', { durability: 'strict' });
      written.objectStore('pages').put(new Uint8Array(4096), 1);
      written.oncomplete = resolve;
    });
    const taken = { ours: [], bare: [] };
    const timed = async (list, work) => {
      await window.zelian.idle();
      const begun = performance.now();
      await work();
      list.push(performance.now() - begun);
    };
    for (let turn = 0; turn < count; ++turn) {
      await timed(taken.ours, async () => {
        for (const kind of ['keydown', 'keyup']) {
          document.getElementById('canvas').dispatchEvent(new KeyboardEvent(kind, {
            key: 'z', code: turn % 2 ? 'KeyY' : 'KeyZ', ctrlKey: true, bubbles: true }));
        }
        await window.zelian.saved();
      });
      await timed(taken.bare, bare_write);
    }
    anchor.close();
    return taken;
  }, times);
}

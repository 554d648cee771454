// The page as a person at a desk has it: looks for words on the screen, moves a real mouse there.

import { patience } from './browser.mjs';

/** One open page. Every complaint of the browser is kept and makes the test fail. */
export class Desk {
  constructor(page) {
    this.page = page;
    this.complaints = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complain(message.text());
    });
    page.on('pageerror', (error) => this.complain(String(error)));
    page.on('dialog', (dialog) => void dialog.accept());
  }

  static async open(context, address) {
    const desk = new Desk(await context.newPage());
    await desk.page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
    });
    await desk.visit(address);
    return desk;
  }

  // SwiftShader tells how it draws, the tests' own settings what they block: no complaints about the page.
  complain(text) {
    if (!/GPU stall|SwiftShader|swiftshader|GL Driver Message|blocked by Playwright/.test(text)) this.complaints.push(text);
  }

  async visit(address) {
    await this.page.goto(address);
    await this.ready();
  }

  async reload() {
    await this.page.reload();
    await this.ready();
  }

  async ready() {
    await this.page.waitForFunction(() => window.zelian !== undefined);
    await this.page.evaluate(() => window.zelian.ready);
  }

  idle() { return this.page.evaluate(() => window.zelian.idle()); }
  saved() { return this.page.evaluate(() => window.zelian.saved()); }
  // As text: taking hundreds of objects apart one by one costs more than drawing them.
  async list() { return JSON.parse(await this.page.evaluate(() => JSON.stringify(window.zelian.list()))); }
  screen() { return this.page.evaluate(() => window.zelian.screen()); }
  frames() { return this.page.evaluate(() => window.zelian.frames()); }
  find(name) { return this.page.evaluate((n) => window.zelian.find(n), name); }

  /** All words on the screen, one item a line. */
  async words() {
    return (await this.list()).map((item) => `${item.label} ${item.value}`).join('\n');
  }

  /** The first item that fits: a label or an id, a pattern, or a question asked of each item. */
  async look_for(wanted) {
    if (typeof wanted === 'function') return (await this.list()).find(wanted) ?? null;
    return this.page.evaluate((words) => {
      const fits = words instanceof RegExp ? (item) => words.test(item.label)
          : (item) => item.label === words || item.id === words;
      return window.zelian.list().find(fits) ?? null;
    }, wanted);
  }

  /** Waits until something fits; frames come only when something happens, so it asks again. */
  async wait_for(wanted, seconds = patience / 1000) {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      const found = await this.look_for(wanted);
      if (found) return found;
      if (Date.now() > end) {
        throw new Error(`not on the screen: ${wanted}\n${await this.words()}`);
      }
      await this.page.waitForTimeout(50);
    }
  }

  /** The window gets another size, and the page has seen it. */
  async resize(width, height) {
    await this.page.setViewportSize({ width, height });
    await this.page.waitForFunction(([w, h]) => {
      const canvas = document.getElementById('canvas');
      return Math.abs(canvas.width - w * devicePixelRatio) < 2 &&
          Math.abs(canvas.height - h * devicePixelRatio) < 2;
    }, [width, height]);
    await this.idle();
  }

  /** Turns the wheel over `panel` until the thing is in view, as a person would. */
  async scroll_to(wanted, panel) {
    const { rect } = await this.wait_for(panel);
    await this.page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2);
    for (let turn = 0; turn < 30 && !(await this.look_for(wanted)); ++turn) {
      await this.page.mouse.wheel(0, 200);
      await this.idle();
    }
    return this.wait_for(wanted, 1);
  }

  async click(wanted, options = {}) {
    const item = await this.wait_for(wanted);
    if (item.disabled) throw new Error(`disabled: ${item.label}`);
    const { x, y, width, height } = item.rect;
    await this.page.mouse.move(x + width / 2, y + height / 2);
    await this.page.mouse.click(x + width / 2, y + height / 2, options);
    await this.idle();
    return item;
  }

  /** Presses what opens the picker, and chooses files in it. */
  async choose_files(button, files) {
    const chooser = this.page.waitForEvent('filechooser');
    await this.click(button);
    await (await chooser).setFiles(files);
  }

  /** Drops files on the middle of the page, as a file manager does. */
  async drop_files(files) {
    const transfer = await this.page.evaluateHandle((list) => {
      const data = new DataTransfer();
      for (const { name, base64 } of list) {
        const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
        data.items.add(new File([bytes], name));
      }
      return data;
    }, files);
    for (const kind of ['dragenter', 'dragover', 'drop'])
      await this.page.dispatchEvent('#canvas', kind, { dataTransfer: transfer });
  }

  close() { return this.page.close(); }
}

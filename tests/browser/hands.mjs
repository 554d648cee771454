// The three ways of working at the page: by mouse, by finger, and with keys alone through the mirror.
// Each presses what is on the screen, brings into view what is not, and writes by an input method.

import assert from 'node:assert/strict';

const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];

class Hand {
  constructor(desk) { this.desk = desk; }

  async prepare() { this.cdp = await this.desk.page.context().newCDPSession(this.desk.page); }

  /** Characters as an input method hands them over, after having shown what it composes. */
  async write(spelt, text) {
    await this.cdp.send('Input.imeSetComposition', {
      text: spelt, selectionStart: spelt.length, selectionEnd: spelt.length });
    await this.cdp.send('Input.insertText', { text });
    await this.desk.idle();
  }

  /** Scrolls `panel`, where it is not in view, until the item fits wholly into it. */
  async bring(wanted, panel) {
    for (let turn = 0; turn < 25; ++turn) {
      const item = await this.desk.look_for(wanted);
      if (item && item.rect.height >= 30) return item.id || wanted;
      await this.scroll((await this.desk.wait_for(panel)).rect);
      await this.desk.idle();
    }
    return (await this.desk.wait_for(wanted, 1)).id || wanted;
  }
}

export class MouseHand extends Hand {
  async press(wanted) { await this.desk.click(wanted); }

  async scroll(rect) {
    await this.desk.page.mouse.move(...middle(rect));
    await this.desk.page.mouse.wheel(0, 160);
  }

  choose(button, files) { return this.desk.choose_files(button, files); }
}

export class FingerHand extends Hand {
  touch(type, ...points) {
    return this.cdp.send('Input.dispatchTouchEvent', {
      type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  }

  async press(wanted) {
    const item = await this.desk.wait_for(wanted);
    assert.ok(!item.disabled, `disabled: ${item.label}`);
    await Promise.all([this.touch('touchStart', middle(item.rect)), this.touch('touchEnd')]);
    await this.desk.idle();
  }

  async scroll(rect) {
    const [x, y] = middle(rect);
    await this.touch('touchStart', [x, y]);
    for (const up of [20, 60, 100, 140]) await this.touch('touchMove', [x, y - up]);
    await this.desk.page.waitForTimeout(120);  // It rests before it is lifted: no throw.
    await this.touch('touchEnd');
  }

  async choose(button, files) {
    const chooser = this.desk.page.waitForEvent('filechooser');
    await this.press(button);
    await (await chooser).setFiles(files);
  }
}

const kMostTabs = 200;

export class KeyHand extends Hand {
  get page() { return this.desk.page; }

  async prepare() {
    await super.prepare();
    await this.turn_on();
  }

  /** Tab leads to the button that turns the mirror on, unless it is remembered. */
  async turn_on() {
    if (await this.page.locator('#mirror').isVisible()) return;
    await this.page.keyboard.press('Tab');
    await this.page.keyboard.press('Enter');
    await this.page.locator('#mirror [role=tab]').first().waitFor();
  }

  // Where the focus is, as the mirror places it over what is drawn.
  focus_is_on({ rect }) {
    return this.page.evaluate(({ x, y, width, height }) => {
      const focused = document.activeElement;
      const box = focused.id === 'text_agent' ? null : focused.getBoundingClientRect();
      return box !== null && Math.abs(box.x - x) < 2 && Math.abs(box.y - y) < 2 &&
          Math.abs(box.width - width) < 2 && Math.abs(box.height - height) < 2;
    }, rect);
  }

  async tab_to(wanted) {
    for (let turn = 0; turn < kMostTabs; ++turn) {
      const item = await this.desk.wait_for(wanted);
      if (item.focused && item.role === 'textbox') return item;
      if (await this.focus_is_on(item)) return item;
      await this.page.keyboard.press('Tab');
      await this.desk.idle();
    }
    return assert.fail(`Tab never came to ${(await this.desk.wait_for(wanted)).label}`);
  }

  async press(wanted) {
    await this.page.waitForTimeout(250);  // The mirror follows what is drawn five times a second.
    const { role } = await this.tab_to(wanted);
    if (role === 'textbox' || role === 'searchbox') return;  // Being there is enough.
    await this.page.keyboard.press('Enter');
    await this.desk.idle();
  }

  async scroll() { await this.page.keyboard.press('PageDown'); }

  async choose(button, files) {
    const chooser = this.page.waitForEvent('filechooser');
    await this.press(button);
    await (await chooser).setFiles(files);
  }
}

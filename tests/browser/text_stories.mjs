// Text in a field: input methods at any place of it, selection, undo, and what never gets lost.

import assert from 'node:assert/strict';

async function in_search(stage, options = {}) {
  const desk = await stage.desk({ query: 'demo&screen=cases', ...options });
  await desk.click('search');
  const cdp = await desk.page.context().newCDPSession(desk.page);
  return {
    desk,
    keys: async (...keys) => {
      for (const key of keys) await desk.page.keyboard.press(key);
      await desk.idle();
    },
    compose: async (text, caret = text.length) => {
      await cdp.send('Input.imeSetComposition', { text, selectionStart: caret, selectionEnd: caret });
      await desk.idle();
    },
    commit: async (text) => {
      await cdp.send('Input.insertText', { text });
      await desk.idle();
    },
    text: async () => (await desk.find('search')).value,
  };
}

function agent_holds(desk) {
  return desk.page.evaluate(() => {
    const { value, selectionStart, selectionEnd } = document.getElementById('text_agent');
    return [value, selectionStart, selectionEnd];
  });
}

async function composes_anywhere(stage) {
  const { desk, keys, compose, commit, text } = await in_search(stage);
  await commit('征地安置');
  await keys('ArrowLeft', 'ArrowLeft');
  assert.deepEqual(await agent_holds(desk), ['征地安置', 2, 2]);
  await compose('buchang', 2);
  const view = await desk.page.locator('#composition').boundingBox();
  const { rect } = await desk.find('search');
  assert.ok(view.x > rect.x + 20 && view.x < rect.x + rect.width, 'composed at the caret');
  assert.ok(view.y >= rect.y && view.y + view.height <= rect.y + rect.height);
  assert.equal(await desk.page.textContent('#composition'), 'buchang');
  await commit('补偿');
  assert.equal(await text(), '征地补偿安置');
  await keys('Shift+ArrowLeft', 'Shift+ArrowLeft');
  assert.deepEqual(await agent_holds(desk), ['征地补偿安置', 2, 4]);
  await compose('zujin');
  await commit('租金');
  assert.equal(await text(), '征地租金安置');  // It replaced what was selected.
}

async function undoes_in_the_field(stage) {
  const { keys, commit, text } = await in_search(stage);
  await commit('征地');
  await commit('补偿');
  await keys('Control+z');
  assert.equal(await text(), '征地');
  await keys('Control+y');
  assert.equal(await text(), '征地补偿');
  await keys('Control+a', 'Delete');
  assert.equal(await text(), '');
  await keys('Control+z');
  assert.equal(await text(), '征地补偿');
}

// As fast as a program can: no frame between the keys.
async function takes_keys_in_order(stage) {
  const { desk, text } = await in_search(stage);
  await desk.page.evaluate(() => {
    const area = document.getElementById('text_agent');
    const key = (code) => {
      for (const kind of ['keydown', 'keyup'])
        area.dispatchEvent(new KeyboardEvent(kind, { key: code, code, bubbles: true }));
    };
    const type = (letter) => {
      area.setRangeText(letter, area.selectionStart, area.selectionEnd, 'end');
      area.dispatchEvent(new InputEvent('input', { inputType: 'insertText', data: letter }));
    };
    for (const letter of 'acx') type(letter);
    key('Backspace');
    key('ArrowLeft');
    type('b');
    key('End');
    type('d');
  });
  await desk.idle();
  assert.equal(await text(), 'abcd');
}

async function clicking_away_keeps(stage) {
  const { desk, compose, commit, text } = await in_search(stage);
  await commit('征');
  await compose('di');
  await desk.click('nav_today');
  assert.equal(await desk.page.isVisible('#composition'), false);
  assert.equal(await text(), '征di');
  assert.equal(await desk.screen(), 'today');
  assert.equal(await desk.page.evaluate(() => document.activeElement.id), 'canvas');
}

async function deletes_around_the_caret(stage) {
  const { desk, keys, commit, text } = await in_search(stage);
  await commit('张村𠮷家');
  await keys('ArrowLeft');
  // A soft keyboard deletes without a key: the whole character, though it is two units.
  await desk.page.evaluate(() => {
    const area = document.getElementById('text_agent');
    area.setRangeText('', area.selectionStart - 2, area.selectionStart, 'end');
    area.dispatchEvent(new InputEvent('input', { inputType: 'deleteContentBackward' }));
  });
  await desk.idle();
  assert.equal(await text(), '张村家');
  assert.deepEqual(await agent_holds(desk), ['张村家', 2, 2]);
}

async function selects_without_keys(stage) {
  const { desk, commit, text } = await in_search(stage);
  await commit('征地补偿');
  await desk.page.evaluate(() => document.getElementById('text_agent').setSelectionRange(1, 3));
  await desk.idle();
  await commit('收费');
  assert.equal(await text(), '征收费偿');
}

async function copies_cells(stage) {
  const desk = await stage.desk({ query: 'demo&screen=cases' });
  const copied = await desk.page.evaluate(() => new Promise((resolve) => {
    const data = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
    document.getElementById('canvas').dispatchEvent(event);
    resolve([event.defaultPrevented, data.getData('text/plain')]);
  }));
  assert.deepEqual(copied, [false, '']);  // Nothing is selected: the clipboard stays as it was.
}

export const stories = [
  { name: 'text: an input method writes at the caret and over a selection', run: composes_anywhere },
  { name: 'text: undo and redo inside a field', run: undoes_in_the_field },
  { name: 'text: keys and characters keep their order without a frame between',
    run: takes_keys_in_order },
  { name: 'text: clicking elsewhere keeps what was being composed', run: clicking_away_keeps },
  { name: 'text: a soft keyboard deletes a character of two units', run: deletes_around_the_caret },
  { name: 'text: a selection made by hand is followed', run: selects_without_keys },
  { name: 'text: copying nothing leaves the clipboard alone', run: copies_cells },
];

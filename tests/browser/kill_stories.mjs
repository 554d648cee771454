// A real Chromium killed over and over, while it saves: what was acknowledged is there afterwards,
// and nothing is torn. The native program is the judge.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { chromium, flags, patience, program, root } from './browser.mjs';
import { Desk } from './desk.mjs';
import { import_cases, kept_file } from './kept.mjs';
import { day, dropped, sample } from './suite.mjs';

const kills_while_saving = 7;
// Milliseconds after the press that records; the last two as soon as the page acknowledges.
const kills_of_forms = [0, 50, 100, 150, 200, 300, patience, patience];
const kills_while_importing = 5;

const alive = new Set();

function end(child) {
  alive.delete(child);
  process.kill(-child.pid, 'SIGKILL');
}

/** A Chromium of its own process group on a profile that outlives it. */
async function launch(profile) {
  const child = spawn(program(), ['--headless', '--no-sandbox', ...flags, '--remote-debugging-port=0',
                                  `--user-data-dir=${profile}`, 'about:blank'],
                      { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  alive.add(child);
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (bytes) => {
      said += bytes;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.on('exit', () => reject(new Error(`Chromium did not start: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  context.setDefaultTimeout(patience);
  const kill = async () => {
    const ended = new Promise((resolve) => child.on('exit', resolve));
    end(child);
    await ended;
    await browser.close().catch(() => undefined);
  };
  return { context, kill };
}

/** Saves without end, one more fact each time, and says so after each acknowledgement. */
function save_for_ever(desk, first) {
  return desk.page.evaluate(async (begin) => {
    const rows = (number) =>
        `单位编号,单位名称,单位类别\nT${number},断电测试第${number}局,县直部门\n`;
    const drop = (name, text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      const canvas = document.getElementById('canvas');
      canvas.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    };
    for (let number = begin;; ++number) {
      drop(`k${number}.csv`, rows(number));
      await window.zelian.idle();
      await window.zelian.saved();
      console.log(`saved ${number}`);
    }
  }, first).catch(() => undefined);  // The browser dies under it.
}

/** What the native program says of it: sound, with these cases. */
async function judged(desk, folder) {
  const file = path.join(folder, 'judged.zelian');
  const bytes = await kept_file(desk);
  fs.writeFileSync(file, bytes);
  const told = execFileSync(path.join(root, 'build/native/zelian'), ['verify', file, '--json']);
  return { facts: JSON.parse(told).facts, holds: (words) => bytes.includes(words) };
}

async function open(profile, address) {
  const { context, kill } = await launch(profile);
  const desk = await Desk.open(context, `${address}?on=${day}`);
  await desk.idle();
  return { desk, kill };
}

function pause(milliseconds) { return new Promise((resolve) => setTimeout(resolve, milliseconds)); }

async function with_profile(work) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zelian-kill-'));
  try {
    await work(path.join(folder, 'profile'), folder);
  } finally {
    alive.forEach(end);  // What a failure left running.
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function killed_while_saving(stage) {
  await with_profile(async (profile, folder) => {
    let acknowledged = 0;
    let landed = 0;
    for (let round = 0; round <= kills_while_saving; ++round) {
      const { desk, kill } = await open(profile, stage.site.address);
      if (acknowledged > 0) {
        const ledger = await judged(desk, folder);
        for (let number = 1; number <= acknowledged; ++number)
          assert.ok(ledger.holds(`断电测试第${number}局`),
                    `lost ${number} of ${acknowledged} in round ${round}`);
      }
      if (round === kills_while_saving) {
        await kill();
        break;
      }
      desk.page.on('console', (message) => {
        const found = /^saved (\d+)/.exec(message.text());
        if (found) { acknowledged = Number(found[1]); ++landed; }
      });
      const first = acknowledged + 1;
      void save_for_ever(desk, first);
      while (acknowledged < first) await pause(5);
      await pause((round * 71) % 190);  // Another moment of a save each time.
      await kill();
    }
    assert.ok(landed >= kills_while_saving, 'every round saved something');
  });
}

const title = (number) => `断电测试第${number}件`;

/** Registers a case as a person does, up to the press that records it, which is not waited for. */
async function press_record(desk, number) {
  await desk.click('nav_cases');
  await desk.click('register');
  for (const [field, words] of [['field_key', `DD-${number}`], ['field_title', title(number)]]) {
    await desk.click(field);
    await desk.page.keyboard.insertText(words);
  }
  await desk.click('field_unit');
  await desk.click(({ role }) => role === 'option');
  const { rect } = await desk.wait_for('record');
  await desk.page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2);
  await desk.idle();
  await desk.page.mouse.down();
  await desk.page.mouse.up();
}

async function record(desk, number) {
  await press_record(desk, number);
  await desk.wait_for(/^已记入台账：.*登记/);
  await desk.saved();
  return number;
}

/** Presses, and kills so soon after that the save has not begun, is under way or has just ended.
 *  Whether the page had acknowledged it by then. */
async function killed_after_press(desk, kill, number, delay) {
  let acknowledged = false;
  await press_record(desk, number);
  const told = desk.page.evaluate(async () => {
    await window.zelian.idle();
    await window.zelian.saved();
  }).then(() => { acknowledged = true; }, () => undefined);
  await Promise.race([told, pause(delay)]);
  await kill();
  await told;
  return acknowledged;
}

async function killed_while_recording(stage) {
  await with_profile(async (profile, folder) => {
    const acknowledged = [];
    let number = 0;
    for (const delay of [...kills_of_forms, null]) {
      const { desk, kill } = await open(profile, stage.site.address);
      await desk.resize(1440, 900);
      if (number === 0) {
        await import_cases(desk);
        acknowledged.push(await record(desk, ++number));
      }
      const ledger = await judged(desk, folder);
      for (const each of acknowledged)
        assert.ok(ledger.holds(title(each)), `lost ${each} of ${number}`);
      if (delay === null) await kill();
      else if (await killed_after_press(desk, kill, ++number, delay)) acknowledged.push(number);
    }
    assert.ok(acknowledged.length > 2, 'some were acknowledged');
    assert.ok(acknowledged.length < number, 'a kill came before the save was acknowledged');
  });
}

const imported = ['units-officials.xlsx', 'county-ledger.xlsx'];

function facts_of_whole_import(folder) {
  const native = path.join(root, 'build/native/zelian');
  const file = path.join(folder, 'whole.zelian');
  execFileSync(native, ['init', file, '--name', '本县', '--on', day]);
  try {
    execFileSync(native, ['import', file, ...imported.map(sample), '--on', day], { stdio: 'ignore' });
  } catch (error) {
    assert.equal(error.status, 1);  // Some of the sample's rows are refused on purpose.
  }
  return JSON.parse(execFileSync(native, ['verify', file, '--json'])).facts;
}

async function killed_while_importing(stage) {
  await with_profile(async (profile, folder) => {
    const whole = facts_of_whole_import(folder);
    let kept_nothing = 0;
    for (let round = 0; round <= kills_while_importing; ++round) {
      const { desk, kill } = await open(profile, stage.site.address);
      if (round > 0) {
        const kept = /台账还是空的/.test(await desk.words()) ? null : await judged(desk, folder);
        // All of the import or nothing of it.
        if (kept) assert.equal(kept.facts, whole);
        else ++kept_nothing;
      }
      if (round < kills_while_importing) {
        await desk.drop_files(imported.map(dropped));
        await pause(round * 60);
      }
      await kill();
    }
    assert.ok(kept_nothing > 0, 'a kill came before the import had ended');
  });
}

export const stories = [
  { name: `kill: ${kills_of_forms.length} kills while a form is recorded lose nothing acknowledged`,
    run: killed_while_recording },
  { name: `kill: ${kills_while_saving} kills while tables are saved lose nothing acknowledged`,
    run: killed_while_saving },
  { name: `kill: ${kills_while_importing} kills during an import leave all of it or nothing`,
    run: killed_while_importing },
];

// Where the page comes from: a plain-http host of the intranet is no secure context and lacks a
// good part of what browsers have; the single file is opened by double click.

import assert from 'node:assert/strict';

import { day, dropped } from './suite.mjs';

const empty_ledger = /台账还是空的/;

async function imports_and_keeps(desk) {
  assert.match(await desk.words(), empty_ledger);
  await desk.drop_files([dropped('units-officials.xlsx'), dropped('county-ledger.xlsx')]);
  await desk.wait_for('导入结果');
  await desk.idle();
  await desk.saved();
  await desk.reload();
  assert.doesNotMatch(await desk.words(), empty_ledger);
  assert.ok(await desk.find('已保存'));
}

async function plain_http(stage) {
  const context = await stage.context({ flags: ['--host-resolver-rules=MAP xinfang.county 127.0.0.1'] });
  const address = `http://xinfang.county:${stage.site.port}/`;
  const desk = await stage.desk({ context, address });
  assert.deepEqual(await desk.page.evaluate(() => [isSecureContext, typeof navigator.locks,
                                                   typeof navigator.clipboard]),
                   [false, 'undefined', 'undefined']);
  await imports_and_keeps(desk);
  const second = await stage.desk({ context, address });
  assert.match(await second.page.locator('#strip').textContent(), /另一个窗口中编辑/);
  await desk.page.bringToFront();
  await desk.click('nav_cases');
  await desk.click('search');
  await desk.page.keyboard.insertText('补偿');
  await desk.page.keyboard.press('Control+a');
  await desk.page.keyboard.press('Control+x');
  await desk.idle();
  assert.equal((await desk.find('search')).value, '');
  await desk.page.keyboard.press('Control+v');
  await desk.idle();
  assert.equal((await desk.find('search')).value, '补偿');  // Without the asynchronous clipboard.
}

async function single_file(stage) {
  await imports_and_keeps(await stage.desk({ address: stage.single }));
}

export const stories = [
  { name: 'host: plain http, where much is missing, does all the same', run: plain_http },
  { name: 'host: the single file keeps what was imported', run: single_file },
];

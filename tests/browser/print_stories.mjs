// Screens for paper: plain HTML in the place of the canvas, printed by the browser, from a site and
// from a file.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

import { pictures } from './suite.mjs';

/** A page of the sample county that counts how often it is printed. */
async function demo(stage, address = stage.site.address) {
  const context = await stage.context();
  await context.addInitScript(() => {
    window.printed = 0;
    window.print = () => { ++window.printed; };
  });
  return stage.desk({ context, address, query: 'demo' });
}

const printed = (desk) => desk.page.waitForFunction(() => window.printed > 0);
const report = (desk) => desk.page.locator('#report');

/** The sheets of a PDF, counted by their objects. */
async function sheets(desk, name) {
  const pdf = await desk.page.pdf({ preferCSSPageSize: true });
  fs.writeFileSync(path.join(pictures, `${name}.pdf`), pdf);
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
}

async function today_on_paper(stage, address) {
  const desk = await demo(stage, address);
  await desk.click('filter_late');
  const lines = (await desk.find('filter_late')).label.match(/\d+/)[0];
  await desk.click('print');
  await printed(desk);
  const table = report(desk).getByRole('table', { name: '应办事项' });
  assert.deepEqual(await table.locator('thead th').allTextContents(),
                   ['状态', '应办事项', '责任人', '事项', '期限', '条款']);
  const states = await table.locator('tbody td:first-child').allTextContents();
  assert.ok(states.length > 5 && states.length <= Number(lines));
  assert.ok(states.every((words) => words.includes('逾期')), states.join());
  const words = await report(desk).innerText();
  assert.match(words, /青山县 今日/);
  assert.match(words, /2026年11月23日　演示数据/);
  assert.match(words, new RegExp(`所列：逾期，共 ${lines} 项`));
  assert.ok(!await desk.page.locator('#canvas').isVisible());
  await desk.page.screenshot({ path: path.join(pictures, 'print-today.png') });
  const count = await sheets(desk, 'print-today');
  assert.ok(count >= 1 && count <= Math.ceil(states.length / 10), `${count} sheets`);
  await report(desk).getByRole('button', { name: '返回' }).click();
  assert.ok(await desk.page.locator('#canvas').isVisible());
  assert.equal(await report(desk).count(), 0);
  await desk.click('filter_all');
}

async function reports_on_paper(stage) {
  const desk = await demo(stage);
  await desk.click('nav_reports');
  await desk.click('print');
  await printed(desk);
  const table = report(desk).getByRole('table', { name: '周报逐周情况' });
  assert.equal(await table.locator('thead th').count(), 16);
  const rows = await table.locator('tbody tr').count();
  assert.ok(rows > 20);
  assert.equal(await table.locator('tbody td.short:first-child').count(), rows);  // No number is broken.
  await report(desk).getByRole('button', { name: '打印' }).click();
  assert.equal(await desk.page.evaluate(() => window.printed), 2);
  const count = await sheets(desk, 'print-reports');
  assert.ok(count > 1 && count <= Math.ceil(rows / 8), `${count} sheets for ${rows} rows`);
  await desk.page.keyboard.press('Escape');
  assert.ok(await desk.page.locator('#canvas').isVisible());
}

async function every_screen(stage) {
  const desk = await demo(stage);
  // The browser's dialog, which tests do not have, is told of the keys that are let go.
  await desk.page.evaluate(() => addEventListener('keyup', (event) => {
    if (document.getElementById('report')) event.stopImmediatePropagation();
  }, true));
  for (const screen of ['overview', 'leads', 'units']) {
    await desk.click(`nav_${screen}`);
    await desk.page.keyboard.press('Control+p');
    await report(desk).waitFor();
    assert.ok(await report(desk).locator('tbody tr').count() > 5, screen);
    assert.doesNotMatch(await report(desk).innerText(), /\b1[3-9]\d{9}\b/);  // No phones.
    assert.ok(await sheets(desk, `print-${screen}`) >= 1);
    await desk.page.keyboard.press('Escape');
    await desk.idle();
  }
}

// Where nothing is made for paper the browser has its own way.
async function leaves_the_rest(stage) {
  const desk = await demo(stage);
  await desk.click('nav_data');
  await desk.page.keyboard.press('Control+p');
  await desk.idle();
  assert.equal(await report(desk).count(), 0);
}

export const stories = [
  { name: 'print: 今日 as it is filtered, and back', run: (stage) => today_on_paper(stage) },
  { name: 'print: 今日 from file://', run: (stage) => today_on_paper(stage, stage.single) },
  { name: 'print: 周报 lies on the long side and repeats its head', run: reports_on_paper },
  { name: 'print: the other screens by Ctrl P', run: every_screen },
  { name: 'print: a screen that is not for paper is left to the browser', run: leaves_the_rest },
];

// The main job: files in, duties on the screen, a case and its clause, and all of it still there
// after a reload.

import assert from 'node:assert/strict';

import { dropped, sample } from './suite.mjs';

const two_files = ['provincial-export.xlsx', 'units-officials.xlsx'];
const nine_files = ['county-ledger.xlsx', 'lead-list.xlsx', 'provincial-export.xlsx',
                    ...['07', '08', '09', '10'].map((month) => `statistics-2026-${month}.xlsx`),
                    'units-officials.xlsx', 'weekly-reports.csv'];

// A list's cells are listed row by row, so the first cells are those of the first row.
async function first_row(desk) {
  await desk.wait_for((item) => item.role === 'gridcell');
  const cells = (await desk.list()).filter((item) => item.role === 'gridcell');
  return cells.filter((cell) => Math.abs(cell.rect.y - cells[0].rect.y) < 4);
}

async function count_of(desk, filter) {
  const label = (await desk.wait_for(filter)).label;
  return Number(label.replaceAll(/[^\d]/g, ''));
}

export async function import_both(desk) {
  await desk.choose_files('choose_files', two_files.map(sample));
  await desk.wait_for('导入结果');
  await desk.idle();
  await desk.saved();
}

async function log_accounts_for_every_row(desk) {
  assert.equal(await desk.screen(), 'import');
  const words = await desk.words();
  for (const file of two_files) assert.ok(words.includes(file), file);
  for (const column of ['行数', '新增', '更新', '未变', '拒绝', '跳过', '原因'])
    assert.ok(words.includes(column), column);
}

async function duties_are_on_today(desk) {
  await desk.click('nav_today');
  const all = await count_of(desk, 'filter_all');
  const late = await count_of(desk, 'filter_late');
  assert.ok(all > 100, `${all} duties`);
  assert.ok(late > 0 && late < all, `${late} late of ${all}`);
  return all;
}

async function duty_shows_its_clause(desk) {
  const row = await first_row(desk);
  await desk.page.mouse.click(row[1].rect.x + 20, row[1].rect.y + row[1].rect.height / 2);
  await desk.idle();
  await desk.wait_for('依据');
  await desk.wait_for('事实');
  const words = await desk.words();
  assert.match(words, /期限怎样算出来的/);
  assert.match(words, /[二三四五六七]·\d|条例\s?\d+/);
}

async function case_opens_with_its_facts(desk) {
  await desk.scroll_to('open_case', '依据');
  await desk.click('open_case');
  assert.equal(await desk.screen(), 'case');
  await desk.wait_for('经过');
  assert.match(await desk.words(), /应办期限|目前没有应办期限/);
  await desk.click('back');
  assert.equal(await desk.screen(), 'today');
}

async function cases_are_searched(desk) {
  await desk.click('nav_cases');
  assert.match(await desk.words(), /共 [\d,]+ 件/);
  const [number] = await first_row(desk);
  const end = number.label.slice(-4);
  await desk.click('search');
  await desk.page.keyboard.type(end);
  await desk.idle();
  await desk.wait_for(/符合条件 [\d,]+ 件/);
  assert.equal((await desk.find('search')).value, end);
  for (let i = 0; i < 4; ++i) await desk.page.keyboard.press('Backspace');
  await desk.idle();
}

async function whole_story(stage, address) {
  const desk = await stage.desk({ address });
  await import_both(desk);
  await log_accounts_for_every_row(desk);
  const duties = await duties_are_on_today(desk);
  await duty_shows_its_clause(desk);
  await case_opens_with_its_facts(desk);
  await cases_are_searched(desk);
  await desk.reload();
  assert.equal(await desk.screen(), 'today');
  assert.equal(await count_of(desk, 'filter_all'), duties);
  assert.ok(await desk.find('已保存'));
  await desk.click('nav_data');
  const words = await desk.words();
  for (const file of two_files) assert.ok(words.includes(file), file);
}

async function drop_story(stage) {
  const desk = await stage.desk();
  await desk.drop_files(two_files.map(dropped));
  await desk.wait_for('导入结果');
  await desk.idle();
  await desk.saved();
  await log_accounts_for_every_row(desk);
  await duties_are_on_today(desk);
}

async function again_adds_nothing(stage) {
  const desk = await stage.desk();
  await import_both(desk);
  await desk.click('nav_data');
  const facts = async () => (await desk.wait_for((item) => item.id === 'tile_facts')).value;
  const cases = async () => (await desk.wait_for((item) => item.id === 'tile_cases')).value;
  const before = await cases();
  await desk.choose_files('import', two_files.map(sample));
  await desk.wait_for('导入结果');
  await desk.idle();
  await desk.saved();
  await desk.click('nav_data');
  assert.equal(await cases(), before);
  assert.ok(await facts());
}

/** The rows of the list of files: what became of each file's rows. */
async function rows_by_file(desk) {
  const lines = (await desk.list()).filter((item) => item.role === 'row')
      .map((item) => /^(\S+\.(?:xlsx|csv)) \S+((?: [\d,]+){6})/.exec(item.label)).filter(Boolean);
  return Object.fromEntries(lines.map(([, file, figures]) => {
    const [rows, added, updated, unchanged, refused, skipped] =
        figures.trim().split(' ').map((figure) => Number(figure.replaceAll(',', '')));
    assert.equal(added + updated + unchanged + refused + skipped, rows, `${file}:${figures}`);
    return [file, { rows, added, refused }];
  }));
}

async function refuses(desk, expected) {
  await desk.wait_for(new RegExp(`^${nine_files.length}个文件`));
  await desk.idle();
  await desk.saved();
  const files = await rows_by_file(desk);
  assert.deepEqual(Object.keys(files).sort(), nine_files);
  const refused = Object.entries(files).filter(([, each]) => each.refused > 0)
      .map(([file, each]) => [file, each.refused]);
  assert.deepEqual(Object.fromEntries(refused), expected);
}

// The titles of the files propose the name.
async function name_county(desk) {
  await desk.click('nav_data');
  await desk.click('name_county');
  assert.equal((await desk.wait_for('field_name')).value, '青山县');
  await desk.click('record');
  await desk.saved();
}

// Tall enough for a row of each file.
async function every_file_imports(stage) {
  const desk = await stage.desk({ viewport: { width: 1440, height: 1800 } });
  await desk.choose_files('choose_files', nine_files.map(sample));
  // As on the command line, though the county has no name yet: the one row with a unit nobody knows,
  // weeks before a case was received.
  const refused = { 'county-ledger.xlsx': 1, 'weekly-reports.csv': 22 };
  await refuses(desk, refused);
  await duties_are_on_today(desk);
  await name_county(desk);
  await desk.click('nav_data');
  await desk.choose_files('import', nine_files.map(sample));
  await refuses(desk, refused);
  for (const [file, { added }] of Object.entries(await rows_by_file(desk))) assert.equal(added, 0, file);
}

async function ledger_shown(desk) {
  await desk.click('nav_data');
  const { value: facts } = await desk.wait_for((item) => item.id === 'tile_facts');
  const { label: code } = await desk.wait_for(/^台账校验码 /);
  return { facts, code };
}

// Seconds of work, so that there is time to press the button.
function long_ledger() {
  const rows = Array.from({ length: 60_000 }, (_, at) => `X${at},2026-09-01,白沙镇,2`);
  const text = ['信访件编号,登记日期,责任单位,信访人数', ...rows, ''].join('\n');
  return { name: 'long.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
}

async function import_is_cancelled(stage) {
  const desk = await stage.desk();
  await import_both(desk);
  const before = await ledger_shown(desk);
  await desk.choose_files('import', [long_ledger()]);
  await desk.click('cancel_import');
  assert.match(await desk.words(), /已取消导入，台账没有改变/);
  await desk.saved();
  assert.deepEqual(await ledger_shown(desk), before);
  assert.doesNotMatch(await desk.words(), /long\.csv/);
  await desk.reload();
  assert.deepEqual(await ledger_shown(desk), before);
}

async function too_much_is_told(stage) {
  const desk = await stage.desk();
  await desk.page.evaluate(() => {
    const data = new DataTransfer();
    const file = new File([''], 'huge.csv');
    Object.defineProperty(file, 'size', { value: 300 * 1024 * 1024 });
    data.items.add(file);
    const files = [file];
    const event = new DragEvent('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { files } });
    document.getElementById('canvas').dispatchEvent(event);
  });
  await desk.wait_for(/300 MB.*上限/);
}

async function foreign_file_changes_nothing(stage) {
  const desk = await stage.desk();
  await desk.drop_files([{ name: 'photo.xlsx', base64: Buffer.from('no zip at all').toString('base64') }]);
  await desk.wait_for(/photo\.xlsx：/);
  await desk.click('nav_today');
  assert.match(await desk.words(), /台账还是空的/);
}

// A range copied in Excel, headings included, and pasted where no field is.
async function pasted_range_is_tried_first(stage) {
  const desk = await stage.desk();
  await import_both(desk);
  await desk.click('nav_cases');
  const { label: before } = await desk.wait_for(/^共 [\d,]+ 件/);
  const paste = () => desk.page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', [
      '信访件编号\t信访日期\t登记日期\t内容分类\t责任单位\t概况',
      '511720261100009901\t2026-11-02\t2026-11-03\t教育文体_学校招生\t白沙镇\t"学校\n招生"',
      '511720261100009902\t2026-11-04\t2026-11-05\t城乡建设_物业\t白沙镇\t物业收费', ''].join('\r\n'));
    document.getElementById('canvas').dispatchEvent(new ClipboardEvent('paste', {
      clipboardData: data, bubbles: true, cancelable: true }));
  });
  await paste();
  await desk.click('forget_pasted');
  await desk.click('nav_cases');
  assert.equal((await desk.wait_for(/^共 [\d,]+ 件/)).label, before);
  await paste();
  await desk.wait_for('粘贴预览');
  assert.match(await desk.words(), /2行：新增 2/);
  await desk.click('import_pasted');
  await desk.wait_for('导入结果');
  await desk.idle();
  await desk.saved();
  await desk.reload();
  await desk.click('nav_cases');
  const number = (words) => Number(words.replace(/，.*/, '').replaceAll(/[^\d]/g, ''));
  const { label: after } = await desk.wait_for(/^共 [\d,]+ 件/);
  assert.equal(number(after), number(before) + 2);
}

// Both ways of choosing files: the picker offers the mapping, a drop takes it along.
async function mapping_settles_a_table(stage) {
  const desk = await stage.desk();
  const accepted = await desk.page.evaluate(() => document.getElementById('file_picker').accept);
  assert.ok(accepted.split(',').includes('.json'), accepted);
  const file = (name, text) => ({ name, base64: Buffer.from(text).toString('base64') });
  const units = file('单位.csv', '单位代码,单位名称\nT01,柳林镇\n');
  const table = file('7月.csv', '编码X,地方,啥时候登记\nA1,城里,10月10日\n');
  const mapping = (column) => file('列.json', JSON.stringify({
    sheets: [{ file: '7月', as: 'cases', year: 2026,
               columns: { 编码X: 'case', 地方: 'unit', 啥时候登记: column } }],
    units: { 城里: 'T01' } }));
  await desk.drop_files([units, table, mapping('when')]);
  await desk.wait_for(/^没有导入：“列\.json”不能用作对应表，“columns”里没有“when”这个字段，可用：case、/);
  await desk.drop_files([units, table, mapping('registered_on')]);
  await desk.wait_for(/^2个文件，2行：新增 2/);
  await desk.wait_for(/对应表“列\.json”已用于此文件/);
}

export const stories = [
  { name: 'import: two ledgers by picker, duties, a case, a clause, still there after a reload',
    run: (stage) => whole_story(stage, stage.site.address) },
  { name: 'import: the same from file://', run: (stage) => whole_story(stage, stage.single) },
  { name: 'import: by drop', run: drop_story },
  { name: 'import: the same files again add nothing', run: again_adds_nothing },
  { name: 'import: nine files in one go, all rows accounted for before the county is named and after',
    run: every_file_imports },
  { name: 'import: a pasted range is tried first, then imported', run: pasted_range_is_tried_first },
  { name: 'import: cancelled while it runs, it leaves the ledger as it was', run: import_is_cancelled },
  { name: 'import: a mapping beside the tables settles what they do not say', run: mapping_settles_a_table },
  { name: 'import: files beyond the limit are refused in words', run: too_much_is_told },
  { name: 'import: a file that is no ledger changes nothing', run: foreign_file_changes_nothing },
];

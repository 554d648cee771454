// What is said of files that were dropped, and how long.

import assert from 'node:assert/strict';
import test from 'node:test';

import { load } from './support/load.mjs';

const { Files } = await load('files');

const heard = {};
globalThis.addEventListener = (name, hear) => { heard[name] = hear; };
globalThis.document = { getElementById: () => null, body: { append() {} },
                        createElement: () => ({ addEventListener() {} }) };

const file = (name, size = 1) => ({ name, size, arrayBuffer: async () => new ArrayBuffer(1) });

async function dropped(...files) {
  const said = [];
  const core = { add_file() {}, start_import() {} };
  let told;
  const done = new Promise((resolve) => { told = resolve; });
  const offered = [];
  new Files(core, (sentence) => said.push(sentence), told, { offer: async (name) => offered.push(name) });
  heard.drop({ preventDefault() {}, dataTransfer: { files } });
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 20))]);
  return { said, offered };
}

test('files: what was said of others is gone with the next, a backup too', async () => {
  assert.deepEqual((await dropped(file('表.xlsx'))).said, ['']);
  const backup = await dropped(file('甲.zelian'));
  assert.deepEqual([backup.said, backup.offered], [[''], ['甲.zelian']]);
});

test('files: too many bytes and a file that is gone are told', async () => {
  assert.match((await dropped(file('表.csv', 300 * 1024 * 1024))).said.at(-1), /300 MB，超过/);
  const gone = { ...file('表.csv'), arrayBuffer: () => Promise.reject(new Error('gone')) };
  assert.match((await dropped(gone)).said.at(-1), /文件读取失败/);
});

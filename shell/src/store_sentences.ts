// What a person is told when the browser's database fails, by what was being done.

import { StoreError, type StoreTrouble } from './store_request';

type Sentences = Partial<Record<StoreTrouble, string>>;

const kDamaged = '浏览器中保存的台账已损坏，未作任何改动。请从备份恢复。';
const kNewer = '台账由更新版本的程序保存，请使用新版程序打开。未作任何改动。';
const kUnavailable = '此浏览器不允许本页保存数据，关闭页面后修改将丢失。请退出无痕模式或更换浏览器。';

const kLost = '浏览器的存储连接中断，最近的修改未能保存，正在重试。请保持本页打开。';
const kSaving: Sentences = {
  conflict: '另一个窗口已修改台账，本窗口最近的修改未能保存，已转为只读。请刷新本页后继续。',
  quota: '磁盘空间不足，最近的修改未能保存。请清理空间，并保持本页打开。',
  memory: '本机内存不足，最近的修改未能保存，正在重试。请关闭其他页面和程序，并保持本页打开。',
  damaged: kDamaged,
  newer: kNewer,
  unavailable: kUnavailable,
};

const kNotOpened = '未能从浏览器读出台账，未作任何改动。请重新载入本页；仍不能打开时请重新启动浏览器。';
const kOpening: Sentences = {
  memory: '本机内存不足，未能打开台账，未作任何改动。请关闭其他页面和程序后重新载入本页，或换用内存更大的设备。',
  damaged: kDamaged,
  newer: kNewer,
  unavailable: kUnavailable,
};

const kMayBeStored = '浏览器的存储连接中断，不能确定备份是否已经存入。请重新载入本页查看。';
const kReplacing: Sentences = {
  conflict: '备份没有存入：台账已被另一个窗口修改。请刷新本页后重试。',
  quota: '磁盘空间不足，备份未能存入浏览器，原有台账没有改变。请清理空间后重试。',
  memory: '本机内存不足，备份未能存入浏览器，原有台账没有改变。请关闭其他页面和程序后重试。',
  damaged: '浏览器中保存的台账已损坏，备份未能存入。请刷新本页后重试。',
  newer: '台账由更新版本的程序保存，备份没有存入。请使用新版程序打开。',
  unavailable: '此浏览器不允许本页保存数据，备份未能存入。请退出无痕模式或更换浏览器。',
};

function sentence(error: unknown, known: Sentences, other: string): string {
  return (error instanceof StoreError ? known[error.trouble] : undefined) ?? other;
}

/** The store tries again by itself, unless another window has written. */
export function saving_sentence(error: unknown): string { return sentence(error, kSaving, kLost); }

export function opening_sentence(error: unknown): string {
  return sentence(error, kOpening, kNotOpened);
}

export function replacing_sentence(error: unknown): string {
  return sentence(error, kReplacing, kMayBeStored);
}

// On an iPad what is entered in the browser is deleted after a week without a visit, and what is
// opened from the home screen has a storage of its own: so that comes first, then the ledger.

import type { Strip } from './strip';

const kTopic = 'home_screen';
const kGuide = '在 iPad、iPhone 上请先把本页添加到主屏幕，再录入或导入台账：点浏览器的“分享”按钮，' +
    '选“添加到主屏幕”，以后从主屏幕的图标打开。留在浏览器中的台账，七天不用可能被系统清除，也不会带到主屏幕。';

/** Only Apple's touch devices say whether they were opened from the home screen. */
export function belongs_on_home_screen(device: { standalone?: boolean }): boolean {
  return device.standalone === false;
}

export function guide_to_home_screen(strip: Strip): void {
  if (BUILD_SINGLE_FILE || !belongs_on_home_screen(navigator as { standalone?: boolean })) return;
  strip.show(kTopic, kGuide, [{ words: '知道了', press: () => strip.hide(kTopic) }]);
}

// The button with which a person turns the mirror on; once turned on it stays on in this browser.

import { remember, remembered } from './memory';
import type { Mirror } from './mirror';

const kKey = 'screen-reader';

/** `at_once`: the page's address asked for it. */
export function offer_mirror(mirror: Mirror, at_once: boolean): void {
  const button = document.getElementById('enable_mirror');
  if (!(button instanceof HTMLButtonElement)) return;
  if (at_once || remembered(kKey) === 'on') {
    mirror.start();
    return;
  }
  button.hidden = false;
  button.addEventListener('click', () => {
    remember(kKey, 'on');
    button.hidden = true;
    mirror.start();
  });
}

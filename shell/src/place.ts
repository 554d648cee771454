// What befalls what the browser keeps for this page: it decides how soon a backup is asked for.

import { Keeping } from './core';

interface Device {
  vendor: string;
  /** Only Apple's touch devices say whether a page was opened from the home screen. */
  standalone?: boolean;
}

/** `installed`: it stands on the home screen or in the Dock, and is kept like a program. */
export function keeping_of(protocol: string, device: Device, installed: boolean): Keeping {
  if (protocol === 'file:') return Keeping.File;
  const safari = device.standalone === false || device.vendor.startsWith('Apple');
  return safari && !installed && device.standalone !== true ? Keeping.SafariTab : Keeping.Site;
}

export function keeping_here(): Keeping {
  return keeping_of(location.protocol, navigator, matchMedia('(display-mode: standalone)').matches);
}

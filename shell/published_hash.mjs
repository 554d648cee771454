// The hash that is published beside a file, so that whoever got the file from somewhere else can tell
// whether it is the same.

import { createHash } from 'node:crypto';

/** A line that `sha256sum -c` reads. */
export function published_hash(name, content) {
  return `${createHash('sha256').update(content).digest('hex')}  ${name}\n`;
}

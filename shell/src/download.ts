// Hands a file to the person. Works without storage, network or a secure context.

// Long enough for a browser that asks where to put it.
const kKeptFor = 60_000;

export function download(name: string, bytes: Uint8Array, type = 'application/octet-stream'): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), kKeptFor);
}

/** `青山县 2026-11-23 1405.zelian`, by the clock of this machine. */
export function backup_name(county: string, now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const safe = county.replace(/[\\/:*?"<>|\s]+/g, '') || '台账';
  return `${safe} ${day} ${two(now.getHours())}${two(now.getMinutes())}.zelian`;
}

// CRC-32 of a stored page: tells a damaged one before the ledger is opened over it. Eight bytes at a
// time: every page of a ledger goes through here before its first screen.

const kByte = 256;
const kTables = 8;

// tables[kByte * n + byte]: the sum of that byte followed by n zero bytes.
const tables = new Int32Array(kTables * kByte);
for (let byte = 0; byte < kByte; ++byte) {
  let value = byte;
  for (let bit = 0; bit < 8; ++bit) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  tables[byte] = value;
}
for (let at = kByte; at < tables.length; ++at) {
  const before = tables[at - kByte]!;
  tables[at] = (before >>> 8) ^ tables[before & 0xff]!;
}

// Words have their bytes in the order of every machine that browsers run on: the lowest first.
function of_words(words: Int32Array): number {
  let value = -1;
  for (let at = 0; at < words.length; at += 2) {
    const a = words[at]! ^ value;
    const b = words[at + 1]!;
    value = tables[7 * kByte + (a & 0xff)]! ^ tables[6 * kByte + (a >>> 8 & 0xff)]! ^
        tables[5 * kByte + (a >>> 16 & 0xff)]! ^ tables[4 * kByte + (a >>> 24)]! ^
        tables[3 * kByte + (b & 0xff)]! ^ tables[2 * kByte + (b >>> 8 & 0xff)]! ^
        tables[kByte + (b >>> 16 & 0xff)]! ^ tables[b >>> 24]!;
  }
  return value;
}

export function crc32(bytes: Uint8Array): number {
  const pairs = bytes.byteOffset % 4 === 0 ? Math.floor(bytes.length / 8) : 0;
  let value = of_words(new Int32Array(bytes.buffer, pairs ? bytes.byteOffset : 0, 2 * pairs));
  for (let at = 8 * pairs; at < bytes.length; ++at)
    value = tables[(value ^ bytes[at]!) & 0xff]! ^ (value >>> 8);
  return (value ^ -1) >>> 0;
}

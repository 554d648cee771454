// gzip by the browser's own streams, where it has them.

export function can_inflate(): boolean { return typeof DecompressionStream === 'function'; }

export function is_gzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function all_of(stream: ReadableStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Fails when what was packed is not whole: gzip carries a checksum. */
export function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  // Not the stream of a Blob: its bytes take the way round through another process.
  const packed = new Response(bytes as BodyInit).body!;
  return all_of(packed.pipeThrough(new DecompressionStream('gzip')));
}

/** Packs what comes piece by piece; as it is where the browser cannot pack. */
export async function pack(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  if (typeof CompressionStream !== 'function') {
    const parts: BlobPart[] = [];
    for await (const piece of pieces) parts.push(piece as BlobPart);
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  }
  const stream = new CompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const packed = all_of(stream.readable);
  packed.catch(() => undefined);  // Told by what broke it, below.
  try {
    for await (const piece of pieces) await writer.write(piece as BufferSource);
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
    throw error;
  }
  return packed;
}

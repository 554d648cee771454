// A file's bytes, whole or not yet put together.

/** Bytes that lie in pieces until they are put where they are needed. */
export interface Pieced {
  readonly length: number;
  copy_to(target: Uint8Array): void;
}

export type Bytes = Uint8Array | Pieced;

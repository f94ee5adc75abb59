type Column = Float64Array | Int32Array | Uint16Array | Uint8Array;

/** The constructor of a kind of column. */
interface ColumnKind<Kind extends Column> {
  new (length: number): Kind;
  new (buffer: ArrayBufferLike, at: number, length: number): Kind;
  readonly BYTES_PER_ELEMENT: number;
}

/**
 * Room for a column: that of one that is no longer needed where it is large enough, with what stands there, else new and 0. What is
 * computed again and again for large trees would spend a good part of its time on new memory.
 */
export function roomFor<Kind extends Column>(kind: ColumnKind<Kind>, length: number, over: Kind | undefined): Kind {
  const isEnough =
    over !== undefined && over.byteOffset === 0 && over.buffer.byteLength >= length * kind.BYTES_PER_ELEMENT;
  return isEnough ? new kind(over.buffer, 0, length) : new kind(length);
}

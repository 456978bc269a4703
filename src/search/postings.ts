/**
 * For each key of a list a run of bytes, found without reading the others.
 *
 *     0   u32 bytes of runs
 *     4   varint length of each run, then the runs
 */
export interface Postings {
  readonly bytes: Uint8Array
  /** Where each run starts; one more than there are runs. */
  readonly starts: Uint32Array
  readonly byteLength: number
}

/** `count`: how many runs there are. */
export const openPostings = (bytes: Uint8Array, count: number): Postings => {
  const total = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true)
  const cursor = { at: 4 }
  const starts = new Uint32Array(count + 1)
  for (let i = 0; i < count; i++) starts[i + 1] = starts[i]! + readVarint(bytes, cursor)
  return {
    bytes: bytes.subarray(cursor.at, cursor.at + total),
    starts,
    byteLength: cursor.at + total,
  }
}

/** Seven bits a byte, lowest first; the high bit says that more follow. */
export const readVarint = (bytes: Uint8Array, cursor: { at: number }): number => {
  let value = 0
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[cursor.at++]!
    value += (byte & 127) * scale
    if (!(byte & 128)) return value
  }
}

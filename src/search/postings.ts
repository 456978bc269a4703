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
  const starts = readSums(bytes, cursor, count)
  return {
    bytes: bytes.subarray(cursor.at, cursor.at + total),
    starts,
    byteLength: cursor.at + total,
  }
}

/** 0, then the running sums of so many varints. */
export const readSums = (bytes: Uint8Array, cursor: { at: number }, count: number): Uint32Array => {
  const sums = new Uint32Array(count + 1)
  let sum = 0
  for (let i = 1; i <= count; i++) {
    // Nearly all are one byte, and this is read before anything is compiled.
    const byte = bytes[cursor.at]!
    sum += byte < 128 ? byte : readVarint(bytes, cursor)
    if (byte < 128) cursor.at++
    sums[i] = sum
  }
  return sums
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

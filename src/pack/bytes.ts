/** Numbers are little-endian; a varint holds seven bits a byte, lowest first, the last byte below 128. */

/** The next multiple of four: where a section may start, so that typed arrays can be laid over it. */
export const aligned = (offset: number): number => offset + ((4 - (offset % 4)) % 4)

/**
 * Reads from the start of `bytes`. Reading past the end, or a varint above 2^32 − 1, sets `broken`
 * and gives zeros from then on: a caller reads what it expects and looks at `broken` once.
 */
export interface ByteReader {
  u8(): number
  u16(): number
  u32(): number
  varint(): number
  /** A view, not a copy; empty when broken. */
  bytes(length: number): Uint8Array
  readonly offset: number
  readonly remaining: number
  readonly broken: boolean
}

export const createByteReader = (bytes: Uint8Array): ByteReader => {
  let offset = 0
  let broken = false

  const take = (length: number): number => {
    const start = offset
    if (broken || length > bytes.length - offset) {
      broken = true
      return bytes.length
    }
    offset += length
    return start
  }
  const fixed = (length: number): number => {
    const start = take(length)
    let value = 0
    for (let i = length - 1; i >= 0; i--) value = value * 256 + (bytes[start + i] ?? 0)
    return value
  }

  return {
    u8: () => fixed(1),
    u16: () => fixed(2),
    u32: () => fixed(4),
    varint() {
      let value = 0
      for (let scale = 1; ; scale *= 128) {
        const byte = bytes[take(1)] ?? 0
        value += (byte % 128) * scale
        if (value > 0xffffffff || (byte >= 128 && scale >= 2 ** 28)) broken = true
        if (broken) return 0
        if (byte < 128) return value
      }
    },
    bytes(length) {
      const start = take(length)
      return broken ? bytes.subarray(0, 0) : bytes.subarray(start, start + length)
    },
    get offset() {
      return offset
    },
    get remaining() {
      return bytes.length - offset
    },
    get broken() {
      return broken
    },
  }
}

/** The number at `offset`, which the caller knows to be inside `bytes`. */
export const u32At = (bytes: Uint8Array, offset: number): number =>
  ((bytes[offset]! | (bytes[offset + 1]! << 8) | (bytes[offset + 2]! << 16)) +
    bytes[offset + 3]! * 2 ** 24) >>>
  0

export const toHex = (bytes: Uint8Array): string => {
  let hex = ''
  for (const byte of bytes) hex += (byte < 16 ? '0' : '') + byte.toString(16)
  return hex
}

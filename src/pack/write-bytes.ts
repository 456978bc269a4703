import { aligned } from './bytes'

/** Grows as it is written to; what it writes, `createByteReader` reads. */
export interface ByteWriter {
  u8(value: number): void
  u16(value: number): void
  u32(value: number): void
  /** 0 to 2^32 − 1. */
  varint(value: number): void
  bytes(bytes: Uint8Array): void
  /** Zeros up to the next multiple of four. */
  align(): void
  readonly length: number
  /** A copy of what was written. */
  finish(): Uint8Array<ArrayBuffer>
}

export const createByteWriter = (): ByteWriter => {
  let buffer = new Uint8Array(256)
  let length = 0

  const room = (more: number): number => {
    if (length + more > buffer.length) {
      const grown = new Uint8Array(Math.max(buffer.length * 2, length + more))
      grown.set(buffer)
      buffer = grown
    }
    const start = length
    length += more
    return start
  }
  const fixed = (value: number, bytes: number) => {
    if (!Number.isInteger(value) || value < 0 || value >= 256 ** bytes)
      throw new RangeError(`${value} does not fit into ${bytes} bytes`)
    const start = room(bytes)
    for (let i = 0, rest = value; i < bytes; i++, rest = Math.floor(rest / 256))
      buffer[start + i] = rest % 256
  }

  return {
    u8: (value) => fixed(value, 1),
    u16: (value) => fixed(value, 2),
    u32: (value) => fixed(value, 4),
    varint(value) {
      if (!Number.isInteger(value) || value < 0 || value > 0xffffffff)
        throw new RangeError(`${value} does not fit into a varint`)
      let rest = value
      for (; rest >= 128; rest = Math.floor(rest / 128)) fixed(128 + (rest % 128), 1)
      fixed(rest, 1)
    },
    bytes(bytes) {
      const start = room(bytes.length)
      buffer.set(bytes, start)
    },
    align() {
      room(aligned(length) - length)
    },
    get length() {
      return length
    },
    finish: () => buffer.slice(0, length),
  }
}

/** One after the other. */
export const joinBytes = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

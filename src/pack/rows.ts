import { createByteReader } from './bytes'

/**
 * Texts by number, as one section; write-rows.ts writes it. Opening reads the integers and no text.
 *
 *     varint count
 *     varint × count   number, less the number before it (the first: less 0)
 *     varint × count   length of the text in bytes
 *     …                the texts, UTF-8, end to end
 *
 * Numbers ascend, so a number is found by binary search.
 */
export interface Rows {
  readonly count: number
  /** Ascending. */
  numbers(): Uint32Array
  has(number: number): boolean
  text(number: number): string | undefined
}

/** None when the bytes are not rows. */
export const openRows = (bytes: Uint8Array): Rows | undefined => {
  const reader = createByteReader(bytes)
  const count = reader.varint()
  // Every row takes two bytes at least: nothing larger than the section is allocated.
  if (count * 2 > reader.remaining) return undefined
  const numbers = new Uint32Array(count)
  const starts = new Uint32Array(count + 1)
  for (let i = 0, number = 0; i < count; i++) {
    const gap = reader.varint()
    number += gap
    if (number > 0xffffffff || (i > 0 && gap === 0)) return undefined
    numbers[i] = number
  }
  let end = 0
  for (let i = 0; i < count; i++) {
    end += reader.varint()
    starts[i + 1] = Math.min(end, 0xffffffff)
  }
  if (reader.broken || end !== reader.remaining) return undefined

  const texts = bytes.subarray(reader.offset)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  return {
    count,
    numbers: () => numbers,
    has: (number) => find(numbers, number) >= 0,
    text(number) {
      const i = find(numbers, number)
      return i < 0 ? undefined : decoder.decode(texts.subarray(starts[i]!, starts[i + 1]!))
    },
  }
}

/** The index of `number`, or −1. */
const find = (numbers: Uint32Array, number: number): number => {
  let low = 0
  let high = numbers.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = numbers[middle]!
    if (found === number) return middle
    if (found < number) low = middle + 1
    else high = middle - 1
  }
  return -1
}

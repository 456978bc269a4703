import { decompose } from '../text/normalise'
import { BETWEEN, HEADER_BYTES, LONGEST_KEY, OTHER_LETTER, padded } from './key-list'

/** Sorted keys as bytes, and for each key of the list which of those given it stands for. */
export interface WrittenKeyList {
  readonly bytes: Uint8Array
  /** Places in the input, by key; more than one where keys are equal. */
  readonly places: readonly (readonly number[])[]
}

/** Keys in any order, of at least one letter each. */
export const writeKeyList = (keys: readonly (readonly string[])[]): WrittenKeyList => {
  const letters = [...new Set(keys.flat())].sort(byBaseThenMarks).slice(0, OTHER_LETTER)
  const numbered = keys.map((key, place) => ({ numbers: numbersOf(key, letters), place }))
  numbered.sort((a, b) => compareNumbers(a.numbers, b.numbers) || a.place - b.place)

  const shared: number[] = []
  const endingLengths: number[] = []
  const endings: number[] = []
  const places: number[][] = []
  let before = new Uint8Array(0)
  for (const { numbers, place } of numbered) {
    if (numbers.length === 0) throw new RangeError(`Key ${place} has no letters`)
    const common = sharedStart(before, numbers)
    if (common === numbers.length && common === before.length) {
      places[places.length - 1]!.push(place)
      continue
    }
    shared.push(common)
    endingLengths.push(numbers.length - common)
    for (let i = common; i < numbers.length; i++) endings.push(numbers[i]!)
    places.push([place])
    before = numbers
  }
  return { bytes: assemble(letters, shared, endingLengths, endings), places }
}

const numbersOf = (key: readonly string[], letters: readonly string[]): Uint8Array<ArrayBuffer> => {
  const numbers = new Uint8Array(Math.min(key.length, LONGEST_KEY))
  for (let i = 0; i < numbers.length; i++) {
    const number = letters.indexOf(key[i]!)
    numbers[i] = number < 0 ? OTHER_LETTER : number
  }
  return numbers
}

/** Variants of one letter side by side: what is typed without marks then meets them in one stretch. */
const byBaseThenMarks = (a: string, b: string): number => {
  const [x, y] = [decompose(a), decompose(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

const compareNumbers = (a: Uint8Array, b: Uint8Array): number => {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
}

const sharedStart = (a: Uint8Array, b: Uint8Array): number => {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

const assemble = (
  letters: readonly string[],
  shared: readonly number[],
  endingLengths: readonly number[],
  endings: readonly number[],
): Uint8Array => {
  const text = new TextEncoder().encode(letters.join(BETWEEN))
  const start = padded(HEADER_BYTES + text.length)
  const bytes = new Uint8Array(start + 2 * shared.length + endings.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, shared.length, true)
  view.setUint32(4, text.length, true)
  view.setUint32(8, endings.length, true)
  bytes.set(text, HEADER_BYTES)
  bytes.set(shared, start)
  bytes.set(endingLengths, start + shared.length)
  bytes.set(endings, start + 2 * shared.length)
  return bytes
}

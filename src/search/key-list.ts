/**
 * Sorted distinct keys, front-coded: each key is stored as the number of letters it shares with the
 * key before it, and its own ending.
 *
 *     b a k       0  b a k
 *     b a n g     2  n g
 *     b ơ̆ k       1  ơ̆ k
 *
 * Sorted neighbours share long beginnings, so the list is a trie written flat: each letter of an
 * ending is a node of it, and the keys below it are those that follow and share no fewer letters.
 *
 *     0   u32 keys            4   u32 bytes of letters     8   u32 bytes of endings
 *    12   letters, UTF-8, U+0000 between, padded to 4 bytes
 *     …   u8 shared[keys]  u8 endingLength[keys]  u8 endings[]
 *
 * A letter is any string, so that `ơ̆` is one; in the list it is its number, below 255. Where the
 * keys have more than 254 different letters, the rest share number 254 and count as equal.
 */
export interface KeyList {
  readonly count: number
  /** Letters by number. */
  readonly letters: readonly string[]
  readonly shared: Uint8Array
  readonly endings: Uint8Array
  /** Where the ending of each key starts; one more than there are keys. */
  readonly starts: Uint32Array
  /** Bytes the list takes. */
  readonly byteLength: number
}

/** Keys are compared by their first 255 letters. */
export const LONGEST_KEY = 255
/** Number of a letter that no key has. */
export const UNKNOWN_LETTER = 255
/** Number that letters share which came too late for one of their own. */
export const OTHER_LETTER = 254
export const HEADER_BYTES = 12
/** Stands between letters in the list's own text of them. */
export const BETWEEN = '\u0000'

/** Lengths rounded up to a multiple of 4, where a u32 may stand. */
export const padded = (length: number) => (length + 3) & ~3

/** A view of the list at the start of `bytes`; one pass over the lengths, nothing else is read. */
export const openKeyList = (bytes: Uint8Array): KeyList => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(0, true)
  const letterBytes = view.getUint32(4, true)
  const endingBytes = view.getUint32(8, true)
  const text = new TextDecoder().decode(bytes.subarray(HEADER_BYTES, HEADER_BYTES + letterBytes))

  const sharedStart = padded(HEADER_BYTES + letterBytes)
  const shared = bytes.subarray(sharedStart, sharedStart + count)
  const lengths = bytes.subarray(sharedStart + count, sharedStart + 2 * count)
  const endingsStart = sharedStart + 2 * count
  const starts = new Uint32Array(count + 1)
  for (let i = 0; i < count; i++) starts[i + 1] = starts[i]! + lengths[i]!
  return {
    count,
    letters: text === '' ? [] : text.split(BETWEEN),
    shared,
    endings: bytes.subarray(endingsStart, endingsStart + endingBytes),
    starts,
    byteLength: endingsStart + endingBytes,
  }
}

/** Letters as numbers of a list, at most 255 of them. */
export const letterNumbers = (letters: readonly string[], known: readonly string[]): Uint8Array => {
  const numbers = new Uint8Array(Math.min(letters.length, LONGEST_KEY))
  const unknown = known.length >= OTHER_LETTER ? OTHER_LETTER : UNKNOWN_LETTER
  for (let i = 0; i < numbers.length; i++) {
    const number = known.indexOf(letters[i]!)
    numbers[i] = number < 0 ? unknown : number
  }
  return numbers
}

/** The first key after `key` that does not share its first `depth` letters. */
export const subtreeEnd = ({ count, shared }: KeyList, key: number, depth: number): number => {
  let next = key + 1
  while (next < count && shared[next]! >= depth) next++
  return next
}

/** The keys that start with `query`: first inclusive, end exclusive; an empty range where there is none. */
export const findPrefix = (
  list: KeyList,
  query: Uint8Array,
): readonly [first: number, end: number] => {
  let first = 0
  let end = list.count
  for (let depth = 0; depth < query.length; depth++) {
    // All keys of the range share `depth` letters: step from child to child of that beginning.
    while (first < end && letterAt(list, first, depth) !== query[depth])
      first = subtreeEnd(list, first, depth + 1)
    if (first >= end) return [0, 0]
    end = Math.min(end, subtreeEnd(list, first, depth + 1))
  }
  return [first, end]
}

/** Letter number, for a key that shares at most `depth` letters with the one before; −1 past its end. */
const letterAt = ({ starts, shared, endings }: KeyList, key: number, depth: number): number => {
  const at = starts[key]! + depth - shared[key]!
  return at < starts[key + 1]! ? endings[at]! : -1
}

/** The key equal to `query`, or −1. */
export const findKey = (list: KeyList, query: Uint8Array): number => {
  const [first, end] = findPrefix(list, query)
  return first < end && keyLength(list, first) === query.length && query.length > 0 ? first : -1
}

export const keyLength = ({ shared, starts }: KeyList, key: number): number =>
  shared[key]! + starts[key + 1]! - starts[key]!

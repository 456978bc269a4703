import { type KeyList, openKeyList, padded } from './key-list'
import { openPostings, type Postings, readSums, readVarint } from './postings'

/** One gloss of an entry: its place counts the Vietnamese glosses of the list row, then the English. */
export interface GlossOf {
  readonly number: number
  readonly place: number
  readonly text: string
}

/**
 * The `glosses` section: the folded syllables of all glosses as a key list, for each the glosses that
 * have it, and for each gloss whose it is. Glosses are numbered in order of entry and place.
 *
 *     key list, padded to 4 │ postings: varint steps of gloss numbers, ascending
 *     │ u32 glosses │ u8 syllables[glosses] │ varint steps of entry numbers
 */
export interface GlossKeys {
  readonly list: KeyList
  readonly postings: Postings
  /** Syllables of each gloss, 255 at most. */
  readonly syllables: Uint8Array
  /** Entry number of each gloss. */
  readonly numbers: Uint32Array
}

export const openGlossKeys = (bytes: Uint8Array): GlossKeys => {
  const list = openKeyList(bytes)
  const listEnd = padded(list.byteLength)
  const postings = openPostings(bytes.subarray(listEnd), list.count)
  const tableStart = listEnd + postings.byteLength
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(tableStart, true)
  const numbers = readSums(bytes, { at: tableStart + 4 + count }, count).subarray(1)
  return {
    list,
    postings,
    syllables: bytes.subarray(tableStart + 4, tableStart + 4 + count),
    numbers,
  }
}

/** The glosses that have one syllable, ascending. */
export const glossesOf = ({ postings }: GlossKeys, key: number): number[] => {
  const glosses: number[] = []
  const cursor = { at: postings.starts[key]! }
  let gloss = 0
  while (cursor.at < postings.starts[key + 1]!) {
    gloss += readVarint(postings.bytes, cursor)
    glosses.push(gloss)
  }
  return glosses
}

/** Where a gloss stands among the glosses of its entry. */
export const placeOf = ({ numbers }: GlossKeys, gloss: number): number => {
  let first = gloss
  while (first > 0 && numbers[first - 1] === numbers[gloss]) first--
  return gloss - first
}

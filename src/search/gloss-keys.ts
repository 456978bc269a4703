import { vietnameseSyllables } from '../text/vietnamese'
import { type KeyList, openKeyList, writeKeyList } from './key-list'
import { openPostings, type Postings, pushVarint, readVarint, writePostings } from './postings'

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

const padded = (length: number) => (length + 3) & ~3
const LONGEST_SYLLABLE = 255

/** `glosses`: ascending by number and place. */
export const writeGlossKeys = (glosses: readonly GlossOf[]): Uint8Array => {
  const glossesBySyllable = new Map<string, number[]>()
  const counts: number[] = []
  const steps: number[] = []
  let before = 0
  glosses.forEach(({ number, text }, gloss) => {
    const syllables = vietnameseSyllables(text)
    counts.push(Math.min(syllables.length, 255))
    pushVarint(steps, number - before)
    before = number
    for (const syllable of new Set(syllables.map((one) => one.slice(0, LONGEST_SYLLABLE)))) {
      const having = glossesBySyllable.get(syllable)
      if (having === undefined) glossesBySyllable.set(syllable, [gloss])
      else having.push(gloss)
    }
  })
  const syllables = [...glossesBySyllable.keys()]
  const { bytes: list, places } = writeKeyList(syllables.map((syllable) => [...syllable]))
  const postings = writePostings(
    places.map((some) => stepsOf(glossesHaving(some.map((place) => syllables[place]!)))),
  )
  function glossesHaving(some: readonly string[]): number[] {
    const glosses = new Set(some.flatMap((syllable) => glossesBySyllable.get(syllable) ?? []))
    return [...glosses].sort((x, y) => x - y)
  }

  const listEnd = padded(list.length)
  const postingsEnd = listEnd + postings.length
  const bytes = new Uint8Array(postingsEnd + 4 + counts.length + steps.length)
  bytes.set(list, 0)
  bytes.set(postings, listEnd)
  new DataView(bytes.buffer).setUint32(postingsEnd, counts.length, true)
  bytes.set(counts, postingsEnd + 4)
  bytes.set(steps, postingsEnd + 4 + counts.length)
  return bytes
}

const stepsOf = (ascending: readonly number[]): number[] => {
  const run: number[] = []
  ascending.forEach((value, i) => {
    pushVarint(run, value - (ascending[i - 1] ?? 0))
  })
  return run
}

export const openGlossKeys = (bytes: Uint8Array): GlossKeys => {
  const list = openKeyList(bytes)
  const listEnd = padded(list.byteLength)
  const postings = openPostings(bytes.subarray(listEnd), list.count)
  const tableStart = listEnd + postings.byteLength
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(tableStart, true)
  const numbers = new Uint32Array(count)
  const cursor = { at: tableStart + 4 + count }
  let number = 0
  for (let i = 0; i < count; i++) numbers[i] = number += readVarint(bytes, cursor)
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

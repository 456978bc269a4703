import { foldToLetters } from '../text/fold'
import type { Orthography } from '../text/orthography'
import { wordReadings } from '../text/readings'
import { hasPhoneticSigns, typedTranscription } from '../text/transcription'
import type { EditCosts } from './edit-costs'
import { begunCost, type HeadwordMatch, MOST_BEGUN, placed, SAME_WORD } from './finder'
import { findNear, type KeyMatch } from './fuzzy'
import { formsOf, type HeadwordKeys } from './headword-keys'
import { beginningRange, type Range } from './highlight'
import { keyLength } from './key-list'

/** A wrong letter, and marks left out. */
const ONE_EDIT = 108
/** A reading of the keys costs this much more than the keys as they stand. */
const READ_OTHERWISE = 5
/** Hundredths up to which another reading of the keys is believed. */
const READ_NEAR = 45
/** Forms that are what was typed, begin with it, or lie near it. */
export const findHeadwords = (
  { list, postings }: HeadwordKeys,
  query: string,
  orthography: Orthography,
  costs: EditCosts,
  enough: number,
): HeadwordMatch[] => {
  const readings = distinctLetters(wordReadings(query, orthography), orthography)
  const best = new Map<number, KeyMatch>()
  const look = (letters: readonly string[], whole: number, beginning: number, added: number) => {
    const limits = { whole, beginning, mostBegun: MOST_BEGUN }
    for (const match of findNear(list, letters, limits, costs)) {
      const cost = match.cost + added
      const known = best.get(match.key)
      if (known === undefined || cost + begunCost(match.left) < known.cost + begunCost(known.left))
        best.set(match.key, { ...match, cost })
    }
  }
  readings.forEach((letters, i) => {
    look(letters, i === 0 ? SAME_WORD : READ_NEAR, SAME_WORD, i === 0 ? 0 : READ_OTHERWISE)
  })
  if (best.size < enough) {
    const isThere = [...best.values()].some(({ cost, left }) => left === 0 && cost <= SAME_WORD)
    const limit = isThere ? Math.min(limitFor(query.length), ONE_EDIT) : limitFor(query.length)
    look(readings[0] ?? [], limit, -1, 0)
    // Keys that were meant otherwise are seldom wrong as well, but for signs that nobody types right.
    const otherLimit = hasPhoneticSigns(query, orthography) ? limit : Math.min(limit, ONE_EDIT)
    if (!isThere)
      for (const letters of readings.slice(1)) look(letters, otherLimit, -1, READ_OTHERWISE)
  }

  return [...best.values()].flatMap(({ key, cost, left }) => {
    const answered = keyLength(list, key) - left
    return formsOf({ list, postings }, key).map((form) => ({
      ...form,
      ...placed(cost, left),
      answered,
    }))
  })
}

const distinctLetters = (readings: readonly string[], orthography: Orthography): string[][] => {
  const seen = new Map<string, string[]>()
  for (const reading of readings) {
    const letters = foldToLetters(reading, orthography)
    const id = letters.join('\u0000')
    if (letters.length > 0 && !seen.has(id)) seen.set(id, letters)
  }
  return [...seen.values()]
}

/** Bad fuzz is worse than none: a wrong letter in a word of two would make it any word. */
const limitFor = (length: number): number =>
  length < 3 ? 45 : length < 5 ? 108 : length < 6 ? 150 : 212

/** What of the written form answers the query; nothing of one that is only near. */
export const headwordRanges = (
  { match, answered }: HeadwordMatch,
  written: string,
  orthography: Orthography,
): readonly Range[] => {
  if (match === 'fuzzy') return []
  if (match !== 'prefix') return [[0, written.length]]
  const typed = hasPhoneticSigns(written, orthography)
    ? (text: string) => typedTranscription(text, orthography)
    : (text: string) => text
  return beginningRange(written, answered, (text) => foldToLetters(typed(text), orthography))
}

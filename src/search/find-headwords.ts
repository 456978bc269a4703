import { foldToLetters } from '../text/fold'
import type { Orthography } from '../text/orthography'
import { wordReadings } from '../text/readings'
import { hasPhoneticSigns, typedTranscription } from '../text/transcription'
import type { EditCosts } from './edit-costs'
import { begunCost, type HeadwordMatch, MOST_BEGUN, placed, SAME_WORD } from './finder'
import { findNear, type KeyMatch } from './fuzzy'
import { costedQuery } from './fuzzy-query'
import { formsOf, type HeadwordKeys } from './headword-keys'
import { beginningRange, type Range } from './highlight'
import { keyLength } from './key-list'

/** Bad fuzz is worse than none: a wrong letter in a word of two would make it any word. */
const limitFor = (length: number): number =>
  length < 3 ? 45 : length < 5 ? ONE_EDIT : length < 6 ? 150 : 212
/** A wrong letter, and marks left out. */
const ONE_EDIT = 108
/** Looked within next where a few are found within one edit. */
const SOME_EDITS = 150
/** So few of what is enough say that there will not be enough so soon. */
const FEW = 0.2
/** Hundredths that a form may still be held to have cost more, by how it is spaced and shaped. */
const MOST_ADDED = 3
/** A reading of the keys costs this much more than the keys as they stand. */
const READ_OTHERWISE = 5
/** Hundredths up to which another reading of the keys is believed. */
const READ_NEAR = 45

/** Forms that are what was typed, begin with it, or lie near it. */
export const findHeadwords = (
  keys: HeadwordKeys,
  query: string,
  orthography: Orthography,
  costs: EditCosts,
  enough: number,
  known: readonly number[],
): HeadwordMatch[] => {
  const furthest = furthestOf(known, enough)
  const readings = distinctLetters(wordReadings(query, orthography), orthography).map((letters) =>
    costedQuery(letters, costs),
  )
  const best = new Map<number, KeyMatch>()
  const look = (reading: number, whole: number, beginning: number) => {
    const added = reading === 0 ? 0 : READ_OTHERWISE
    const limits = { whole, beginning, mostBegun: MOST_BEGUN }
    for (const match of findNear(keys.list, readings[reading]!, limits)) {
      const cost = match.cost + added
      const known = best.get(match.key)
      if (known === undefined || cost + begunCost(match.left) < known.cost + begunCost(known.left))
        best.set(match.key, { ...match, cost })
    }
  }
  readings.forEach((_, i) => {
    look(i, i === 0 ? SAME_WORD : READ_NEAR, SAME_WORD)
  })
  if (best.size < enough && readings.length > 0) {
    const isThere = [...best.values()].some(({ cost, left }) => left === 0 && cost <= SAME_WORD)
    const limit = Math.min(limitFor(query.length), isThere ? ONE_EDIT : Infinity, furthest)
    // Keys that were meant otherwise are seldom wrong as well, but for signs that nobody types right.
    const otherLimit = hasPhoneticSigns(query, orthography) ? limit : Math.min(limit, ONE_EDIT)
    // What is found within less is the same: the wide walk is the dear one, and seldom needed.
    for (let within = Math.min(ONE_EDIT, limit); ; ) {
      look(0, within, -1)
      if (!isThere && (within <= ONE_EDIT || otherLimit > ONE_EDIT))
        for (let i = 1; i < readings.length; i++) look(i, Math.min(within, otherLimit), -1)
      const count = countWithin(keys, best, within - MOST_ADDED)
      if (within === limit || count >= enough) break
      const isNext = within === ONE_EDIT && count >= enough * FEW
      within = isNext ? Math.min(SOME_EDITS, limit) : limit
    }
  }
  return [...best.values()].flatMap(({ key, cost, left }) => {
    if (cost + begunCost(left) > furthest) return []
    const answered = keyLength(keys.list, key) - left
    return formsOf(keys, key).map((form) => ({ ...form, ...placed(cost, left), answered }))
  })
}

/** How far off a word can be and still come among the first, in hundredths. */
const furthestOf = (known: readonly number[], enough: number): number => {
  const costs = known.map((cost) => Math.round(cost * 100)).sort((a, b) => a - b)
  // After an answer that is what was typed, words with more than a letter wrong are not meant.
  return costs[enough - 1] ?? (costs[0]! <= SAME_WORD ? ONE_EDIT : Infinity)
}

/** Entries that are found at most so far away, in hundredths. */
const countWithin = (
  keys: HeadwordKeys,
  found: ReadonlyMap<number, KeyMatch>,
  most: number,
): number => {
  const numbers = new Set<number>()
  for (const { key, cost, left } of found.values())
    if (cost + begunCost(left) <= most)
      for (const { number } of formsOf(keys, key)) numbers.add(number)
  return numbers.size
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

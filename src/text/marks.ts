import { clusters } from './graphemes'
import { lowerCase } from './normalise'
import { bareLetters } from './orthography'

/** What each letter that differs by its marks alone adds, and a text of other letters at most. */
const MARK = 0.1
const APART = 0.3

/**
 * How far two texts of one key lie apart: 0 the same but for capitals, spaces, hyphens and
 * apostrophes' shape; 0.1 a letter with other marks; 0.05 an apostrophe more or less; at most 0.9.
 */
export const markDistance = (typed: string, written: string): number => {
  const a = lettersOf(typed)
  const b = lettersOf(written)
  if (a.length !== b.length) return APART
  let cost = Math.abs(apostrophesIn(typed) - apostrophesIn(written)) * (MARK / 2)
  a.forEach((letter, i) => {
    if (letter !== b[i]) cost += MARK
  })
  return Math.min(cost, 0.9)
}

const lettersOf = (text: string): string[] =>
  clusters(lowerCase(text)).filter((cluster) => bareLetters(cluster) !== '')

const APOSTROPHE = /['\u2018\u2019\u02bc\u02bb\u2032`]/g

const apostrophesIn = (text: string): number => text.match(APOSTROPHE)?.length ?? 0

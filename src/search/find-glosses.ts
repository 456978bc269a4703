import { bareLetters } from '../text/orthography'
import { vietnameseReadings } from '../text/readings'
import { vietnameseTokens } from '../text/vietnamese'
import type { EditCosts } from './edit-costs'
import { findNear } from './fuzzy'
import { type GlossKeys, glossesOf } from './gloss-keys'
import { findKey, findPrefix, letterNumbers } from './key-list'

export interface GlossMatch {
  readonly gloss: number
  /** The reading of the query that it answers. */
  readonly reading: string
  /** Whether it has as many syllables as the query. */
  readonly whole: boolean
  /** Hundredths that a syllable with a wrong letter had to be forgiven; 0: none has one. */
  readonly near: number
}

/** A syllable that begins thousands of others is looked at through this many of them. */
const MOST_BEGUN = 200
/** One wrong letter. */
const ONE_EDIT = 100
const MOST_SYLLABLES = 12

/**
 * Glosses that have every syllable of the query, in any order; the last may be a beginning. Where
 * none is whole, one syllable is forgiven a wrong letter.
 */
export const findGlosses = (keys: GlossKeys, query: string, costs: EditCosts): GlossMatch[] => {
  const best = new Map<number, GlossMatch>()
  const keep = (match: GlossMatch) => {
    const known = best.get(match.gloss)
    if (known === undefined || match.near < known.near) best.set(match.gloss, match)
  }
  const readings = vietnameseReadings(query)
  const asked = readings.map((reading) => ({ reading, syllables: querySyllables(reading) }))
  for (const { reading, syllables } of asked)
    for (const gloss of strictly(keys, syllables))
      keep({ gloss, reading, whole: keys.syllables[gloss] === syllables.length, near: 0 })

  if (![...best.values()].some(({ whole }) => whole))
    for (const { reading, syllables } of asked)
      for (const [gloss, near] of forgivingly(keys, syllables, costs))
        keep({ gloss, reading, whole: keys.syllables[gloss] === syllables.length, near })
  return [...best.values()]
}

const querySyllables = (query: string): string[] =>
  vietnameseTokens(query)
    .map(({ text }) => bareLetters(text))
    .filter((syllable) => syllable !== '')
    .slice(0, MOST_SYLLABLES)

/** Glosses that have all syllables, the last as a beginning too. */
const strictly = (keys: GlossKeys, syllables: readonly string[]): number[] => {
  const last = syllables[syllables.length - 1]
  if (last === undefined) return []
  const others = intersection(syllables.slice(0, -1).map((syllable) => having(keys, syllable)))
  if (others?.size === 0) return []
  const glosses = new Set<number>()
  for (const key of beginningWith(keys, last))
    for (const gloss of glossesOf(keys, key))
      if (others === undefined || others.has(gloss)) glosses.add(gloss)
  return [...glosses]
}

/** Glosses that have all syllables but one, and one near that one; with what that costs. */
const forgivingly = (
  keys: GlossKeys,
  syllables: readonly string[],
  costs: EditCosts,
): Map<number, number> => {
  const found = new Map<number, number>()
  const sets = syllables.map((syllable) => having(keys, syllable))
  syllables.forEach((syllable, i) => {
    const others = intersection(sets.filter((_, j) => j !== i))
    if (others?.size === 0 || (others === undefined && syllable.length < 3)) return
    const limits = { whole: ONE_EDIT, beginning: -1, mostBegun: 0 }
    for (const { key, cost } of findNear(keys.list, [...syllable], limits, costs)) {
      if (cost === 0) continue
      for (const gloss of glossesOf(keys, key)) {
        if (others !== undefined && !others.has(gloss)) continue
        found.set(gloss, Math.min(found.get(gloss) ?? Infinity, cost))
      }
    }
  })
  return found
}

const having = (keys: GlossKeys, syllable: string): Set<number> => {
  const key = findKey(keys.list, letterNumbers([...syllable], keys.list.letters))
  return new Set(key < 0 ? [] : glossesOf(keys, key))
}

/** None of nothing: every gloss is in it. */
const intersection = (sets: readonly ReadonlySet<number>[]): ReadonlySet<number> | undefined => {
  const [smallest, ...rest] = [...sets].sort((a, b) => a.size - b.size)
  if (smallest === undefined) return undefined
  return new Set([...smallest].filter((gloss) => rest.every((set) => set.has(gloss))))
}

const beginningWith = ({ list }: GlossKeys, syllable: string): number[] => {
  const [first, end] = findPrefix(list, letterNumbers([...syllable], list.letters))
  const last = Math.min(end, first + MOST_BEGUN)
  return Array.from({ length: Math.max(last - first, 0) }, (_, i) => first + i)
}

import { bareLetters } from '../text/orthography'
import { vietnameseReadings } from '../text/readings'
import { vietnameseTokens } from '../text/vietnamese'
import type { EditCosts } from './edit-costs'
import type { GlossMatch } from './finder'
import { findNear } from './fuzzy'
import { costedQuery } from './fuzzy-query'
import { type GlossKeys, glossesOf } from './gloss-keys'
import { glossesWith, glossesWithAll, inAll, querySyllables } from './gloss-lookup'

/** One wrong letter. */
const ONE_EDIT = 100
/** A wrong letter in a gloss comes after one in a headword of the same cost. */
const NEAR = 2
/** `con trâu` answered by `trâu` comes after what is `con trâu` to the letter. */
const CLASSIFIER_TYPED = 1
/** A reading of the keys costs this much more than the keys as they stand. */
const READ_OTHERWISE = 5

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
  const asked = readings.map((reading, i) => ({
    reading,
    syllables: querySyllables(reading),
    added: i === 0 ? 0 : READ_OTHERWISE,
  }))
  for (const { reading, syllables, added } of asked)
    for (const gloss of glossesWithAll(keys, syllables))
      keep({ gloss, reading, whole: keys.syllables[gloss] === syllables.length, near: 0, added })

  if (![...best.values()].some(({ whole }) => whole))
    for (const { reading, syllables, added } of asked)
      for (const [gloss, near] of forgivingly(keys, syllables, costs))
        keep({ gloss, reading, whole: keys.syllables[gloss] === syllables.length, near, added })
  return [...best.values(), ...withoutClassifier(keys, query)]
}

/** `con trâu` asks for `trâu` too: the first syllable may be the classifier, which no gloss holds. */
const withoutClassifier = (keys: GlossKeys, query: string): GlossMatch[] => {
  const [first, second] = vietnameseTokens(query)
  if (first === undefined || second === undefined) return []
  const reading = query.slice(second.start)
  const syllables = querySyllables(reading)
  return glossesWithAll(keys, syllables)
    .filter((gloss) => keys.syllables[gloss] === syllables.length)
    .map((gloss) => ({
      gloss,
      reading,
      whole: true,
      near: 0,
      added: CLASSIFIER_TYPED,
      classifier: bareLetters(first.text),
    }))
}

/** Glosses that have all syllables but one, and one near that one; with what that costs. */
const forgivingly = (
  keys: GlossKeys,
  syllables: readonly string[],
  costs: EditCosts,
): Map<number, number> => {
  const found = new Map<number, number>()
  const sets = syllables.map((syllable) => glossesWith(keys, syllable))
  syllables.forEach((syllable, i) => {
    const others = inAll(sets.filter((_, j) => j !== i))
    if (others?.size === 0 || (others === undefined && syllable.length < 4)) return
    const limits = { whole: ONE_EDIT, beginning: -1, mostBegun: 0 }
    for (const { key, cost } of findNear(keys.list, costedQuery([...syllable], costs), limits)) {
      if (cost === 0) continue
      for (const gloss of glossesOf(keys, key)) {
        if (others !== undefined && !others.has(gloss)) continue
        found.set(gloss, Math.min(found.get(gloss) ?? Infinity, cost + NEAR))
      }
    }
  })
  return found
}

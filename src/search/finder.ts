import type { Orthography } from '../text/orthography'
import type { Range } from './highlight'
import type { Match, Tier } from './hit'
import type { Layer } from './searchable'

/** A form that answers a query; `variant` is absent for the headword itself. */
export interface HeadwordMatch {
  readonly number: number
  readonly variant?: string
  readonly match: Match
  readonly tier: Tier
  readonly cost: number
  /** Letters of the form that answer the query. */
  readonly answered: number
}

/** A gloss that answers a query. */
export interface GlossMatch {
  readonly gloss: number
  /** The reading of the query that it answers. */
  readonly reading: string
  /** Whether it has as many syllables as the query. */
  readonly whole: boolean
  /** Hundredths that a syllable with a wrong letter had to be forgiven; 0: none has one. */
  readonly near: number
  /** Hundredths that reading the query so costs: 0 for the keys as they stand. */
  readonly added: number
  /** Holds only where the entry has this classifier, folded: it was typed before the gloss. */
  readonly classifier?: string
}

/**
 * A way of finding. There are two: the plain one, which minds everything but marks and is there with
 * the first screen, and the forgiving one, which is loaded right after and finds all that the plain
 * one does.
 */
export interface Finder {
  /**
   * `enough`: with so many good answers nothing needs to be found that is only near. `known`: what
   * the answers cost that are found already, elsewhere.
   */
  readonly headwords: (
    layer: Layer,
    query: string,
    orthography: Orthography,
    enough: number,
    known: readonly number[],
  ) => HeadwordMatch[]
  readonly glosses: (layer: Layer, query: string) => GlossMatch[]
  /** What of a written form answers the query, UTF-16. */
  readonly ranges: (
    match: HeadwordMatch,
    written: string,
    orthography: Orthography,
  ) => readonly Range[]
}

/** Beginnings of one or two letters fit thousands of keys; this many are looked at. */
export const MOST_BEGUN = 400

/** Hundredths up to which a form is the word that was typed, written otherwise. */
export const SAME_WORD = 15

/** Hundredths of what goes on after what was typed: it is not finished, so longer is hardly worse. */
export const begunCost = (left: number): number => (left === 0 ? 0 : 20 + Math.min(left, 24) / 4)

/** Hundredths up to which a beginning has the letters that were typed, with marks left out. */
const SAME_LETTERS = 4
/** Neither finished nor written as it was typed: another spelling counts so many times. */
const BEGUN_OTHERWISE = 3

/** `cost`: hundredths; `left`: letters after those that were typed. */
export const placed = (
  cost: number,
  left: number,
): Pick<HeadwordMatch, 'match' | 'tier' | 'cost'> => {
  if (left > 0) {
    const begun = cost > SAME_LETTERS ? cost * BEGUN_OTHERWISE : cost
    return { match: 'prefix', tier: 'prefix', cost: (begun + begunCost(left)) / 100 }
  }
  if (cost === 0) return { match: 'exact', tier: 'whole', cost: 0 }
  if (cost <= SAME_WORD) return { match: 'folded', tier: 'folded', cost: cost / 100 }
  return { match: 'fuzzy', tier: 'near', cost: cost / 100 }
}

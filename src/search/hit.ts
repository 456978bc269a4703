import type { LanguageCode } from '../lexicon/ids'
import type { ListRow } from '../pack/sections'

/**
 * How a hit was found. `exact`: the form as typed, but for capitals · `folded`: but for marks ·
 * `prefix`: its beginning · `fuzzy`: something near it · `gloss`: by a Vietnamese or English gloss.
 */
export type Match = 'exact' | 'folded' | 'prefix' | 'fuzzy' | 'gloss'

/** One result, with how it matched. */
export interface Hit {
  readonly language: LanguageCode
  readonly number: number
  readonly row: ListRow
  readonly match: Match
  readonly tier: Tier
  /** How far it lies from the query within its class: 0 nothing to forgive … 1 a letter wrong, and more. */
  readonly cost: number
  readonly field: 'headword' | 'gloss-vi' | 'gloss-en'
  /** The form or gloss that matched, as it is written. */
  readonly matched: string
  /** Parts of `matched` that answer the query, UTF-16, ascending. */
  readonly ranges: readonly (readonly [start: number, end: number])[]
}

/**
 * What of the form or gloss answers: `whole` as typed · `folded` but for marks · `prefix` what it
 * begins with · `part` some of its syllables · `near` something like it, shown apart.
 */
export type Tier = 'whole' | 'folded' | 'prefix' | 'part' | 'near'

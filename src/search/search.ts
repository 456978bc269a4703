import type { LanguageCode } from '../lexicon/ids'
import { normaliseText } from '../text/normalise'
import { bareLetters, letterKey } from '../text/orthography'
import type { Finder, GlossMatch, HeadwordMatch } from './finder'
import { placeOf } from './gloss-keys'
import type { Hit } from './hit'
import { createGlossPlacer, type GlossPlacer } from './place-gloss'
import { plainFinder } from './plain-finder'
import { compareHits, FIELD_ORDER, type PreferredVarieties } from './rank'
import type { Layer, Searchable } from './searchable'

export interface SearchOptions {
  /** Hits at most. */
  readonly limit: number
  readonly preferred?: PreferredVarieties
  /** Where to look; everywhere unless told. */
  readonly fields?: readonly Hit['field'][]
  /** The plain one unless told. */
  readonly finder?: Finder
}

/** A query is read this far; a dictionary has no longer word, and a paste must not stall a phone. */
const LONGEST_QUERY = 200

/**
 * The entries that answer a query in any direction, best first, each once. Synchronous and total:
 * any string is a query, one without letters answers nothing.
 */
export const search = (
  searchables: readonly Searchable[],
  query: string,
  { limit, preferred = {}, fields = FIELD_ORDER, finder = plainFinder }: SearchOptions,
): Hit[] => {
  const typed = normaliseText(query.slice(0, LONGEST_QUERY)).trim()
  if (bareLetters(typed) === '') return []
  const words = fields.includes('headword')
  const glosses = fields.some((field) => field !== 'headword')
  const better = compareHits(preferred)
  const place = createGlossPlacer()
  const best = new Map<string, Pending>()
  const keep = (found: readonly Pending[]): void => {
    for (const one of found) {
      const { hit } = one
      if (!fields.includes(hit.field)) continue
      const id = `${hit.language} ${hit.number}`
      const known = best.get(id)
      if (known === undefined || better(hit, known.hit) < 0) best.set(id, one)
    }
  }
  for (const searchable of searchables)
    for (const layer of searchable.layers) {
      if (glosses) keep(glossHits(finder.glosses(layer, typed), searchable, layer, place, limit))
      const costs = [...best.values()].map(({ hit }) => hit.cost)
      if (words) keep(headwordHits(finder, searchable, layer, typed, limit, costs))
    }
  return [...best.values()]
    .sort((a, b) => better(a.hit, b.hit))
    .slice(0, limit)
    .map(({ hit, rangesOf }) => (rangesOf === undefined ? hit : { ...hit, ranges: rangesOf() }))
}

/** Which letters answer is worked out for the hits that are given back, not for all that were found. */
interface Pending {
  readonly hit: Hit
  readonly rangesOf?: () => Hit['ranges']
}

const headwordHits = (
  finder: Finder,
  { language, orthography }: Searchable,
  layer: Layer,
  query: string,
  limit: number,
  known: readonly number[],
): Pending[] =>
  nearest(finder.headwords(layer, query, orthography, limit, known), limit).flatMap((found) => {
    const row = layer.row(found.number)
    if (row === undefined) return []
    const matched = found.variant ?? row.headword
    const rangesOf = () => finder.ranges(found, matched, orthography)
    const placed = heldToSpacing(found, query, matched, rangesOf)
    const cost = placed.cost + (row.headwordKind === 'spelling' ? 0 : TRANSCRIBED)
    const hit: Hit = { language, row, ...placed, cost, field: 'headword', matched, ranges: [] }
    return [{ hit, rangesOf }]
  })

/** Nobody types a transcription: what looks like one is rather a gloss. */
const TRANSCRIBED = 0.03

/** As many entries as are asked for, and those that may still come before the last of them. */
const nearest = (found: HeadwordMatch[], limit: number): HeadwordMatch[] => {
  const numbers = new Set<number>()
  let bound = Infinity
  return found
    .sort((a, b) => a.cost - b.cost)
    .filter(({ number, cost }) => {
      if (cost > bound) return false
      numbers.add(number)
      if (numbers.size === limit && bound === Infinity)
        bound = cost + OTHERWISE_SPACED + TRANSCRIBED
      return true
    })
}

/** Spaces, hyphens and the shape of letters never keep a word away; they only settle who comes first. */
const OTHERWISE_SPACED = 0.03
const OTHERWISE_SHAPED = 0.01

const BETWEEN_WORDS = /[\s-]+/

const heldToSpacing = (
  { number, match, tier, cost }: HeadwordMatch,
  query: string,
  written: string,
  rangesOf: () => Hit['ranges'],
): Pick<Hit, 'number' | 'match' | 'tier' | 'cost'> => {
  const isWhole = tier !== 'prefix'
  if (isWhole && letterKey(query) === letterKey(written)) return { number, match, tier, cost }
  const spaced = isSpacedAlike(query, written, rangesOf)
  const added = spaced ? (isWhole ? OTHERWISE_SHAPED : 0) : OTHERWISE_SPACED
  const folded = tier === 'whole' ? ({ match: 'folded', tier: 'folded' } as const) : { match, tier }
  return { number, ...folded, cost: cost + added }
}

/** Whether both have as many parts: of a form that goes on, as far as it answers. */
const isSpacedAlike = (query: string, written: string, rangesOf: () => Hit['ranges']): boolean => {
  if (!BETWEEN_WORDS.test(written)) return !BETWEEN_WORDS.test(query)
  const [[, end] = [0, written.length]] = rangesOf()
  return query.split(BETWEEN_WORDS).length === written.slice(0, end).split(BETWEEN_WORDS).length
}

/** Of a common syllable the shortest glosses are read: these many, and more where more are shown. */
const READ_AT_LEAST = 150
const READ_TO_SHOW = 2

const glossHits = (
  found: GlossMatch[],
  { language }: Searchable,
  layer: Layer,
  place: GlossPlacer,
  limit: number,
): Pending[] => {
  const { syllables } = layer.glosses
  return found
    .sort(
      (a, b) => a.near + a.added - b.near - b.added || syllables[a.gloss]! - syllables[b.gloss]!,
    )
    .slice(0, READ_AT_LEAST + limit * READ_TO_SHOW)
    .flatMap((match) => glossHit(layer, match, language, place))
}

const glossHit = (
  layer: Layer,
  match: GlossMatch,
  language: LanguageCode,
  place: GlossPlacer,
): Pending[] => {
  const number = layer.glosses.numbers[match.gloss]!
  const row = layer.row(number)
  if (row === undefined) return []
  const { classifier } = match
  if (classifier !== undefined && bareLetters(row.classifierVi ?? '') !== classifier) return []
  const at = placeOf(layer.glosses, match.gloss)
  const inEnglish = at >= row.glossesVi.length
  const matched = inEnglish ? row.glossesEn[at - row.glossesVi.length] : row.glossesVi[at]
  if (matched === undefined) return []
  const field = inEnglish ? ('gloss-en' as const) : ('gloss-vi' as const)
  const placed = place(matched, match)
  return [{ hit: { language, number, row, match: 'gloss', ...placed, field, matched } }]
}

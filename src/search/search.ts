import { normaliseText } from '../text/normalise'
import { bareLetters, letterKey } from '../text/orthography'
import type { Finder, GlossMatch, HeadwordMatch } from './finder'
import { placeOf } from './gloss-keys'
import type { Hit } from './hit'
import { placeGloss } from './place-gloss'
import { plainFinder } from './plain-finder'
import { compareHits, type PreferredVarieties } from './rank'
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

const FIELDS: readonly Hit['field'][] = ['headword', 'gloss-vi', 'gloss-en']

/** A query is read this far; a dictionary has no longer word, and a paste must not stall a phone. */
const LONGEST_QUERY = 200

/**
 * The entries that answer a query in any direction, best first, each once. Synchronous and total:
 * any string is a query, one without letters answers nothing.
 */
export const search = (
  searchables: readonly Searchable[],
  query: string,
  { limit, preferred = {}, fields = FIELDS, finder = plainFinder }: SearchOptions,
): Hit[] => {
  const typed = normaliseText(query.slice(0, LONGEST_QUERY)).trim()
  if (bareLetters(typed) === '') return []
  const better = compareHits(preferred)
  const best = new Map<string, Hit>()
  for (const searchable of searchables) {
    for (const layer of searchable.layers) {
      for (const hit of [
        ...(fields.includes('headword') ? headwordHits(finder, searchable, layer, typed) : []),
        ...(fields.some((field) => field !== 'headword')
          ? glossHits(finder, searchable, layer, typed)
          : []),
      ]) {
        if (!fields.includes(hit.field)) continue
        const id = `${hit.language} ${hit.number}`
        const known = best.get(id)
        if (known === undefined || better(hit, known) < 0) best.set(id, hit)
      }
    }
  }
  return [...best.values()].sort(better).slice(0, limit)
}

const headwordHits = (
  finder: Finder,
  { language, orthography }: Searchable,
  layer: Layer,
  query: string,
): Hit[] =>
  finder.headwords(layer, query, orthography).flatMap((found) => {
    const row = layer.row(found.number)
    if (row === undefined) return []
    const matched = found.variant ?? row.headword
    const ranges = finder.ranges(found, matched, orthography)
    const placed = heldToSpacing(found, query, matched)
    return [{ language, row, ...placed, field: 'headword' as const, matched, ranges }]
  })

/** Spaces, hyphens and the shape of letters never keep a word away; they only settle who comes first. */
const OTHERWISE_SPACED = 0.03
const OTHERWISE_SHAPED = 0.01

const heldToSpacing = (
  { number, match, tier, cost }: HeadwordMatch,
  query: string,
  written: string,
): Pick<Hit, 'number' | 'match' | 'tier' | 'cost'> => {
  if (tier === 'prefix' || letterKey(query) === letterKey(written))
    return { number, match, tier, cost }
  const spaced = query.split(/[\s-]+/).length === written.split(/[\s-]+/).length
  const added = spaced ? OTHERWISE_SHAPED : OTHERWISE_SPACED
  return tier === 'whole'
    ? { number, match: 'folded', tier: 'folded', cost: added }
    : { number, match, tier, cost: cost + added }
}

/** Whole glosses first: reading every row of a common syllable would be waste. */
const MOST_GLOSSES = 300

const glossHits = (
  finder: Finder,
  { language }: Searchable,
  layer: Layer,
  query: string,
): Hit[] => {
  const found = finder.glosses(layer, query)
  const hits = shortestFirst(layer, found).flatMap((match) => glossHit(layer, match))
  return hits.map((hit) => ({ ...hit, language }))
}

const shortestFirst = ({ glosses }: Layer, found: GlossMatch[]): GlossMatch[] =>
  [...found]
    .sort((a, b) => a.near - b.near || glosses.syllables[a.gloss]! - glosses.syllables[b.gloss]!)
    .slice(0, MOST_GLOSSES)

const glossHit = (layer: Layer, match: GlossMatch): Omit<Hit, 'language'>[] => {
  const number = layer.glosses.numbers[match.gloss]!
  const row = layer.row(number)
  if (row === undefined) return []
  const { classifier } = match
  if (classifier !== undefined && bareLetters(row.classifierVi ?? '') !== classifier) return []
  const place = placeOf(layer.glosses, match.gloss)
  const inEnglish = place >= row.glossesVi.length
  const matched = inEnglish ? row.glossesEn[place - row.glossesVi.length] : row.glossesVi[place]
  if (matched === undefined) return []
  const field = inEnglish ? ('gloss-en' as const) : ('gloss-vi' as const)
  return [{ number, row, match: 'gloss', ...placeGloss(matched, match), field, matched }]
}

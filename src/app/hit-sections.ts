import type { Hit } from '../search/hit'
import type { HitGroup } from './lookup'

/** Hits of one kind: by the word itself, by a gloss, and all that only begin with the query or have it in them. */
export interface HitSection {
  readonly kind: Hit['field'] | 'other'
  readonly groups: readonly HitGroup[]
}

/** Hits at the top that are looked at: what stands further down confuses nobody. */
const LOOKED_AT = 10

/** Up to this a hit is the very word that was typed, give or take the marks a keyboard lacks. */
const SAME_WORD = 0.05

/**
 * Parts homographs across languages: Gia Rai `năm` "six" from the words for Vietnamese "năm". Only
 * where both are the very word that was typed and among the first ten; otherwise there is nothing to
 * tell apart, and the answer stays one list: undefined.
 */
export const sectionHits = (groups: readonly HitGroup[]): readonly HitSection[] | undefined => {
  const first = groups.flatMap(({ hits }) => hits).slice(0, LOOKED_AT)
  const kinds = [...new Set(first.filter(isWhole).map(({ field }) => field))]
  if (!kinds.includes('headword') || kinds.length < 2) return undefined
  return [...kinds, 'other' as const]
    .map((kind) => ({ kind, groups: groups.filter((group) => kindOf(group, kinds) === kind) }))
    .filter((section) => section.groups.length > 0)
}

const isWhole = ({ tier, cost }: Hit): boolean =>
  (tier === 'whole' || tier === 'folded') && cost <= SAME_WORD

/** Homographs of one language stay together, under what the first of them answers by. */
const kindOf = ({ hits }: HitGroup, kinds: readonly Hit['field'][]): HitSection['kind'] => {
  const whole = hits.filter(isWhole)
  return kinds.find((kind) => whole.some(({ field }) => field === kind)) ?? 'other'
}

import type { Hit } from '../search/hit'
import { bareLetters } from '../text/orthography'
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
  const glosses = new Set(
    first
      .filter((hit) => isWhole(hit) && hit.field !== 'headword')
      .map(({ matched }) => bareLetters(matched)),
  )
  const placed = groups.map((group) => ({ group, kind: kindOfGroup(group, glosses) }))
  const kinds = placed
    .filter(({ group }) => group.hits.some((hit) => first.includes(hit)))
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'other')
  if (!kinds.includes('headword') || kinds.every((kind) => kind === 'headword')) return undefined
  return [...new Set([...kinds, 'other' as const])]
    .map((kind) => ({
      kind,
      groups: placed.filter((one) => one.kind === kind).map(({ group }) => group),
    }))
    .filter((section) => section.groups.length > 0)
}

const isWhole = ({ tier, cost }: Hit): boolean =>
  (tier === 'whole' || tier === 'folded') && cost <= SAME_WORD

/** A word that is spelled like its own gloss, `čim` "chim", is no homograph of it. */
const kindOf = (hit: Hit, glosses: ReadonlySet<string>): HitSection['kind'] => {
  if (!isWhole(hit)) return 'other'
  const { field, row } = hit
  const isMeant = (gloss: string) => glosses.has(bareLetters(gloss))
  if (field !== 'headword') return field
  if (row.glossesVi.some(isMeant)) return 'gloss-vi'
  return row.glossesEn.some(isMeant) ? 'gloss-en' : field
}

/** Homographs of one language stay together. */
const kindOfGroup = ({ hits }: HitGroup, glosses: ReadonlySet<string>): HitSection['kind'] => {
  const kinds = hits.map((hit) => kindOf(hit, glosses))
  if (kinds.includes('headword')) return 'headword'
  return kinds.find((kind) => kind !== 'other') ?? 'other'
}

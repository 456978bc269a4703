import type { Concept } from '../../src/lexicon/concept'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { vietnameseSortKey } from '../../src/text/collate'
import type { Figures } from './figures'
import { headwordText } from './shown-entries'

/** A concept that all dictionaries but one have an entry for. */
export interface Gap {
  readonly concept: Concept
  /** Code of the language that lacks it. */
  readonly missing: string
  /** What the others have, by language. */
  readonly others: readonly {
    readonly code: string
    readonly entries: readonly { readonly id: string; readonly headword: string }[]
  }[]
  /** Entries of the language that have it as a draft or recorded elsewhere. */
  readonly unconfirmed: readonly string[]
}

/** By language, then by the concept's Vietnamese label. None where there are fewer than three dictionaries. */
export const findGaps = (
  lexicons: readonly Lexicon[],
  figures: readonly Figures[],
): readonly Gap[] => {
  const concepts = new Map<string, Concept>()
  for (const { shared } of lexicons)
    for (const { value } of shared.concepts) concepts.set(value.id, value)
  if (figures.length < 3) return []
  return figures.flatMap((lacking, i) => {
    const rest = figures.filter((other) => other !== lacking)
    return [...concepts.values()]
      .filter(
        ({ id }) => !lacking.concepts.has(id) && rest.every((other) => other.concepts.has(id)),
      )
      .map((concept) => ({
        concept,
        missing: lacking.code,
        others: rest.map(({ code, shown }) => ({
          code,
          entries: shown
            .filter(({ senses }) => senses.some((sense) => sense.concept === concept.id))
            .map((full) => ({ id: full.entry.id, headword: headwordText(full) })),
        })),
        unconfirmed: [
          ...new Set(
            (lexicons[i]?.senses ?? [])
              .filter(({ value }) => value.concept === concept.id)
              .filter(({ value }) => value.reviewState !== 'rejected')
              .map(({ value }) => value.entry),
          ),
        ],
      }))
      .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
  })
}

const sortKey = ({ concept }: Gap): string => vietnameseSortKey(concept.labelVi)

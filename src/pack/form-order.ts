import type { NotationRow } from '../lexicon/concept'
import type { Form } from '../lexicon/form'
import type { Variety } from '../lexicon/variety'

/**
 * The order the forms of an entry are shown in after its headword: by variety, spellings before
 * transcriptions, preferred notations first, then by id.
 */
export const compareForms = (
  varieties: readonly Pick<Variety, 'id' | 'rank'>[],
  notations: readonly Pick<NotationRow, 'id' | 'rank'>[],
): ((a: Form, b: Form) => number) => {
  const varietyRank = new Map(varieties.map(({ id, rank }) => [id, rank]))
  const notationRank = new Map(notations.map(({ id, rank }) => [id, rank]))
  const ranks = ({ variety, kind, notation }: Form): readonly number[] => [
    varietyRank.get(variety) ?? LAST,
    kind === 'spelling' ? 0 : 1,
    notation === undefined ? 0 : (notationRank.get(notation) ?? LAST),
  ]
  return (a, b) => {
    const ofB = ranks(b)
    for (const [i, rank] of ranks(a).entries()) if (rank !== ofB[i]) return rank - ofB[i]!
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
  }
}

const LAST = 1e9

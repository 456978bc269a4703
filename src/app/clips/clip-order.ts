import type { FormId, VarietyId } from '../../lexicon/ids'
import type { Media } from '../../lexicon/media'
import type { Variety } from '../../lexicon/variety'

export interface ClipOrder {
  readonly varieties: readonly Pick<Variety, 'id' | 'rank' | 'shown'>[]
  /** Of the entry: a recording of it says what stands at the head of the page. */
  readonly headwordForm: FormId
  /** The variety that the reader chose, if any. */
  readonly preferred?: VarietyId | undefined
}

/**
 * The recordings of an entry as they are offered, the first on the large button: confirmed before
 * drafts, the reader's variety before others, those recorded elsewhere last; then those that say the
 * headword, then by variety and id.
 */
export const orderClips = (
  media: readonly Media[],
  { varieties, headwordForm, preferred }: ClipOrder,
): readonly Media[] => {
  const varietyById = new Map(varieties.map((variety) => [variety.id, variety]))
  const ranks = ({ reviewState, variety, form }: Media): readonly number[] => {
    const { rank, shown } = varietyById.get(variety) ?? UNKNOWN
    return [
      place(reviewState !== 'draft'),
      place(variety === preferred),
      place(shown === 'default'),
      place(form === undefined || form === headwordForm),
      rank,
    ]
  }
  return media
    .filter(({ kind, reviewState }) => kind === 'audio' && reviewState !== 'rejected')
    .map((clip) => ({ clip, ranks: ranks(clip) }))
    .sort((a, b) => compare(a.ranks, b.ranks) || (a.clip.id < b.clip.id ? -1 : 1))
    .map(({ clip }) => clip)
}

const UNKNOWN = { rank: 1e9, shown: 'default' }

const place = (isFirst: boolean): number => (isFirst ? 0 : 1)

const compare = (a: readonly number[], b: readonly number[]): number => {
  for (const [i, rank] of a.entries()) if (rank !== b[i]) return rank - b[i]!
  return 0
}

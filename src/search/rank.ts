import type { LanguageCode, VarietyId } from '../lexicon/ids'
import type { ReviewState } from '../lexicon/review'
import type { Hit } from './hit'

export const FIELD_ORDER: readonly Hit['field'][] = ['headword', 'gloss-vi', 'gloss-en']
const STATE_ORDER: readonly ReviewState[] = ['reviewed', 'attested', 'draft', 'rejected']

export type PreferredVarieties = Readonly<Partial<Record<LanguageCode, VarietyId>>>

/**
 * The order of results: how much had to be forgiven or is still to be typed, then the field, the
 * review state, the preferred variety, the shorter text, and the entry's number, so that the order
 * is total.
 */
export const compareHits =
  (preferred: PreferredVarieties) =>
  (a: Hit, b: Hit): number =>
    a.cost - b.cost ||
    FIELD_ORDER.indexOf(a.field) - FIELD_ORDER.indexOf(b.field) ||
    STATE_ORDER.indexOf(a.row.reviewState) - STATE_ORDER.indexOf(b.row.reviewState) ||
    awayFromPreferred(a, preferred) - awayFromPreferred(b, preferred) ||
    a.matched.length - b.matched.length ||
    (a.language < b.language ? -1 : a.language > b.language ? 1 : a.number - b.number)

/** Only moves a hit among its equals: nothing is hidden by a preference. */
const awayFromPreferred = ({ language, row }: Hit, preferred: PreferredVarieties): number =>
  preferred[language] === row.variety ? 0 : 1

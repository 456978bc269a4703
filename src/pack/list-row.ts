import type { EntryId, VarietyId } from '../lexicon/ids'
import { REVIEW_STATES } from '../lexicon/review'
import { fromRelativeId } from './relative-id'
import type { ListRow } from './sections'

/**
 * The text of a row of the `list` section: a JSON array, 0 for what is empty, empty ends cut.
 *
 *     [relative id, headword, 0 spelling | 1 transcription, variety, Vietnamese glosses, English glosses,
 *      transcription, classifier, 0 attested | 1 draft | 2 reviewed | 3 rejected,
 *      homograph number, 0 default | 1 compare]
 *
 * None when the text is not such a row. entries.ts writes it.
 */
export const decodeListRow = (number: number, text: string): ListRow | undefined => {
  const cells = parseJson(text)
  if (!Array.isArray(cells)) return undefined
  const [id, headword, kind, variety, vi, en, transcription, classifier, state, homograph, shown] =
    cells
  const reviewState = REVIEW_STATES[state ?? 0]
  const entryId = typeof id === 'string' ? fromRelativeId(id, number) : undefined
  if (entryId === undefined || typeof headword !== 'string' || typeof variety !== 'string')
    return undefined
  if (!isTexts(vi) || !isTexts(en) || reviewState === undefined) return undefined
  return {
    number,
    id: entryId as EntryId,
    headword,
    headwordKind: kind === 1 ? 'transcription' : 'spelling',
    variety: variety as VarietyId,
    glossesVi: vi || [],
    glossesEn: en || [],
    reviewState,
    shown: shown === 1 ? 'compare' : 'default',
    ...(typeof transcription === 'string' && { transcription }),
    ...(typeof classifier === 'string' && { classifierVi: classifier }),
    ...(typeof homograph === 'number' && homograph > 0 && { homograph }),
  }
}

/** Texts, or one of the ways to say none. */
const isTexts = (cell: unknown): cell is readonly string[] | 0 | undefined =>
  !cell || (Array.isArray(cell) && cell.every((text) => typeof text === 'string'))

/** Undefined when it is not JSON. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

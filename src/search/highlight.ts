import { clusters } from '../text/graphemes'
import { normaliseText } from '../text/normalise'

export type Range = readonly [start: number, end: number]

/**
 * The beginning of a text that folds to at least `length` letters, as a range. A letter is marked
 * with all its combining marks, never in the middle.
 */
export const beginningRange = (
  text: string,
  length: number,
  fold: (text: string) => ArrayLike<unknown>,
): readonly Range[] => {
  // Texts that are stored are normalised; of any other the offsets would not fit.
  if (length === 0 || normaliseText(text) !== text) return []
  let end = 0
  for (const cluster of clusters(text)) {
    end += cluster.length
    if (fold(text.slice(0, end)).length >= length) return [[0, end]]
  }
  return [[0, text.length]]
}

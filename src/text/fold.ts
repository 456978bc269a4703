import { clusters } from './graphemes'
import { lowerCase, normaliseText } from './normalise'
import { bareLetters, letterKey, type Orthography } from './orthography'

/** Texts are compared by their beginning; nobody types more, and a paste must not stall a phone. */
const LONGEST_TEXT = 1000
/** A letter with more marks than any writing has is cut, so that letters stay small. */
const LONGEST_LETTER = 8

/**
 * What a text is compared by: its letters with their marks, lower case, one sign for each
 * look-alike and each apostrophe. Spaces, hyphens and punctuation are no letters.
 *
 *     Hơ-‘bla  →  h ơ ' b l a
 */
export const foldToLetters = (
  text: string,
  { letterByLookAlike }: Pick<Orthography, 'letterByLookAlike'>,
): string[] => {
  const letters: string[] = []
  for (const cluster of clusters(wideToPlain(text.slice(0, LONGEST_TEXT)))) {
    const letter = letterKey(cluster).slice(0, LONGEST_LETTER)
    const meant = letterByLookAlike.get(letter) ?? letter
    if (meant === "'" || meant === 'ʔ' || bareLetters(meant) !== '') letters.push(meant)
  }
  return letters
}

/** Full-width and other compatibility forms as plain letters. */
const wideToPlain = (text: string): string => normaliseText(text.normalize('NFKC'))

/** Combining marks, and the strokes of đ and ƀ, which Unicode does not take apart. */
export interface LetterParts {
  /** The bare letter; the sign itself where it is none (an apostrophe). */
  readonly base: string
  readonly marks: readonly string[]
}

/** The sign that stands for a stroke among the marks: U+0335, the overlay. */
export const STROKE = '\u0335'

export const letterParts = (letter: string): LetterParts => {
  const [first = '', ...marks] = lowerCase(letter).normalize('NFD')
  const base = bareLetters(first)
  return {
    base: base === '' ? first : base,
    marks: base !== '' && base !== first ? [STROKE, ...marks] : marks,
  }
}

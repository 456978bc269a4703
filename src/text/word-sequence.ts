import { normaliseText } from './normalise'
import { bareLetters } from './orthography'

/** The words of a text as bare letters, in order; hyphens and apostrophes join or part words as writers please. */
export interface WordSequence {
  readonly letters: string
  /** Where in `letters` a word begins or ends. */
  readonly edges: ReadonlySet<number>
}

const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}'’‘ʼʔ]+/u

/** The words of a text as they are written, without what stands between them. */
export const textWords = (text: string): string[] =>
  normaliseText(text)
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '')

export const wordSequence = (text: string): WordSequence => {
  let letters = ''
  const edges = new Set([0])
  for (const word of textWords(text)) {
    letters += bareLetters(word)
    edges.add(letters.length)
  }
  return { letters, edges }
}

/** Whether the words stand in the text one after the other, whole; marks, capitals and hyphens do not matter. */
export const hasWords = ({ letters, edges }: WordSequence, words: string): boolean => {
  const sought = bareLetters(words)
  if (sought === '') return false
  for (let at = letters.indexOf(sought); at >= 0; at = letters.indexOf(sought, at + 1))
    if (edges.has(at) && edges.has(at + sought.length)) return true
  return false
}

import { bareLetters } from './orthography'
import { textWords } from './word-sequence'

/** A headword of more words than this is not looked for in a sentence. */
const LONGEST = 5

/**
 * The words of a text that are in no known one, as they are written. `known`: words as bare letters,
 * those of several words in one (`tomo` for `tơ mo`). The longest known stretch counts first; numbers
 * are no words.
 */
export const unknownWords = (text: string, known: ReadonlySet<string>): string[] => {
  const words = textWords(text)
  const letters = words.map(bareLetters)
  const unknown: string[] = []
  for (let i = 0; i < words.length; ) {
    const length = knownLength(letters, i, known)
    const isWord = letters[i] !== '' && !/^\d+$/.test(letters[i]!)
    if (length === 0 && isWord) unknown.push(words[i]!)
    i += Math.max(1, length)
  }
  return unknown
}

const knownLength = (
  letters: readonly string[],
  at: number,
  known: ReadonlySet<string>,
): number => {
  for (let length = Math.min(LONGEST, letters.length - at); length > 0; length--)
    if (known.has(letters.slice(at, at + length).join(''))) return length
  return 0
}

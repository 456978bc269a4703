import { normaliseText } from './normalise'
import { letterKey, type Orthography } from './orthography'

/** The text as its writers count letters: the longest grapheme of the orthography at each place. */
export const splitGraphemes = (text: string, orthography: Orthography): string[] => {
  const letters: string[] = []
  const signs = clusters(text)
  const keys = signs.map(letterKey)
  for (let i = 0; i < signs.length; ) {
    let taken = 1
    let candidate = ''
    for (let n = 1; i + n <= signs.length; n++) {
      candidate += keys[i + n - 1]!
      if (candidate.length > orthography.longest) break
      if (orthography.rowByGrapheme.has(candidate)) taken = n
    }
    letters.push(signs.slice(i, i + taken).join(''))
    i += taken
  }
  return letters
}

/** The first sign may be a mark without its letter. */
const CLUSTER = /.\p{M}*/gsu

/** Base characters with their marks: what a reader sees as one sign. Joined again they give the normalised text. */
export const clusters = (text: string): string[] => normaliseText(text).match(CLUSTER) ?? []

const BETWEEN_LETTERS = /^[\s\-–'().,…]+$/

/** The graphemes that are no letter of the orthography; spaces, hyphens and apostrophes are never among them. */
export const lettersOutside = (text: string, orthography: Orthography): string[] =>
  isOfPlainLetters(text, orthography)
    ? []
    : splitGraphemes(text, orthography).filter((letter) => {
        const key = letterKey(letter)
        return !orthography.rowByGrapheme.has(key) && !BETWEEN_LETTERS.test(key)
      })

/** Every sign is a small letter of its own or a space: most words, told without taking them apart. */
const isOfPlainLetters = (text: string, { rowByGrapheme }: Orthography): boolean => {
  for (const sign of text) if (sign !== ' ' && !rowByGrapheme.has(sign)) return false
  return true
}

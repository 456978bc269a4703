import { clusters, splitGraphemes } from './graphemes'
import { bareLetters, letterKey, type Orthography } from './orthography'
import { typedTranscription } from './transcription'
import { splitTone, vietnameseTokens } from './vietnamese'

/** Keys are compared with `<`. Below this: separators; above: letters by their order. */
const FIRST_LETTER = 0x100
const AFTER_LETTERS = 0x4000
/** Order of signs that the letter bar has but the alphabet has not: apostrophe, hyphen. */
const NOT_IN_ALPHABET = 0

/**
 * The place of a headword in its language's alphabet. Primary: letters by their order, spaces and
 * hyphens ignored; then the text itself, so that the order is total. A transcription stands where
 * the letters typed for it would.
 */
export const sortKey = (
  text: string,
  orthography: Orthography,
  kind: 'spelling' | 'transcription' = 'spelling',
): string => {
  const letters = kind === 'spelling' ? text : typedTranscription(text, orthography)
  let primary = ''
  for (const letter of splitGraphemes(letters, orthography)) {
    const order = orthography.rowByGrapheme.get(letterKey(letter))?.order ?? NOT_IN_ALPHABET
    if (order !== NOT_IN_ALPHABET) primary += String.fromCharCode(FIRST_LETTER + order)
    else if (bareLetters(letter) !== '')
      primary += String.fromCharCode(AFTER_LETTERS + (letter.charCodeAt(0) & 0x3fff))
  }
  return `${primary}\u0000${letterKey(text)}\u0000${text}`
}

/** The letter of the alphabet an entry is filed under, in upper case; `#` where it begins with none. */
export const indexLetter = (
  text: string,
  orthography: Orthography,
  kind: 'spelling' | 'transcription' = 'spelling',
): string => {
  const letters = kind === 'spelling' ? text : typedTranscription(text, orthography)
  for (const letter of splitGraphemes(letters, orthography)) {
    const row = orthography.rowByGrapheme.get(letterKey(letter))
    if (row !== undefined && row.order !== NOT_IN_ALPHABET)
      return firstOfOrder(row.order, orthography)
    const bare = bareLetters(letter)
    if (bare !== '') return bare.charAt(0).toUpperCase()
  }
  return '#'
}

/** The index letters of a language, in its order: one for graphemes that share a place. */
export const indexLetters = (orthography: Orthography): string[] => {
  const orders = new Set([...orthography.rowByGrapheme.values()].map((row) => row.order))
  orders.delete(NOT_IN_ALPHABET)
  return [...orders].sort((a, b) => a - b).map((order) => firstOfOrder(order, orthography))
}

const firstOfOrder = (order: number, { rowByGrapheme }: Orthography): string => {
  let first: string | undefined
  for (const row of rowByGrapheme.values()) {
    if (row.order !== order) continue
    if (row.role === 'letter') return row.upper
    first ??= row.upper
  }
  return first ?? '#'
}

const VIETNAMESE = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'

/** Syllable by syllable, letters before tones, as Vietnamese dictionaries sort. */
export const vietnameseSortKey = (text: string): string =>
  `${vietnameseTokens(text)
    .map((token) => {
      const { letters, tone } = splitTone(token.text)
      return `${lettersKey(letters)}\u0002${String.fromCharCode(0x10 + tone)}`
    })
    .join('\u0001')}\u0000${text}`

const lettersKey = (letters: string): string =>
  clusters(letters)
    .map((letter) => {
      const place = VIETNAMESE.indexOf(letter)
      return String.fromCharCode(
        place < 0 ? AFTER_LETTERS + (letter.charCodeAt(0) & 0x3fff) : FIRST_LETTER + place,
      )
    })
    .join('')

/** A, Ă, Â, B … of a Vietnamese text; `#` where it begins with no letter. */
export const vietnameseIndexLetter = (text: string): string => {
  const first = vietnameseTokens(text)[0]
  if (first === undefined) return '#'
  const letter = clusters(splitTone(first.text).letters)[0] ?? ''
  return VIETNAMESE.includes(letter) ? letter.toUpperCase() : '#'
}

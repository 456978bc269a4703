import { bareLetters, type Orthography } from './orthography'
import { typedTranscription } from './transcription'

/** Longer queries and forms are compared by their beginning. */
const LONGEST_FOLDED = 255

/**
 * The key of a spelling, or of what somebody typed for one: bare letters, with the spellings that
 * the language's tables call the same made one. Idempotent; equal for NFC and NFD; at most 255 code
 * units.
 */
export const foldHeadword = (text: string, orthography: Orthography): string => {
  let key = bareLetters(text.slice(0, 4 * LONGEST_FOLDED))
  for (const [from, to] of orthography.foldings) key = replaceAllOf(key, from, to)
  return key.slice(0, LONGEST_FOLDED)
}

/** The key of a transcription: that of the letters somebody who reads Vietnamese would type for it. */
export const foldTranscription = (text: string, orthography: Orthography): string =>
  foldHeadword(typedTranscription(text.slice(0, 4 * LONGEST_FOLDED), orthography), orthography)

/** Repeats until nothing changes, so that the fold is idempotent (`chh` → `ch` → `c`). */
const replaceAllOf = (text: string, from: string, to: string): string => {
  let replaced = text
  while (replaced.includes(from)) {
    const next = replaced.split(from).join(to)
    if (next.length >= replaced.length) return next
    replaced = next
  }
  return replaced
}

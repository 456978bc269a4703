import { hasTnKeyUni, readTnKeyUni } from './legacy/tnkeyuni'
import { lowerCase, normaliseText } from './normalise'
import type { Orthography } from './orthography'
import { typedTranscription } from './transcription'
import { readTelex, readTelexBreves, readTelexLetters, readVni } from './typing'

/**
 * What somebody may have meant by the keys of a minority word, the keys as they stand first: raw
 * Telex or VNI, old Gia Lai back quotes, TNKeyUni signs, a transcription. Each once.
 */
export const wordReadings = (typed: string, orthography: Orthography): string[] => {
  const text = lowerCase(normaliseText(typed))
  const readings = [text]
  if (hasTnKeyUni(text)) readings.push(readTnKeyUni(text))
  if (text.includes('`')) readings.push(readBackQuotes(text))
  if (/\d/.test(text)) readings.push(readVni(text))
  readings.push(
    readTelexLetters(text),
    readTelexBreves(text),
    // Register is marked by capitals: `moj.B`.
    lowerCase(typedTranscription(normaliseText(typed), orthography)),
  )
  if (text.startsWith('ư') && /^ư(?=\p{L})/u.test(text)) readings.push(`w${text.slice(1)}`)
  return distinct(readings)
}

/** The same for Vietnamese: the keys as they stand, raw Telex, raw VNI. */
export const vietnameseReadings = (typed: string): string[] => {
  const text = lowerCase(normaliseText(typed))
  return distinct([text, readTelex(text), ...(/\d/.test(text) ? [readVni(text)] : [])])
}

/** Gia Lai typing: a back quote after a vowel is its breve, else the apostrophe of a consonant. */
const readBackQuotes = (text: string): string =>
  normaliseText(
    text
      .normalize('NFD')
      .replace(/([aeiouy][\u0302\u031b]*)`/g, '$1\u0306')
      .replace(/([b-df-hj-np-tv-z])`/g, "'$1")
      .replace(/`/g, "'"),
  )

const distinct = (readings: readonly string[]): string[] =>
  [...new Set(readings)].filter((reading) => reading !== '')

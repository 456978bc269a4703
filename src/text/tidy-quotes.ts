import { letterParts } from './fold'
import type { TidyOrthography } from './look-alikes'
import { normaliseText } from './normalise'
import { letterKey } from './orthography'
import type { Report } from './tidy'

const APOSTROPHE = "'"
const ACUTE_SIGN = '\u00b4'
const BACK_QUOTE = '`'
const ACUTE = '\u0301'
const GRAVE = '\u0300'
const BREVE = '\u0306'

/**
 * The signs joined again, with curly quotes and back quotes as what they stand for where an apostrophe
 * letter (`'b`) or a breve may stand. Quotation marks around words stay.
 */
export const tidyQuotes = (
  signs: readonly string[],
  orthography: TidyOrthography,
  report: Report,
): string => {
  if (!signs.some((sign) => isQuote(sign, orthography) || sign === BACK_QUOTE))
    return signs.join('')
  const quotations = quotationMarks(signs, orthography)
  const tidy: string[] = []
  const doubt = (sign: string, ...candidates: readonly string[]) => {
    report.uncertain.push({ sign, candidates })
    tidy.push(sign)
  }

  const takeQuote = (sign: string, before: string, next: readonly string[]) => {
    const toned = normaliseText(before + ACUTE)
    if (sign === ACUTE_SIGN && isLetter(before) && has(orthography, toned))
      doubt(sign, toned, APOSTROPHE)
    else if (beginsGlottal(next, orthography) || has(orthography, APOSTROPHE)) {
      report.changes.push({ rule: 'quote', before: sign, after: APOSTROPHE })
      tidy.push(APOSTROPHE)
    } else doubt(sign, APOSTROPHE)
  }

  const takeBackQuote = (before: string, next: readonly string[]) => {
    const found = before + BACK_QUOTE
    if (isVowel(before)) {
      const breved = normaliseText(before + BREVE)
      const graved = normaliseText(before + GRAVE)
      const candidates = [breved, graved].filter((letter) => has(orthography, letter))
      const isBreve = orthography.rowsByLookAlike.has('V`') && candidates.join() === breved
      // Between vowels it may as well be the ñ of TNKeyUni.
      if (!isBreve || isVowel(next[0] ?? '')) return doubt(BACK_QUOTE, ...candidates)
      report.changes.push({ rule: 'back-quote', before: found, after: breved })
      return void tidy.splice(-1, 1, breved)
    }
    if (isLetter(before)) {
      const length = lengthOfGlottal(tidy, orthography)
      if (length === 0 || !orthography.rowsByLookAlike.has('C`') || !isLetter(next[0] ?? ''))
        return doubt(BACK_QUOTE)
      const consonant = tidy.splice(-length, length).join('')
      report.changes.push({
        rule: 'back-quote',
        before: consonant + BACK_QUOTE,
        after: APOSTROPHE + consonant,
      })
      return void tidy.push(APOSTROPHE, consonant)
    }
    if (!orthography.rowsByLookAlike.has('`C') || !beginsGlottal(next, orthography))
      return doubt(BACK_QUOTE)
    report.changes.push({ rule: 'back-quote', before: BACK_QUOTE, after: APOSTROPHE })
    tidy.push(APOSTROPHE)
  }

  for (const [i, sign] of signs.entries()) {
    const before = tidy[tidy.length - 1] ?? ''
    const next = signs.slice(i + 1, i + 1 + LONGEST_CONSONANT)
    const touches = isLetter(before) || isLetter(next[0] ?? '')
    if (!touches || !(sign === BACK_QUOTE || isQuote(sign, orthography))) tidy.push(sign)
    else if (quotations.has(i)) doubt(sign, APOSTROPHE)
    else if (sign === BACK_QUOTE) takeBackQuote(before, next)
    else takeQuote(sign, before, next)
  }
  return tidy.join('')
}

/** Signs of the longest consonant that an apostrophe may stand before: `ng`, `nh`. */
const LONGEST_CONSONANT = 2

/** A sign that the tables name as a look-alike of the apostrophe; not the apostrophe itself. */
export const isQuote = (sign: string, { rowsByLookAlike }: TidyOrthography): boolean =>
  sign !== APOSTROPHE && rowsByLookAlike.get(sign)?.some(({ b }) => b === APOSTROPHE) === true

/** Places of marks that stand around words: one before a word and the next one after a word. Doubled marks too. */
const quotationMarks = (
  signs: readonly string[],
  orthography: TidyOrthography,
): ReadonlySet<number> => {
  const places = new Set<number>()
  const isMark = (sign = '') => isQuote(sign, orthography) || sign === BACK_QUOTE
  let opened: number | undefined
  for (const [i, sign] of signs.entries()) {
    if (!isMark(sign)) continue
    const [before = '', next = ''] = [signs[i - 1], signs[i + 1]]
    if (isMark(before) || isMark(next)) places.add(i)
    else if (!isLetter(before)) opened = i
    else if (!isLetter(next) && opened !== undefined) {
      places.add(opened).add(i)
      opened = undefined
    }
  }
  return places
}

const has = ({ rowByGrapheme }: TidyOrthography, letter: string): boolean =>
  rowByGrapheme.has(letterKey(letter))

const isLetter = (sign: string): boolean => /^\p{L}/u.test(sign)

const isVowel = (sign: string): boolean =>
  isLetter(sign) && 'aeiouy'.includes(letterParts(sign).base)

/** Whether the signs begin with a consonant that has an apostrophe letter. */
const beginsGlottal = (signs: readonly string[], orthography: TidyOrthography): boolean =>
  signs.some((_, i) => has(orthography, APOSTROPHE + signs.slice(0, i + 1).join('')))

/** Signs of the longest such consonant at the end; 0: there is none. */
const lengthOfGlottal = (signs: readonly string[], orthography: TidyOrthography): number => {
  for (let length = Math.min(LONGEST_CONSONANT, signs.length); length > 0; length--)
    if (has(orthography, APOSTROPHE + signs.slice(-length).join(''))) return length
  return 0
}

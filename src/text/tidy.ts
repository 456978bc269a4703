import { letterParts } from './fold'
import { clusters } from './graphemes'
import { lookAlikesOf, type TidyOrthography } from './look-alikes'
import { normaliseText } from './normalise'
import { letterKey } from './orthography'
import { isQuote, tidyQuotes } from './tidy-quotes'

/** What kind of repair it was; the import report counts by it. */
export type TidyRule =
  | 'space'
  | 'compatibility'
  | 'composition'
  | 'mark-order'
  | 'doubled-mark'
  | 'detached-mark'
  | 'caron-for-breve'
  | 'tilde-for-breve'
  | 'look-alike'
  | 'quote'
  | 'back-quote'

/** One repair: the sign, not the text around it. */
export interface TidyChange {
  readonly rule: TidyRule
  readonly before: string
  readonly after: string
}

/** A sign that is none of the language and was left alone, because several may be meant. */
export interface Uncertain {
  readonly sign: string
  /** Empty: nothing says what may be meant. */
  readonly candidates: readonly string[]
}

export interface Tidied {
  readonly text: string
  readonly changes: readonly TidyChange[]
  readonly uncertain: readonly Uncertain[]
}

/**
 * A spelling or a sentence of the language as its tables say it should be typed: normal form, and each
 * look-alike as the letter it is meant to be. Only a sign that is no letter of the orthography is
 * changed, only into one that is, and only where the tables know one meaning.
 */
export const tidyText = (text: string, orthography: TidyOrthography): Tidied => {
  if (text.length > LONGEST_TEXT) return tidyPlain(text)
  const changes: TidyChange[] = []
  for (let pass = 1; ; pass++) {
    const tidied = tidyOnce(text, orthography)
    changes.push(...tidied.changes)
    // One repair may make room for another: in `ẽ ̂` the mark fits once the letter is ĕ.
    if (tidied.text === text || pass === MOST_PASSES) return { ...tidied, changes }
    text = tidied.text
  }
}

/** No spelling and no sentence is longer; what is, is no text of the language. */
const LONGEST_TEXT = 20_000
/** Each pass leaves fewer signs that are no letter of the language. */
const MOST_PASSES = 10

const tidyOnce = (text: string, orthography: TidyOrthography): Tidied => {
  const report: Report = { changes: [], uncertain: [] }
  const joined = joinMarks(tidySigns(text, report), orthography, report)
  const letters = clusters(tidyForm(joined, report)).map((sign) =>
    tidyLetter(sign, orthography, report),
  )
  return { text: tidyQuotes(letters, orthography, report), ...report }
}

/** Any other text: spaces and invisible signs, and the normal form. No letter becomes another. */
export const tidyPlain = (text: string): Tidied => {
  const report: Report = { changes: [], uncertain: [] }
  return { text: tidyForm(tidySigns(text, report), report), ...report }
}

/** What the steps tell as they go. */
export interface Report {
  readonly changes: TidyChange[]
  readonly uncertain: Uncertain[]
}

/** Spaces of other widths; tabs. Line ends are the text's own. */
const OTHER_SPACE = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
/** Zero-width signs, soft hyphens, byte order marks within the text. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
/** Full-width letters and ligatures. */
const COMPATIBILITY = /[\uff01-\uff5e\ufb00-\ufb06]/g

const tidySigns = (text: string, { changes }: Report): string => {
  const change = (rule: TidyRule, pattern: RegExp, after: (sign: string) => string) =>
    (text = text.replace(pattern, (before) => {
      changes.push({ rule, before, after: after(before) })
      return after(before)
    }))
  change('compatibility', INVISIBLE, () => '')
  change('compatibility', COMPATIBILITY, (sign) => sign.normalize('NFKC'))
  change('space', OTHER_SPACE, () => ' ')
  change('space', / {2,}/g, () => ' ')
  const trimmed = text.trim()
  if (trimmed !== text) changes.push({ rule: 'space', before: text, after: trimmed })
  return trimmed
}

const tidyForm = (text: string, { changes }: Report): string => {
  const composed = text.normalize('NFC')
  if (composed !== text) changes.push({ rule: 'composition', before: text, after: composed })
  const tidy = normaliseText(composed)
  if (tidy !== composed) changes.push({ rule: 'mark-order', before: composed, after: tidy })
  return tidy
}

/** A mark after a space belongs to the letter before it: `be ̆n` → `bĕn`; so does a spacing breve. */
const DETACHED = /(\p{L}\p{M}*)( \p{M}+|˘)( ?)/gu

const joinMarks = (text: string, orthography: TidyOrthography, report: Report): string =>
  text.replace(
    DETACHED,
    (found: string, letter: string, apart: string, space: string, at: number) => {
      const mark = apart === '˘' ? BREVE : apart.slice(1)
      const joined = normaliseText(letter + mark)
      const known = orthography.rowByGrapheme.has(letterKey(joined))
      // `jru ̆ m`: the second space is as wrong as the first where no word follows; else one cannot tell.
      const isWithin = space === '' || !isWord(text.slice(at + found.length))
      if (!known || !isWithin) {
        report.uncertain.push({ sign: found, candidates: known ? [joined, joined + space] : [] })
        return found
      }
      report.changes.push({ rule: 'detached-mark', before: found, after: joined })
      return joined
    },
  )

const WORD = /^[\p{L}\p{M}'’‘]+/u

/** Whether a text begins with a word: letters with a vowel among them, or no letter at all. */
const isWord = (text: string): boolean => {
  const letters = WORD.exec(text.slice(0, LONGEST_WORD))?.[0]
  return letters === undefined || /[aeiouy]/i.test(letters.normalize('NFD'))
}

const LONGEST_WORD = 30

const tidyLetter = (sign: string, orthography: TidyOrthography, report: Report): string => {
  if (orthography.rowByGrapheme.has(letterKey(sign)) || isQuote(sign, orthography)) return sign
  const single = withoutDoubledMarks(sign)
  if (single !== sign && orthography.rowByGrapheme.has(letterKey(single))) {
    report.changes.push({ rule: 'doubled-mark', before: sign, after: single })
    return single
  }
  const { meant, possible } = lookAlikesOf(sign, orthography)
  if (meant !== undefined) {
    report.changes.push({ rule: ruleOf(sign, meant), before: sign, after: meant })
    return meant
  }
  if (possible.length > 0) report.uncertain.push({ sign, candidates: possible })
  return sign
}

const withoutDoubledMarks = (sign: string): string =>
  normaliseText(sign.normalize('NFD').replace(/(\p{M})\1+/gu, '$1'))

const CARON = '\u030c'
const TILDE = '\u0303'
const BREVE = '\u0306'

const ruleOf = (sign: string, meant: string): TidyRule => {
  const before = letterParts(sign).marks
  if (!letterParts(meant).marks.includes(BREVE)) return 'look-alike'
  return before.includes(CARON)
    ? 'caron-for-breve'
    : before.includes(TILDE)
      ? 'tilde-for-breve'
      : 'look-alike'
}

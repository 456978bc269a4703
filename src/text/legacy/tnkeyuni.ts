import { normaliseText } from '../normalise'

/**
 * TNKeyUni (fonts "TayNguyenUnicode", 2003): ASCII punctuation drawn as letters of the Central
 * Highlands. Text pasted from such a page has the punctuation: `[ơi dêh ]ar` is `ƀơi dêh čar`.
 * Source: the re-assigned glyphs of the font files, see docs/GLOSSARY.md.
 */
const LETTERS: Readonly<Record<string, string>> = {
  '[': 'ƀ',
  '{': 'Ƀ',
  _: 'Ƀ',
  ']': 'č',
  '}': 'Č',
  '^': 'ĭ',
  '&': 'Ĭ',
  '`': 'ñ',
  '~': 'Ñ',
  '\\': '\u0306',
  '|': '\u0306',
  '“': 'ƀ',
  '”': 'ƀ',
}
const SIGN = /[[{_\]}^&`~\\|“”]/g
/** Circumflex and breve in one sign; only the breve where the vowel has its circumflex. */
const BOTH = /([âêôÂÊÔ]?)[#$]/g

export const readTnKeyUni = (text: string): string =>
  normaliseText(
    text
      .replace(BOTH, (_, vowel: string) => (vowel === '' ? '\u0302\u0306' : `${vowel}\u0306`))
      .replace(SIGN, (sign) => LETTERS[sign]!),
  )

/** Whether a text has a sign that no word has but TNKeyUni draws as a letter. */
export const hasTnKeyUni = (text: string): boolean => /[[\]{}^\\|#$]/.test(text)

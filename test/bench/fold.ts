import type { CorpusEntry } from '../../scripts/bench/search/corpus'

const LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ɗ: 'd',
  ɖ: 'd',
  ƀ: 'b',
  ɓ: 'b',
  ŋ: 'ng',
  ɲ: 'nh',
  ɔ: 'o',
  ɛ: 'e',
  ə: 'o',
  ɤ: 'o',
  ɨ: 'u',
  ɯ: 'u',
  ʔ: '',
  ː: '',
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')
const APOSTROPHE = /['’‘ʼ`´′]/g

/**
 * What the other engines are given instead of texts: none of them folds đ, ƀ or phonetic signs by
 * itself. Lower case, no marks, no apostrophes, one space between words.
 */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(APOSTROPHE, '')
    .replace(LETTER, (letter) => LETTERS[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export const foldedForms = ({ forms }: CorpusEntry): string[] => [
  ...new Set(forms.map(({ text }) => fold(text))),
]

export const foldedGlosses = ({ glossesVi, glossesEn }: CorpusEntry): string[] => [
  ...new Set([...glossesVi, ...glossesEn].map(fold)),
]

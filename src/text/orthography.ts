import type { EquivalenceRow, GraphemeRow } from '../lexicon/orthography-row'
import { lowerCase, normaliseText, plainApostrophes } from './normalise'

/** What the code knows of one language's writing: made from its two tables, which its pack carries. */
export interface Orthography {
  /** Rows by lower-case grapheme, apostrophes as U+0027. */
  readonly rowByGrapheme: ReadonlyMap<string, GraphemeRow>
  /** Code units of the longest grapheme. */
  readonly longest: number
  readonly equivalences: readonly EquivalenceRow[]
  /** Look-alike sign → the letter that is meant (`ǎ` → `ă`). */
  readonly letterByLookAlike: ReadonlyMap<string, string>
  /** Phonetic sign → the letters somebody who reads Vietnamese types for it, cheapest first. */
  readonly lettersBySign: ReadonlyMap<string, string>
  /** Code units of the longest sign. */
  readonly longestSign: number
}

export interface OrthographyTables {
  readonly graphemes: readonly GraphemeRow[]
  readonly equivalences: readonly EquivalenceRow[]
}

export const createOrthography = ({ graphemes, equivalences }: OrthographyTables): Orthography => {
  const rowByGrapheme = new Map(graphemes.map((row) => [letterKey(row.grapheme), row]))
  const lookAlikes = equivalences.filter(({ kind }) => kind === 'look-alike')
  const signs = equivalences
    .filter(({ kind }) => kind === 'transcription')
    .sort((x, y) => x.cost - y.cost)
  const lettersBySign = new Map<string, string>()
  for (const { a, b = '' } of signs) {
    // `V̤` ~ `V`: the mark alone, on whatever vowel, is typed as nothing.
    const sign = b === 'V' ? a.normalize('NFD').slice(1) : normaliseText(a)
    if (!lettersBySign.has(sign)) lettersBySign.set(sign, b === 'V' ? '' : b)
  }
  return {
    rowByGrapheme,
    longest: longestOf(rowByGrapheme),
    equivalences,
    letterByLookAlike: new Map(lookAlikes.map(({ a, b }) => [letterKey(a), letterKey(b ?? '')])),
    lettersBySign,
    longestSign: longestOf(lettersBySign),
  }
}

/** How a grapheme is looked up: normal form, lower case, one apostrophe. */
export const letterKey = (text: string): string => plainApostrophes(lowerCase(normaliseText(text)))

const longestOf = (map: ReadonlyMap<string, unknown>): number =>
  Math.max(1, ...[...map.keys()].map((key) => key.length))

const MARKS = /[\u0300-\u036f]/g
const STROKES: Readonly<Record<string, string>> = {
  ƀ: 'b',
  ɓ: 'b',
  ᵬ: 'b',
  ƃ: 'b',
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  ɗ: 'd',
}
const STROKE = /[ƀɓᵬƃđðɖɗ]/g
/** Everything but letters and digits; the glottal stop and length are no letters to somebody typing. */
const NO_LETTER = /[^\p{L}\p{N}]|[ʔʼˀːˑ]/gu
const ASCII = /^[ -~]*$/
/** What {@link NO_LETTER} is among them; made sooner than a set of all of Unicode. */
const NO_ASCII_LETTER = /[^a-z0-9]/g

/** Lower-case letters and digits alone: no marks, no strokes, no apostrophes, hyphens or spaces. */
export const bareLetters = (text: string): string => {
  const plain = ASCII.test(text) ? lowerCase(text) : withoutMarks(text)
  return plain.replace(ASCII.test(plain) ? NO_ASCII_LETTER : NO_LETTER, '')
}

const withoutMarks = (text: string): string =>
  lowerCase(text.normalize('NFKD'))
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(STROKE, (letter) => STROKES[letter]!)

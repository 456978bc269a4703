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
  /** Spellings that the key treats as one: each pair replaces its first by its second, in order. */
  readonly foldings: readonly (readonly [from: string, to: string])[]
}

export interface OrthographyTables {
  readonly graphemes: readonly GraphemeRow[]
  readonly equivalences: readonly EquivalenceRow[]
}

/** Equivalences this cheap are the same spelling to the key; dearer ones are left to the distance. */
const SAME_SPELLING = 0.05

export const createOrthography = ({ graphemes, equivalences }: OrthographyTables): Orthography => {
  const rowByGrapheme = new Map(graphemes.map((row) => [letterKey(row.grapheme), row]))
  const lookAlikes = equivalences.filter(({ kind }) => kind === 'look-alike')
  const signs = equivalences
    .filter(({ kind }) => kind === 'transcription')
    .sort((x, y) => x.cost - y.cost)
  const lettersBySign = new Map<string, string>()
  for (const { a, b } of signs)
    if (!lettersBySign.has(normaliseText(a))) lettersBySign.set(normaliseText(a), b ?? '')
  return {
    rowByGrapheme,
    longest: longestOf(rowByGrapheme),
    equivalences,
    letterByLookAlike: new Map(lookAlikes.map(({ a, b }) => [letterKey(a), letterKey(b ?? '')])),
    lettersBySign,
    longestSign: longestOf(lettersBySign),
    foldings: foldingsOf(equivalences),
  }
}

/** How a grapheme is looked up: normal form, lower case, one apostrophe. */
export const letterKey = (text: string): string => plainApostrophes(lowerCase(normaliseText(text)))

const longestOf = (map: ReadonlyMap<string, unknown>): number =>
  Math.max(1, ...[...map.keys()].map((key) => key.length))

/**
 * Pairs whose bare letters differ (`ch` ~ `č`, `x` ~ `s`) fold to the shorter, or the earlier in the
 * alphabet. Pairs of marks on one letter need no row here: the key has no marks. Patterns (`V̆`) and
 * pairs that hold only somewhere are the distance's business, as are signs that may be left out.
 */
const foldingsOf = (equivalences: readonly EquivalenceRow[]): [string, string][] => {
  const pairs: [string, string][] = []
  for (const { a, b, cost, kind, context } of equivalences) {
    if (kind !== 'spelling' || cost > SAME_SPELLING || b === undefined) continue
    if (context !== undefined && /before|after|final/.test(context)) continue
    const [x, y] = [bareLetters(a), bareLetters(b)]
    if (x === y || x === '' || y === '' || /[VC]/.test(a + b)) continue
    const first = x.length < y.length || (x.length === y.length && x < y) ? x : y
    pairs.push([first === x ? y : x, first])
  }
  return pairs.sort(([x], [y]) => y.length - x.length || (x < y ? -1 : x > y ? 1 : 0))
}

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
  ł: 'l',
  ø: 'o',
  ı: 'i',
}
const STROKE = /[ƀɓᵬƃđðɖɗłøı]/g
/** Everything but letters and digits; the glottal stop and length are no letters to somebody typing. */
const NO_LETTER = /[^\p{L}\p{N}]|[ʔʼˀːˑ]/gu

/** Lower-case letters and digits alone: no marks, no strokes, no apostrophes, hyphens or spaces. */
export const bareLetters = (text: string): string =>
  lowerCase(text.normalize('NFKD'))
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(STROKE, (letter) => STROKES[letter]!)
    .replace(NO_LETTER, '')

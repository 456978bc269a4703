import { letterParts } from './fold'
import { clusters } from './graphemes'
import { lookAlikesOf, type TidyOrthography } from './look-alikes'
import { lowerCase, normaliseText } from './normalise'
import { bareLetters, letterKey } from './orthography'

/** Rows that cost more join sounds that only resemble each other. */
const MOST_FOR_SPELLING = 0.1

/**
 * The letter that was probably meant by one that is not in the orthography, capital where it was one;
 * none where several may be meant. In order: a look-alike (`ǎ` → `ă`), the one letter of this language
 * that it may be without foreign marks (`ñ` → `n`), another spelling of the same sound (`w` → `v`).
 */
export const likelyLetter = (letter: string, orthography: TidyOrthography): string | undefined => {
  const sign = normaliseText(letter)
  const { meant, possible } = lookAlikesOf(sign, orthography)
  if (possible.length > 0) return meant ?? (possible.length === 1 ? possible[0] : undefined)
  return withoutForeignMarks(sign, orthography) ?? otherSpelling(sign, orthography)
}

/** `í` may be i, or stand for ĭ where a language has both: then nothing is said. */
const withoutForeignMarks = (sign: string, orthography: TidyOrthography): string | undefined => {
  const { base, marks } = letterParts(sign)
  const own = marksOf(orthography)
  const kept = marks.filter((mark) => own.has(mark))
  const [only, second] = [...orthography.rowByGrapheme.values()].filter(({ grapheme }) => {
    const parts = letterParts(grapheme)
    return (
      clusters(grapheme).length === 1 &&
      parts.base === base &&
      kept.every((mark) => parts.marks.includes(mark))
    )
  })
  if (only === undefined || second !== undefined || bareLetters(base) === '') return undefined
  return sign === lowerCase(sign) ? only.grapheme : only.upper
}

const marksOf = ({ rowByGrapheme }: TidyOrthography): ReadonlySet<string> =>
  new Set([...rowByGrapheme.keys()].flatMap((grapheme) => letterParts(grapheme).marks))

const otherSpelling = (sign: string, orthography: TidyOrthography): string | undefined => {
  const key = letterKey(sign)
  const others = orthography.equivalences
    .filter(({ kind, cost }) => kind === 'spelling' && cost <= MOST_FOR_SPELLING)
    .flatMap(({ a, b = '' }) =>
      letterKey(a) === key ? [letterKey(b)] : letterKey(b) === key ? [letterKey(a)] : [],
    )
    .filter((other) => orthography.rowByGrapheme.has(other) && bareLetters(other) !== '')
  const [only, second] = [...new Set(others)]
  if (only === undefined || second !== undefined) return undefined
  return sign === lowerCase(sign) ? only : (orthography.rowByGrapheme.get(only)?.upper ?? only)
}

import { lowerCase, normaliseText } from './normalise'

/** The number that a Vietnamese gloss is, such as `hai mươi mốt` or `chín (số 9)`; none where it is something else. */
export const vietnameseNumber = (text: string): number | undefined =>
  numberOf(text, VIETNAMESE_UNITS, VIETNAMESE_SCALES, ['linh', 'lẻ'])

/** The same in English: `twenty-one`, `one hundred`. */
export const englishNumber = (text: string): number | undefined =>
  numberOf(text, ENGLISH_UNITS, ENGLISH_SCALES, ['and', 'a'])

const VIETNAMESE_UNITS = new Map([
  ['không', 0],
  ['một', 1],
  ['mốt', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['tư', 4],
  ['năm', 5],
  ['lăm', 5],
  ['nhăm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
])
const VIETNAMESE_SCALES = new Map([
  ['mười', 10],
  ['mươi', 10],
  ['chục', 10],
  ['trăm', 100],
  ['nghìn', 1000],
  ['ngàn', 1000],
])
const ENGLISH_TO_NINETEEN =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const ENGLISH_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'
const ENGLISH_UNITS = new Map([
  ...ENGLISH_TO_NINETEEN.split(' ').map((word, i): [string, number] => [word, i]),
  ...ENGLISH_TENS.split(' ').map((word, i): [string, number] => [word, (i + 2) * 10]),
])
const ENGLISH_SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1000],
])

/** `chín (số 9)`, `one (1)`: what is in brackets explains. */
const ASIDE = /\([^)]*\)/g
const LONGEST = 100

const numberOf = (
  text: string,
  units: ReadonlyMap<string, number>,
  scales: ReadonlyMap<string, number>,
  joints: readonly string[],
): number | undefined => {
  if (text.length > LONGEST) return undefined
  const words = lowerCase(normaliseText(text))
    .replace(ASIDE, ' ')
    .split(/[\s-]+/)
    .filter((word) => word !== '' && !joints.includes(word))
  let total = 0
  /** What the next scale multiplies; none after a scale. */
  let pending: number | undefined
  for (const word of words) {
    const unit = units.get(word)
    const scale = scales.get(word)
    if (unit !== undefined) {
      // `twenty one` adds up; two Vietnamese units in a row are a rough number: `hai ba`.
      if (pending !== undefined && (pending < 20 || pending % 10 !== 0)) return undefined
      pending = (pending ?? 0) + unit
    } else if (scale !== undefined) {
      if (scale >= 1000) total = Math.max(1, total + (pending ?? 0)) * scale
      else total += (pending ?? 1) * scale
      pending = undefined
    } else return undefined
  }
  return words.length === 0 ? undefined : total + (pending ?? 0)
}

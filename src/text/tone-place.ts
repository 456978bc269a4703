import { lowerCase } from './normalise'

/** A syllable whose tone mark stands on a letter where no convention puts it. */
export interface MisplacedTone {
  readonly given: string
  /** With the mark where it belongs. */
  readonly canonical: string
}

/**
 * Syllables of a Vietnamese text with a misplaced tone mark. Both conventions are right: `hòa` and
 * `hoà`. What is no syllable of Vietnamese (names, loans) is left alone. `known`: what was found out
 * before, for somebody who asks about many texts.
 */
export const misplacedTones = (
  text: string,
  known = new Map<string, string | undefined>(),
): MisplacedTone[] => {
  const misplaced: MisplacedTone[] = []
  for (const given of text.split(BETWEEN_SYLLABLES)) {
    if (!known.has(given)) known.set(given, tonePlacedRight(given))
    const canonical = known.get(given)
    if (canonical !== undefined) misplaced.push({ given, canonical })
  }
  return misplaced
}

const BETWEEN_SYLLABLES = /[^\p{L}\p{M}\p{N}]+/u
const TONED = /[\u0300\u0301\u0303\u0309\u0323]/
const LETTER_WITH_MARKS = /[^\p{M}]\p{M}*/gu

/** Onset, vowels, coda: `qu` and the i of `gi` before a vowel belong to the onset. */
const SYLLABLE =
  /^(qu|gi(?=[aăâeêoôơuưy])|ngh?|gh|ch|kh|nh|ph|th|tr|[bcdđghklmnpqrstvx])?([aăâeêioôơuưy]{1,3})(ch|nh|ng|[cmnpt])?$/

const tonePlacedRight = (syllable: string): string | undefined => {
  const letters = syllable.normalize('NFD').match(LETTER_WITH_MARKS) ?? []
  const toned = letters.flatMap((letter, i) => (TONED.test(letter) ? [i] : []))
  const [at] = toned
  if (at === undefined || toned.length > 1 || isSpanishN(letters[at]!)) return undefined
  const plain = letters.map((letter) => letter.replace(TONED, '').normalize('NFC'))
  const parts = SYLLABLE.exec(lowerCase(plain.join('')))
  if (parts === null) return undefined
  const [, onset = '', vowels = '', coda = ''] = parts
  const right = placesOfTone(vowels, coda).map((place) => place + onset.length)
  const [place] = right.slice(-1)
  if (place === undefined || right.includes(at)) return undefined
  const mark = TONED.exec(letters[at]!)![0]
  return plain
    .map((letter, i) => (i === place ? letter + mark : letter))
    .join('')
    .normalize('NFC')
}

/** `ñ` is a letter of other languages, not a tone of n. */
const isSpanishN = (letter: string): boolean => /^n\u0303/i.test(letter)

/** The vowels that may carry the mark; none: there is no such rhyme. */
const placesOfTone = (vowels: string, coda: string): readonly number[] =>
  vowels.length === 1 ? [0] : ((coda === '' ? OPEN : CLOSED).get(vowels) ?? [])

const rhymes = (places: Readonly<Record<string, readonly number[]>>) =>
  new Map(
    Object.entries(places).flatMap(([vowels, place]) =>
      vowels.split(' ').map((rhyme): [string, readonly number[]] => [rhyme, place]),
    ),
  )

/** Rhymes of several vowels, with the place of the mark; where there are two, each is a convention. */
const OPEN = rhymes({
  'ai ao au ay âu ây eo êu ia iu oi ôi ơi ua ưa ui ưi ưu': [0],
  'oa oe uy': [0, 1],
  'uê uơ iêu yêu oai oay oao oeo uây uêu uôi uya uyu ươi ươu': [1],
})
const CLOSED = rhymes({
  oo: [0, 1],
  'iê yê oa oă oe uâ uê uô ươ uy': [1],
  uyê: [2],
})

import type { EquivalenceRow } from '../lexicon/orthography-row'
import { decompose } from '../text/normalise'
import { bareLetters } from '../text/orthography'

/** An equivalence spelled out in letters; costs in hundredths. */
export interface Edit {
  readonly a: readonly string[]
  readonly b: readonly string[]
  readonly cost: number
  readonly at: 'anywhere' | 'initial' | 'final'
}

const VOWELS = 'aeiouy'

/**
 * A row of the table for the letters of a list. `C` stands for each consonant, `V` for each vowel,
 * the same on both sides; a hyphen at the end of `hơ-` says that it is a presyllable.
 */
export const expandEquivalence = (
  { a, b = '', cost, context = '' }: EquivalenceRow,
  letters: readonly string[],
  lettersOf: (text: string) => string[],
): Edit[] => {
  const at = placeOf(a, b, context)
  const edit = (x: string, y: string): Edit => ({
    a: lettersOf(x),
    b: lettersOf(y),
    cost: Math.round(cost * 100),
    at,
  })
  // `V̆` ~ `V`: what a mark costs, which every pair of letters is held to anyway.
  if (/^V[\u0300-\u036f]*$/.test(decompose(a)) && b === 'V') return []
  const pattern = /[CV]/.exec(a + b)?.[0]
  if (pattern === undefined) return [edit(a, b)]
  const stands = letters.filter((letter) => isConsonant(letter) === (pattern === 'C'))
  return stands.map((letter) => edit(a.split(pattern).join(letter), b.split(pattern).join(letter)))
}

const placeOf = (a: string, b: string, context: string): Edit['at'] => {
  if (a.endsWith('-') || b.endsWith('-') || /presyllable|word-initial/.test(context))
    return 'initial'
  return /^final/.test(context) ? 'final' : 'anywhere'
}

const isConsonant = (letter: string): boolean => {
  const bare = bareLetters(letter)
  return bare !== '' && !VOWELS.includes(bare.charAt(0))
}

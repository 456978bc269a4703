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
const MARK = /[\u0300-\u036f]/

/**
 * Spells out rows of the table for the letters of a list. `C` stands for each consonant, `V` for each
 * vowel, the same on both sides; a hyphen at the end of `hơ-` says that it is a presyllable.
 */
export const createExpander = (
  letters: readonly string[],
  fold: (text: string) => string[],
): ((row: EquivalenceRow) => Edit[]) => {
  const folded = new Map<string, string[]>()
  const lettersOf = (text: string): string[] => {
    let known = folded.get(text)
    if (known === undefined) {
      known = fold(text)
      folded.set(text, known)
    }
    return known
  }
  const consonants = letters.filter(isConsonant)
  const others = letters.filter((letter) => !consonants.includes(letter))
  /** What is around the pattern is folded once, not once a letter; but for a mark on the pattern. */
  const filled = (text: string, pattern: string, letter: string): string[] => {
    const pieces = text.split(pattern)
    if (MARK.test(text)) return lettersOf(pieces.join(letter))
    return pieces.flatMap((piece, i) =>
      i === 0 ? lettersOf(piece) : [...lettersOf(letter), ...lettersOf(piece)],
    )
  }
  return ({ a, b = '', cost, context = '' }) => {
    const rest = { cost: Math.round(cost * 100), at: placeOf(a, b, context) }
    // `V̆` ~ `V`: what a mark costs, which every pair of letters is held to anyway.
    if (/^V[\u0300-\u036f]*$/.test(decompose(a)) && b === 'V') return []
    const pattern = /[CV]/.exec(a + b)?.[0]
    if (pattern === undefined) return [{ a: lettersOf(a), b: lettersOf(b), ...rest }]
    return (pattern === 'C' ? consonants : others).map((letter) => ({
      a: filled(a, pattern, letter),
      b: filled(b, pattern, letter),
      ...rest,
    }))
  }
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

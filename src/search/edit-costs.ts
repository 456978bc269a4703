import type { EquivalenceRow } from '../lexicon/orthography-row'
import { foldToLetters, type LetterParts, letterParts } from '../text/fold'
import { MARK_COSTS, marksCost } from '../text/marks'
import { decompose } from '../text/normalise'
import type { Orthography } from '../text/orthography'
import { createExpander, type Edit } from './expand-equivalence'
import { isNeighbour } from './keyboard-slips'

/** All costs are hundredths: 0 the same letter, 100 an unrelated one. */
const UNRELATED = 100
/** A key beside the one that was meant. */
const SLIP = 80
/** A letter left out: there is one way to leave a letter out, and many to put a wrong one. */
const OMITTED = 70
/** A letter too many. */
const TOO_MANY = 95
/** A letter typed twice, or one of a double letter left out. */
export const DOUBLED = 55
/** Two letters in the wrong order. */
export const SWAPPED = 60

/** Letters typed for letters written, where they are not one for one. */
export interface EditRule {
  readonly typed: readonly string[]
  /** Letter numbers of the list. */
  readonly written: readonly number[]
  readonly cost: number
  /** Holds at the beginning of both texts, or at the end of both, only. */
  readonly at: 'anywhere' | 'initial' | 'final'
}

/** What edits cost between what is typed and the keys of one list. */
export interface EditCosts {
  /** By written letter number: the cost of a typed letter in its place. 256 long. */
  readonly substitution: (typed: string) => Uint8Array
  /** By written letter number: the cost of not typing it. 256 long. */
  readonly omission: Uint8Array
  /** The cost of typing a letter that is not written. */
  readonly excess: (typed: string) => number
  /** By first typed letter; those that need nothing typed under the empty text. */
  readonly rules: ReadonlyMap<string, readonly EditRule[]>
  /** Letter numbers that keys may have: those of the list, and the one for letters that came too late. */
  readonly numbers: number
}

/** An apostrophe written but not typed, and typed but not written. */
const APOSTROPHE_LEFT_OUT = 2
const APOSTROPHE_TOO_MANY = 12

/** The costs of one language's equivalences against the letters of one list. */
export const createEditCosts = (
  letters: readonly string[],
  orthography: Pick<Orthography, 'equivalences' | 'letterByLookAlike'>,
): EditCosts => {
  const expand = createExpander(letters, (text) => foldToLetters(text, orthography))
  const edits = orthography.equivalences.filter(isSpelledEquivalence).flatMap(expand)
  const pairs = edits.filter(({ a, b, at }) => a.length === 1 && b.length === 1 && at !== 'final')
  const costOf = createLetterCost(
    pairs.map(({ a, b, cost }) => ({ a: letterParts(a[0]!), b: letterParts(b[0]!), cost })),
    markCostsOf(orthography.equivalences),
  )
  const left = new Map(
    edits
      .filter(({ a, b }) => a.length === 1 && b.length === 0)
      .map(({ a, cost }) => [a[0]!, cost]),
  )
  const isApostrophe = (letter: string) => letter === "'" || letter === 'ʔ'
  const omissionOf = (letter: string) =>
    isApostrophe(letter) ? APOSTROPHE_LEFT_OUT : Math.min(left.get(letter) ?? OMITTED, OMITTED)
  const excessOf = (letter: string) =>
    left.get(letter) ?? (isApostrophe(letter) ? APOSTROPHE_TOO_MANY : TOO_MANY)

  const parts = letters.map(letterParts)
  const rowByTyped = new Map<string, Uint8Array>()
  const omission = new Uint8Array(256).fill(OMITTED)
  letters.forEach((letter, i) => {
    omission[i] = omissionOf(letter)
  })
  return {
    omission,
    excess: excessOf,
    substitution: (typed) => {
      let row = rowByTyped.get(typed)
      if (row === undefined) {
        const typedParts = letterParts(typed)
        row = new Uint8Array(256).fill(UNRELATED)
        for (let i = 0; i < letters.length; i++)
          row[i] = letters[i] === typed ? 0 : costOf(typedParts, parts[i]!)
        rowByTyped.set(typed, row)
      }
      return row
    },
    rules: rulesOf(edits, letters),
    numbers: letters.length + 1,
  }
}

const isSpelledEquivalence = ({ kind }: EquivalenceRow): boolean =>
  kind === 'spelling' || kind === 'regional'

/** Rows `V̆` ~ `V` and `â` ~ `a` say what a mark costs. */
const markCostsOf = (rows: readonly EquivalenceRow[]): Readonly<Record<string, number>> => {
  const costs = { ...MARK_COSTS }
  for (const { a, b, cost } of rows) {
    if (b !== 'V') continue
    const [first = '', ...marks] = decompose(a)
    if (first === 'V' && marks.length === 1) costs[marks[0]!] = Math.round(cost * 100)
  }
  return costs
}

interface LetterPair {
  readonly a: LetterParts
  readonly b: LetterParts
  readonly cost: number
}

/**
 * What one letter costs in the place of another: by its marks where the bare letters are the same,
 * through a pair of the tables where there is one (marks left out on either side are added), else as
 * a slip of the finger or as unrelated.
 */
const createLetterCost = (
  pairs: readonly LetterPair[],
  markCosts: Readonly<Record<string, number>>,
): ((typed: LetterParts, written: LetterParts) => number) => {
  const byMarks = (x: readonly string[], y: readonly string[]) => marksCost(x, y, markCosts)
  const ways = new Map<string, { from: LetterParts; to: LetterParts; cost: number }[]>()
  for (const { a, b, cost } of pairs)
    for (const way of [
      { from: a, to: b, cost },
      { from: b, to: a, cost },
    ]) {
      const bases = `${way.from.base} ${way.to.base}`
      ways.set(bases, [...(ways.get(bases) ?? []), way])
    }
  return (x, y) => {
    let best = x.base === y.base ? byMarks(x.marks, y.marks) : UNRELATED
    if (best === UNRELATED && isNeighbour(x.base, y.base)) best = SLIP
    for (const { from, to, cost } of ways.get(`${x.base} ${y.base}`) ?? [])
      best = Math.min(best, byMarks(x.marks, from.marks) + cost + byMarks(to.marks, y.marks))
    return best
  }
}

/** Both directions of every edit that is not one letter for one, as far as the list has its letters. */
const rulesOf = (edits: readonly Edit[], letters: readonly string[]): Map<string, EditRule[]> => {
  const numberOf = new Map(letters.map((letter, i) => [letter, i]))
  const rules = new Map<string, EditRule[]>()
  const add = (typed: readonly string[], written: readonly string[], { cost, at }: Edit) => {
    const numbers = written.flatMap((letter) => numberOf.get(letter) ?? [])
    if (numbers.length < written.length) return
    const first = typed[0] ?? ''
    const same = rules.get(first)
    const rule = { typed, written: numbers, cost, at }
    if (same === undefined) rules.set(first, [rule])
    else same.push(rule)
  }
  for (const edit of edits) {
    const { a, b, at } = edit
    const oneForOne = a.length === 1 && b.length === 1 && at !== 'final'
    if (oneForOne || a.length + b.length <= 1) continue
    add(a, b, edit)
    add(b, a, edit)
  }
  return rules
}

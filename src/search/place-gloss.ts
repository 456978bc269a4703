import { bareLetters } from '../text/orthography'
import { markCost, type Token, vietnameseTokens } from '../text/vietnamese'
import { begunCost, type GlossMatch } from './finder'
import { beginningRange, type Range } from './highlight'
import type { Tier } from './hit'

export interface PlacedGloss {
  readonly tier: Tier
  readonly cost: number
  readonly ranges: readonly Range[]
}

/** A gloss that says more than was asked, elsewhere than after it. */
const PART = 0.25
/** Not as typed: without marks a query is few headwords, and many glosses. */
const FOLDED = 0.03
/** Syllables in another order than was typed. */
const OUT_OF_ORDER = 0.1
/** Each syllable before the one that answers the first. */
const LATE = 0.01

/** A gloss held against the query: its class, what had to be forgiven, and which syllables answer. */
export type GlossPlacer = (gloss: string, match: GlossMatch) => PlacedGloss

/** For one query: glosses repeat few syllables, and each is folded once. */
export const createGlossPlacer = (): GlossPlacer => {
  const folded = new Map<string, string>()
  const bareOf = (text: string): string => {
    let bare = folded.get(text)
    if (bare === undefined) {
      bare = bareLetters(text)
      folded.set(text, bare)
    }
    return bare
  }
  return (gloss, { reading, whole, near, added }) => {
    const written = vietnameseTokens(gloss)
    const typed = vietnameseTokens(reading)
    const answers = answersTo(typed, written, bareOf)
    const places = answers.map(({ token }) => written.indexOf(token))
    const ranges = answers.map(({ range }) => range).sort(([a], [b]) => a - b)
    const marks = answers.reduce((sum, answer) => sum + answer.cost, 0)
    const isDisordered = places.some((place, i) => place < places[i - 1]!)
    const cost = added / 100 + marks + LATE * (places[0] ?? 0) + (isDisordered ? OUT_OF_ORDER : 0)
    const part = cost + PART + 0.03 * Math.min(written.length - typed.length, 10)
    if (near > 0) return { tier: 'near', cost: near / 100 + (whole ? cost : part), ranges: [] }
    // A syllable asked for twice must be there twice.
    const missing = typed.length - answers.length
    if (missing > 0) return { tier: 'part', cost: part + missing, ranges }
    const left = bareOf(gloss).length - bareOf(reading).length
    if (left === 0)
      return cost > added / 100
        ? { tier: 'folded', cost: cost + FOLDED, ranges }
        : { tier: 'whole', cost, ranges }
    return places.every((place, i) => place === i)
      ? { tier: 'prefix', cost: cost + begunCost(left) / 100, ranges }
      : { tier: 'part', cost: part, ranges }
  }
}

interface Answer {
  readonly token: Token
  readonly cost: number
  readonly begins: boolean
  readonly range: Range
}

/** For each syllable that was typed the one of the gloss that answers it best; none answers two. */
const answersTo = (
  typed: readonly Token[],
  written: readonly Token[],
  bareOf: (text: string) => string,
): Answer[] => {
  const free = new Set(written)
  return typed.flatMap(({ text }, i) => {
    const answer = answerTo(text, free, i === typed.length - 1, bareOf)
    if (answer === undefined) return []
    free.delete(answer.token)
    return [answer]
  })
}

const answerTo = (
  typed: string,
  written: ReadonlySet<Token>,
  mayBegin: boolean,
  bareOf: (text: string) => string,
): Answer | undefined => {
  const bare = bareOf(typed)
  let best: Answer | undefined
  for (const token of written) {
    const writtenBare = bareOf(token.text)
    const begins = writtenBare !== bare
    if (begins && !(mayBegin && writtenBare.startsWith(bare))) continue
    const [[, length] = [0, token.text.length]] = begins
      ? beginningRange(token.text, bare.length, bareLetters)
      : []
    const cost = markCost(typed, token.text.slice(0, length))
    // A whole syllable comes before one that goes on.
    if (best !== undefined && (best.begins === begins ? best.cost <= cost : begins)) continue
    best = { token, cost, begins, range: [token.start, token.start + length] }
  }
  return best
}

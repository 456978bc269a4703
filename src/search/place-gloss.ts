import { bareLetters } from '../text/orthography'
import { markCost, type Token, vietnameseTokens } from '../text/vietnamese'
import type { GlossMatch } from './finder'
import type { Range } from './highlight'
import type { Tier } from './hit'

export interface PlacedGloss {
  readonly tier: Tier
  readonly cost: number
  readonly ranges: readonly Range[]
}

/** A gloss that says more than was asked. */
const PART = 0.25
/** A wrong letter in a gloss comes after one in a headword of the same cost. */
const NEAR = 0.02
/** Syllables in another order than was typed. */
const OUT_OF_ORDER = 0.1
/** Each syllable before the first that answers. */
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
  return (gloss, { reading, whole, near }) => {
    const written = vietnameseTokens(gloss)
    const typed = vietnameseTokens(reading)
    const answers = answersTo(typed, written, bareOf)
    const cost = answers.reduce((sum, answer) => sum + answer.cost, 0) + orderCost(answers, written)
    const more = PART + 0.03 * Math.min(Math.max(written.length - typed.length, 0), 10)
    if (near > 0)
      return { tier: 'near', cost: near / 100 + NEAR + cost + (whole ? 0 : more), ranges: [] }
    const ranges = answers.map(({ range }) => range).sort(([a], [b]) => a - b)
    // A syllable asked for twice must be there twice.
    const missing = typed.length - answers.length
    if (!whole || missing > 0) return { tier: 'part', cost: cost + more + missing, ranges }
    if (answers.some(({ begins }) => begins)) return { tier: 'prefix', cost, ranges }
    return { tier: cost === 0 ? 'whole' : 'folded', cost, ranges }
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
    if (answer !== undefined) free.delete(answer.token)
    return answer === undefined ? [] : [answer]
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
    const equal = writtenBare === bare
    if (!equal && !(mayBegin && writtenBare.startsWith(bare))) continue
    const left = writtenBare.length - bare.length
    const cost = equal ? markCost(typed, token.text) : 0.2 + 0.03 * Math.min(left, 10)
    if (best !== undefined && best.cost <= cost) continue
    const end = equal ? token.end : token.start + lengthOf(token.text, bare)
    best = { token, cost, begins: !equal, range: [token.start, end] }
  }
  return best
}

const orderCost = (answers: readonly Answer[], written: readonly Token[]): number => {
  const places = answers.map(({ token }) => written.indexOf(token))
  let cost = LATE * Math.min(...places, written.length)
  places.forEach((place, i) => {
    if (i > 0 && place < places[i - 1]!) cost += OUT_OF_ORDER
  })
  return answers.length === 0 ? 0 : cost
}

/** UTF-16 length of the beginning of `written` that folds to `bare`. */
const lengthOf = (written: string, bare: string): number => {
  for (let end = 1; end <= written.length; end++)
    if (bareLetters(written.slice(0, end)).length >= bare.length) return end
  return written.length
}

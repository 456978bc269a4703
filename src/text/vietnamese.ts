import { lowerCase } from './normalise'
import { bareLetters } from './orthography'

/** A syllable of Vietnamese or a word of English, with its place in the text (UTF-16). */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

const TOKEN = /[\p{L}\p{M}\p{N}]+/gu

export const vietnameseTokens = (text: string): Token[] => {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index ?? 0
    tokens.push({ text: match[0], start, end: start + match[0].length })
  }
  return tokens
}

/** Folded syllables, in order: `bàn tay` → `ban`, `tay`. */
export const vietnameseSyllables = (text: string): string[] =>
  vietnameseTokens(text)
    .map((token) => bareLetters(token.text))
    .filter((syllable) => syllable !== '')

/** Grave, acute, hook above, tilde, dot below: the five written tones. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g
const TONE_ORDER = '\u0300\u0309\u0303\u0301\u0323'

interface TonedSyllable {
  /** The letters with their own marks (ê, ơ, đ), without the tone. */
  readonly letters: string
  /** 0 level, then in dictionary order: grave, hook, tilde, acute, dot below. */
  readonly tone: number
}

/** Where the tone mark stands does not matter: `hoà` and `hòa` give the same. */
export const splitTone = (syllable: string): TonedSyllable => {
  const decomposed = lowerCase(syllable).normalize('NFD')
  const mark = decomposed.match(TONE)?.[0]
  return {
    letters: decomposed.replace(TONE, '').normalize('NFC'),
    tone: mark === undefined ? 0 : TONE_ORDER.indexOf(mark) + 1,
  }
}

/**
 * How far a syllable lies from one of the same bare letters: 0.01 for a tone and 0.015 for
 * letters' marks that were not typed, 0.05 for a wrong tone, 0.1 for wrong marks.
 */
export const markCost = (typed: string, written: string): number => {
  const a = splitTone(typed)
  const b = splitTone(written)
  const letters = a.letters === b.letters ? 0 : a.letters === bareLetters(a.letters) ? 0.015 : 0.1
  const tone = a.tone === b.tone ? 0 : a.tone === 0 ? 0.01 : 0.05
  return letters + tone
}

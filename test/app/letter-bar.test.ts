import { describe, expect, test } from 'vitest'
import { insertLetter, letterBarOf, putMark } from '../../src/app/letter-bar'
import type { GraphemeRow } from '../../src/lexicon/orthography-row'

const BREVE = '\u0306'
const at = (text: string, start = text.length, end = start) => ({ text, start, end })

describe('putMark', () => {
  test('marks the letter before the caret', () => {
    expect(putMark(at('keng', 2), BREVE, false)).toEqual(at('kĕng', 2))
  })

  test('puts a breve over a letter with horn or circumflex', () => {
    expect(putMark(at('mơ'), BREVE, false).text).toBe('mơ̆')
    expect(putMark(at('ê'), BREVE, false).text).toBe('ê\u0306')
  })

  test('leaves the rest of the field as the writer has it', () => {
    const decomposed = 'e\u0301 a'
    expect(putMark(at(decomposed), BREVE, false).text).toBe('e\u0301 ă')
  })

  test('normalises nothing while an input method composes', () => {
    expect(putMark(at('a'), BREVE, true)).toEqual(at('a\u0306'))
  })

  test('does nothing where no letter stands before the caret', () => {
    expect(putMark(at('a', 0), BREVE, false)).toEqual(at('a', 0))
    expect(putMark(at('a '), BREVE, false)).toEqual(at('a '))
  })
})

describe('insertLetter', () => {
  test('takes the place of what is selected and leaves the caret behind it', () => {
    expect(insertLetter(at('abc', 1, 2), 'ƀ')).toEqual(at('aƀc', 2))
  })
})

describe('letterBarOf', () => {
  const row = (grapheme: string, barRank?: number): GraphemeRow => ({
    grapheme,
    upper: grapheme,
    order: 1,
    role: 'letter',
    source: 'editor',
    confidence: 'high',
    ...(barRank === undefined ? {} : { barRank }),
  })

  test('lists the letters of all languages by rank, each once', () => {
    const bar = letterBarOf([
      { graphemes: [row('ă', 2), row('ơ', 1), row('b')], barMarks: [BREVE] },
      { graphemes: [row('ơ', 1), row('ƀ', 3)], barMarks: [BREVE, '\u0301'] },
    ])
    expect(bar).toEqual({ letters: ['ơ', 'ă', 'ƀ'], marks: [BREVE, '\u0301'] })
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ceilingsOf, distance } from '../../scripts/bench/search/ceiling'
import type { Corpus, CorpusEntry } from '../../scripts/bench/search/corpus'
import { table } from '../../scripts/bench/search/tables'

describe('distance', () => {
  test('counts letters left out, too many, wrong and swapped', () => {
    expect(distance('bok', 'bok', 2)).toBe(0)
    expect(distance('bok', 'bo', 2)).toBe(1)
    expect(distance('bok', 'book', 2)).toBe(1)
    expect(distance('bok', 'bak', 2)).toBe(1)
    expect(distance('bok', 'obk', 2)).toBe(1)
  })

  test('is the same both ways, and told to be too much when it is', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'k'), maxLength: 7 })
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, most) => {
        const whole = distance(a, b, 9)
        expect(distance(b, a, 9)).toBe(whole)
        if (whole <= most) expect(distance(a, b, most)).toBe(whole)
        else expect(distance(a, b, most)).toBeGreaterThan(most)
      }),
    )
  })
})

describe('ceilingsOf', () => {
  test('a beginning that two words share is found first half of the time', () => {
    const [ceiling] = ceilingsOf(corpusOf('prefix', 'bo'))
    expect(ceiling).toEqual({
      set: 'asked',
      queries: 1,
      unique: 0,
      successAt1: 1 / 2,
      successAt5: 1,
      mrr: 3 / 4,
    })
  })

  test('a wrong letter that is nearest to one word has one best answer', () => {
    expect(ceilingsOf(corpusOf('hard', 'boin'))[0]).toMatchObject({ unique: 1, successAt1: 1 })
  })

  const corpusOf = (group: 'prefix' | 'hard', text: string): Corpus => ({
    name: 'small',
    entries: ['ƀok', 'boih', 'tơdrong'].map(entryOf),
    sets: [
      {
        name: 'asked',
        group,
        field: 'headword',
        queries: [{ text, answers: [group === 'hard' ? 1 : 0] }],
        warmUp: 0,
      },
    ],
    typed: [],
    writing: { graphemes: [], equivalences: [] },
  })

  const entryOf = (text: string): CorpusEntry => ({
    forms: [{ text, kind: 'spelling' }],
    glossesVi: [],
    glossesEn: [],
  })
})

test('a table has columns of one width', () => {
  expect(table(['engine', 'ms'], [['Rông', '0.1']])).toEqual([
    '| engine |  ms |',
    '|--------|----:|',
    '| Rông   | 0.1 |',
  ])
})

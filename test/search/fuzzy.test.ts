import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EquivalenceRow } from '../../src/lexicon/orthography-row'
import { createEditCosts, DOUBLED, type EditCosts, SWAPPED } from '../../src/search/edit-costs'
import { findNear } from '../../src/search/fuzzy'
import { costedQuery } from '../../src/search/fuzzy-query'
import { openKeyList } from '../../src/search/key-list'
import { writeKeyList } from '../../src/search/write-key-list'
import { BA_NA, orthographyOf } from '../text/tables'

const listOf = (...keys: string[]) => openKeyList(writeKeyList(keys.map((one) => [...one])).bytes)
const nothing = { beginning: -1, mostBegun: 0 }

describe('findNear', () => {
  const words = ['bak', 'ƀak', 'bang', 'car', 'hriam', 'tơplih']
  const list = listOf(...words)
  const costs = createEditCosts(list.letters, BA_NA)
  const sorted = writeKeyList(words.map((one) => [...one])).places.map(([place]) => words[place!]!)
  const near = (typed: string, whole: number) =>
    findNear(list, costedQuery([...typed], costs), { whole, ...nothing }).map(
      ({ key }) => sorted[key],
    )

  test.each([
    ['a letter wrong', 'buk', 'bak'],
    ['a letter missing', 'hram', 'hriam'],
    ['a letter too many', 'caur', 'car'],
    ['two letters in the wrong order', 'hraim', 'hriam'],
    ['a letter twice', 'caar', 'car'],
  ])('forgives %s', (_, typed, written) => {
    expect(near(typed, 100)).toContain(written)
  })

  test('hardly minds marks that were not typed, and minds wrong ones', () => {
    expect(near('bak', 2)).toEqual(['bak', 'ƀak'])
    expect(near('ƀak', 2)).toEqual(['ƀak'])
  })

  test('finds keys by their beginning, cheapest first where they are too many', () => {
    const found = findNear(list, costedQuery(['b'], costs), {
      whole: 0,
      beginning: 20,
      mostBegun: 2,
    })
    expect(found.map(({ key, left }) => [sorted[key], left])).toEqual([
      ['bak', 2],
      ['bang', 3],
    ])
  })

  test('takes a table that says nothing for nothing', () => {
    const odd = createEditCosts(list.letters, orthographyOf('a', [{ a: '-', b: '', cost: 0.14 }]))
    const found = findNear(list, costedQuery([...'hriam'], odd), {
      whole: 20,
      beginning: 20,
      mostBegun: 9,
    })
    expect(found.map(({ key }) => sorted[key])).toEqual(['hriam'])
  })

  test('costs what the cheapest way costs, whatever the table: as trying every way does', () => {
    const letters = 'abơƀhk'
    const text = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 5 })
    const part = fc.string({ unit: fc.constantFrom(...letters), minLength: 0, maxLength: 3 })
    const row = fc.record({
      a: fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 3 }),
      b: part,
      cost: fc.integer({ min: 1, max: 99 }).map((cost) => cost / 100),
      context: fc.constantFrom('', 'presyllable', 'final'),
    })
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 30 }),
        text,
        fc.array(row, { maxLength: 5 }),
        fc.integer({ min: 0, max: 250 }),
        (all, typed, rows, whole) => {
          const { bytes, places } = writeKeyList(all.map((one) => [...one]))
          const random = openKeyList(bytes)
          const table = rows.map(({ context, b, ...rest }) => ({
            ...rest,
            ...(b === '' ? {} : { b }),
            ...(context === '' ? {} : { context }),
          })) as Partial<EquivalenceRow>[]
          const some = createEditCosts(random.letters, orthographyOf('a', table))
          const expected = places.flatMap(([place], i) => {
            const cost = cheapestWay([...typed], [...all[place!]!], some, random.letters)
            return cost <= whole ? [{ key: i, cost, left: 0 }] : []
          })
          expect(findNear(random, costedQuery([...typed], some), { whole, ...nothing })).toEqual(
            expected,
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  test('costs the same of words longer than a number has bits', () => {
    const unit = fc.constantFrom(...'abơ')
    const word = fc.string({ unit, minLength: 25, maxLength: 45 })
    const slips = fc.array(fc.nat({ max: 60 }), { maxLength: 3 })
    fc.assert(
      fc.property(word, slips, fc.integer({ min: 0, max: 250 }), (written, places, whole) => {
        const typed = places.reduce((text, at) => swapped(text, at % text.length), written)
        const one = listOf(written)
        const some = createEditCosts(
          one.letters,
          orthographyOf('a', [{ a: 'ơb', b: 'ab', cost: 0.1 }]),
        )
        const cost = cheapestWay([...typed], [...written], some, one.letters)
        const expected = cost <= whole ? [{ key: 0, cost, left: 0 }] : []
        expect(findNear(one, costedQuery([...typed], some), { whole, ...nothing })).toEqual(
          expected,
        )
      }),
      { numRuns: 100 },
    )
  })
})

const swapped = (text: string, at: number): string =>
  text.slice(0, at) +
  text
    .slice(at, at + 2)
    .split('')
    .reverse()
    .join('') +
  text.slice(at + 2)

/** Tries every edit at every place: slow and plain. */
const cheapestWay = (
  typed: readonly string[],
  written: readonly string[],
  costs: EditCosts,
  letters: readonly string[],
): number => {
  const number = (letter: string) => letters.indexOf(letter)
  const known = new Map<number, number>()
  const from = (t: number, w: number): number => {
    if (t === typed.length && w === written.length) return 0
    const id = t * 100 + w
    const before = known.get(id)
    if (before !== undefined) return before
    const ways: number[] = []
    const a = typed[t]
    const b = written[w]
    if (a !== undefined && b !== undefined)
      ways.push(costs.substitution(a)[number(b)]! + from(t + 1, w + 1))
    if (a !== undefined) {
      const cost = costs.excess(a)
      ways.push((a === typed[t - 1] ? Math.min(cost, DOUBLED) : cost) + from(t + 1, w))
    }
    if (b !== undefined) {
      const cost = costs.omission[number(b)]!
      ways.push((b === written[w - 1] ? Math.min(cost, DOUBLED) : cost) + from(t, w + 1))
    }
    const [c, d] = [typed[t + 1], written[w + 1]]
    if (a !== undefined && b !== undefined && c !== undefined && d !== undefined && b !== d) {
      const crossed = costs.substitution(c)[number(b)]!
      const back = costs.substitution(a)[number(d)]!
      if (crossed <= 30 && back <= 30) ways.push(crossed + back + SWAPPED + from(t + 2, w + 2))
    }
    for (const rule of [...costs.rules.values()].flat()) {
      if (rule.written.length === 0 && w > 0 && rule.at !== 'final') continue
      if (rule.at === 'initial' && (t > 0 || w > 0)) continue
      const [tEnd, wEnd] = [t + rule.typed.length, w + rule.written.length]
      if (rule.at === 'final' && (tEnd !== typed.length || wEnd !== written.length)) continue
      if (!rule.typed.every((letter, i) => typed[t + i] === letter)) continue
      if (!rule.written.every((letter, i) => number(written[w + i] ?? '') === letter)) continue
      ways.push(rule.cost + from(tEnd, wEnd))
    }
    const best = Math.min(...ways)
    known.set(id, best)
    return best
  }
  return from(0, 0)
}

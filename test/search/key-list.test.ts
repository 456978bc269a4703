import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  findKey,
  findPrefix,
  type KeyList,
  keyLength,
  letterNumbers,
  openKeyList,
} from '../../src/search/key-list'
import { writeKeyList } from '../../src/search/write-key-list'

/** The list, and its keys in order. */
const listOf = (...keys: string[]): { list: KeyList; sorted: string[] } => {
  const { bytes, places } = writeKeyList(keys.map((key) => [...key]))
  return { list: openKeyList(bytes), sorted: places.map(([place]) => keys[place!]!) }
}
const numbers = (list: KeyList, text: string) => letterNumbers([...text], list.letters)

const key = fc.string({ unit: fc.constantFrom(...'abơcƀhkn'), minLength: 1, maxLength: 6 })
const keys = fc.array(key, { maxLength: 60 })

describe('writeKeyList', () => {
  test('keeps every key once and says where it came from', () => {
    fc.assert(
      fc.property(keys, (all) => {
        const { bytes, places } = writeKeyList(all.map((one) => [...one]))
        expect(openKeyList(bytes).count).toBe(new Set(all).size)
        expect(places.flat().sort((a, b) => a - b)).toEqual(all.map((_, i) => i))
        for (const some of places) expect(new Set(some.map((place) => all[place])).size).toBe(1)
      }),
    )
  })

  test('puts variants of a letter side by side', () => {
    expect(listOf('ơn', 'pa', 'on', 'ŏn').sorted).toEqual(['on', 'ŏn', 'ơn', 'pa'])
  })

  test('gives the length of each key back', () => {
    const { list, sorted } = listOf('bak', 'bang', 'car', 'hriam')
    expect(sorted.map((_, i) => keyLength(list, i))).toEqual(sorted.map((one) => one.length))
  })

  test('takes more different letters than a byte can number', () => {
    const all = Array.from({ length: 600 }, (_, i) => String.fromCharCode(0x4e00 + i))
    const { list } = listOf(...all)
    expect(findKey(list, numbers(list, all[7]!))).toBe(7)
  })

  test('refuses a key without letters, which is a fault of the caller', () => {
    expect(() => writeKeyList([[]])).toThrow(RangeError)
  })
})

describe('findPrefix and findKey', () => {
  test('agree with looking at every key', () => {
    fc.assert(
      fc.property(keys, key, (all, wanted) => {
        const { list, sorted } = listOf(...all)
        const [first, end] = findPrefix(list, numbers(list, wanted))
        expect(sorted.slice(first, end)).toEqual(sorted.filter((one) => one.startsWith(wanted)))
        expect(findKey(list, numbers(list, wanted))).toBe(sorted.indexOf(wanted))
      }),
    )
  })
})

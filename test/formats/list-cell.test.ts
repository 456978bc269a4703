import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinList, splitList } from '../../src/formats/list-cell'
import { awkwardText } from './awkward-text'

describe('joinList', () => {
  test('writes a semicolon of a value as \\;', () => {
    expect(joinList(['ngô', 'bắp'])).toBe('ngô; bắp')
    expect(joinList(['a;b', 'c\\'])).toBe('a\\;b; c\\\\')
    expect(joinList([])).toBe('')
  })

  test('has no cell for one empty value', () => {
    expect(() => joinList([''])).toThrow(RangeError)
  })

  test('is undone by splitList', () => {
    fc.assert(
      fc.property(fc.array(awkwardText(1), { maxLength: 5 }), (values) => {
        expect(splitList(joinList(values))).toEqual(values)
      }),
    )
  })
})

describe('splitList', () => {
  test('takes a semicolon without its space', () => {
    expect(splitList('ngô;bắp')).toEqual(['ngô', 'bắp'])
  })

  test('keeps an empty value for the reader to report', () => {
    expect(splitList('ngô; ')).toEqual(['ngô', ''])
  })
})

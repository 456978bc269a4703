import { describe, expect, test } from 'vitest'
import { markCost } from '../../src/text/marks'

describe('marks of a letter', () => {
  test('cost little when they were not typed, and more when they are wrong', () => {
    expect(markCost('o', 'o')).toBe(0)
    expect(markCost('o', 'ŏ')).toBe(1)
    expect(markCost('ŏ', 'o')).toBe(10)
    expect(markCost('b', 'ƀ')).toBeLessThan(markCost('ƀ', 'b'))
  })
})

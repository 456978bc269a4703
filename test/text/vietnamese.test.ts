import { describe, expect, test } from 'vitest'
import { markCost, splitTone, vietnameseSyllables } from '../../src/text/vietnamese'

describe('Vietnamese', () => {
  test('folds away marks and đ', () => {
    expect(vietnameseSyllables('Đường đất, nước')).toEqual(['duong', 'dat', 'nuoc'])
  })

  test('takes the tone mark in either place', () => {
    expect(splitTone('hoà')).toEqual(splitTone('hòa'))
    expect(markCost('thuỷ', 'thủy')).toBe(0)
  })

  test('counts a wrong tone less than a wrong letter', () => {
    expect(markCost('bo', 'bò')).toBeLessThan(markCost('bo', 'bơ'))
  })
})

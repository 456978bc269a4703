import { describe, expect, test } from 'vitest'
import { belowFloor, floorUnder, rankOf, scoreOf } from '../../src/search/exam'

describe('rankOf', () => {
  test('counts from one to the first that is expected', () => {
    expect(rankOf(['sem', 'chim', 'chĭm'], ['chĭm', 'chim'])).toBe(2)
  })

  test('is none where nothing expected comes', () => {
    expect(rankOf(['sem'], ['chim'])).toBeUndefined()
    expect(rankOf([], ['chim'])).toBeUndefined()
  })
})

describe('scoreOf', () => {
  test('counts the first, the first five, and one over the rank up to the tenth', () => {
    expect(scoreOf([1, 2, 5, 6, 10, 11, undefined, 1])).toEqual({
      queries: 8,
      successAt1: 2 / 8,
      successAt5: 4 / 8,
      mrr: (1 + 1 / 2 + 1 / 5 + 1 / 6 + 1 / 10 + 1) / 8,
    })
  })

  test('of no queries is nothing', () => {
    expect(scoreOf([])).toEqual({ queries: 0, successAt1: 0, successAt5: 0, mrr: 0 })
  })
})

describe('floorUnder', () => {
  test('is a margin lower, in thousandths, and never below nothing', () => {
    const score = { queries: 9, successAt1: 0.01, successAt5: 0.5, mrr: 2 / 3 }
    expect(floorUnder(score, 20)).toEqual({ successAt1: 0, successAt5: 0.48, mrr: 0.646 })
  })
})

describe('belowFloor', () => {
  const score = { queries: 9, successAt1: 0.5, successAt5: 0.8, mrr: 0.6 }

  test('names the figures that are lower', () => {
    const floor = { successAt1: 0.51, successAt5: 0.7, mrr: 0.61 }
    expect(belowFloor(score, floor)).toEqual(['successAt1', 'mrr'])
  })

  test('is content with the floor itself', () => {
    expect(belowFloor(score, { successAt1: 0.5, successAt5: 0.8, mrr: 0.6 })).toEqual([])
  })
})

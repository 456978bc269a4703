import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lowerCase, normaliseText } from '../../src/text/normalise'
import { vietnameseReadings, wordReadings } from '../../src/text/readings'
import { splitTone } from '../../src/text/vietnamese'
import { anyText } from './any-text'
import { BA_NA } from './tables'

describe('readings of what was typed', () => {
  test.each([
    ['nawr', 'năr'],
    ['bbowxk', 'ƀơ̆k'],
    ['plungx', 'plŭng'],
    ['ddak', 'đak'],
    ['ccar', 'čar'],
    ['tu`k', 'tŭk'],
    ['b`ot', "'bot"],
    ['[ơi', 'ƀơi'],
    ['lo\\n', 'lŏn'],
    ['đa8k', 'đăk'],
    ['ưăt', 'wăt'],
  ])('%s may mean the word %s', (typed, meant) => {
    expect(wordReadings(typed, BA_NA)).toContain(meant)
  })

  test.each([
    ['nuwowcs', 'nước'],
    ['nuowcs', 'nước'],
    ['nuoc71', 'nước'],
    ['duongwf', 'đường'.replace('đ', 'd')],
    ['d9u7o7ng2', 'đường'],
    ['tieengs', 'tiếng'],
    ['hoaf', 'hoà'],
  ])('%s may mean the Vietnamese %s', (typed, meant) => {
    const readings = vietnameseReadings(typed).map((reading) => splitTone(reading))
    expect(readings).toContainEqual(splitTone(meant))
  })

  test('begin with what was typed, each once, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const readings of [wordReadings(text, BA_NA), vietnameseReadings(text)]) {
          expect(new Set(readings).size).toBe(readings.length)
          if (text !== '') expect(readings[0]).toBe(lowerCase(normaliseText(text)))
        }
      }),
    )
  })
})

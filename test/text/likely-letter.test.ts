import { describe, expect, test } from 'vitest'
import { likelyLetter } from '../../src/text/likely-letter'
import { orthographyOf } from './tables'

const ORTHOGRAPHY = orthographyOf('a ă ƀ d đ e n ng o ŏ ơ t v w', [
  { a: 'ǎ', b: 'ă', kind: 'look-alike', cost: 0 },
  { a: 'ä', b: 'ă', kind: 'look-alike', cost: 0.05 },
  { a: 'ö', b: 'ŏ', kind: 'look-alike', cost: 0.05 },
  { a: 'ö', b: 'ơ', kind: 'look-alike', cost: 0.05 },
  { a: 'ĭ', b: 'ī', kind: 'look-alike', cost: 0 },
  { a: 'x', b: 't' },
  { a: 'z', b: 'v' },
  { a: 'z', b: 'w' },
  { a: 'f', b: 'v', cost: 0.3 },
])

describe('likelyLetter', () => {
  test.each([
    ['ǎ', 'ă'],
    ['ä', 'ă'],
    ['ñ', 'n'],
    ['Ñ', 'N'],
    ['è', 'e'],
    ['x', 't'],
    ['X', 'T'],
  ])('%s is probably %s', (letter, meant) => {
    expect(likelyLetter(letter, ORTHOGRAPHY)).toBe(meant)
  })

  test.each(['ö', 'á', 'z', 'f', 'ĭ', '1', '?', '\u0306', ''])('%s may be anything', (letter) => {
    expect(likelyLetter(letter, ORTHOGRAPHY)).toBeUndefined()
  })
})

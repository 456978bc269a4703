import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clusters, lettersOutside, splitGraphemes } from '../../src/text/graphemes'
import { normaliseText } from '../../src/text/normalise'
import { anyText } from './any-text'
import { BA_NA } from './tables'

describe('graphemes', () => {
  test('are the letters writers count', () => {
    expect(splitGraphemes('chơ̆ng', BA_NA)).toEqual(['ch', 'ơ̆', 'ng'])
  })

  test('outside the orthography are named', () => {
    expect(lettersOutside('ǎk-zo', BA_NA)).toEqual(['ǎ', 'z'])
  })

  test('and clusters join to the normalised text again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(clusters(text).join('')).toBe(normaliseText(text))
        expect(splitGraphemes(text, BA_NA).join('')).toBe(normaliseText(text))
      }),
    )
  })
})

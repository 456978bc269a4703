import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexLetter, indexLetters, sortKey, vietnameseSortKey } from '../../src/text/collate'
import { anyText } from './any-text'
import { BA_NA } from './tables'

describe('sortKey', () => {
  const sorted = (...forms: string[]) =>
    forms.sort((a, b) => (sortKey(a, BA_NA) < sortKey(b, BA_NA) ? -1 : 1))

  test('follows the alphabet of the language, digraphs as letters', () => {
    expect(sorted('nhăk', 'ngai', 'nuih', 'ƀai', 'bri', 'ăt', 'at')).toEqual([
      'at',
      'ăt',
      'bri',
      'ƀai',
      'nuih',
      'ngai',
      'nhăk',
    ])
  })

  test('puts a transcription where its typed letters would stand', () => {
    expect(indexLetter('ʔiɲ', BA_NA, 'transcription')).toBe('I')
    expect(indexLetter('ʔbla', BA_NA, 'transcription')).toBe('B')
  })

  test('is a total order', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(sortKey(a, BA_NA) === sortKey(b, BA_NA)).toBe(a === b)
      }),
    )
  })

  test('every letter of the alphabet is an index letter once', () => {
    const letters = indexLetters(BA_NA)
    expect(letters).toContain('NG')
    expect(new Set(letters).size).toBe(letters.length)
  })
})

describe('vietnameseSortKey', () => {
  test('sorts letters before tones, as dictionaries do', () => {
    const words = ['bỏ', 'bơ', 'bò', 'bo', 'ăn', 'ba', 'an', 'đi', 'dê']
    words.sort((a, b) => (vietnameseSortKey(a) < vietnameseSortKey(b) ? -1 : 1))
    expect(words).toEqual(['an', 'ăn', 'ba', 'bo', 'bò', 'bỏ', 'bơ', 'dê', 'đi'])
  })
})

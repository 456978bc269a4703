import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldToLetters, letterParts } from '../../src/text/fold'
import { anyText } from './any-text'
import { BA_NA } from './tables'

describe('foldToLetters', () => {
  const folded = (text: string) => foldToLetters(text, BA_NA).join(' ')

  test.each([
    ['Hơ drih', 'h ơ d r i h'],
    ['mơ̆ng', 'm ơ̆ n g'],
    ['hơ-iâ', 'h ơ i â'],
    ['‘bla', "' b l a"],
    ['ＢＯＫ', 'b o k'],
    ['mǎt ðak', 'm ă t đ a k'],
    ['…', ''],
  ])('%s is compared by %s', (text, letters) => {
    expect(folded(text)).toBe(letters)
  })

  test('is idempotent and the same for NFC and NFD', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const letters = foldToLetters(text, BA_NA)
        expect(foldToLetters(letters.join(''), BA_NA)).toEqual(letters)
        expect(foldToLetters(text.normalize('NFD'), BA_NA)).toEqual(
          foldToLetters(text.normalize('NFC'), BA_NA),
        )
      }),
    )
  })

  test('takes a letter apart into its base and marks, strokes among them', () => {
    expect(letterParts('ơ̆')).toEqual({ base: 'o', marks: ['\u031b', '\u0306'] })
    expect(letterParts('ƀ')).toEqual({ base: 'b', marks: ['\u0335'] })
    expect(letterParts("'")).toEqual({ base: "'", marks: [] })
  })
})

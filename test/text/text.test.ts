import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexLetter, indexLetters, sortKey, vietnameseSortKey } from '../../src/text/collate'
import { foldToLetters, letterParts } from '../../src/text/fold'
import { clusters, lettersOutside, likelyLetter, splitGraphemes } from '../../src/text/graphemes'
import { markCost as letterMarkCost } from '../../src/text/marks'
import { joinDetachedMarks, lowerCase, normaliseText } from '../../src/text/normalise'
import { vietnameseReadings, wordReadings } from '../../src/text/readings'
import { transcriptionSigns, typedTranscription } from '../../src/text/transcription'
import { foldVietnamese, markCost, splitTone } from '../../src/text/vietnamese'
import { BA_NA } from './tables'

/** Strings with much of what these languages are written with, and some of everything else. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(..."aăâbƀdđeêoơuưnghčñx\u0302\u0306\u031b\u0301 -’'"),
    maxLength: 30,
  }),
)

describe('normaliseText', () => {
  test('puts the circumflex before the breve, however they were typed', () => {
    const written = ['ê\u0306', 'ĕ\u0302', 'e\u0306\u0302', 'e\u0302\u0306']
    expect(new Set(written.map(normaliseText))).toEqual(new Set(['\u00ea\u0306']))
  })

  test('is idempotent and the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const normal = normaliseText(text)
        expect(normaliseText(normal)).toBe(normal)
        expect(normaliseText(text.normalize('NFD'))).toBe(normal)
      }),
    )
  })
})

test('joinDetachedMarks mends what PDF text parts', () => {
  expect(joinDetachedMarks('be ̆n')).toBe('bĕn')
})

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

describe('readings of what was typed', () => {
  test.each([
    ['nawr', 'năr'],
    ['bbowxk', 'ƀơ̆k'],
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

describe('transcriptions', () => {
  test('are keyed by the letters somebody would type', () => {
    expect(typedTranscription('ʔiɲ', BA_NA)).toBe('inh')
    expect(typedTranscription('ɟɔːk', BA_NA)).toBe('jok')
  })

  test('list their signs once, letters and marks apart, register last', () => {
    expect(transcriptionSigns('mo̤jʔ')).toEqual(['m', 'o', '\u0324', 'j', 'ʔ'])
    expect(transcriptionSigns('diʔ.T daŋ.L')).toEqual(['d', 'i', 'ʔ', 'a', 'ŋ', '.T', '.L'])
  })
})

describe('graphemes', () => {
  test('are the letters writers count', () => {
    expect(splitGraphemes('chơ̆ng', BA_NA)).toEqual(['ch', 'ơ̆', 'ng'])
  })

  test('outside the orthography are named, with the one that is probably meant', () => {
    expect(lettersOutside('ǎk-zo', BA_NA)).toEqual(['ǎ', 'z'])
    expect(likelyLetter('ǎ', BA_NA)).toBe('ă')
    expect(likelyLetter('Ð', BA_NA)).toBe('đ')
    expect(likelyLetter('z', BA_NA)).toBeUndefined()
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

describe('Vietnamese', () => {
  test('folds away marks and đ', () => {
    expect(foldVietnamese('Đường đất, nước')).toBe('duong dat nuoc')
  })

  test('takes the tone mark in either place', () => {
    expect(splitTone('hoà')).toEqual(splitTone('hòa'))
    expect(markCost('thuỷ', 'thủy')).toBe(0)
  })

  test('counts a wrong tone less than a wrong letter', () => {
    expect(markCost('bo', 'bò')).toBeLessThan(markCost('bo', 'bơ'))
  })

  test('sorts letters before tones, as dictionaries do', () => {
    const words = ['bỏ', 'bơ', 'bò', 'bo', 'ăn', 'ba', 'an', 'đi', 'dê']
    words.sort((a, b) => (vietnameseSortKey(a) < vietnameseSortKey(b) ? -1 : 1))
    expect(words).toEqual(['an', 'ăn', 'ba', 'bo', 'bò', 'bỏ', 'bơ', 'dê', 'đi'])
  })
})

describe('marks of a letter', () => {
  test('cost little when they were not typed, and more when they are wrong', () => {
    expect(letterMarkCost('o', 'o')).toBe(0)
    expect(letterMarkCost('o', 'ŏ')).toBe(1)
    expect(letterMarkCost('ŏ', 'o')).toBe(10)
    expect(letterMarkCost('b', 'ƀ')).toBeLessThan(letterMarkCost('ƀ', 'b'))
  })
})

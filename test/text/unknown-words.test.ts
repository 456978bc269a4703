import { describe, expect, test } from 'vitest'
import { unknownWords } from '../../src/text/unknown-words'

describe('unknownWords', () => {
  const known = new Set(['inh', 'et', 'tomo', 'daka'])

  test('marks, capitals and hyphens do not matter, and words of several words count as one', () => {
    expect(unknownWords('Inh ĕt tơ mo.', known)).toEqual([])
    expect(unknownWords('inh et tơ-mo', known)).toEqual([])
    expect(unknownWords('da ka', known)).toEqual([])
  })

  test('gives the rest as they are written, in order', () => {
    expect(unknownWords('Tơ inh “Mŏ” et 12', known)).toEqual(['Tơ', 'Mŏ'])
  })

  test('nothing has no words', () => {
    expect(unknownWords(' … 3 ', known)).toEqual([])
  })
})

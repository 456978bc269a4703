import { expect, test } from 'vitest'
import { hasWords, wordSequence } from '../../src/text/word-sequence'

test.each([
  ['Inh et đak.', 'et'],
  ['INH ET', 'inh'],
  ['hơ-iâ', 'hơiâ'],
  ['hơiâ kơ', 'hơ-iâ'],
  ['pơm ‘bar', "'bar"],
  ['đak krong dơ̆ng', 'dak krong'],
  ['dơ̆k', 'dơ̌k'],
])('%s has %s', (text, words) => {
  expect(hasWords(wordSequence(text), words)).toBe(true)
})

test.each([
  ['petet', 'et'],
  ['et etd', 'td'],
  ['đak dơ̆ng krong', 'đak krong'],
  ['', 'et'],
  ['et', ''],
  ['et', '…'],
])('%s has not %s', (text, words) => {
  expect(hasWords(wordSequence(text), words)).toBe(false)
})

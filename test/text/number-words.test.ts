import { describe, expect, test } from 'vitest'
import { englishNumber, vietnameseNumber } from '../../src/text/number-words'

test.each([
  ['một', 1],
  ['tư', 4],
  ['chín (số 9)', 9],
  ['mười', 10],
  ['mười lăm', 15],
  ['hai mươi', 20],
  ['hai mươi mốt', 21],
  ['trăm', 100],
  ['một trăm linh năm', 105],
  ['nghìn', 1000],
  ['hai nghìn ba trăm', 2300],
  ['Năm', 5],
])('vietnameseNumber of %s is %d', (text, number) => {
  expect(vietnameseNumber(text)).toBe(number)
})

test.each(['', 'năm ngoái', 'con ba ba', 'hai ba', 'thứ hai', 'một mình', '('])(
  'vietnameseNumber of "%s" is none',
  (text) => expect(vietnameseNumber(text)).toBeUndefined(),
)

describe('englishNumber', () => {
  test.each([
    ['one', 1],
    ['SEVEN', 7],
    ['fifteen', 15],
    ['twenty-one', 21],
    ['a hundred', 100],
    ['one hundred', 100],
    ['two thousand', 2000],
    ['four (4)', 4],
  ])('%s is %d', (text, number) => {
    expect(englishNumber(text)).toBe(number)
  })

  test.each(['first', 'one another', 'one two', 'ONE OR TWO THINGS', ''])(
    '"%s" is none',
    (text) => {
      expect(englishNumber(text)).toBeUndefined()
    },
  )
})

import { expect, test } from 'vitest'
import { readMappingFile } from '../../src/formats/wide/mapping-file'

const read = (text: string) => readMappingFile(new TextEncoder().encode(text), 'a.map.csv')

test('a mapping file names the column of each field, with or without a header', () => {
  const pairs = [...read('headword,Bahnaric\ngloss.vi,Vietnamese\n').mapping]
  expect(pairs).toEqual([
    ['headword', 'Bahnaric'],
    ['gloss.vi', 'Vietnamese'],
  ])
  expect([
    ...read('\uFEFFTrường;Cột\r\nheadword;Bahnaric\r\ngloss.vi;Vietnamese\r\n').mapping,
  ]).toEqual(pairs)
})

test('a field twice, a field without a column and an unreadable file are told', () => {
  const { problems } = read('headword,a\nheadword,b\ngloss.vi,\n')
  expect(problems.map(({ code, at }) => `${code} ${at.row}`)).toEqual([
    'duplicate-column 2',
    'missing-value 3',
  ])
  expect(read('').problems).toMatchObject([{ reason: 'empty' }])
})

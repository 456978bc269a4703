import { parse } from 'csv-parse/sync'
import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missesCsv } from '../../src/app/misses-csv'
import type { Miss } from '../../src/store/store'
import { BA_NA } from './fixtures'

const columns = { query: 'Từ', languages: 'Tiếng', count: 'Số lần', lastAsked: 'Lần cuối' }
const options = {
  columns,
  languages: (codes: Miss['languages']) => codes.join('; ') || 'tất cả',
  day: () => '2026-11-22',
}
const miss = (query: string): Miss => ({ query, languages: [], at: 0, count: 1 })

describe('missesCsv', () => {
  test('is a table that Excel takes for UTF-8', () => {
    const csv = missesCsv([{ query: 'kơ̆', languages: [BA_NA], at: 0, count: 3 }], options)
    expect(csv).toBe('\ufeff"Từ","Tiếng","Số lần","Lần cuối"\r\n"kơ̆","ba-na","3","2026-11-22"\r\n')
  })

  test.each(['=1+1', '+84', '-wơr', '@ba', '\tx', '＝1'])('%j is no formula', (query) => {
    expect(missesCsv([miss(query)], options).split('\r\n')[1]).toMatch(/^"'/)
  })

  test('gives every query back, whatever is in it', () => {
    assert(
      property(string({ unit: 'grapheme' }), (query) => {
        const rows: string[][] = parse(missesCsv([miss(query)], options), { bom: true })
        const [cell] = rows[1]!
        expect(cell === query || cell === `'${query}`).toBe(true)
      }),
    )
  })
})

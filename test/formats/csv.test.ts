import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Csv, parseCsv, writeCsv } from '../../src/formats/csv'
import { awkwardText } from './awkward-text'

describe('parseCsv', () => {
  test('gives the line a cell begins on, past cells of several lines', () => {
    const csv = read('A,B\n1,"x\ny"\n"p\nq\nr",s\nlast,\n')
    expect(csv.rows.map((row) => row.cells)).toEqual([
      ['1', 'x\ny'],
      ['p\nq\nr', 's'],
      ['last', ''],
    ])
    expect(csv.rows[0]!.place(1)).toEqual({ file: 'f.csv', line: 2, row: 2, column: 'B' })
    expect(csv.rows[1]!.place(0)).toEqual({ file: 'f.csv', line: 4, row: 3, column: 'A' })
    expect(csv.rows[1]!.place(1)).toEqual({ file: 'f.csv', line: 6, row: 3, column: 'B' })
    expect(csv.rows[2]!.place()).toEqual({ file: 'f.csv', line: 7, row: 4 })
  })

  test('counts an empty line as a row', () => {
    const csv = read('A,B\n\n1,2\n')
    expect(csv.rows.map((row) => row.cells)).toEqual([[''], ['1', '2']])
    expect(csv.rows[1]!.place().line).toBe(3)
  })

  test.each([
    ['\uFEFFA,B\n', 'byte-order-mark', 1],
    ['A,B\r\n1,2\r\n', 'carriage-returns', 1],
    ['A,B\n"x\r\ny",2\n3,4\r\n', 'carriage-returns', 4],
    ['', 'empty', 1],
    ['A,B\n1,2"3\n', 'quotes', 2],
    ['A,B\n1,"2"3\n', 'quotes', 2],
    ['A,B\n1,"2\n', 'quotes', 2],
  ])('refuses %j: %s', (text, reason, line) => {
    expect(parseCsv(text, 'f.csv')).toMatchObject({
      code: 'unreadable-file',
      reason,
      at: { file: 'f.csv', line },
    })
  })

  test('keeps a carriage return between quotes', () => {
    expect(read('A\n"x\r\ny"\n').rows[0]!.cells).toEqual(['x\r\ny'])
  })
})

describe('writeCsv', () => {
  test('quotes where it must and nowhere else', () => {
    expect(writeCsv([['a b', "c'", 'd,e', 'f"g', 'h\ni', '']])).toBe(
      'a b,c\',"d,e","f""g","h\ni",\n',
    )
  })

  test('is read back as it was, whatever the cells hold', () => {
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(awkwardText(), { minLength: width, maxLength: width }), { maxLength: 5 }),
      )
    fc.assert(
      fc.property(table, (rows) => {
        const text = writeCsv([['A', 'B', 'C', 'D'], ...rows])
        expect(read(text).rows.map((row) => row.cells)).toEqual(rows)
      }),
    )
  })
})

function read(text: string): Csv {
  const csv = parseCsv(text, 'f.csv')
  if ('code' in csv) throw new Error(`${csv.code}`)
  return csv
}

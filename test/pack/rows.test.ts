import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openRows } from '../../src/pack/rows'
import { writeRows } from '../../src/pack/write-rows'

const row = fc.record({
  number: fc.integer({ min: 0, max: 0xffffffff }),
  text: fc.string({ unit: 'grapheme' }),
})
const rows = fc.uniqueArray(row, { selector: ({ number }) => number })

describe('openRows', () => {
  test('gives back the rows that were written, by number', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 0xffffffff }), (written, other) => {
        const opened = openRows(writeRows(written))!
        const textByNumber = new Map(written.map(({ number, text }) => [number, text]))
        expect(opened.count).toBe(written.length)
        expect([...opened.numbers()]).toEqual([...textByNumber.keys()].sort((a, b) => a - b))
        for (const { number, text } of written) expect(opened.text(number)).toBe(text)
        expect(opened.has(other)).toBe(textByNumber.has(other))
        expect(opened.text(other)).toBe(textByNumber.get(other))
      }),
    )
  })

  test('the same rows in any order are the same bytes', () => {
    const a = { number: 7, text: 'bar' }
    const b = { number: 2, text: 'ʔbaːr' }
    expect(writeRows([a, b])).toEqual(writeRows([b, a]))
  })

  test('keeps a byte order mark that is part of a text', () => {
    expect(openRows(writeRows([{ number: 1, text: '\ufeffa' }]))!.text(1)).toBe('\ufeffa')
  })

  test('refuses rows cut short, and takes any other bytes without throwing', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (written, at) => {
        const bytes = writeRows(written)
        expect(openRows(bytes.subarray(0, at % bytes.length))).toBeUndefined()
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const opened = openRows(bytes)
        for (const number of opened?.numbers() ?? []) opened!.text(number)
      }),
    )
  })

  test('believes no count that its bytes cannot hold', () => {
    expect(openRows(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f))).toBeUndefined()
  })
})

describe('writeRows', () => {
  test('refuses a number twice', () => {
    const row = { number: 3, text: '' }
    expect(() => writeRows([row, row])).toThrow('Number 3 twice')
  })
})

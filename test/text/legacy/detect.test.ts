import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  convertLegacy,
  decodeBytes,
  detectEncoding,
  findLegacy,
} from '../../../src/text/legacy/detect'

const SHARED = process.env.RONG_SHARED ?? '../shared'
const SENTENCES = join(SHARED, 'sources/bartbahnar/sentences.tsv')
const PAIRS = join(SHARED, 'sources/bartbahnar/bavi.csv')

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, bigEndian = false) => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian)
  return bytes
}
const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

describe('decodeBytes', () => {
  const text = 'từ,nghĩa\nƀok,ông 𝄞\n'
  test.each([
    ['utf-8', utf8(text)],
    ['utf-8-bom', utf8(`\ufeff${text}`)],
    ['utf-16le', utf16(`\ufeff${text}`)],
    ['utf-16be', utf16(`\ufeff${text}`, true)],
    ['utf-16le', utf16(text)],
    ['utf-16be', utf16(text, true)],
  ])('reads %s', (encoding, bytes) => {
    expect(decodeBytes(bytes)).toEqual({ encoding, text })
  })

  test('reads bytes that are no UTF-8 one by one and says where they begin', () => {
    expect(decodeBytes(latin1('a\nb\nnaêr'))).toEqual({
      encoding: 'windows-1252',
      text: 'a\nb\nnaêr',
      badLine: 3,
    })
  })

  test('an empty file is an empty text', () => {
    expect(decodeBytes(new Uint8Array())).toEqual({ encoding: 'utf-8', text: '' })
  })

  test('leaves the zeros of a damaged file to the reader', () => {
    expect(decodeBytes(utf8('a\0b')).text).toBe('a\0b')
  })

  test('reads whatever there is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(typeof detectEncoding(bytes).text).toBe('string')
      }),
    )
  })
})

describe('findLegacy', () => {
  test('two different signs are certain', () => {
    expect(findLegacy(['[ơi dêh ]ar', 'lo\\n']).certain).toBe('tnkeyuni')
    expect(findLegacy(['naêr', 'ôêi']).certain).toBe('vni')
  })

  test('one is told of, and no more', () => {
    expect(findLegacy(['gơ`u', 'gơ`u'])).toEqual({
      tellTales: [{ encoding: 'tnkeyuni', sign: '`', count: 2, sample: 'gơ`u' }],
    })
    expect(findLegacy(['naêr']).certain).toBeUndefined()
  })

  test('the same signs in a text with Unicode letters are slips of the keyboard', () => {
    const { certain, tellTales } = findLegacy(['pơđ^', 'lo\\n', 'ƀar', 'čar', 'jrăng ŏh'])
    expect(tellTales).toHaveLength(2)
    expect(certain).toBeUndefined()
    expect(findLegacy(['naêr', 'ôêi', 'hơdrai', 'tơmoi', 'ăt']).certain).toBeUndefined()
  })

  test.each([
    ['[a] {b} (c) [x, y]'],
    ['x^2 a#1 $5 5$ # a | b & c_d ~ "e" “g”'],
    ['C:\\du lieu\\tu dien'],
    ['thuê huệ quê nguyên yêu liên tiếng ê a ố ô'],
    ['`naêr`'.replace('aê', 'a')],
  ])('ordinary punctuation and Vietnamese tell nothing: %s', (text) => {
    expect(findLegacy([text]).certain).toBeUndefined()
  })

  test.skipIf(!existsSync(SENTENCES))(
    'tells the VNI rows of the BARTBahnar sentences from the Unicode ones (needs ../shared)',
    () => {
      const rows = readFileSync(SENTENCES, 'utf8').split('\n').slice(1)
      const cells = rows.map((row) => row.split('\t'))
      const words = cells.filter(([, , form = '']) => findLegacy([form]).certain === 'vni')
      expect(words.length).toBeGreaterThan(500)
      for (const [, , form = ''] of words) expect(convertLegacy(form, 'vni')).not.toMatch(/[aeo]â/)
      expect(findLegacy(cells.map(([, , , , gloss = '']) => gloss)).tellTales).toEqual([])
    },
  )

  test.skipIf(!existsSync(PAIRS))('finds bavi.csv to be Unicode (needs ../shared)', () => {
    const { encoding, certain } = detectEncoding(new Uint8Array(readFileSync(PAIRS)))
    expect({ encoding, certain }).toEqual({ encoding: 'utf-8-bom', certain: undefined })
  })
})

describe('convertLegacy', () => {
  test.each([
    ['[ơi dêh ]ar', 'ƀơi dêh čar'],
    ['gơ`u', 'gơñu'],
    ['pơđ^', 'pơđĭ'],
    ['Kha]', 'Khač'],
    ['Ho#i', 'Hô̆i'],
    ['mê|', 'mê̆'],
    ['prue#', 'pruê̆'],
  ])('TNKeyUni %s is %s', (given, text) => {
    expect(convertLegacy(given, 'tnkeyuni')).toBe(text)
  })

  test.each([
    ['naêr', 'năr'],
    ['ôêi', 'ơ̆i'],
    ['söê', 'sư̆'],
    ['hnheêi', 'hnhĕi'],
    ['jiêt', 'jĭt'],
    ['Noâng', 'Nông'],
    ['ñoâÊk', 'đô̆k'],
    ['keÊâ', 'kê̆'],
    ['nöôùc', 'nước'],
    ['ñaát Vieät', 'đất Việt'],
    ['ÑÖÔØNG Thuûy', 'ĐƯỜNG Thủy'],
    ['mía lôùn kyõ', 'mía lớn kỹ'],
  ])('VNI %s is %s', (given, text) => {
    expect(convertLegacy(given, 'vni')).toBe(text.normalize('NFC'))
  })
})

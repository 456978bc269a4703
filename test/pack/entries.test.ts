import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FullEntry } from '../../src/lexicon/full-entry'
import {
  blockOf,
  decodeEntry,
  decodeForms,
  encodeEntry,
  encodeForms,
  encodeListRow,
  entryBlocks,
} from '../../src/pack/entries'
import { decodeListRow } from '../../src/pack/list-row'
import { listRow } from '../../src/pack/publish'
import { openRows } from '../../src/pack/rows'
import { arbitraryEntry, arbitraryForms } from './records'
import { sampleEntry } from './sample'

const asWritten = (full: FullEntry) => decodeEntry(full.entry.number, encodeEntry(full))

describe('decodeEntry', () => {
  test('gives back any entry that was written', () => {
    fc.assert(
      fc.property(arbitraryEntry, (full) => {
        expect(asWritten(full)).toEqual(full)
      }),
    )
  })

  test('takes any text without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        decodeEntry(1, text)
        decodeForms(1, text)
        decodeListRow(1, text)
      }),
    )
  })

  test.each([
    ['no JSON', '[['],
    ['no array', '{}'],
    ['a form without its text', '[["x-1"],[["f-1",0,"sedang","spelling"]]]'],
    ['a kind of form there is none of', '[["x-1",1,"sedang","f","w"],[["f-1",0,"v","song","w"]]]'],
    ['a number where a text should be', '[["x-1",0,3,"f","w"]]'],
  ])('refuses %s', (_, text) => {
    expect(decodeEntry(1, text)).toBeUndefined()
  })
})

describe('encodeEntry', () => {
  test('leaves out what goes without saying', () => {
    expect(encodeEntry(sampleEntry)).toBe(
      '[["xd-#####0",0,"sedang"],' +
        '[["xd-f#####30",0,"sedang","transcription","pɛ̰ə",0,"ipa-sidwell","sidwell2015","sedang-190_two-1",0,"CC-BY-4.0","attested"]],' +
        '[["xd-s#####0",0,["hai"],0,"editor",["two"],"sidwell2015","two",0,"1498","quantity",["so-dem"],"num","editor",0,0,0,"attested"]]]',
    )
  })
})

describe('encodeForms', () => {
  test('is undone by decodeForms', () => {
    fc.assert(
      fc.property(arbitraryForms, fc.nat(), (forms, number) => {
        expect(decodeForms(number, encodeForms(number, forms))).toEqual(forms)
      }),
    )
  })
})

describe('entryBlocks', () => {
  test('puts an entry where blockOf says, whatever else there is', () => {
    const texts = [0, 511, 512, 5000].map((number) => [number, `text ${number}`] as const)
    const blocks = entryBlocks(texts)
    expect([...blocks.keys()]).toEqual(['entries/0', 'entries/1', 'entries/9'])
    for (const [number, text] of texts)
      expect(openRows(blocks.get(blockOf(number))!)!.text(number)).toBe(text)
  })
})

describe('encodeListRow', () => {
  test('is undone by decodeListRow, for the row of any entry', () => {
    fc.assert(
      fc.property(arbitraryEntry, (full) => {
        const row = listRow(full, { varieties: [], notationOrder: [] })
        expect(decodeListRow(row.number, encodeListRow(row))).toEqual(row)
      }),
    )
  })

  test('writes a row as the format says', () => {
    expect(encodeListRow(listRow(sampleEntry, { varieties: [], notationOrder: [] }))).toBe(
      '["xd-#####0","pɛ̰ə",1,"sedang",["hai"],["two"]]',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLexicon } from '../../scripts/read-lexicon'
import { parseCsv } from '../../src/formats/csv'
import { fieldsOf, readRecords, writeRecords } from '../../src/formats/records'
import { LANGUAGE_TABLES, SHARED_TABLES, type Table } from '../../src/formats/table-list'
import { readTables, writeShared, writeTables } from '../../src/formats/tables'
import type { Field } from '../../src/lexicon/field'
import { EVERY_FIELD, LANGUAGE, validFiles } from '../fixtures'
import { awkwardText } from './awkward-text'

const TABLES: readonly (readonly [string, Table<object>])[] = Object.entries({
  ...LANGUAGE_TABLES,
  ...SHARED_TABLES,
})

describe('readTables', () => {
  test('reads every field of every table', () => {
    const { lexicon } = readLexicon(EVERY_FIELD, LANGUAGE)
    for (const [name, { fields }] of Object.entries(LANGUAGE_TABLES)) {
      const rows: readonly { readonly value: object }[] = Reflect.get(lexicon!, name)
      for (const [property] of fieldsOf(fields)) {
        const filled = rows.filter(({ value }) => Reflect.get(value, property) !== undefined)
        expect(filled.length, `${name}.${property}`).toBeGreaterThan(0)
      }
    }
  })

  test('reads lists, numbers and texts as such', () => {
    const { lexicon } = readLexicon(EVERY_FIELD, LANGUAGE)
    expect(lexicon!.senses[0]!.value).toMatchObject({
      glossVi: ['tôi', 'mình'],
      topics: ['tu-gioi-thieu'],
    })
    expect(lexicon!.entries[1]!.value).toEqual({
      id: 'bn-00152',
      number: 152,
      variety: 'ba-na',
      headwordForm: 'bn-f00543',
      headword: 'et',
      homograph: 1,
    })
    expect(lexicon!.sources[0]!.value).toMatchObject({
      id: 'bartbahnar2025',
      licence: 'Apache-2.0',
    })
  })

  test('collects the problems of every file', () => {
    const files = validFiles()
    files.set('ba-na/relations.csv', 'ID,Kind\nr1,like\n')
    files.set('ba-na/senses.csv', '\uFEFF')
    files.set('ba-na/entreis.csv', 'ID\n')
    files.delete('ba-na/media.csv')
    const { lexicon, problems } = readTables(files, LANGUAGE)
    expect(problems.map(({ code, at }) => `${code} ${at.file}:${at.line}`)).toEqual([
      'unreadable-file ba-na/senses.csv:1',
      'missing-column ba-na/relations.csv:1',
      'missing-column ba-na/relations.csv:1',
      'missing-column ba-na/relations.csv:1',
      'missing-column ba-na/relations.csv:1',
      'not-a-choice ba-na/relations.csv:2',
      'missing-file ba-na/media.csv:1',
    ])
    expect(lexicon!.unexplained.map(({ text }) => text)).toEqual(['ba-na/entreis.csv'])
  })

  test('reports a row that is too short', () => {
    const files = validFiles()
    files.set('ba-na/retired.csv', 'ID,Number,Successor_ID,Date,Reason\nbn-1,2,,2026-11-01\n')
    expect(readTables(files, LANGUAGE).problems).toMatchObject([
      { code: 'unreadable-file', reason: 'row-length', at: { line: 2 } },
    ])
  })

  test('gives no lexicon without language.json', () => {
    const files = validFiles()
    files.set('ba-na/language.json', '{\n "code": \n')
    const { lexicon, problems } = readTables(files, LANGUAGE)
    expect(lexicon).toBeUndefined()
    expect(problems).toMatchObject([{ code: 'unreadable-file', reason: 'not-json' }])
  })
})

describe('writeTables', () => {
  test('gives back the bytes of the tables that were read', () => {
    const files = validFiles()
    const { lexicon } = readTables(files, LANGUAGE)
    const written = new Map([...writeTables(lexicon!), ...writeShared(lexicon!.shared)])
    expect([...written.keys()].sort()).toEqual([...files.keys()].sort())
    for (const [path, text] of written)
      if (!path.endsWith('.bib')) expect(text, path).toBe(files.get(path))
  })

  test('gives back the sources, if not their bytes', () => {
    const files = validFiles()
    const { lexicon } = readTables(files, LANGUAGE)
    const again = readTables(new Map([...files, ...writeTables(lexicon!)]), LANGUAGE)
    const values = (of: typeof lexicon) => of!.sources.map(({ value }) => value)
    expect(values(again.lexicon)).toEqual(values(lexicon))
  })
})

describe.each(TABLES)('%s', (_, table) => {
  test('come back from the table they are written to, whatever they hold', () => {
    fc.assert(
      fc.property(recordsOf(table), (records) => {
        const text = writeRecords(records, table)
        const csv = parseCsv(text, table.file)
        if ('code' in csv) throw new Error(csv.code)
        const { rows, problems, unexplained } = readRecords(csv, table)
        const values = rows.map(({ value }) => value)
        expect([problems, unexplained]).toEqual([[], []])
        expect(new Set(values.map(asText))).toEqual(new Set(records.map(asText)))
        expect(writeRecords(values, table)).toBe(text)
      }),
      { numRuns: 40 },
    )
  })
})

function recordsOf(table: Table<object>): fc.Arbitrary<readonly object[]> {
  const arbitraries = Object.fromEntries(
    fieldsOf(table.fields).map(([name, field]) => [name, cellOf(field)]),
  )
  const optional = fieldsOf(table.fields).filter(([, field]) => !field.required && !isList(field))
  const requiredKeys = Object.keys(arbitraries).filter(
    (key) => !optional.some(([name]) => name === key),
  )
  return fc.uniqueArray(fc.record(arbitraries, { requiredKeys }), {
    maxLength: 4,
    selector: (record) => Reflect.get(record, 'id') ?? record,
  })
}

function cellOf(field: Field): fc.Arbitrary<unknown> {
  if (isList(field))
    return fc.array(awkwardText(1), { minLength: field.required ? 1 : 0, maxLength: 3 })
  if (field.kind === 'number')
    return fc.oneof(
      fc.nat(),
      fc.integer({ min: 1, max: 99 }).map((n) => n / 100),
    )
  if (field.kind === 'choice') return fc.constantFrom(...(field.choices ?? []))
  return awkwardText(1)
}

function isList(field: Field): boolean {
  return field.kind === 'list' || field.kind === 'references'
}

function asText(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowOf } from '../../src/formats/content'
import { fieldsOf } from '../../src/formats/records'
import { LANGUAGE_TABLES } from '../../src/formats/table-list'
import type { Lexicon, Row } from '../../src/lexicon/lexicon'
import type { Conflict } from '../../src/merge/conflict'
import { diffLexicons } from '../../src/merge/diff'
import { LANGUAGE_TABLE_NAMES, rowsOf, withRows } from '../../src/merge/merge-table'
import { giveNewIds } from '../../src/merge/new-ids'
import { mergeLexicons } from '../../src/merge/three-way'
import { settings } from '../formats/arbitrary-lexicon'
import { arbitraryFork, valuesOf } from './arbitrary-fork'

const base = settings()

describe('mergeLexicons, whatever the lexicons', { timeout: 30_000 }, () => {
  test('gives what one side made of it when the other made nothing, or the same', () => {
    fc.assert(
      fc.property(arbitraryFork(), ({ base, a }) => {
        for (const [ours, theirs] of [
          [a, base],
          [base, a],
          [a, a],
        ] as const) {
          const { lexicon, conflicts, renumbered } = mergeLexicons(base, ours, theirs)
          expect([conflicts, renumbered]).toEqual([[], []])
          expect(valuesOf(lexicon)).toEqual(valuesOf(a))
        }
      }),
      { numRuns: 30 },
    )
  })

  test('finds the same conflicts from either side', () => {
    fc.assert(
      fc.property(arbitraryFork(), ({ base, a, b }) => {
        const fromA = mergeLexicons(base, a, b).conflicts
        const fromB = mergeLexicons(base, b, a).conflicts
        expect(fromB.map(turned)).toEqual(fromA)
      }),
      { numRuns: 30 },
    )
  })

  test('loses nothing that is in no conflict', () => {
    fc.assert(
      fc.property(arbitraryFork(), ({ base, a, b }) => {
        const { lexicon, conflicts, changes } = mergeLexicons(base, a, b)
        expect(changes).toEqual(diffLexicons(a, lexicon))
        const inConflict = new Set(conflicts.map(({ table, id }) => `${table} ${id}`))
        for (const { table, id, kind } of diffLexicons(base, b)) {
          if (kind !== 'added' || inConflict.has(`${table} ${id}`)) continue
          const rows = rowsOf(lexicon, table)
          expect(rows.filter(({ value }) => Reflect.get(value, 'id') === id)).toHaveLength(1)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('mergeLexicons', () => {
  const merged = (ours: Lexicon, theirs: Lexicon) => mergeLexicons(base, ours, theirs)

  test.each(
    Object.entries(LANGUAGE_TABLES).flatMap(([table, { fields }]) =>
      fieldsOf(fields).map(([property]) => [table, property] as const),
    ),
  )('takes %s.%s from one and any other field from the other', (table, property) => {
    const properties = fieldsOf(LANGUAGE_TABLES[asTable(table)].fields).map(([name]) => name)
    const key = properties.find((name) => name === 'id' || name === 'grapheme')
    if (key === undefined || property === key) return
    for (const other of properties) {
      const isHeadword = /^headword/.test(property) && /^headword/.test(other)
      if (other === property || other === key || isHeadword) continue
      const ours = changed(base, table, property, 'x')
      const theirs = changed(base, table, other, 'y')
      const { lexicon, conflicts } = merged(ours, theirs)
      expect(conflicts, other).toEqual([])
      const said = (of: Lexicon, name: string) => Reflect.get(rowsIn(of, table)[0]!.value, name)
      expect(said(lexicon, other)).toEqual(said(theirs, other))
      expect(said(lexicon, property)).toEqual(said(ours, property))
    }
  })

  test('keeps ours where both changed a field in different ways', () => {
    const { lexicon, conflicts } = merged(
      changed(base, 'senses', 'sourceGloss', 'x'),
      changed(base, 'senses', 'sourceGloss', 'y'),
    )
    expect(conflicts).toEqual([
      {
        kind: 'field',
        table: 'senses',
        id: 'bn-s00001',
        column: 'Source_Gloss',
        base: 'I, me',
        ours: 'I, mex',
        theirs: 'I, mey',
      },
    ])
    expect(lexicon.senses[0]!.value.sourceGloss).toBe('I, mex')
  })

  test('takes what both added to a list and what both removed from it', () => {
    const glosses = (glossVi: readonly string[]) => withFirst(base, 'senses', { glossVi })
    const lists: readonly (readonly [
      readonly string[],
      readonly string[],
      readonly string[] | undefined,
    ])[] = [
      [
        ['tôi', 'mình', 'ta'],
        ['tao', 'tôi', 'mình'],
        ['tao', 'tôi', 'mình', 'ta'],
      ],
      [['mình'], ['tôi'], []],
      [
        ['tôi', 'mình', 'ta'],
        ['tôi', 'tao'],
        ['tôi', 'ta', 'tao'],
      ],
      [['mình', 'tôi'], ['tôi', 'mình', 'ta'], undefined],
      [['ta', 'mình'], ['tao', 'mình'], undefined],
    ]
    for (const [ours, theirs, expected] of lists) {
      const { lexicon, conflicts } = merged(glosses(ours), glosses(theirs))
      expect(conflicts).toHaveLength(expected === undefined ? 1 : 0)
      expect(lexicon.senses[0]!.value.glossVi).toEqual(expected ?? ours)
    }
  })

  test('merges a headword and the form it repeats as one', () => {
    const spelt = (text: string) =>
      withFirst(withRow(base, 'forms', base.entries[0]!.value.headwordForm, { text }), 'entries', {
        headword: text,
      })
    const note = merged(spelt('a'), withFirst(base, 'entries', { note: 'b' }))
    expect(note.conflicts).toEqual([])
    expect(note.lexicon.entries[0]!.value).toMatchObject({ headword: 'a', note: 'b' })
    const both = merged(spelt('a'), spelt('b'))
    expect(both.conflicts).toMatchObject([{ table: 'forms', column: 'Form', ours: 'a' }])
    expect(both.lexicon.entries[0]!.value.headword).toBe('a')
    const other = base.forms.find(
      ({ value }) =>
        value.entry === base.entries[0]!.value.id && value.text !== base.entries[0]!.value.headword,
    )!.value
    const moved = withFirst(base, 'entries', {
      headwordForm: other.id,
      headword: other.text,
      variety: other.variety,
    })
    const apart = merged(spelt('a'), moved)
    expect(apart.conflicts).toEqual([])
    expect(apart.lexicon.entries[0]!.value.headword).toBe(other.text)
  })

  test('gives a new entry of theirs the next number where ours has given it away', () => {
    const added = (id: string) =>
      withNew(base, 'entries', { ...base.entries[0]!.value, id, number: 700 })
    const { lexicon, conflicts, renumbered } = merged(added('x-1'), added('x-2'))
    expect(conflicts).toEqual([])
    const numbers = [...base.entries, ...base.retired].map(({ value }) => value.number ?? 0)
    const next = String(Math.max(700, ...numbers) + 1)
    expect(renumbered).toEqual([
      { table: 'entries', id: 'x-2', column: 'Number', before: '700', after: next },
    ])
    expect(lexicon.entries.map(({ value }) => value.number)).toEqual(
      expect.arrayContaining([700, Number(next)]),
    )
  })

  test('is in conflict over one new id for two rows', () => {
    const added = (note: string) =>
      withNew(base, 'entries', { ...base.entries[0]!.value, id: 'x-1', number: 700, note })
    const { lexicon, conflicts } = merged(added('a'), added('b'))
    expect(conflicts).toMatchObject([{ kind: 'same-id', table: 'entries', id: 'x-1', base: '' }])
    expect(JSON.parse(conflicts[0]!.theirs)).toMatchObject({ ID: 'x-1', Note: 'b' })
    expect(lexicon.entries.find(({ value }) => value.id === 'x-1')!.value.note).toBe('a')
    const renamed = giveNewIds(base, added('a'), added('b'))
    expect(renamed.renumbered).toMatchObject([{ before: 'x-1', after: 'x-2' }])
    expect(mergeLexicons(base, added('a'), renamed.lexicon).conflicts).toEqual([])
  })

  test('is in conflict over a row that one removed and the other changed', () => {
    const without = { ...base, examples: base.examples.slice(1) }
    const edited = changed(base, 'examples', 'text', 'x')
    const kept = merged(edited, without)
    expect(kept.conflicts).toMatchObject([{ kind: 'removed', table: 'examples', theirs: '' }])
    expect(kept.lexicon.examples).toHaveLength(base.examples.length)
    const gone = merged(without, edited)
    expect(gone.conflicts).toMatchObject([{ kind: 'removed', table: 'examples', ours: '' }])
    expect(gone.lexicon.examples).toHaveLength(base.examples.length - 1)
  })

  test('does not let an entry go that the other side added a sense to', () => {
    const { id } = base.entries[0]!.value
    const keep = (row: Row<object>) =>
      ![Reflect.get(row.value, 'id'), Reflect.get(row.value, 'entry')].includes(id)
    const without = {
      ...base,
      entries: base.entries.filter(keep),
      forms: base.forms.filter(keep),
      senses: base.senses.filter(keep),
    }
    const added = withNew(base, 'senses', { ...base.senses[0]!.value, id: 'x-s1', entry: id })
    for (const [ours, theirs] of [
      [added, without],
      [without, added],
    ] as const) {
      const { lexicon, conflicts } = merged(ours, theirs)
      const kinds = new Set(conflicts.map(({ kind, table }) => `${kind} ${table}`))
      expect([...kinds]).toEqual(
        expect.arrayContaining(['removed entries', 'removed forms', 'removed senses']),
      )
      expect(lexicon.entries.some(({ value }) => value.id === id)).toBe(ours === added)
    }
  })

  test('merges sources and language.json too', () => {
    const ours = { ...base, language: { ...base.language, release: 'a' } }
    const source = { ...base.sources[0]!, value: { ...base.sources[0]!.value, note: 'b' } }
    const theirs = {
      ...base,
      language: { ...base.language, aboutVi: 'c' },
      sources: [source, ...base.sources.slice(1)],
    }
    const { lexicon, conflicts } = merged(ours, theirs)
    expect(conflicts).toEqual([])
    expect(lexicon.language).toEqual({ ...base.language, release: 'a', aboutVi: 'c' })
    expect(lexicon.sources[0]!.value.note).toBe('b')
  })
})

const turned = (conflict: Conflict): Conflict => ({
  ...conflict,
  ours: conflict.theirs,
  theirs: conflict.ours,
})

const asTable = (name: string) => LANGUAGE_TABLE_NAMES.find((table) => table === name)!

const rowsIn = (lexicon: Lexicon, table: string): readonly Row<object>[] =>
  rowsOf(lexicon, asTable(table))

/** The lexicon with another value in a field of the first row of a table. */
const changed = (lexicon: Lexicon, table: string, property: string, by: string): Lexicon => {
  const value: unknown = Reflect.get(rowsIn(lexicon, table)[0]!.value, property)
  const after = Array.isArray(value)
    ? [...value, by]
    : typeof value === 'number'
      ? value + 1000
      : `${value ?? ''}${by}`
  return withFirst(lexicon, table, { [property]: after })
}

const withFirst = (lexicon: Lexicon, table: string, change: object): Lexicon =>
  withRow(lexicon, table, Reflect.get(rowsIn(lexicon, table)[0]!.value, keyOf(table)), change)

const withRow = (lexicon: Lexicon, table: string, id: string, change: object): Lexicon =>
  withRows(
    lexicon,
    new Map([
      [
        asTable(table),
        rowsIn(lexicon, table).map((row) =>
          Reflect.get(row.value, keyOf(table)) === id
            ? { ...row, value: { ...row.value, ...change } }
            : row,
        ),
      ],
    ]),
  )

const withNew = (lexicon: Lexicon, table: string, value: object): Lexicon =>
  withRows(lexicon, new Map([[asTable(table), [...rowsIn(lexicon, table), rowOf(value)]]]))

const keyOf = (table: string): string => (table === 'graphemes' ? 'grapheme' : 'id')

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeTables } from '../../src/formats/tables'
import type { Conflict } from '../../src/merge/conflict'
import { placeConflicts } from '../../src/merge/conflict-lines'
import { readConflicts, type Settled, writeConflicts } from '../../src/merge/conflicts-csv'
import { resolveConflicts } from '../../src/merge/resolve'
import { mergeLexicons } from '../../src/merge/three-way'
import { LANGUAGE, validFiles } from '../fixtures'
import { awkwardText } from '../formats/awkward-text'
import { arbitraryFork } from './arbitrary-fork'

const bytes = (text: string) => new TextEncoder().encode(text)
/** Files of the valid dictionary by name, some of them otherwise. */
const folder = (change: Readonly<Record<string, (text: string) => string>> = {}) =>
  byName(validFiles(), change)
const byName = (
  files: ReadonlyMap<string, string>,
  change: Readonly<Record<string, (text: string) => string>> = {},
) =>
  new Map(
    [...files]
      .filter(([path]) => path.startsWith(`${LANGUAGE}/`))
      .map(([path, text]) => {
        const name = path.slice(LANGUAGE.length + 1)
        return [name, change[name]?.(text) ?? text]
      }),
  )

const GLOSS: Conflict = {
  kind: 'field',
  table: 'senses',
  id: 'bn-s00001',
  column: 'Gloss_Vi',
  base: 'tôi; mình',
  ours: 'tôi; mình',
  theirs: 'ta',
}
const FORM: Conflict = {
  kind: 'field',
  table: 'forms',
  id: 'bn-f00005',
  column: 'Form',
  base: 'inh',
  ours: 'inh',
  theirs: 'a',
}

/** A conflict as it comes back from a file, settled. */
const settledAs = (resolved: string, conflict: Conflict): Settled =>
  readConflicts(
    bytes(writeConflicts([{ conflict, file: `${conflict.table}.csv`, headword: '', resolved }])),
    'conflicts.csv',
  ).settled[0]!

describe('readConflicts', () => {
  test('gives back what was written, whatever the texts', () => {
    const text = awkwardText().filter((value) => !value.includes('\0'))
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 4 }), (rows) => {
        const lines = rows.map(([base, ours, theirs]) => ({
          conflict: { ...GLOSS, base, ours, theirs },
          file: 'senses.csv',
          headword: ours,
          resolved: '',
        }))
        const { settled, problems } = readConflicts(bytes(writeConflicts(lines)), 'conflicts.csv')
        expect(problems).toEqual([])
        expect(settled.map(({ place: _, ...line }) => line)).toEqual(lines)
      }),
    )
  })

  test('reads what a spreadsheet makes of it: semicolons, or tabs in UTF-16', () => {
    const [head, ...rest] = writeConflicts([
      { conflict: GLOSS, file: 'senses.csv', headword: 'inh', resolved: 'theirs' },
    ])
      .slice(1)
      .split('\r\n')
    const semicolons = [head, ...rest].join('\r\n').replace(/tôi; mình/g, '"tôi; mình"')
    const saved = bytes(semicolons.replace(/,/g, ';'))
    const utf16 = `\uFEFF${semicolons.replace(/,/g, '\t')}`
    const wide = Uint8Array.from(
      [...utf16].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
    )
    for (const content of [saved, wide])
      expect(readConflicts(content, 'conflicts.csv').settled).toMatchObject([
        { conflict: GLOSS, resolved: 'theirs' },
      ])
  })

  test('says which column is missing', () => {
    expect(readConflicts(bytes('table,id\n'), 'conflicts.csv').problems).toHaveLength(6)
    expect(readConflicts(bytes(''), 'conflicts.csv').problems).toHaveLength(1)
  })
})

describe('resolveConflicts', { timeout: 30_000 }, () => {
  const glossAfter = (resolved: string, files = folder()) => {
    const result = resolveConflicts(files, [settledAs(resolved, GLOSS)])
    return { ...result, row: result.files.get('senses.csv')?.split('\n')[1] }
  }

  test.each([
    ['theirs', 'bn-s00001,bn-00001,ta,'],
    ['tao; mày', 'bn-s00001,bn-00001,tao; mày,'],
    ['"ours"', 'bn-s00001,bn-00001,ours,'],
    ['""', 'bn-s00001,bn-00001,,'],
  ])('puts %s into the table', (resolved, expected) => {
    const { row, count, left } = glossAfter(resolved)
    expect(row!.startsWith(expected)).toBe(true)
    expect([count, left]).toEqual([1, []])
  })

  test('leaves ours, and what nobody settled', () => {
    expect(glossAfter('ours')).toMatchObject({ count: 1, left: [], files: new Map() })
    expect(glossAfter('')).toMatchObject({ count: 0, left: [{ resolved: '' }], unsettled: [] })
  })

  test('refuses what no longer fits, with the place', () => {
    const since = folder({ 'senses.csv': (text) => text.replace('tôi; mình', 'tao') })
    expect(glossAfter('theirs', since)).toMatchObject({
      files: new Map(),
      unsettled: [{ reason: 'changed-since', given: 'tao', at: { line: 2, column: 'resolved' } }],
    })
    const gone = folder({ 'senses.csv': (text) => text.replace('bn-s00001', 'bn-s00009') })
    expect(glossAfter('theirs', gone).unsettled).toMatchObject([{ reason: 'no-row' }])
    const refused = (conflict: Conflict, resolved = 'theirs') =>
      resolveConflicts(folder(), [settledAs(resolved, conflict)]).unsettled[0]?.reason
    expect(refused({ ...GLOSS, column: 'Meaning' })).toBe('no-column')
    expect(refused({ ...GLOSS, table: 'words' })).toBe('no-table')
    const number = { ...GLOSS, table: 'entries', id: 'bn-00001', column: 'Number', ours: '1' }
    expect(refused({ ...number, theirs: 'x' })).toBe('not-a-value')
  })

  test('lets the headword go with its form', () => {
    const { files } = resolveConflicts(folder(), [settledAs('theirs', FORM)])
    expect(files.get('forms.csv')).toMatch(/^bn-f00005,.*,a,/m)
    expect(files.get('entries.csv')).toMatch(/^bn-00001,1,[^,]*,bn-f00005,a,/m)
  })

  test('takes an entry away whose headword went with its form when the two were merged', () => {
    const removed = (headword: string): Conflict => ({
      kind: 'removed',
      table: 'entries',
      id: 'x-1',
      base: '',
      ours: JSON.stringify({
        ID: 'x-1',
        Number: '700',
        Language_ID: 'ba-na',
        Headword_Form_ID: 'bn-f00005',
        Headword: headword,
      }),
      theirs: '',
    })
    const merged = folder({
      'entries.csv': (text) => `${text}x-1,700,ba-na,bn-f00005,inh,,,\n`,
    })
    // Ours said "a" when the conflict was found; the form, and so the headword, is "inh" by now.
    const { files, unsettled } = resolveConflicts(merged, [settledAs('theirs', removed('a'))])
    expect(unsettled).toEqual([])
    expect(files.get('entries.csv')).not.toContain('x-1,')
    const other = folder({
      'entries.csv': (text) => `${text}x-1,701,ba-na,bn-f00005,inh,,,\n`,
    })
    expect(resolveConflicts(other, [settledAs('theirs', removed('a'))]).unsettled).toMatchObject([
      { reason: 'changed-since' },
    ])
  })

  test('keeps both of two rows under one id when theirs gets another', () => {
    const row = {
      ID: 'x-1',
      Number: '700',
      Language_ID: 'ba-na',
      Headword_Form_ID: 'x-f1',
      Headword: 'a',
    }
    const sense = { ID: 'x-s1', Entry_ID: 'x-1', Gloss_Vi: 'b' }
    const clash = (table: string, cells: { readonly ID: string }): Conflict => ({
      kind: 'same-id',
      table,
      id: cells.ID,
      base: '',
      ours: JSON.stringify({ ...cells, Note: 'c' }),
      theirs: JSON.stringify(cells),
    })
    const { files, left } = resolveConflicts(folder(), [
      settledAs('x-2', clash('entries', row)),
      settledAs('x-s2', clash('senses', sense)),
    ])
    expect(left).toEqual([])
    expect(files.get('entries.csv')).toMatch(/^x-2,700,ba-na,x-f1,a,/m)
    expect(files.get('senses.csv')).toMatch(/^x-s2,x-2,b,/m)
  })

  test('has what theirs says when every conflict is settled so', () => {
    fc.assert(
      fc.property(arbitraryFork(), ({ base, a, b }) => {
        const { lexicon, conflicts } = mergeLexicons(base, a, b)
        const lines = readConflicts(
          bytes(writeConflicts(placeConflicts(conflicts, byName(writeTables(lexicon))))),
          'conflicts.csv',
        )
        const settled = lines.settled.map((line) => ({ ...line, resolved: 'theirs' }))
        const before = byName(writeTables(lexicon))
        const { files, left, unsettled } = resolveConflicts(before, settled)
        expect([left, unsettled]).toEqual([[], []])
        const after = new Map([...before, ...files])
        expect(resolveConflicts(after, settled)).toMatchObject({ files: new Map(), unsettled: [] })
      }),
      { numRuns: 20 },
    )
  })
})

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { EXPLANATIONS } from '../../src/checks/explain/index'
import type { ReadContext } from '../../src/formats/format'
import { xlsx } from '../../src/formats/xlsx'
import { readBook } from '../../src/formats/xlsx/read-book'
import { sheetsOf } from '../../src/formats/xlsx/sheets'
import { type BookSheet, writeBook } from '../../src/formats/xlsx/write-book'
import { readZip, writeZip } from '../../src/formats/zip'
import { arbitraryLexicon, contentValues, settings } from './arbitrary-lexicon'
import { ATTRIBUTION } from './attribution'

const CONTEXT: ReadContext = {
  settings: settings(),
  attribution: ATTRIBUTION,
  mapping: new Map(),
}
const read = (bytes: Uint8Array, mapping: Record<string, string> = {}) =>
  xlsx.read!(new Map([['a.xlsx', bytes]]), {
    ...CONTEXT,
    mapping: new Map(Object.entries(mapping)),
  })
const plain = (name: string, rows: readonly (readonly string[])[]) => ({
  name,
  rows: rows.map((row) => row.map((text) => ({ text }))),
})
const write = async (lexicon = settings()) => [...(await xlsx.write!(lexicon, {})).values()][0]!

describe('xlsx', () => {
  test('gives back every field of every record, and what it was when written', async () => {
    const lexicon = settings()
    const result = await read(await write(lexicon))
    expect(result.problems).toEqual([])
    expect(contentValues(result.lexicon!)).toEqual(contentValues(lexicon))
    expect(contentValues(result.ancestor!)).toEqual(contentValues(lexicon))
  })

  test('gives the same bytes for the same lexicon', async () => {
    expect(await write()).toEqual(await write())
  })

  test('gives back whatever text a lexicon has', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLexicon(), async (lexicon) => {
        const { lexicon: given } = await read(await write(lexicon))
        expect(given && contentValues(given)).toEqual(contentValues(lexicon))
      }),
      { numRuns: 40 },
    )
  })

  test('tells what an editor changed from what the workbook was', async () => {
    const [main, ...others] = sheetsOf(settings())
    const changed = {
      ...main!,
      rows: main!.rows.map((row) =>
        row.map((cell) => (cell.text === 'uống' ? { ...cell, text: 'húp' } : cell)),
      ),
    }
    const { lexicon, ancestor } = await read(await writeBook([changed, ...others]))
    const glossOf = (from: typeof lexicon) =>
      from!.senses.find(({ value }) => value.id === 'bn-s00157')!.value.glossVi
    expect(glossOf(lexicon)).toEqual(['húp'])
    expect(glossOf(ancestor)).toEqual(['uống'])
  })

  test('reads the workbook of somebody else as a wide table, numbers and dates as text', async () => {
    const book = await writeBook([
      plain('Từ', [
        ['Từ', 'Nghĩa', 'Từ loại'],
        ['et', 'uống', 'động từ'],
      ]),
    ])
    const { lexicon, problems } = await read(book)
    expect(problems).toEqual([])
    expect(lexicon!.entries.map(({ value }) => value.headword)).toEqual(['et'])
    expect(lexicon!.senses[0]!.value).toMatchObject({ glossVi: ['uống'], partOfSpeech: 'v' })
    expect(lexicon!.senses[0]!.place('Nghĩa')).toMatchObject({ file: 'a.xlsx [Từ]', row: 2 })
  })

  test('reads the sheet that is named', async () => {
    const book = await writeBook([
      plain('1', [['ghi chú']]),
      plain('2', [
        ['headword', 'gloss.vi'],
        ['inh', 'tôi'],
      ]),
    ])
    expect((await read(book, { sheet: '2' })).lexicon!.entries).toHaveLength(1)
  })

  test('gives refused rows back coloured, with a remark in Vietnamese', async () => {
    const book = await writeBook([
      plain('Từ', [
        ['Từ', 'Nghĩa'],
        ['et', 'uống'],
        ['', 'đi'],
      ]),
    ])
    const { refused } = await read(book)
    expect(refused).toHaveLength(1)
    const files = await xlsx.writeRefused!(new Map([['a.xlsx', book]]), refused!, EXPLANATIONS.vi)
    const sheets = await readBook(files.get('a.xlsx')!)
    if (!sheets.ok) throw new Error(sheets.error.detail)
    expect(sheets.value[0]!.rows).toHaveLength(2)
    expect(sheets.value[0]!.rows[1]!.slice(0, 2)).toEqual(['', 'đi'])
    const parts = readZip(files.get('a.xlsx')!)
    const comments = parts.ok ? parts.value.get('xl/comments1.xml') : undefined
    expect(new TextDecoder().decode(comments)).toMatch(/<comment ref="A2".*từ đầu mục/)
    expect((await read(files.get('a.xlsx')!)).lexicon?.entries ?? []).toEqual([])
  })

  test.each([
    ['nothing', new Uint8Array(0), 'empty'],
    ['text', new TextEncoder().encode('headword,gloss'), 'not-zip'],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'wrong-format'],
    ['another archive', writeZip(new Map([['a.txt', new Uint8Array(3)]])), 'wrong-format'],
    ['a path that leads out', writeZip(new Map([['../a', new Uint8Array(3)]])), 'unsafe-path'],
  ])('refuses %s', async (_, bytes, reason) => {
    const { lexicon, problems } = await read(bytes)
    expect(lexicon).toBeUndefined()
    expect(problems).toMatchObject([{ code: 'unreadable-file', reason }])
  })

  test('refuses entities and cells that lie far out', async () => {
    const parts = readZip(await write())
    if (!parts.ok) throw new Error(parts.error.detail)
    const withSheet = (change: (xml: string) => string) => {
      const files = new Map(parts.value)
      const path = 'xl/worksheets/sheet1.xml'
      const xml = new TextDecoder().decode(files.get(path))
      return writeZip(files.set(path, new TextEncoder().encode(change(xml))))
    }
    const entities = withSheet((xml) =>
      xml.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet'),
    )
    expect((await read(entities)).problems).toMatchObject([{ reason: 'document-type' }])
    const far = withSheet((xml) => xml.replace(/r="A3"/, 'r="XFD1048576"'))
    expect((await read(far)).problems).toMatchObject([{ reason: 'too-large' }])
  })

  test('never throws at a damaged workbook', { timeout: 60_000 }, async () => {
    const whole = await write()
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.nat(255),
        fc.nat(whole.length),
        async (at, byte, end) => {
          const damaged = whole.slice(0, end % 3 === 0 ? end : whole.length)
          if (at < damaged.length) damaged[at] = byte
          await read(damaged)
        },
      ),
      { numRuns: 60 },
    )
  })
})

const hasOffice = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).error === undefined
const folder = mkdtempSync(join(tmpdir(), 'rong-xlsx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('LibreOffice', () => {
  test.skipIf(!hasOffice)(
    'reads the cells that we wrote (needs soffice)',
    { timeout: 120_000 },
    async () => {
      const lexicon = settings()
      writeFileSync(join(folder, 'a.xlsx'), await write(lexicon))
      execFileSync(
        'soffice',
        [
          '--headless',
          `-env:UserInstallation=file://${folder}/profile`,
          '--convert-to',
          'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
          '--outdir',
          folder,
          join(folder, 'a.xlsx'),
        ],
        { stdio: 'ignore' },
      )
      const cells = sheetsOf(lexicon)[0]!.rows.map((row) => row.map(({ text }) => text))
      const { parseCsv } = await import('../../src/formats/csv')
      const csv = parseCsv(readFileSync(join(folder, 'a.csv'), 'utf8'), 'a.csv')
      if ('code' in csv) throw new Error(csv.code)
      expect([csv.header, ...csv.rows].map((row) => row.cells)).toEqual(cells)
    },
  )
})

describe('a workbook of ours that was changed', () => {
  const sheets = () => sheetsOf(settings())
  const changed = async (change: (name: string, rows: BookSheet['rows']) => BookSheet['rows']) =>
    read(
      await writeBook(
        sheets().map((sheet) => ({ ...sheet, rows: change(sheet.name, sheet.rows) })),
      ),
    )

  test('loses nothing where the row of an entry was deleted', async () => {
    const { lexicon, problems } = await changed((name, rows) =>
      name === 'Mục từ' ? rows.filter((row) => row[0]?.text !== 'bn-00001') : rows,
    )
    expect(problems).toEqual([])
    const values = contentValues(settings())
    expect(contentValues(lexicon!).entries).toEqual(values.entries)
    expect(contentValues(lexicon!).forms).toEqual(values.forms)
  })

  test('is read by its labels where the hidden row was deleted', async () => {
    const { lexicon, problems } = await changed((name, rows) =>
      name === 'Mục từ' ? rows.slice(1) : rows,
    )
    expect(problems).toEqual([])
    expect(contentValues(lexicon!)).toEqual(contentValues(settings()))
  })

  test('may name codes by what they are called', async () => {
    const { lexicon } = await changed((_, rows) =>
      rows.map((row) => row.map((cell) => (cell.text === 'v' ? { text: 'động từ' } : cell))),
    )
    expect(lexicon!.senses.map(({ value }) => value.partOfSpeech)).toContain('v')
  })

  test('hands its past on with what was refused', async () => {
    const book = await write()
    const refused = [
      {
        at: { file: 'a.xlsx [Mục từ]', line: 3, row: 3 },
        problems: [
          {
            code: 'empty-headword' as const,
            severity: 'error' as const,
            at: { file: 'a.xlsx [Mục từ]', line: 3, row: 3, column: 'Từ đầu mục' },
          },
        ],
      },
    ]
    const files = await xlsx.writeRefused!(new Map([['a.xlsx', book]]), refused, EXPLANATIONS.vi)
    const again = await read(files.get('a.xlsx')!)
    expect(contentValues(again.ancestor!)).toEqual(contentValues(settings()))
    expect(again.lexicon!.entries).toHaveLength(1)
    expect(again.lexicon!.residue.filter(({ value }) => value.format === 'wide-csv')).toEqual([])
  })
})

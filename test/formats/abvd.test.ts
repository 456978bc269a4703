import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLexicon } from '../../scripts/read-lexicon'
import { abvd } from '../../src/formats/abvd'
import type { ReadResult } from '../../src/formats/format'
import type { Licence, SourceId, VarietyId } from '../../src/lexicon/ids'
import type { Row } from '../../src/lexicon/lexicon'

const SHARED = process.env.RONG_SHARED ?? join(import.meta.dirname, '../../../shared')
const LIST = readFileSync(join(import.meta.dirname, '../fixtures/formats/abvd/list.xml'))
const SETTINGS = readLexicon('data', 'gia-rai').lexicon!

const read = (
  bytes: Uint8Array,
  mapping: Readonly<Record<string, string>> = {},
  settings = SETTINGS,
): Promise<ReadResult> =>
  abvd.read!(new Map([['list.xml', bytes]]), {
    settings,
    attribution: {
      variety: 'plei-ku-1968' as VarietyId,
      source: 'abvd744' as SourceId,
      licence: 'CC-BY-4.0' as Licence,
      reviewState: 'attested',
    },
    mapping: new Map(Object.entries(mapping)),
  })
const encode = (text: string) => new TextEncoder().encode(text)
const values = <Value>(rows: readonly Row<Value>[]): Value[] => rows.map(({ value }) => value)

describe('abvd.read', () => {
  test('makes each word an entry with a form and a sense', async () => {
    const { lexicon } = await read(LIST, { practice: 'lafont-1968', 'concept@4': '1301' })
    expect(values(lexicon!.entries)).toMatchObject([
      { id: 'new-1', number: 0, headword: 'tơngan', foreignId: '190340', headwordForm: 'new-1-f1' },
      { id: 'new-2', headword: 'tơkai', foreignId: '190343' },
    ])
    expect(values(lexicon!.forms)[0]).toEqual({
      id: 'new-1-f1',
      entry: 'new-1',
      variety: 'plei-ku-1968',
      kind: 'spelling',
      practice: 'lafont-1968',
      text: 'tơngan',
      source: 'abvd744',
      sourceRow: '190340',
      licence: 'CC-BY-4.0',
      reviewState: 'attested',
    })
    const label = (concept: string) =>
      SETTINGS.shared.concepts.find(({ value }) => value.id === concept)!.value.labelVi
    expect(values(lexicon!.senses)).toMatchObject([
      { glossVi: [label('1277')], glossViSource: 'editor', concept: '1277', sourceGloss: 'hand' },
      { glossVi: [label('1301')], glossEn: ['leg/foot'], sourceGloss: 'leg/foot', note: 'foot' },
    ])
    const { lexicon: untold } = await read(LIST)
    expect(values(untold!.senses)[1]).toMatchObject({ glossVi: [], sourceGloss: 'leg/foot' })
    expect(lexicon!.entries[1]!.place()).toEqual({ file: 'list.xml', line: 25, row: 2 })
  })

  test('keeps cognates, loans, prompts and what the list says of itself', async () => {
    const { lexicon } = await read(LIST)
    expect(
      values(lexicon!.residue).map(({ owner = '', position, raw }) => [owner, position, raw]),
    ).toEqual([
      ['', 'id', '744'],
      ['', 'language', 'Jarai'],
      ['', 'silcode', 'jra'],
      ['', 'glottocode', 'jara1266'],
      ['', 'notes', 'a & b'],
      ['', 'latitude', '13.69433'],
      ['new-1-f1', 'word_id', '1'],
      ['new-1-f1', 'cognacy', '18'],
      ['new-2-f1', 'word_id', '4'],
      ['new-2-f1', 'loan', 'L'],
    ])
  })

  test('refuses records without a form and those given twice', async () => {
    const { refused } = await read(LIST)
    expect(refused).toEqual([
      {
        at: { file: 'list.xml', line: 36, row: 3 },
        problems: [expect.objectContaining({ code: 'record-without-headword', given: 'leg/foot' })],
      },
      {
        at: { file: 'list.xml', line: 44, row: 4 },
        problems: [
          {
            code: 'duplicate-id',
            severity: 'error',
            at: { file: 'list.xml', line: 44, row: 4, column: 'id' },
            given: '190343',
            first: { file: 'list.xml', line: 25, row: 2 },
          },
        ],
      },
    ])
    const written = await abvd.writeRefused!(
      new Map([['list.xml', LIST]]),
      refused!,
      ({ code }) => code,
    )
    const text = new TextDecoder().decode(written.get('list.xml'))
    expect(text.startsWith('<!-- record-without-headword -->\n<record>\n\t<id>190344</id>')).toBe(
      true,
    )
    const again = await read(encode(text))
    expect(again.refused).toHaveLength(1)
    expect(values(again.lexicon!.entries).map(({ headword }) => headword)).toEqual(['rơbat'])
  })

  test('refuses a list of another language unless told', async () => {
    const { lexicon: xoDang } = readLexicon('data', 'xo-dang')
    const { lexicon, problems } = await read(LIST, {}, xoDang)
    expect(lexicon).toBeUndefined()
    expect(problems).toMatchObject([{ code: 'unknown-variety', given: 'Jarai' }])
    const told = await read(LIST, { 'variety@744': 'sedang' }, xoDang)
    expect(told.lexicon!.entries).toHaveLength(2)
  })

  test('takes a list with an element around its records', async () => {
    const { lexicon } = await read(encode(`<?xml version="1.0"?>\n<abvd>\n${LIST}</abvd>`))
    expect(lexicon!.entries[0]!.place().line).toBe(16)
  })

  test.skipIf(!existsSync(SHARED))(
    'gives the forms of data/gia-rai from the published list (needs the shared folder)',
    async () => {
      const bytes = readFileSync(join(SHARED, 'sources/abvd/744.xml'))
      const { lexicon, problems } = await read(bytes, { practice: 'lafont-1968' })
      expect(problems).toEqual([])
      const conceptByRow = new Map(
        values(SETTINGS.senses).map(({ sourceRow, concept }) => [sourceRow, concept]),
      )
      for (const { sourceRow, concept } of values(lexicon!.senses))
        if (concept !== undefined && conceptByRow.has(sourceRow))
          expect(concept).toBe(conceptByRow.get(sourceRow))
      expect(lexicon!.forms).toHaveLength(243)
      const read243 = new Map(values(lexicon!.forms).map((form) => [form.sourceRow, form]))
      const ours = values(SETTINGS.forms).filter(({ source }) => source === 'abvd744')
      for (const { sourceRow, text, sourceText, kind } of ours) {
        const form = read243.get(sourceRow)!
        expect(form.text).toBe(sourceText ?? text)
        expect(form.kind).toBe(kind)
      }
    },
  )

  test('refuses what is none, with its place', async () => {
    const cases: readonly (readonly [string, string])[] = [
      ['empty', ' \n'],
      ['wrong-format', '<lift><entry/></lift>'],
      ['wrong-format', 'word,item\n'],
      ['not-xml', '<record>'],
      ['not-xml', '<record></word></record>'],
      ['nul', '<record>\0</record>'],
      ['too-deep', '<a>'.repeat(1_000)],
    ]
    for (const [reason, text] of cases) {
      const { lexicon, problems } = await read(encode(text))
      expect(lexicon).toBeUndefined()
      expect(problems).toMatchObject([{ reason, at: { file: 'list.xml' } }])
    }
    const bomb = '<!DOCTYPE a [<!ENTITY b "c">]><record><word_id>1</word_id>&b;</record>'
    expect((await read(encode(bomb))).lexicon).toBeUndefined()
  })

  test('reads any change of a list without throwing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: LIST.length }),
        fc.nat({ max: 60 }),
        fc.uint8Array({ maxLength: 6 }),
        async (at, removed, added) => {
          const changed = [...LIST.subarray(0, at), ...added, ...LIST.subarray(at + removed)]
          const { lexicon, problems } = await read(Uint8Array.from(changed))
          expect(lexicon !== undefined || problems.length > 0).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  }, 30_000)
})

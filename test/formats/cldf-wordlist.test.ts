import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLexicon } from '../../scripts/read-lexicon'
import { cldfWordlist } from '../../src/formats/cldf-wordlist'
import type { Files, ReadContext, ReadResult } from '../../src/formats/format'
import type { Licence, SourceId, VarietyId } from '../../src/lexicon/ids'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { arbitraryLexicon, contentValues, settings } from './arbitrary-lexicon'
import { awkwardText } from './awkward-text'
import { csvwFaults } from './csvw'

const BASE = settings()
const SHARED = process.env.RONG_SHARED ?? join(import.meta.dirname, '../../../shared')
const LIST = join(import.meta.dirname, '../fixtures/formats/cldf-wordlist')

const filesIn = (folder: string): Files =>
  new Map(
    readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
  )

const context = (mapping: Readonly<Record<string, string>> = {}, lexicon = BASE): ReadContext => ({
  settings: lexicon,
  attribution: {
    variety: 'ba-na' as VarietyId,
    source: 'peiros2004' as SourceId,
    licence: 'Apache-2.0' as Licence,
    reviewState: 'attested',
  },
  mapping: new Map(Object.entries(mapping)),
})
const read = (
  files: Files,
  mapping: Readonly<Record<string, string>> = {},
  lexicon = BASE,
): Promise<ReadResult> => cldfWordlist.read!(files, context(mapping, lexicon))
const write = (lexicon: Lexicon, drafts = false): Promise<Files> =>
  cldfWordlist.write!(lexicon, { drafts })
const values = <Value>(rows: readonly { readonly value: Value }[]): Value[] =>
  rows.map(({ value }) => value)
const encode = (text: string) => new TextEncoder().encode(text)

describe('cldfWordlist.read', () => {
  test('finds columns by their properties, in the dialect of the metadata', async () => {
    const { lexicon } = await read(filesIn(LIST), { notation: 'ipa-sidwell' })
    expect(values(lexicon!.forms)).toMatchObject([
      { id: 'new-1-f1', text: 'ʔiɲ', variety: 'kon-tum', sourceRow: 'w1', note: 'a "remark"' },
      { id: 'new-1-f2', text: 'ʔiɲ', variety: 'pleiku', sourceRow: 'w2' },
      { id: 'new-3-f1', text: 'moːɲ', sourceText: 'moːɲ / miɲ', sourceRow: 'w3' },
      { id: 'new-4-f1', text: 'miɲ', sourceText: 'moːɲ / miɲ', sourceRow: 'w4' },
      { id: 'new-6-f1', text: 'et', variety: 'ba-na', sourceRow: 'w6' },
    ])
    expect(values(lexicon!.forms)[0]).toEqual({
      id: 'new-1-f1',
      entry: 'new-1',
      variety: 'kon-tum',
      kind: 'transcription',
      notation: 'ipa-sidwell',
      text: 'ʔiɲ',
      source: 'sidwell2015',
      sourceRow: 'w1',
      licence: 'CC-BY-4.0',
      reviewState: 'attested',
      note: 'a "remark"',
    })
  })

  test('makes forms of one text and one concept one entry', async () => {
    const { lexicon } = await read(filesIn(LIST))
    expect(values(lexicon!.entries)).toEqual([
      {
        id: 'new-1',
        number: 0,
        variety: 'kon-tum',
        headwordForm: 'new-1-f1',
        headword: 'ʔiɲ',
        foreignId: 'w1',
      },
      expect.objectContaining({ id: 'new-3', headword: 'moːɲ' }),
      expect.objectContaining({ id: 'new-4', headword: 'miɲ' }),
      expect.objectContaining({ id: 'new-6', headword: 'et' }),
    ])
    const [row] = lexicon!.entries
    expect(row!.place('Headword')).toEqual({
      file: 'words.csv',
      line: 3,
      row: 3,
      column: 'Headword',
    })
  })

  test('takes the list’s gloss, and the label of a concept that is ours', async () => {
    const { lexicon, problems } = await read(filesIn(LIST))
    expect(values(lexicon!.senses)).toMatchObject([
      {
        glossVi: ['tôi'],
        glossViSource: 'editor',
        glossEn: ['I, me'],
        glossEnSource: 'sidwell2015',
        sourceGloss: 'I, me',
        concept: '1209',
      },
      { glossVi: [], glossEn: ['one'] },
      { glossVi: [], glossEn: ['one'] },
      { glossVi: ['uống'], glossEn: ['to drink'], concept: '1401', source: 'peiros2004' },
      { glossVi: [], glossEn: ['feast'] },
    ])
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'value-not-understood',
        severity: 'warning',
        given: '1493',
        at: expect.objectContaining({ file: 'concepts.csv', line: 3, column: 'Set' }),
      }),
    )
    expect(values(lexicon!.residue)).toContainEqual({
      owner: 'new-3-s1',
      format: 'cldf-wordlist',
      position: 'Concepticon_ID',
      raw: '1493',
    })
  })

  test('follows the mapping', async () => {
    const { lexicon } = await read(filesIn(LIST), {
      headword: 'Word',
      'gloss.vi': 'Vietnamese',
      'variety@cua': 'golar',
      'source@other': 'bartbahnar2025',
      practice: 'mixed-provinces',
    })
    expect(values(lexicon!.forms).map(({ text }) => text)).toEqual([
      ...['ʔ.i.ɲ', 'ʔ.i.ɲ', 'moːɲ', 'miɲ', 'go', 'et'],
    ])
    expect(values(lexicon!.forms)[2]).toMatchObject({
      source: 'bartbahnar2025',
      kind: 'spelling',
      practice: 'mixed-provinces',
    })
    expect(values(lexicon!.forms)[4]).toMatchObject({ variety: 'golar' })
    expect(values(lexicon!.senses)[1]).toMatchObject({
      glossVi: ['một'],
      glossViSource: 'bartbahnar2025',
    })
    const parted = await read(filesIn(LIST), { headword: 'Given', 'form-separator': '/' })
    const forms = values(parted.lexicon!.forms).filter(({ entry }) => entry === 'new-3')
    expect(forms.map(({ text }) => text)).toEqual(['moːɲ', 'miɲ', 'moːɲ', 'miɲ'])
    const unknown = await read(filesIn(LIST), { headword: 'Nothing', 'gloss.en': 'None' })
    expect(unknown.lexicon).toBeUndefined()
    expect(unknown.problems.map(({ code }) => code)).toEqual(['unknown-column', 'unknown-column'])
  })

  test('keeps what no field holds, and cognates, as residue of the form', async () => {
    const { lexicon } = await read(filesIn(LIST))
    const raw = (owner: string) =>
      values(lexicon!.residue)
        .filter((residue) => residue.owner === owner)
        .map((residue) => [residue.position, JSON.parse(residue.raw)])
    expect(raw('new-1-f1')).toEqual([
      ['words.csv', { Lect: 'kt', Concept: 'I', Word: 'ʔ.i.ɲ', Sounds: 'ʔ i ɲ' }],
      ['cognates.csv', { Key: 'c1', Word_Key: 'w1', Set: '3' }],
    ])
    expect(raw('new-1-f2')).toEqual([
      ['words.csv', { Lect: 'pk', Concept: 'I', Word: 'ʔ.i.ɲ', Reference: 'sidwell2015[63]' }],
    ])
  })

  test('counts languages that are not ours, and refuses rows with their places', async () => {
    const { problems, refused } = await read(filesIn(LIST))
    expect(problems.filter(({ code }) => code === 'unknown-variety')).toEqual([
      {
        code: 'unknown-variety',
        severity: 'warning',
        at: { file: 'lects.csv', line: 1, row: 1 },
        given: 'cua × 1 (Σ 1: 1)',
        known: ['ba-na', 'golar', 'kon-tum', 'pleiku'],
      },
    ])
    expect(refused!.map(({ at, problems }) => [at.line, problems[0]!.code])).toEqual([
      [9, 'record-without-headword'],
      [10, 'dangling-reference'],
      [11, 'duplicate-id'],
    ])
  })

  test('writes refused rows as a list with the reasons, which can be read again', async () => {
    const files = filesIn(LIST)
    const { refused, lexicon } = await read(files)
    const [first] = lexicon!.entries
    const written = await cldfWordlist.writeRefused!(
      files,
      [...refused!, { at: first!.place(), problems: [] }],
      ({ code }) => code,
    )
    expect([...written.keys()].sort()).toEqual([
      ...['cognates.csv', 'concepts.csv', 'lects.csv', 'list-metadata.json', 'words.csv'],
    ])
    const lines = new TextDecoder().decode(written.get('words.csv')).split('\r\n')
    expect(lines).toEqual([
      'Key;Lect;Concept;Given;Word;Remark;Reference;Sounds;Lý do không nhận',
      'w1;kt;I;ʔiɲ;ʔ.i.ɲ;"a ""remark""";sidwell2015;ʔ i ɲ;',
      'w2;pk;I;ʔiɲ;ʔ.i.ɲ;;sidwell2015[63];;',
      'w7;bd;drink;?;;;;;record-without-headword',
      'w7;bd;nothing;et;et;;;;dangling-reference',
      'w1;kt;I;a;a;;;;duplicate-id',
      '',
    ])
    const again = await read(written)
    expect(values(again.lexicon!.forms).map(({ sourceRow }) => sourceRow)).toEqual(['w1', 'w2'])
    expect(again.lexicon!.residue[0]!.value.raw).not.toContain('Lý do')
  })

  test.skipIf(!existsSync(SHARED)).each([
    ['sidwellbahnaric', 'ba-na', { pleiku: 216, golar: 197, 'kon-tum': 191, 'ro-ngao': 203 }],
    ['sidwellbahnaric', 'gia-rai', {}],
    ['sidwellbahnaric', 'xo-dang', { sedang: 209 }],
    ['sidwellbahnaric', 'gie-trieng', { jeh: 197, halang: 205, kasseng: 180 }],
    ['peirosaustroasiatic', 'ba-na', { 'ro-ngao': 101, 'ba-na': 99 }],
    ['peirosaustroasiatic', 'gia-rai', {}],
    ['peirosaustroasiatic', 'xo-dang', { hadang: 108, sedang: 102, 'to-dra': 96, 'ca-dong': 101 }],
    ['peirosaustroasiatic', 'gie-trieng', { jeh: 97, halang: 96, tariang: 99 }],
  ])(
    'takes every form of ours in a published list once (needs the shared folder): %s, %s',
    async (name, language, formsByVariety) => {
      const folder = join(SHARED, 'sources', name, 'cldf')
      const { lexicon: ours } = readLexicon('data', language)
      const { lexicon, problems, refused } = await read(filesIn(folder), {}, ours)
      expect(refused).toEqual([])
      expect(problems.every(({ severity }) => severity === 'warning')).toBe(true)
      const counted: Record<string, number> = {}
      const rows = values(lexicon!.forms).map(({ variety, sourceRow }) => {
        counted[variety] = (counted[variety] ?? 0) + 1
        return sourceRow
      })
      expect(counted).toEqual(formsByVariety)
      expect(new Set(rows).size).toBe(rows.length)
      const listed: Record<string, string>[] = parse(readFileSync(join(folder, 'forms.csv')), {
        columns: true,
      })
      const valueById = new Map(listed.map(({ ID, Value }) => [ID, Value]))
      for (const { sourceRow, text, sourceText } of values(lexicon!.forms))
        expect(sourceText ?? text).toBe(valueById.get(sourceRow))
    },
    20_000,
  )

  test('reads any change of a list without throwing', async () => {
    const files = [...filesIn(LIST)]
    const change = fc.record({
      file: fc.nat({ max: files.length - 1 }),
      at: fc.nat({ max: 3_000 }),
      removed: fc.nat({ max: 40 }),
      added: fc.oneof(fc.uint8Array({ maxLength: 4 }), fc.string({ unit: 'binary' }).map(encode)),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const changed = new Map(files)
        for (const { file, at, removed, added } of changes) {
          const [path, bytes] = files[file]!
          const from = at % (bytes.length + 1)
          changed.set(
            path,
            Uint8Array.from([...bytes.slice(0, from), ...added, ...bytes.slice(from + removed)]),
          )
        }
        const { lexicon, problems } = await read(changed)
        expect(lexicon !== undefined || problems.length > 0).toBe(true)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  test('reads any bytes without throwing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const { lexicon, problems } = await read(new Map([['list-metadata.json', bytes]]))
        expect(lexicon).toBeUndefined()
        expect(problems).toHaveLength(1)
      }),
    )
  })

  test('refuses tables that are too much, with their places', async () => {
    const cases: readonly (readonly [string, string])[] = [
      ['too-large', `Key;Lect\nw1;${'a'.repeat(10_000_000)}`],
      ['too-large', `Key;Lect${';'.repeat(250)}\n`],
      ['quotes', 'Key;Lect\n"w1;a\n'],
      ['nul', 'Key;Lect\nw\0;a\n'],
      ['empty', ''],
    ]
    for (const [reason, text] of cases) {
      const files = new Map(filesIn(LIST)).set('words.csv', encode(text))
      const { lexicon, problems } = await read(files)
      expect(lexicon).toBeUndefined()
      expect(problems).toMatchObject([{ reason, at: { file: 'words.csv' } }])
    }
  }, 20_000)

  test('reads metadata nested deeply or of another shape without throwing', async () => {
    for (const text of [
      `{"dc:conformsTo":"http://cldf.clld.org/v1.0/terms.rdf#Wordlist","tables":${'['.repeat(100_000)}`,
      '{"dc:conformsTo":"http://cldf.clld.org/v1.0/terms.rdf#Wordlist","tables":[1,null,"a"]}',
      '{"dc:conformsTo":"http://cldf.clld.org/v1.0/terms.rdf#Wordlist"}',
      '{"dc:conformsTo":"http://cldf.clld.org/v1.0/terms.rdf#Wordlist","dialect":{"delimiter":"x"},"tables":[{"url":"a.csv"}]}',
    ]) {
      const { lexicon, problems } = await read(new Map([['list-metadata.json', encode(text)]]))
      expect(lexicon).toBeUndefined()
      expect(problems).toHaveLength(1)
    }
  })
})

describe('cldfWordlist.write', () => {
  test('has the forms of every sense with a concept, nothing unconfirmed unless told', async () => {
    const files = await write(BASE)
    expect(csvwFaults(files)).toEqual([])
    const rows: Record<string, string>[] = parse(Buffer.from(files.get('forms.csv')!), {
      columns: true,
    })
    expect(rows.map(({ Form_ID }) => Form_ID)).not.toContain('bn-f01727')
    expect(rows[0]).toEqual({
      ID: 'bn-f00001-bn-s00001',
      Language_ID: 'pleiku',
      Parameter_ID: '1209',
      Value: 'ʔiɲ',
      Form: 'ʔiɲ',
      Comment: 'ghi chú của dạng',
      Source: 'sidwell2015',
      Kind: 'transcription',
      Notation: 'ipa-sidwell',
      Practice: '',
      Source_Row: 'bahnarpleiku-63_ime-1',
      Licence: 'CC-BY-4.0',
      Review_State: 'attested',
      Entry_ID: 'bn-00001',
      Form_ID: 'bn-f00001',
      Sense_ID: 'bn-s00001',
    })
  })

  test.each(['ba-na', 'gia-rai', 'xo-dang', 'gie-trieng'])(
    'gives a valid list of data/%s, the same each time, without coordinates',
    async (language) => {
      const { lexicon } = readLexicon('data', language)
      const files = await write(lexicon!)
      expect(csvwFaults(files)).toEqual([])
      expect(await write(lexicon!)).toEqual(files)
      const languages: Record<string, string>[] = parse(Buffer.from(files.get('languages.csv')!), {
        columns: true,
      })
      expect(languages.map(({ Latitude, Longitude }) => [Latitude, Longitude])).toEqual(
        languages.map(() => ['', '']),
      )
      expect(languages.every(({ Glottocode }) => Glottocode !== '')).toBe(true)
    },
  )

  test('is read back as the same forms in the same meanings', async () => {
    const text = (minLength?: number) =>
      awkwardText(minLength).filter((value) => !value.includes('\0'))
    await fc.assert(
      fc.asyncProperty(arbitraryLexicon(text), async (given) => {
        const files = await write(given, true)
        expect(csvwFaults(files)).toEqual([])
        const { lexicon, problems } = await read(files, {}, given)
        expect(problems).toEqual([])
        expect(saidOf(lexicon!)).toEqual(saidOf(given))
        expect(contentValues(lexicon!).forms).toHaveLength(saidOf(given).length)
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

/** Each form in each concept, without the ids that tie them. */
const saidOf = ({ forms, senses }: Lexicon): string[] =>
  values(forms)
    .flatMap((form) =>
      values(senses)
        .filter(({ entry, concept }) => entry === form.entry && concept !== undefined)
        .filter((sense) => form.reviewState !== 'rejected' && sense.reviewState !== 'rejected')
        .map(({ concept }) => {
          const { id: _, entry: __, sourceText = form.text, ...said } = form
          return JSON.stringify(Object.entries({ ...said, sourceText, concept }).sort())
        }),
    )
    .sort()

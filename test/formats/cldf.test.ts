import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLexicon } from '../../scripts/read-lexicon'
import { cldfDictionary } from '../../src/formats/cldf'
import type { Files, ReadContext, ReadResult } from '../../src/formats/format'
import { writeZip } from '../../src/formats/zip'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { arbitraryLexicon, contentValues, settings } from './arbitrary-lexicon'
import { ATTRIBUTION } from './attribution'
import { awkwardText } from './awkward-text'
import { csvwFaults } from './csvw'

const BASE = settings()
const SHARED = process.env.RONG_SHARED ?? join(import.meta.dirname, '../../../shared')

const context = (lexicon = BASE): ReadContext => ({
  settings: lexicon,
  attribution: ATTRIBUTION,
  mapping: new Map(),
})
const write = (lexicon: Lexicon): Promise<Files> => cldfDictionary.write!(lexicon, {})
const read = (files: Files, lexicon = BASE): Promise<ReadResult> =>
  cldfDictionary.read!(files, context(lexicon))
/** Texts without NUL, which CSV files of other programs do not hold. */
const text = (minLength?: number) => awkwardText(minLength).filter((value) => !value.includes('\0'))

describe('csvwFaults', () => {
  test.skipIf(!existsSync(SHARED)).each(['sidwellbahnaric', 'peirosaustroasiatic'])(
    'finds nothing in a published dataset (needs the shared folder): %s',
    (name) => {
      const folder = join(SHARED, 'sources', name, 'cldf')
      const files = new Map(
        readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))]),
      )
      expect(csvwFaults(files)).toEqual([])
    },
  )

  test.each(['ba-na', 'gia-rai', 'xo-dang', 'gie-trieng'])(
    'finds nothing in data/%s as it stands',
    (language) => {
      const names = readdirSync(join('data', language)).filter((name) =>
        /\.(csv|json|bib)$/.test(name),
      )
      const files = new Map(names.map((name) => [name, readFileSync(join('data', language, name))]))
      expect(csvwFaults(files)).toEqual([])
    },
  )

  test('finds what is wrong', async () => {
    const files = new Map(await write(BASE))
    const senses = new TextDecoder().decode(files.get('senses.csv'))
    const broken = senses.replace('bn-00001', 'bn-99999').replace('pron', 'nothing')
    files.set('senses.csv', new TextEncoder().encode(broken.replace('sidwell2015', 'nobody')))
    expect(csvwFaults(files)).toEqual([
      'senses.csv:2 Source: no source nobody',
      'senses.csv:2 Entry_ID: no bn-99999 in entries.csv',
      'senses.csv:2 Part_Of_Speech: no nothing in parts-of-speech.csv',
    ])
  })
})

describe('cldfDictionary.write', () => {
  test('gives a valid dataset of every field', async () => {
    expect(csvwFaults(await write(BASE))).toEqual([])
  })

  test.each(['ba-na', 'gia-rai', 'xo-dang', 'gie-trieng'])(
    'gives a valid dataset of data/%s, the same each time',
    async (language) => {
      const { lexicon } = readLexicon('data', language)
      const files = await write(lexicon!)
      expect(csvwFaults(files)).toEqual([])
      expect(await write(lexicon!)).toEqual(files)
      expect(contentValues((await read(files, lexicon)).lexicon!)).toEqual(contentValues(lexicon!))
    },
  )

  test('describes entries with their keys, references and licences', async () => {
    const files = await write(BASE)
    const metadata = JSON.parse(new TextDecoder().decode(files.get('cldf-metadata.json')))
    expect(metadata['dc:title']).toBe('Rông: dictionary of Ba Na (Bahnar)')
    expect(metadata['dc:license']).toContain('https://creativecommons.org/licenses/by/4.0/')
    const [entries] = metadata.tables
    expect(entries['dc:conformsTo']).toBe('http://cldf.clld.org/v1.0/terms.rdf#EntryTable')
    expect(entries.tableSchema.primaryKey).toEqual(['ID'])
    expect(entries.tableSchema.foreignKeys).toEqual([
      {
        columnReference: ['Language_ID'],
        reference: { resource: 'varieties.csv', columnReference: ['ID'] },
      },
      {
        columnReference: ['Headword_Form_ID'],
        reference: { resource: 'forms.csv', columnReference: ['ID'] },
      },
    ])
  })

  test('has media with their types and bytes', async () => {
    const sound = new TextEncoder().encode('sound')
    const files = await cldfDictionary.write!(BASE, { media: () => sound })
    expect(files.get('media/clip.txt')).toBe(sound)
    expect(new TextDecoder().decode(files.get('media.csv'))).toContain(
      ',text/plain,media/clip.txt\n',
    )
  })
})

describe('cldfDictionary.read', () => {
  test('gives back what was written', async () => {
    const { lexicon, problems } = await read(await write(BASE))
    expect(problems).toEqual([])
    expect(contentValues(lexicon!)).toEqual(contentValues(BASE))
  })

  test('gives back any lexicon, which is written valid', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLexicon(text), async (given) => {
        const files = await write(given)
        const { lexicon, problems } = await read(files)
        expect(problems).toEqual([])
        expect(contentValues(lexicon!)).toEqual(contentValues(given))
        expect(csvwFaults(files)).toEqual([])
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('takes a folder within others and an archive', async () => {
    const files = await write(BASE)
    const within = new Map([...files].map(([path, bytes]) => [`a/b/${path}`, bytes]))
    for (const given of [within, new Map([['a.zip', writeZip(within)]])]) {
      const { lexicon } = await read(given)
      expect(contentValues(lexicon!)).toEqual(contentValues(BASE))
    }
  })

  test('refuses what is none', async () => {
    const files = new Map(await write(BASE))
    const metadata = new TextDecoder().decode(files.get('cldf-metadata.json'))
    const encode = (changed: string) => new TextEncoder().encode(changed)
    const given: readonly (readonly [string, Files])[] = [
      ['missing-file', new Map()],
      ['empty', new Map([['a.zip', new Uint8Array(0)]])],
      ['not-zip', new Map([['a.zip', encode('PK')]])],
      ['wrong-format', new Map([['a.csv', encode('a,b\n')]])],
      [
        'missing-file',
        new Map([
          ['a.csv', encode('a')],
          ['b.csv', encode('b')],
        ]),
      ],
      ['not-json', new Map([...files, ['cldf-metadata.json', encode(metadata.slice(0, 999))]])],
      ['wrong-format', new Map([...files, ['cldf-metadata.json', encode('{}')]])],
      [
        'wrong-format',
        new Map([
          ...files,
          ['cldf-metadata.json', encode(metadata.replace('#Dictionary', '#Wordlist'))],
        ]),
      ],
      [
        'wrong-format',
        new Map([
          ...files,
          ['cldf-metadata.json', encode(metadata.split('Headword_Form_ID').join('Form_ID'))],
        ]),
      ],
    ]
    for (const [expected, some] of given) {
      const { lexicon, problems } = await read(some)
      expect(lexicon).toBeUndefined()
      const [problem] = problems
      expect(problem!.code === 'unreadable-file' ? problem!.reason : problem!.code).toBe(expected)
    }
  })

  test('tells of a table that cannot be read, with its place', async () => {
    const files = new Map(await write(BASE))
    files.set('senses.csv', new TextEncoder().encode('ID,"a\n\0'))
    files.delete('relations.csv')
    const { problems } = await read(files)
    expect(problems.map(({ code, at }) => [code, at.file, at.line])).toEqual([
      ['unreadable-file', 'senses.csv', 2],
      ['missing-file', 'relations.csv', 1],
    ])
  })
})

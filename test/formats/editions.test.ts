import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import initialise from 'sql.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSqlite } from '../../scripts/make-sqlite'
import { readLexicon } from '../../scripts/read-lexicon'
import { anki } from '../../src/formats/anki'
import { ankiTsv } from '../../src/formats/anki-tsv'
import { editionOf } from '../../src/formats/edition/edition'
import type { Files, Format } from '../../src/formats/format'
import { json } from '../../src/formats/json'
import { compareWords, stardict } from '../../src/formats/stardict'
import { tei } from '../../src/formats/tei'
import { readXml } from '../../src/formats/xml/read-xml'
import { isElement, type XmlElement } from '../../src/formats/xml/xml-element'
import { yomitan } from '../../src/formats/yomitan'
import { readZip } from '../../src/formats/zip'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { settings } from './arbitrary-lexicon'
import { yomitanFaults } from './yomitan-rules'

const LANGUAGES = ['ba-na', 'gia-rai', 'xo-dang', 'gie-trieng']
const FORMATS: readonly Format[] = [tei, stardict, yomitan, ankiTsv, json, anki]
const CONTEXT = {
  sqlite: makeSqlite,
  media: (path: string) => new TextEncoder().encode(`sound of ${path}`),
}
const write = ({ write }: Format, lexicon: Lexicon, drafts = false): Promise<Files> =>
  write!(lexicon, { ...CONTEXT, drafts })
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const lexicons = new Map<string, Lexicon>()
const dataOf = (language: string): Lexicon => {
  const lexicon = lexicons.get(language) ?? readLexicon('data', language).lexicon!
  lexicons.set(language, lexicon)
  return lexicon
}
const folder = mkdtempSync(join(tmpdir(), 'rong-editions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Whether a program of the system is there. */
const has = (program: string, option = '--version') =>
  spawnSync(program, [option], { stdio: 'ignore' }).error === undefined

const save = (files: Files, under: string): string => {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, under, path)), { recursive: true })
    writeFileSync(join(folder, under, path), bytes)
  }
  return join(folder, under)
}

describe('every edition', () => {
  test.each(FORMATS)('$id gives the same bytes for the same lexicon', async (format) => {
    const lexicon = settings()
    expect(await write(format, lexicon)).toEqual(await write(format, settings()))
  })

  test.each(FORMATS)('$id holds no draft and nothing rejected unless told', async (format) => {
    const lexicon = settings()
    const edition = editionOf(lexicon)
    expect(edition.entries.map(({ id }) => id)).toEqual(['bn-00152', 'bn-00001'])
    expect(editionOf(lexicon, { drafts: true }).entries.map(({ id }) => id)).toContain('bn-00781')
    const bytes = [...(await write(format, lexicon)).values()]
    const text = format.id === 'yomitan' ? unzippedText(bytes[0]!) : bytes.map(textOf).join('\n')
    if (format.id !== 'anki') expect(text).toContain('inh')
    expect(text).not.toContain('feast')
    expect(text).not.toContain('bn-s00818')
  })
})

const unzippedText = (bytes: Uint8Array): string => {
  const files = readZip(bytes)
  return files.ok ? [...files.value.values()].map(textOf).join('\n') : ''
}

describe('tei', () => {
  test.each(LANGUAGES)('%s: each entry once, each id once, each reference to one', async (code) => {
    const lexicon = dataOf(code)
    const [bytes] = [...(await write(tei, lexicon)).values()]
    const root = readXml(bytes!, 'tei')
    if (!root.ok) throw new Error(root.error.code)
    const elements = allElements(root.value)
    const ids = elements.flatMap(({ attributes }) => attributes['xml:id'] ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const references = elements.flatMap(({ attributes: { target, source } }) =>
      [target, source].filter((ref) => ref?.startsWith('#')).map((ref) => ref!.slice(1)),
    )
    expect(references.filter((ref) => !ids.includes(ref))).toEqual([])
    expect(elements.filter(({ name }) => name === 'entry')).toHaveLength(
      editionOf(lexicon).entries.length,
    )
    for (const { name, attributes } of elements)
      if (name === 'entry' || name === 'sense') expect(attributes['xml:lang']).toBeTruthy()
  })
})

const allElements = (element: XmlElement): XmlElement[] => [
  element,
  ...element.children.flatMap((child) => (isElement(child) ? allElements(child) : [])),
]

describe('stardict', () => {
  test.each(LANGUAGES)('%s: words in order, every article where the index says', async (code) => {
    const files = await write(stardict, dataOf(code))
    for (const name of [`rong-${code}`, `rong-viet-${code}`]) {
      const part = (end: string) => files.get(`${name}/${name}.${end}`)!
      const info = textOf(part('ifo'))
      const words = wordsIn(part('idx'), 8)
      expect(info).toContain(`\nwordcount=${words.length}\n`)
      expect(info).toContain(`\nidxfilesize=${part('idx').length}\n`)
      let end = 0
      words.forEach(({ word, numbers: [offset = 0, size = 0] }, i) => {
        if (i > 0) expect(compareWords(words[i - 1]!.word, word)).toBeLessThan(0)
        expect(offset).toBe(end)
        end = offset + size
        expect(textOf(part('dict').subarray(offset, end))).toMatch(/^<div>.*<\/div>$/s)
      })
      expect(end).toBe(part('dict').length)
      const synonyms = wordsIn(part('syn'), 4)
      expect(info).toContain(`\nsynwordcount=${synonyms.length}\n`)
      for (const [i, { word, numbers }] of synonyms.entries()) {
        if (i > 0) expect(compareWords(synonyms[i - 1]!.word, word)).toBeLessThanOrEqual(0)
        expect(numbers[0]).toBeLessThan(words.length)
      }
    }
  })

  test('words are ordered as GLib orders them', () => {
    const sorted = ['A', 'a', 'ab', 'B', 'đ', 'ƀ'].map((text) => new TextEncoder().encode(text))
    expect([...sorted].reverse().sort(compareWords)).toEqual(
      [...sorted].sort((a, b) => compareWords(a, b)),
    )
    expect(compareWords(sorted[0]!, sorted[1]!)).toBeLessThan(0)
    expect(compareWords(sorted[2]!, sorted[3]!)).toBeLessThan(0)
  })

  test.skipIf(!has('sdcv'))('sdcv finds every headword and gloss (needs sdcv)', async () => {
    const lexicon = dataOf('xo-dang')
    const edition = editionOf(lexicon)
    const at = save(await write(stardict, lexicon), 'stardict')
    const words = [
      ...new Set([
        ...edition.entries.map(({ headword }) => headword.text),
        ...edition.entries.flatMap(({ senses }) => senses.flatMap(({ sense }) => sense.glossVi)),
      ]),
    ]
    const options = ['-n', '-e', '-j', '--utf8-input', '--utf8-output', '--data-dir', at]
    for (let i = 0; i < words.length; i += 100) {
      const asked = words.slice(i, i + 100)
      const output = execFileSync('sdcv', [...options, ...asked], {
        env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' },
        encoding: 'utf8',
      })
      const found = new Set(output.split('"word":').map((part) => /^\s*"([^"]*)"/.exec(part)?.[1]))
      expect(asked.filter((word) => !found.has(word))).toEqual([])
    }
  })
})

const wordsIn = (bytes: Uint8Array, extra: number) => {
  const words: { readonly word: Uint8Array; readonly numbers: readonly number[] }[] = []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at)
    const numbers = []
    for (let i = 0; i < extra; i += 4) numbers.push(view.getUint32(end + 1 + i))
    words.push({ word: bytes.subarray(at, end), numbers })
    at = end + 1 + extra
  }
  return words
}

describe('yomitan', () => {
  test.each(LANGUAGES)('%s keeps the rules of the published schemas', async (code) => {
    const lexicon = dataOf(code)
    const [bytes] = [...(await write(yomitan, lexicon, true)).values()]
    const files = readZip(bytes!)
    if (!files.ok) throw new Error(files.error.reason)
    const parsed = new Map(
      [...files.value].map(([path, content]) => [path, JSON.parse(textOf(content)) as unknown]),
    )
    expect(yomitanFaults(parsed)).toEqual([])
    const rows = parsed.get('term_bank_1.json') as readonly (readonly unknown[])[]
    const edition = editionOf(lexicon, { drafts: true })
    expect(new Set(rows.map((row) => row[6])).size).toBe(edition.entries.length)
  })

  test('the rules find faults', () => {
    const faults = yomitanFaults(
      new Map<string, unknown>([
        ['index.json', { title: 'a', format: 3, colour: 1 }],
        [
          'term_bank_1.json',
          [
            [
              'a',
              '',
              '',
              '',
              0,
              [{ type: 'structured-content', content: { tag: 'script' } }],
              1,
              '',
            ],
          ],
        ],
      ]),
    )
    expect(faults).toHaveLength(3)
  })
})

describe('anki', () => {
  let collection: Awaited<ReturnType<typeof initialise>>['Database']
  beforeAll(async () => {
    collection = (await initialise()).Database
  })

  test.each(LANGUAGES)('%s: a sound database of schema 11, two cards a note', async (code) => {
    const lexicon = dataOf(code)
    const edition = editionOf(lexicon)
    const [bytes] = [...(await write(anki, lexicon)).values()]
    const files = readZip(bytes!)
    if (!files.ok) throw new Error(files.error.reason)
    const database = new collection(files.value.get('collection.anki2'))
    const rows = (sql: string) => database.exec(sql)[0]?.values ?? []
    expect(rows('PRAGMA integrity_check')).toEqual([['ok']])
    expect(rows('SELECT ver FROM col')).toEqual([[11]])
    const notes = edition.entries.flatMap(({ senses }) =>
      senses.filter(({ sense }) => sense.glossVi.length > 0),
    )
    expect(rows('SELECT count(*), count(DISTINCT guid) FROM notes')).toEqual([
      [notes.length, notes.length],
    ])
    expect(rows('SELECT count(*) FROM cards')).toEqual([[notes.length * 2]])
    expect(
      rows('SELECT count(*) FROM cards LEFT JOIN notes ON nid = notes.id WHERE notes.id IS NULL'),
    ).toEqual([[0]])
    const [[models, decks] = []] = rows('SELECT models, decks FROM col')
    const [model] = Object.values(
      JSON.parse(String(models)) as Record<string, { flds: unknown[]; tmpls: unknown[] }>,
    )
    expect(model!.tmpls).toHaveLength(2)
    for (const [fields] of rows('SELECT flds FROM notes'))
      expect(String(fields).split('\u001f')).toHaveLength(model!.flds.length)
    expect(rows('SELECT DISTINCT did FROM cards').map(([id]) => String(id))).toEqual(
      Object.keys(JSON.parse(String(decks)) as object).filter((id) => id !== '1'),
    )
    expect(JSON.parse(textOf(files.value.get('media')))).toEqual({})
    database.close()
  })

  test('takes confirmed recordings along, under names of their own', async () => {
    const [bytes] = [...(await write(anki, settings())).values()]
    const files = readZip(bytes!)
    if (!files.ok) throw new Error(files.error.reason)
    expect(JSON.parse(textOf(files.value.get('media')))).toEqual({ 0: 'rong-bn-m00001.txt' })
    expect(textOf(files.value.get('0'))).toBe('sound of clip.txt')
    const database = new collection(files.value.get('collection.anki2'))
    const [[fields] = []] = database.exec(
      "SELECT flds FROM notes WHERE guid = 'rong-bn-s00001'",
    )[0]!.values
    expect(String(fields)).toContain('[sound:rong-bn-m00001.txt]')
    database.close()
  })
})

describe('anki-tsv', () => {
  test('says in its head what its columns are', async () => {
    const [bytes] = [...(await write(ankiTsv, dataOf('gia-rai'))).values()]
    const lines = textOf(bytes).trimEnd().split('\n')
    const head = lines.filter((line) => line.startsWith('#'))
    expect(head).toContain('#guid column:1')
    const columns = head.find((line) => line.startsWith('#columns:'))!.split('\t').length
    for (const line of lines.slice(head.length)) expect(line.split('\t')).toHaveLength(columns)
  })

  test('has no cell that a spreadsheet would run, and the same text for Anki', async () => {
    const lexicon = settings()
    const forms = lexicon.forms.map((row) => ({
      ...row,
      value: { ...row.value, text: `=1+"${row.value.text}"` },
    }))
    const [bytes] = [...(await write(ankiTsv, { ...lexicon, forms })).values()]
    const lines = textOf(bytes).split('\n')
    const cells = lines.filter((line) => !line.startsWith('#')).flatMap((line) => line.split('\t'))
    expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([])
    expect(cells.filter((cell) => cell.startsWith('&#61;1+&#34;'))).toHaveLength(2)
  })
})

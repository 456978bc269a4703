import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CLIP_FAULTS } from '../../src/audio/pcm'
import { CHECKS } from '../../src/checks/index'
import { FORMATS } from '../../src/formats/index'
import { MAPPED_FIELDS } from '../../src/formats/mdf/markers'
import { fieldsOf } from '../../src/formats/records'
import {
  LANGUAGE_TABLES,
  SHARE_ALIKE_FORMS,
  SHARED_FOLDER,
  SHARED_TABLES,
} from '../../src/formats/table-list'
import { COLUMNS } from '../../src/formats/wide/columns'
import type {
  NoRecordingReason,
  ProblemCode,
  RecordingFault,
  UnreadableReason,
} from '../../src/lexicon/problem'

const ROOT = join(import.meta.dirname, '../..')
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'data/README.md',
  'docs/DATA-GUIDE.md',
  'docs/GLOSSARY.md',
  'docs/ARCHITECTURE.md',
]
const guide = textOf('docs/DATA-GUIDE.md')

/** A code that is not here does not compile, nor does one here that is none. */
const CODES: Readonly<Record<ProblemCode, true>> = {
  'unreadable-file': true,
  'missing-file': true,
  'missing-column': true,
  'missing-value': true,
  'not-a-number': true,
  'not-a-choice': true,
  'unexplained-cell': true,
  'number-not-taken': true,
  'malformed-id': true,
  'duplicate-id': true,
  'duplicate-number': true,
  'empty-headword': true,
  'headword-not-its-form': true,
  'duplicate-entry': true,
  'homograph-numbers': true,
  'entry-without-form': true,
  'entry-without-sense': true,
  'dangling-reference': true,
  'letter-outside-orthography': true,
  'mark-order': true,
  'unknown-part-of-speech': true,
  'unknown-semantic-domain': true,
  'unknown-topic': true,
  'unknown-variety': true,
  'unknown-practice': true,
  'unknown-notation': true,
  'unknown-concept': true,
  'sense-without-vietnamese-gloss': true,
  'without-source': true,
  'without-licence': true,
  'licence-not-publishable': true,
  'share-alike-not-apart': true,
  'transcription-without-notation': true,
  'review-without-row': true,
  'review-of-nothing': true,
  'media-missing': true,
  'media-hash': true,
  'media-unreferenced': true,
  'ledger-broken': true,
  'gloss-equals-headword': true,
  'tone-mark-place': true,
  'example-without-translation': true,
  'example-without-headword': true,
  'relation-not-mutual': true,
  'number-words': true,
  'record-without-headword': true,
  'duplicate-column': true,
  'unknown-column': true,
  'value-not-understood': true,
  'ffmpeg-missing': true,
  'no-recording': true,
  'recording-fault': true,
  'recording-without-entry': true,
  'recording-of-several': true,
  'recording-twice': true,
  'recording-missing': true,
  'recording-listed': true,
  'recording-without-consent': true,
  'not-a-date': true,
}

const NO_RECORDING_REASONS: Readonly<Record<NoRecordingReason, true>> = {
  empty: true,
  'no-sound': true,
  broken: true,
  video: true,
  long: true,
}

const RECORDING_FAULTS: Readonly<Record<RecordingFault, true>> = {
  silent: true,
  clipped: true,
  'too-quiet': true,
  noisy: true,
  'too-long': true,
  'several-words': true,
  'cut-off': true,
  'low-rate': true,
}

const REASONS: Readonly<Record<UnreadableReason, true>> = {
  'not-utf-8': true,
  'byte-order-mark': true,
  'carriage-returns': true,
  empty: true,
  quotes: true,
  'row-length': true,
  'not-json': true,
  'wrong-shape': true,
  'not-bibtex': true,
  nul: true,
  'not-xml': true,
  'document-type': true,
  'too-deep': true,
  'too-large': true,
  'not-zip': true,
  'unsafe-path': true,
  'wrong-format': true,
}

/** For developers: README tells of them. */
const NOT_FOR_LINGUISTS = ['exam', 'bench', 'screenshots', 'test:engines']

const KNOWN_IDS = new Set(
  ['ba-na', 'gia-rai', 'xo-dang', 'gie-trieng'].flatMap((language) =>
    ['entries', 'forms', 'senses'].flatMap((table) =>
      textOf(`data/${language}/${table}.csv`)
        .split('\n')
        .map((row) => row.split(',')[0]),
    ),
  ),
)

describe('docs/DATA-GUIDE.md', () => {
  test.each(Object.keys(CODES))('explains %s in both languages', (code) => {
    const [vietnamese = '', english = ''] = section(`\`${code}\``).split(' · ')
    expect(vietnamese).toMatch(/^(Lỗi|Cảnh báo)/)
    expect(english).toMatch(/^(Error|Warning)/)
  })

  test('says of each check whether it raises an error or a warning', () => {
    for (const { code } of CHECKS) {
      const source = textOf(`src/checks/${code}.ts`)
      const isWarning = /severity: 'warning'/.test(source)
      const isEither = /severity: [^'\n]*\? 'warning'/.test(source)
      if (!isEither) expect(section(`\`${code}\``), code).toMatch(isWarning ? /^Cảnh báo/ : /^Lỗi/)
    }
  })

  test('explains each reason why a file cannot be read', () => {
    const reasons = firstCells(section('`unreadable-file`'))
    expect(reasons.flat().sort()).toEqual(Object.keys(REASONS).sort())
  })

  test('explains each reason why a file is no recording, and each fault of one', () => {
    const reasons = firstCells(section('`no-recording`')).flat()
    expect(reasons).toEqual(Object.keys(NO_RECORDING_REASONS))
    expect(firstCells(section('`recording-fault`')).flat()).toEqual(Object.keys(RECORDING_FAULTS))
    expect(Object.keys(RECORDING_FAULTS)).toEqual(CLIP_FAULTS)
  })

  test.each([
    ...Object.values(LANGUAGE_TABLES).map((table) => [table.file, table] as const),
    [SHARE_ALIKE_FORMS.file, SHARE_ALIKE_FORMS] as const,
    ...Object.values(SHARED_TABLES).map((t) => [`${SHARED_FOLDER}/${t.file}`, t] as const),
  ])('names every column of %s in its order, those required with *', (file, { fields }) => {
    const heading = headings().find((text) => text.split(' · ').includes(`\`${file}\``))
    const told = section(heading ?? file)
      .split('\n')
      .flatMap((line) => /^\| (`\w+`(?: \*)?) \|/.exec(line)?.[1] ?? [])
    expect(told).toEqual(
      fieldsOf(fields).map(([, { column, required }]) => `\`${column}\`${required ? ' *' : ''}`),
    )
  })

  test('names every property of language.json', () => {
    const told = firstCells(section('`language.json`')).flat()
    const properties: unknown = JSON.parse(textOf('data/ba-na/language.json'))
    expect(told).toEqual(Object.keys(Object(properties)))
  })

  test('lists the columns of wide tables with their labels', () => {
    const told = section('Cột của bảng CSV và XLSX · Columns of wide tables')
    for (const { path, labelVi, labelEn, field } of COLUMNS)
      expect(told).toMatch(
        lineWith(`| \`${path}\` | ${labelVi} | ${labelEn} |`, ` \`${field.column}\` |`),
      )
  })

  test('lists the names that a mapping of Toolbox markers may have', () => {
    const told = section('Dấu của Toolbox · Markers of Toolbox')
    for (const field of MAPPED_FIELDS) expect(told).toContain(`\`${field}\``)
  })

  test('lists the formats, and whether each is read and written', async () => {
    const told = new Map(
      section('Định dạng · Formats')
        .replace(/^#### .*/ms, '')
        .split('\n')
        .flatMap((line) => {
          const [, ids = '', , read = '', write = ''] = line.split('|').map((cell) => cell.trim())
          return codesIn(ids).map((id) => [id, { read: read === '✓', write: write === '✓' }])
        }),
    )
    const formats = await Promise.all(FORMATS.map(({ load }) => load()))
    const real = formats.map(({ id, read, write }) => [
      id,
      { read: read !== undefined, write: write !== undefined },
    ])
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(real))
  })

  test('says of each format what it cannot represent', () => {
    const told = firstCells(
      section('Định dạng nào không ghi được gì · What each format cannot represent'),
    ).flat()
    for (const { id } of FORMATS) expect(told).toContain(id)
  })

  test.each(commands())('tells of npm run %s with all its options', (command) => {
    const told = section(`\`npm run ${command}\``)
    const [, usage = ''] = /USAGE = `((?:\\`|[^`])*)`/.exec(sourceOf(command)) ?? []
    const options = new Set([...usage.matchAll(/--[a-z][a-z-]*/g)].map(([option]) => option))
    options.delete('--help')
    expect(options.size).toBeGreaterThan(0)
    for (const option of options)
      expect(told, option).toMatch(new RegExp(`\`[^\`]*${option}[^a-z-]`))
  })
})

describe.each(DOCUMENTS)('%s', (document) => {
  test('shows only entries, forms and senses that are there', () => {
    const ids = textOf(document).match(/\b(?:bn|gr|xd|gt)-[fs]?\d{5}\b/g) ?? []
    for (const id of ids) expect(KNOWN_IDS, id).toContain(id)
  })

  test('has only links that lead somewhere', () => {
    const text = textOf(document)
    for (const [, path = '', anchor] of text.matchAll(
      /\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g,
    )) {
      const target = path === '' ? document : join(dirname(document), path)
      expect(existsSync(join(ROOT, target)), `${path} in ${document}`).toBe(true)
      if (anchor !== undefined) expect(anchorsOf(textOf(target)), anchor).toContain(anchor)
    }
  })
})

function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** The commands of scripts/run.mjs that linguists use. */
function commands(): readonly string[] {
  const [, modules = ''] = /const MODULES = \{(.*?)\}/s.exec(textOf('scripts/run.mjs')) ?? []
  return [...modules.matchAll(/^ {2}'?([a-z:]+)'?:/gm)]
    .map(([, name = '']) => name)
    .filter((name) => !NOT_FOR_LINGUISTS.includes(name))
}

function sourceOf(command: string): string {
  const options = `scripts/${command}/options.ts`
  return textOf(existsSync(join(ROOT, options)) ? options : `scripts/${command}.ts`)
}

function headings(): readonly string[] {
  return [...guide.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text)
}

/** What stands between a heading and the next one that is not below it. */
function section(heading: string): string {
  const lines = guide.split('\n')
  const start = lines.findIndex((line) => line.replace(/^#+ /, '') === heading && /^#/.test(line))
  expect(start, heading).toBeGreaterThanOrEqual(0)
  const depth = /^#+/.exec(lines[start] ?? '')![0].length
  const end = lines.findIndex((line, i) => i > start && new RegExp(`^#{1,${depth}} `).test(line))
  return lines
    .slice(start + 1, end < 0 ? undefined : end)
    .join('\n')
    .trim()
}

/** What is set as code in the first cell of each row of a table. */
function firstCells(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .flatMap((line) => (/^\| `/.test(line) ? [codesIn(line.split('|')[1]!)] : []))
}

function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
}

/** A line with these in it, in this order. */
function lineWith(...parts: readonly string[]): RegExp {
  return new RegExp(parts.map(escaped).join('.*'))
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** As GitHub makes them of headings. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  )
}

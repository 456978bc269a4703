import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { describeChanges } from '../../../scripts/coverage/changes'
import { findDuplicates } from '../../../scripts/coverage/duplicates'
import { findUnknownWords } from '../../../scripts/coverage/example-words'
import { figuresOf } from '../../../scripts/coverage/figures'
import { findGaps } from '../../../scripts/coverage/gaps'
import { readEarlier } from '../../../scripts/coverage/last-release'
import { readLexicon } from '../../../scripts/read-lexicon'
import type { LanguageCode } from '../../../src/lexicon/ids'
import type { Lexicon } from '../../../src/lexicon/lexicon'
import { EVERY_FIELD, LANGUAGE } from '../../fixtures'

const folder = mkdtempSync(join(tmpdir(), 'rong-coverage-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (): Lexicon => readLexicon(EVERY_FIELD, LANGUAGE).lexicon!
const coverage = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', 'coverage', ...args], { encoding: 'utf8' })

describe('figuresOf', () => {
  const figures = figuresOf(read())

  test('counts what is shown and what is not', () => {
    expect(figures.shown).toHaveLength(2)
    expect(figures.entries).toEqual({ attested: 2, draft: 1, reviewed: 0, rejected: 0 })
    expect(figures.spelt).toBe(2)
    expect(figures.senses).toBe(2)
    expect(figures.concepts).toEqual(new Set(['1209', '1401']))
    expect(figures.topics).toEqual(new Map([['tu-gioi-thieu', 1]]))
  })

  test('an entry counts for each variety it has a form of', () => {
    expect(
      figures.varieties.map(({ nameEn, entries }) => [nameEn, entries.attested, entries.draft]),
    ).toEqual(expect.arrayContaining([['Bahnar', 2, 1]]))
  })
})

describe('findDuplicates', () => {
  test('names entries of the same letters that share a gloss, transcriptions as typed', () => {
    const lexicon = read()
    expect(findDuplicates(lexicon)).toEqual([])
    const senses = lexicon.senses.map((row) =>
      row.value.id === 'bn-s00818' ? { ...row, value: { ...row.value, glossVi: ['uống'] } } : row,
    )
    expect(findDuplicates({ ...lexicon, senses })).toEqual([
      { ids: ['bn-00152', 'bn-00781'], headwords: ['et', 'et'], shared: ['uống'] },
    ])
  })
})

describe('findUnknownWords', () => {
  test('names words of examples that no form has, with the examples', () => {
    const lexicon = read()
    const [first] = lexicon.examples
    const examples = [{ ...first!, value: { ...first!.value, text: 'Inh et mo; mŏ' } }]
    expect(findUnknownWords({ ...lexicon, examples })).toEqual([
      { word: 'mo', examples: [first!.value.id] },
    ])
  })
})

describe('findGaps', () => {
  const as = (code: string, lexicon = read()): Lexicon => ({
    ...lexicon,
    language: { ...lexicon.language, code: code as LanguageCode },
  })
  const lacking = (): Lexicon => {
    const lexicon = read()
    const senses = lexicon.senses.map((row) =>
      row.value.id === 'bn-s00001'
        ? { ...row, value: { ...row.value, reviewState: 'draft' as const } }
        : row,
    )
    return as('d', { ...lexicon, senses })
  }

  test('names what only one lacks, what the others have, and what it has unconfirmed', () => {
    const lexicons = [as('a'), as('b'), as('c'), lacking()]
    const gaps = findGaps(lexicons, lexicons.map(figuresOf))
    expect(gaps).toMatchObject([
      { missing: 'd', concept: { id: '1209' }, unconfirmed: ['bn-00001'] },
    ])
    expect(gaps[0]?.others.map(({ code, entries }) => [code, entries])).toEqual(
      ['a', 'b', 'c'].map((code) => [code, [{ id: 'bn-00001', headword: 'inh' }]]),
    )
  })
})

describe('describeChanges', () => {
  test('the same says nothing', () => {
    expect(describeChanges(read(), read())).toEqual({ summary: [], details: [] })
  })

  test('tells in Vietnamese what was added, changed and taken away', () => {
    const after = read()
    const before: Lexicon = {
      ...after,
      language: { ...after.language, release: '2026.10.0' },
      entries: after.entries.slice(0, 2),
      forms: after.forms.filter(({ value }) => value.entry !== 'bn-00781'),
      senses: after.senses
        .filter(({ value }) => value.entry !== 'bn-00781')
        .map((row) =>
          row.value.id === 'bn-s00157'
            ? { ...row, value: { ...row.value, glossVi: ['a'], reviewState: 'draft' as const } }
            : row,
        ),
    }
    const { summary, details } = describeChanges(before, after)
    expect(summary).toEqual(
      expect.arrayContaining(['thêm 1 mục từ', 'thêm 1 dạng', 'sửa 1 nghĩa', 'thêm 1 nghĩa']),
    )
    expect(summary).toContain(`bản 2026.10.0 → ${after.language.release}`)
    expect(details).toEqual([
      'thêm mục từ “et” (bn-00781)',
      'nghĩa “uống” của “et” (bn-s00157): từ tương đương tiếng Việt “a” nay là “uống”; tình trạng “nháp” nay là “theo nguồn”',
    ])
  })
})

describe('readEarlier', () => {
  test('takes a data folder, and gives nothing for what is not there', () => {
    expect(readEarlier(EVERY_FIELD, 'data')?.lexicons).toHaveLength(1)
    expect(readEarlier('no-such-tag', 'data')).toBeUndefined()
  })
})

describe('npm run coverage', { timeout: 60_000 }, () => {
  test('writes a page that needs nothing else, and prints its counts as before', () => {
    const page = join(folder, 'page.html')
    const { stdout, status } = coverage('--html', page)
    expect(status).toBe(0)
    expect(stdout).toContain('rows of the sources')
    const html = readFileSync(page, 'utf8')
    expect(html).not.toMatch(/<script|<link|src=/)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of html.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(target)
    expect(html).toContain('#/concept/')
  })

  test('tells what changed since a folder', () => {
    const [data, page] = [join(folder, 'data'), join(folder, 'changed.html')]
    cpSync(EVERY_FIELD, data, { recursive: true })
    const senses = join(data, LANGUAGE, 'senses.csv')
    writeFileSync(senses, readFileSync(senses, 'utf8').replace('tôi; mình', '<b>'))
    expect(coverage('--data', data, '--since', EVERY_FIELD, '--html', page)).toMatchObject({
      status: 0,
    })
    expect(readFileSync(page, 'utf8')).toContain('“tôi; mình” nay là “&#60;b&#62;”')
  })

  test('a state that is not there is said, and as JSON there is no page', () => {
    const page = join(folder, 'none.html')
    const unknown = coverage('--since', 'no-such-tag', '--html', page)
    expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining('no-such-tag')])
    expect(JSON.parse(coverage('--json', '--data', EVERY_FIELD).stdout)).toHaveLength(1)
    expect(existsSync(page)).toBe(false)
  })
})

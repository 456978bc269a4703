import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { EVERY_FIELD } from '../fixtures'

const folder = mkdtempSync(join(tmpdir(), 'rong-import-'))
const data = join(folder, 'data')
const into = join(data, 'ba-na')
const out = join(folder, 'out')
const words = join(folder, 'words.csv')

const run = (command: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', command, ...args], { encoding: 'utf8' })
const common = ['--language', 'ba-na', '--format', 'wide-csv', '--lang', 'en', '--data', data]
const importWords = (...args: readonly string[]) => run('import', ...common, words, ...args)
const contentsOf = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .sort()
    .map((file) => [file.slice(root.length), readFileSync(file, 'base64')])

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  cpSync(EVERY_FIELD, data, { recursive: true })
  writeFileSync(words, 'Bahnaric,Vietnamese\nhe,a\nni,b\nhe,a\nti,\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm run import', { timeout: 60_000 }, () => {
  test('is a dry run by default: it tells what would be and writes nothing', () => {
    const before = contentsOf(folder)
    const { stdout, status } = importWords('--into', into)
    expect(stdout).toMatch(/^3 new, 0 changed, 0 unchanged, .*1 refused$/m)
    expect(stdout).toContain('words.csv:4')
    expect(stdout).toContain('(duplicate-entry)')
    expect(stdout).toMatch(/words\.csv:5.*\(entry-without-sense\)/)
    expect(stdout).toContain('--apply')
    expect(status).toBe(0)
    expect(contentsOf(folder)).toEqual(before)
  })

  test('--apply writes tables that are valid, and again there is nothing to do', () => {
    const settings = ['sources.bib', 'language.json', 'orthography.csv', 'reviews.csv', 'media']
    const stateOf = () =>
      contentsOf(into).filter(([name]) => settings.some((s) => name?.includes(s)))
    const before = stateOf()
    expect(importWords('--into', into, '--apply')).toMatchObject({ status: 0 })
    expect(readFileSync(join(into, 'entries.csv'), 'utf8')).toContain('\nbn-00901,901,ba-na,')
    expect(stateOf()).toEqual(before)
    expect(run('check', '--data', data)).toMatchObject({ status: 0 })
    const after = contentsOf(data)
    const again = importWords('--into', into, '--apply')
    expect(again.stdout).toMatch(/^0 new, 0 changed, 3 unchanged, /m)
    expect(contentsOf(data)).toEqual(after)
    expect(readdirSync(data).sort()).toEqual(['ba-na', 'shared'])
  })

  test('writes what was refused in the format it came in', () => {
    const { stdout } = importWords('--into', into, '--apply')
    const refused = join(folder, 'words.refused.csv')
    expect(stdout).toContain(refused)
    const lines = readFileSync(refused, 'utf8').trim().split('\r\n')
    expect(lines[1]).toMatch(/^he,a,.*words\.csv:4.*duplicate-entry/)
    expect(lines).toHaveLength(2)
  })

  test('--out makes a data folder that the other commands take', () => {
    const map = ['--map', 'headword=Bahnaric,gloss.vi=Vietnamese']
    expect(importWords(...map, '--out', out)).toMatchObject({ status: 0 })
    expect(readdirSync(out).sort()).toEqual(['ba-na', 'shared', 'words.refused.csv'])
    expect(run('check', '--data', out)).toMatchObject({ status: 0 })
    const packs = join(folder, 'packs')
    expect(run('compile', '--data', out, '--out', packs)).toMatchObject({ status: 0 })
    const { stdout } = run('lookup', '--data', out, '--drafts', '--json', 'ni')
    expect(JSON.parse(stdout)).toMatchObject({
      hits: [{ headword: 'ni', glosses: { vi: ['b'] }, match: 'exact', reviewState: 'draft' }],
    })
    const file = join(folder, 'words.lift')
    const exported = ['--data', out, '--language', 'ba-na', '--format', 'lift', '--out', file]
    expect(run('export', ...exported)).toMatchObject({ status: 0 })
    expect(readFileSync(file, 'utf8')).toContain('<text>ni</text>')
  })

  test('--out that is there already is imported into, and never anything else is', () => {
    importWords('--out', out)
    writeFileSync(words, 'Bahnaric,Vietnamese\nhe,a\nni,b\nn,c\n')
    const { stdout } = importWords('--out', out)
    expect(stdout).toMatch(/^1 new, 0 changed, 2 unchanged, /m)
    expect(importWords('--out', data).status).toBe(2)
    expect(importWords('--out', folder).status).toBe(2)
    expect(existsSync(words)).toBe(true)
  })

  test('names its source, known or new', () => {
    const unknown = importWords('--into', into, '--apply', '--source', 'mybook')
    expect(unknown.status).toBe(2)
    expect(unknown.stderr).toContain('--source-title')
    const described = ['--source', 'mybook', '--source-title', 'A', '--licence', 'CC-BY-4.0']
    expect(importWords('--into', into, '--apply', ...described)).toMatchObject({ status: 0 })
    expect(readFileSync(join(into, 'sources.bib'), 'utf8')).toContain('@misc{mybook,')
    expect(readFileSync(join(into, 'forms.csv'), 'utf8')).toContain(
      ',he,,,mybook,2,,CC-BY-4.0,draft,',
    )
    expect(run('check', '--data', data)).toMatchObject({ status: 0 })
  })

  test('reads the mapping that lies beside the file', () => {
    writeFileSync(words, 'X,Y\nhe,a\n')
    writeFileSync(`${words}.map.csv`, 'field,column\nheadword,X\ngloss.vi,Y\n')
    expect(importWords('--into', into).stdout).toMatch(/^1 new, /m)
  })

  test('takes UTF-16, and old encodings when told', () => {
    writeFileSync(words, Buffer.from('\ufeffBahnaric\tVietnamese\r\nhe\ta\r\n', 'utf16le'))
    const { stdout } = importWords('--into', into)
    expect(stdout).toContain('utf-16le')
    expect(stdout).toMatch(/^1 new, /m)
    writeFileSync(words, 'Bahnaric,Vietnamese\n[e,a\n')
    const report = join(folder, 'report.json')
    importWords('--into', into, '--encoding', 'tnkeyuni', '--report', report)
    expect(JSON.parse(readFileSync(report, 'utf8')).rows).toContainEqual(
      expect.objectContaining({ kind: 'tidied', before: '[e', after: 'ƀe', rules: ['tnkeyuni'] }),
    )
  })

  test('takes bytes that are VNI when told, and no others', () => {
    writeFileSync(words, Buffer.from('T\u00f6,Nghi\u00e2\nn\u00f6\u00f4\u00f9c,a\n', 'latin1'))
    const refused = importWords('--into', into)
    expect([refused.status, refused.stdout + refused.stderr]).toEqual([
      1,
      expect.stringContaining('(unreadable-file)'),
    ])
    const { status, stdout } = importWords('--into', into, '--encoding', 'vni')
    expect([status, stdout]).toEqual([0, expect.stringContaining('nước')])
  })

  test('keeps a line of Toolbox whose recording is missing, and then finds nothing new', () => {
    const file = join(folder, 'toolbox.sfm')
    writeFileSync(file, '\\lx ti\n\\sf missing.opus\n\\ps n\n\\gn a\n')
    const args = ['--language', 'ba-na', '--format', 'mdf', '--data', data]
    const importFile = () => run('import', ...args, file, '--into', into, '--apply', '--lang', 'en')
    const first = importFile()
    expect([first.status, first.stdout]).toEqual([0, expect.stringMatching(/^1 new, /m)])
    expect(run('export', ...args, '--out', file)).toMatchObject({ status: 0 })
    expect(readFileSync(file, 'utf8')).toContain('\r\n\\sf missing.opus\r\n')
    expect(importFile().stdout).toMatch(/^0 new, 0 changed, \d+ unchanged, /m)
  })

  test('reports everything as CSV, and the plan as one JSON object', () => {
    const report = join(folder, 'report.csv')
    const { stdout } = importWords('--into', into, '--json', '--report', report)
    expect(JSON.parse(stdout)).toMatchObject({ counts: { new: 3, refused: 1 }, written: false })
    const lines = readFileSync(report, 'utf8').trim().split('\n')
    expect(lines[0]).toContain('Outcome,File,Line')
    expect(lines).toContainEqual(expect.stringMatching(/^new,words\.csv,2,2,he,bn-00901,/))
  })

  test.each([
    ['an empty file', ''],
    ['quotes that do not match', 'Bahnaric,Vietnamese\n"he,a\nni,b\n'],
    ['NUL', 'Bahnaric,Vietnamese\nhe\u0000,a\n'],
    ['bytes that are no text', Buffer.from([0x42, 0x2c, 0x43, 0x0a, 0xff, 0x81, 0x2c, 0x61])],
  ])('refuses %s, the data untouched', (_, content) => {
    writeFileSync(words, content)
    const before = contentsOf(data)
    const { status, stdout } = importWords('--into', into, '--apply')
    expect(status).toBe(1)
    expect(stdout).toMatch(/words\.csv:\d+.*\(unreadable-file\)/)
    expect(contentsOf(data)).toEqual(before)
  })

  test('brings recordings along that lie beside the file, and says which are missing', () => {
    const exported = join(folder, 'lift')
    const args = ['--language', 'ba-na', '--format', 'lift']
    run('export', ...args, '--data', data, '--out', exported)
    const clip = join('media', 'clip.txt')
    const without = () => {
      rmSync(join(into, 'media'), { recursive: true })
      const [header] = readFileSync(join(into, 'media.csv'), 'utf8').split('\n')
      writeFileSync(join(into, 'media.csv'), `${header}\n`)
    }
    const before = readFileSync(join(into, clip))
    without()
    const again = () => run('import', ...args, exported, '--into', into, '--apply', '--lang', 'en')
    expect(again().stdout).toMatch(/^0 new, 1 changed, 2 unchanged, /m)
    expect(readFileSync(join(into, clip))).toEqual(before)
    expect(run('check', '--data', data)).toMatchObject({ status: 0 })
    without()
    rmSync(join(exported, 'audio'), { recursive: true })
    const { stdout, status } = again()
    expect([status, stdout]).toEqual([0, expect.stringContaining('(media-missing)')])
    expect(run('check', '--data', data)).toMatchObject({ status: 0 })
  })

  test('says once that a file is of another format, and which', () => {
    const book = join(folder, 'words.xlsx')
    run('export', '--language', 'ba-na', '--format', 'xlsx', '--data', data, '--out', book)
    const { status, stdout } = run('import', ...common, book, '--into', into)
    expect(status).toBe(1)
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/words\.xlsx:1: .*is xlsx, not/),
    ])
  })

  test('says once that a file is not UTF-8', () => {
    writeFileSync(words, Buffer.from([0xc9, 0xef]))
    expect(importWords('--into', into).stdout.match(/unreadable-file/g)).toHaveLength(1)
  })

  test('warns that a file without memory overwrites what is newer, unless --base tells', () => {
    const old = join(folder, 'old')
    cpSync(data, old, { recursive: true })
    const exported = ['--language', 'ba-na', '--format', 'wide-csv', '--data', data]
    run('export', ...exported, '--out', words)
    expect(importWords('--into', into).stdout).not.toContain('--base')
    const senses = join(into, 'senses.csv')
    writeFileSync(senses, readFileSync(senses, 'utf8').replace('tôi; mình', 'tôi; mình; ta'))
    expect(importWords('--into', into).stdout).toMatch(/its values win.*--base DIR/)
    expect(importWords('--into', into, '--lang', 'vi').stdout).toMatch(/giá trị trong tệp thắng/)
    const { stdout } = importWords('--into', into, '--base', old)
    expect(stdout).toMatch(/^0 new, 0 changed, 3 unchanged, /m)
    expect(stdout).not.toContain('--base DIR')
  })

  test('shows what is kept word for word as a sentence, and counts each entry once', () => {
    const report = join(folder, 'report.json')
    writeFileSync(words, 'id,headword,Ý\nbn-00152,et,x y\n')
    const { stdout } = importWords('--into', into, '--report', report)
    expect(stdout).toContain('+ kept word for word (residue.csv), of bn-00152, Ý: "x')
    expect(JSON.parse(readFileSync(report, 'utf8')).rows).toContainEqual(
      expect.objectContaining({ id: 'bn-00152', field: 'residue Ý', after: 'x y' }),
    )
    writeFileSync(words, 'Bahnaric,Vietnamese\nthĕng,a\nthẽng,a\nni,\n')
    const told = importWords('--into', into).stdout
    const [, read = ''] = /^Read (\d+) entries/m.exec(told) ?? []
    const counts = /^\d+ new, .*$/m.exec(told)?.[0].match(/\d+/g) ?? []
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(Number(read))
  })

  test('ends in peace when nobody reads to the end, and does what was asked', () => {
    const args = [...common, words, '--into', into, '--apply'].map((arg) => `'${arg}'`).join(' ')
    const command = `'${process.execPath}' scripts/run.mjs import ${args} | true`
    expect(spawnSync('sh', ['-c', command], { encoding: 'utf8' }).stderr).toBe('')
    expect(readFileSync(join(into, 'entries.csv'), 'utf8')).toContain('\nbn-00901,901,ba-na,')
  })

  test('speaks of faults of the command in Vietnamese unless told otherwise', () => {
    expect(run('import', '--format', 'none').stderr).toMatch(/^Thiếu --language/)
    expect(run('import', '--none', '--lang=en').stderr).not.toContain('không')
    expect(importWords('--into', into, '--variety', 'none', '--lang', 'vi').stderr).toMatch(
      /không có trong varieties\.csv/,
    )
  })

  test('puts back a folder whose replacement was cut off', () => {
    renameSync(into, join(data, 'ba-na.123.old.tmp'))
    mkdirSync(join(data, 'ba-na.123.tmp'))
    expect(importWords('--into', into)).toMatchObject({ status: 0 })
    expect(readdirSync(data).sort()).toEqual(['ba-na', 'shared'])
  })

  test.each([
    [['--into', 'nowhere/ba-na'], 'nowhere/ba-na'],
    [[], '--into'],
    [['--into', into, '--out', out], '--out'],
    [['--into', into, '--variety', 'none'], 'pleiku'],
    [['--into', into, '--map', 'x'], '--map'],
    [['--into', into, '--encoding', 'none'], 'tnkeyuni'],
    [['--into', into, '--none'], '--none'],
  ])('says what is wrong with %j', (args, hint) => {
    const { status, stderr } = importWords(...args)
    expect([status, stderr]).toEqual([2, expect.stringContaining(hint)])
  })

  test('explains itself', () => {
    expect(run('import', '--help').stdout).toContain('--accept-proposed')
  })
})

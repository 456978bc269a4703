import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const run = (command: string, args: readonly string[], input = '') =>
  spawnSync(process.execPath, ['scripts/run.mjs', command, ...args], { encoding: 'utf8', input })

const folder = mkdtempSync(join(tmpdir(), 'rong-compile-'))
const data = join(folder, 'data')
const packs = join(folder, 'packs')
const filesOf = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .sort()
const contentsOf = (root: string) =>
  filesOf(root).map((file) => [file.slice(root.length), readFileSync(file, 'base64')])

beforeAll(() => {
  for (const part of ['shared', 'gia-rai'])
    cpSync(join('data', part), join(data, part), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm run compile', { timeout: 60_000 }, () => {
  test('writes packs, the same bytes for the same tables', () => {
    expect(run('compile', ['--data', data, '--out', packs])).toMatchObject({ status: 0 })
    const first = contentsOf(packs)
    expect(first.map(([file]) => file)).toContain('/index.json')
    expect(run('compile', ['--data', data, '--out', packs])).toMatchObject({ status: 0 })
    expect(contentsOf(packs)).toEqual(first)
  })

  test('writes a delta from an earlier release', () => {
    const later = join(folder, 'later')
    cpSync(data, later, { recursive: true })
    const language = join(later, 'gia-rai', 'language.json')
    writeFileSync(
      language,
      readFileSync(language, 'utf8').replace(/"2026\.\d+\.\d+"/, '"2999.1.0"'),
    )
    const out = join(folder, 'later-packs')
    const compiled = run('compile', ['--data', later, '--out', out, '--base', packs])
    expect(compiled.status, compiled.stderr).toBe(0)
    const [before] = JSON.parse(readFileSync(join(packs, 'index.json'), 'utf8')).packs
    const [after] = JSON.parse(readFileSync(join(out, 'index.json'), 'utf8')).packs
    expect(after.deltas).toMatchObject([{ from: before.head }])
    expect(after.deltas[0].bytes).toBeLessThan(after.whole.bytes / 6)
  })

  test('writes nothing when the tables have an error', () => {
    const broken = join(folder, 'broken')
    cpSync(data, broken, { recursive: true })
    const senses = join(broken, 'gia-rai', 'senses.csv')
    writeFileSync(senses, readFileSync(senses, 'utf8').replace(/,gr-00001,/, ',gr-99999,'))
    const before = contentsOf(packs)
    const refused = run('compile', ['--data', broken, '--out', packs])
    expect(refused.status).toBe(1)
    expect(refused.stdout).toContain('gia-rai/senses.csv:')
    expect(contentsOf(packs)).toEqual(before)
  })

  test('says what it lacks where there are no tables', () => {
    const { status, stderr } = run('compile', ['--data', join(folder, 'nowhere'), '--out', packs])
    expect(status).toBe(1)
    expect(stderr).toContain('--data DIR')
  })

  test('explains itself', () => {
    expect(run('compile', ['--help']).stdout).toContain('--base DIR')
  })
})

describe('npm run lookup', { timeout: 60_000 }, () => {
  const lookup = (args: readonly string[], input?: string) =>
    run('lookup', ['--packs', packs, ...args], input)

  test('answers each query with one JSON object, in the order asked', () => {
    const { stdout, status } = lookup(['--json', '--limit', '3'], 'ia\nnước\r\nxyzzyq\n')
    expect(status).toBe(0)
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map(({ query }) => query)).toEqual(['ia', 'nước', 'xyzzyq'])
    expect(answers[0].hits[0]).toEqual({
      id: expect.stringMatching(/^gr-\d{5}$/),
      language: 'gia-rai',
      headword: 'ia',
      transcription: null,
      glosses: { vi: expect.arrayContaining(['nước']), en: expect.arrayContaining(['water']) },
      variants: expect.any(Array),
      match: 'exact',
      cost: 0,
      reviewState: 'attested',
    })
    expect(answers[1].hits[0]).toMatchObject({ headword: 'ia', match: 'gloss' })
    expect(answers[1].hits.length).toBeLessThanOrEqual(3)
  })

  test('prints a line a hit for people', () => {
    const { stdout } = lookup(['--language', 'gia-rai', 'ia'])
    expect(stdout.split('\n')[0]).toMatch(/^ {2}ia .*nước/)
  })

  test('says what to do where there are no packs', () => {
    const { stderr, status } = lookup(['--packs', join(folder, 'nowhere'), 'ia'])
    expect(status).toBe(1)
    expect(stderr).toContain('npm run compile')
  })

  test.each([
    ['a language there is not', ['--language', 'ede', 'ia'], 'gia-rai'],
    ['a limit that is no number', ['--limit', 'x', 'ia'], '--limit'],
  ])('refuses %s', (_, args, hint) => {
    const { stderr, status } = lookup(args)
    expect(status).toBe(2)
    expect(stderr).toContain(hint)
  })
})

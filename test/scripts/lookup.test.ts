import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'rong-lookup-'))
const packs = join(folder, 'packs')
const lone = join(folder, 'gia-rai')

const run = (command: string, args: readonly string[], input = '') =>
  spawnSync(process.execPath, ['scripts/run.mjs', command, ...args], { encoding: 'utf8', input })
const lookup = (args: readonly string[], input?: string) => run('lookup', args, input)
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
/** The headwords found for each query. */
const found = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line): { query: string; hits: { headword: string }[] } => JSON.parse(line))
    .map(({ query, hits }) => [query, ...hits.map(({ headword }) => headword)])

beforeAll(() => {
  cpSync('data/gia-rai', lone, { recursive: true })
  const tables = join(folder, 'tables')
  for (const part of ['shared', 'gia-rai'])
    cpSync(join('data', part), join(tables, part), { recursive: true })
  expect(run('compile', ['--data', tables, '--out', packs]).status).toBe(0)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm run lookup', { timeout: 60_000 }, () => {
  test('the same hits from packs, from a pack, from tables and from a lone folder of tables', () => {
    const pack = join(packs, readdirSync(packs).find((name) => name.endsWith('.rong'))!)
    const args = ['--json', '--language', 'gia-rai', 'chim', 'mặt trời']
    const [first, ...others] = [
      ['--packs', packs],
      ['--pack', pack],
      ['--data', join(folder, 'tables')],
      ['--data', lone],
    ].map((origin) => lookup([...origin, ...args]))
    expect(first).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(first!.stdout.split('\n')[0]!).hits[0]).toMatchObject({
      language: 'gia-rai',
      glosses: { vi: ['chim'] },
    })
    for (const other of others) expect(other.stdout).toBe(first!.stdout)
  })

  test('looks up in pairs, in the order of the queries', () => {
    const pairs = file('pairs.csv', "ƀok,ông\nƀok,bác\nsem,chim\n'bar,hai\n")
    const { stdout, stderr, status } = lookup(
      ['--json', '--pairs', pairs, '--limit', '1'],
      'chim\nbok\nđầu\nbok\n',
    )
    expect([status, stderr]).toEqual([0, ''])
    expect(found(stdout)).toEqual([['chim', 'sem'], ['bok', 'ƀok'], ['đầu'], ['bok', 'ƀok']])
    expect(JSON.parse(stdout.split('\n')[1]!).hits).toEqual([
      {
        id: 'pair-1',
        language: 'ba-na',
        headword: 'ƀok',
        transcription: null,
        glosses: { vi: ['ông', 'bác'], en: [] },
        variants: [],
        match: 'folded',
        cost: expect.any(Number),
        reviewState: 'attested',
      },
    ])
  })

  test.each([
    ['names that stand in any order', 'gloss.vi,headword\nchim,sem\n'],
    ['names of its own, a byte order mark and CRLF', '\uFEFFBahnaric,Vietnamese\r\nsem,chim\r\n'],
    ['no names', 'sem,chim\n'],
  ])('reads pairs with %s', (_, text) => {
    const pairs = file('pairs.csv', text)
    const { stdout } = lookup(['--json', '--pairs', pairs, 'chim', 'Vietnamese', 'gloss.vi'])
    expect(found(stdout)).toEqual([['chim', 'sem'], ['Vietnamese'], ['gloss.vi']])
  })

  test('leaves rows without word or gloss out, and says where', () => {
    const { status, stdout, stderr } = lookup([
      '--json',
      '--pairs',
      file('gaps.csv', 'sem,chim\n,hai\nanu,\n'),
      'chim',
    ])
    expect(status).toBe(0)
    expect(found(stdout)).toEqual([['chim', 'sem']])
    expect(stderr).toMatch(/gaps\.csv:2: .*2 such rows/)
  })

  test.each([
    ['not UTF-8', Uint8Array.of(0x73, 0x2c, 0x68, 10, 0xe9, 0x2c, 0x68, 10), /bad\.csv:2: .*UTF-8/],
    ['of one column', 'sem\tchim\n', /bad\.csv:1: .*comma/],
    ['empty', '', /bad\.csv:1: /],
    ['with an open quote', 'sem,chim\n"anu,hai\n', /bad\.csv:\d+: .*quote/],
  ])('refuses pairs that are %s, with place and remedy', (_, content, sentence) => {
    const refused = lookup(['--pairs', file('bad.csv', content), 'sem'])
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    expect(refused.stderr).toMatch(sentence)
  })

  test('refuses a pack that is cut short or none', () => {
    const pack = join(packs, readdirSync(packs).find((name) => name.endsWith('.rong'))!)
    const whole = readFileSync(pack)
    for (const [content, sentence] of [
      [whole.subarray(0, whole.length >> 1), /bad\.rong: .*npm run compile/],
      [Buffer.from('a text'), /bad\.rong: this is no pack/],
    ] as const) {
      const refused = lookup(['--pack', file('bad.rong', content), 'sem'])
      expect(refused).toMatchObject({ status: 1, stdout: '' })
      expect(refused.stderr).toMatch(sentence)
    }
  })

  test('refuses tables with an error, with file and line', () => {
    const broken = join(folder, 'broken', 'gia-rai')
    cpSync(lone, broken, { recursive: true })
    const senses = join(broken, 'senses.csv')
    writeFileSync(senses, readFileSync(senses, 'utf8').replace(/,gr-00001,/, ',gr-99999,'))
    const refused = lookup(['--data', broken, 'chim'])
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    expect(refused.stderr).toMatch(/gia-rai\/senses\.csv:\d+ Entry_ID: .*gr-99999/)
  })

  test.each([
    [['--pack', 'nowhere.rong'], /nowhere\.rong: there is no such file/],
    [['--pairs', 'data'], /data: this is a folder/],
    [['--data', 'nowhere'], /nowhere: there is no such folder/],
    [['--data', 'data', '--pairs', 'x.csv'], /only one of them/],
    [['--data', 'data', '--language', 'xyz'], /--language xyz: use one of ba-na, /],
    [['--limit', '0'], /--limit 0/],
  ])('refuses %j as a wrong command', (args, sentence) => {
    const refused = lookup([...args, 'sem'])
    expect(refused).toMatchObject({ status: 2, stdout: '' })
    expect(refused.stderr).toMatch(sentence)
  })
})

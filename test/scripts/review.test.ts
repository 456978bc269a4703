import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { nodePorts } from '../../scripts/ports'
import { readHead } from '../../src/pack/container'
import { EVERY_FIELD } from '../fixtures'

const folder = mkdtempSync(join(tmpdir(), 'rong-review-'))
const data = join(folder, 'data')
const list = join(folder, 'verdicts.csv')
const run = (command: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', command, ...args], { encoding: 'utf8' })
const review = (...args: readonly string[]) =>
  run('review', '--data', data, '--language', 'ba-na', '--lang', 'en', ...args)
const tableOf = (name: string) => readFileSync(join(data, 'ba-na', name), 'utf8')

beforeEach(() => {
  rmSync(data, { recursive: true, force: true })
  cpSync(EVERY_FIELD, data, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm run review', { timeout: 60_000 }, () => {
  test('is a dry run first, then writes verdicts and states, and is clean', () => {
    writeFileSync(
      list,
      'id,verdict,reviewer,date,reason\nbn-f01727,reviewed,A. B.,2026-11-22,\nbn-s00818,rejected,A. B.,2026-11-22,a\n',
    )
    const before = tableOf('reviews.csv')
    const dry = review('--list', list)
    expect(dry.stdout).toContain('sense "lễ; feast; ceremony": draft → rejected')
    expect(dry.stdout).toContain('--apply')
    expect(tableOf('reviews.csv')).toBe(before)

    expect(review('--list', list, '--apply')).toMatchObject({ status: 0 })
    expect(tableOf('reviews.csv')).toBe(
      `${before}bn-v00003,bn-f01727,reviewed,A. B.,2026-11-22,\nbn-v00004,bn-s00818,rejected,A. B.,2026-11-22,a\n`,
    )
    expect(tableOf('forms.csv')).toMatch(/^bn-f01727,.*,reviewed,$/m)
    expect(tableOf('senses.csv')).toMatch(/^bn-s00818,.*,rejected,$/m)
    expect(run('check', '--data', data)).toMatchObject({ status: 0 })

    const again = review('--list', list, '--apply')
    expect(again.stdout).toContain('0 new verdicts, 2 known already')
  })

  test('takes all of a list or none of it', () => {
    writeFileSync(
      list,
      'id,verdict,reviewer,date\nbn-f01727,reviewed,B,2026-11-22\nno,reviewed,B,x\n',
    )
    const before = tableOf('forms.csv')
    const { stdout, status } = review('--list', list, '--apply')
    expect(stdout).toContain('verdicts.csv:3 no: ')
    expect(status).toBe(1)
    expect(tableOf('forms.csv')).toBe(before)
  })

  test.each([
    [['--ids', 'bn-f01727'], '--confirm'],
    [['--list', 'nowhere.csv'], 'no such file'],
    [['--source', 'none', '--reject'], 'bartbahnar2025'],
    [['--list', 'x', '--ids', 'y'], '--sheet'],
    [[], '--list'],
    [['--ids', 'a', '--reject', '--confirm'], '--confirm'],
  ])('says what is wrong with %j', (args, hint) => {
    const { status, stderr } = review(...args)
    expect([status, stderr]).toEqual([2, expect.stringContaining(hint)])
  })

  test('writes nothing over tables that have cells nobody explains', () => {
    writeFileSync(
      join(data, 'ba-na', 'forms.csv'),
      tableOf('forms.csv').replace('Review_State,Note', 'Review_State,Note,Mine'),
    )
    const { status } = review('--ids', 'bn-f01727', '--confirm', '--reviewer', 'B', '--apply')
    expect(status).toBe(1)
    expect(tableOf('forms.csv')).toContain('Mine')
  })
})

const SHARED = process.env.RONG_SHARED ?? '../shared'
const INVENTED = join(SHARED, 'sources/negative/invented-words.tsv')

describe.skipIf(!existsSync(INVENTED))('a list of words that are none', { timeout: 60_000 }, () => {
  test('is rejected as a whole: the check is clean, no pack has it, and it does not come again', async () => {
    const words = join(folder, 'words')
    for (const part of ['shared', 'xo-dang'])
      cpSync(join('data', part), join(words, part), { recursive: true })
    const common = ['--language', 'xo-dang', '--data', words]
    const importList = (...args: readonly string[]) =>
      run(
        'import',
        ...common,
        '--format',
        'wide-tsv',
        '--lang',
        'en',
        INVENTED,
        ...args,
        '--into',
        join(words, 'xo-dang'),
        '--source',
        'invented',
        '--map',
        'headword=form,gloss.vi=gloss_vi,residue=dialect',
      )
    const entries = () =>
      readFileSync(join(words, 'xo-dang/entries.csv'), 'utf8').split('\n').length
    const packs = (name: string) => {
      const compiled = run('compile', '--data', words, '--out', join(folder, name))
      expect(compiled.status, compiled.stdout).toBe(0)
      return compiled.stdout
    }
    const before = entries()
    packs('before')
    const taken = importList('--source-title', 'a', '--licence', 'CC-BY-4.0', '--apply')
    expect(taken.status, taken.stderr).toBe(0)
    expect(entries() - before).toBeGreaterThan(40)

    const reject = [
      '--reject',
      '--source',
      'invented',
      '--reviewer',
      'A. B.',
      '--date',
      '2026-11-22',
    ]
    expect(run('review', ...common, ...reject, '--apply').stdout).toContain('lý do')
    const rejected = run('review', ...common, ...reject, '--reason', 'a', '--apply')
    expect(rejected.status, rejected.stdout).toBe(0)
    expect(run('check', '--data', words).stdout.trim()).toMatch(/^\d+ mục từ, 0 lỗi, 0 cảnh báo$/)

    packs('after')
    expect(await sectionsOf(join(folder, 'after'))).toEqual(
      await sectionsOf(join(folder, 'before')),
    )
    expect(importList().stdout).toMatch(/^0 new, 0 changed, .*4\d rejected before/m)
  })
})

/** What tells the sections of the one pack apart, drafts' too; `about` names the new source. */
const sectionsOf = async (packs: string) => {
  const [listing] = JSON.parse(readFileSync(join(packs, 'index.json'), 'utf8')).packs
  const head = await readHead(
    new Uint8Array(readFileSync(join(packs, listing.whole.file))),
    nodePorts.hash,
  )
  const sections = head.ok ? head.value.sections : []
  expect(sections.length).toBeGreaterThan(3)
  return sections
    .filter(({ name }) => name !== 'about')
    .map(({ name, rawLength, crc32 }) => [name, rawLength, crc32])
}

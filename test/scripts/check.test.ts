import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROKEN, EVERY_FIELD } from '../fixtures'

const check = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', 'check', ...args], { encoding: 'utf8' })

const folder = mkdtempSync(join(tmpdir(), 'rong-check-'))
const data = join(folder, 'data')

beforeAll(() => {
  cpSync(EVERY_FIELD, data, { recursive: true })
  cpSync(join(BROKEN, 'gloss-equals-headword'), data, { recursive: true })
  for (const from of [EVERY_FIELD, join(BROKEN, 'dangling-reference')])
    cpSync(join(from, 'ba-na'), join(data, 'other'), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm run check', { timeout: 60_000 }, () => {
  test('reads one language, named or by its folder', () => {
    for (const args of [['ba-na', '--data', data], [join(data, 'ba-na')]]) {
      const { stdout, status } = check(...args, '--lang', 'en')
      expect(stdout).toMatch(/^Warning: ba-na\/senses\.csv:3 Gloss_Vi: .*\n3 entries, 0 errors, 1 /)
      expect(status).toBe(0)
    }
  })

  test('reads a folder of languages, and fails on errors', () => {
    const { stdout, status } = check(data, '--json')
    expect(stdout).toContain('"dangling-reference"')
    expect(status).toBe(1)
  })

  test('reports for programs with nothing else on standard output', () => {
    const sarif = check('ba-na', '--data', data, '--format', 'sarif')
    expect(JSON.parse(sarif.stdout).runs[0].results).toHaveLength(1)
    expect(sarif.stderr).toContain('1 cảnh báo')
    const annotations = check('ba-na', '--data', data, '--format', 'github')
    expect(annotations.stdout).toMatch(/^::warning file=.*senses\.csv,line=3,title=.*::.*\n$/)
  })

  test.each([
    [['nowhere'], 'There is no nowhere'],
    [['--data', 'nowhere'], '--data DIR'],
    [['--format', 'xml'], 'sarif'],
    [['--lang', 'fr'], 'vi'],
  ])('refuses %s with a sentence', (args, sentence) => {
    const { stderr, status } = check(...args)
    expect(stderr).toContain(sentence)
    expect(status).toBe(2)
  })
})

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readZip } from '../../src/formats/zip'
import { BROKEN, EVERY_FIELD } from '../fixtures'

const folder = mkdtempSync(join(tmpdir(), 'rong-export-'))
const data = join(folder, 'data')

const run = (command: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', command, ...args], { encoding: 'utf8' })
const exportAs = (format: string, out: string, ...args: readonly string[]) =>
  run('export', '--language', 'ba-na', '--data', data, '--format', format, '--out', out, ...args)

beforeAll(() => cpSync(EVERY_FIELD, data, { recursive: true }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm run export', { timeout: 60_000 }, () => {
  test.each(['tables', 'wide-csv', 'wide-tsv', 'xlsx', 'lift', 'mdf'])(
    '%s comes back by import unchanged',
    (format) => {
      const out = join(folder, `${format}.${format === 'lift' ? 'lift' : 'txt'}`)
      expect(exportAs(format, out)).toMatchObject({ status: 0, stderr: '' })
      const first = existsSync(join(out, 'ba-na')) ? '' : readFileSync(out, 'base64')
      exportAs(format, out)
      if (first !== '') expect(readFileSync(out, 'base64')).toBe(first)
      const into = ['--into', join(data, 'ba-na'), '--language', 'ba-na', '--lang', 'en']
      const { stdout } = run('import', '--format', format, ...into, out)
      expect(stdout).toMatch(/^0 new, 0 changed, 3 unchanged, 0 in conflict, 0 .* 0 refused$/m)
    },
  )

  test('files that belong together stand beside each other, in a folder or in a zip', () => {
    expect(exportAs('lift', join(folder, 'beside/words.lift')).stdout.trim().split('\n')).toEqual([
      join(folder, 'beside/words.lift'),
      join(folder, 'beside/ba-na.lift-ranges'),
      join(folder, 'beside/audio/clip.txt'),
    ])
    exportAs('stardict', join(folder, 'dictionaries'))
    expect(readdirSync(join(folder, 'dictionaries')).sort()).toEqual([
      'rong-ba-na',
      'rong-viet-ba-na',
    ])
    const zip = join(folder, 'dictionaries.zip')
    exportAs('stardict', zip)
    const unpacked = readZip(new Uint8Array(readFileSync(zip)))
    expect(unpacked.ok && [...unpacked.value.keys()]).toContain('rong-ba-na/rong-ba-na.ifo')
  })

  test('formats for readers leave drafts out until they are asked for', () => {
    const out = join(folder, 'words.json')
    const headwords = () =>
      JSON.parse(readFileSync(out, 'utf8')).entries.map(({ id }: { readonly id: string }) => id)
    expect(exportAs('json', out).stderr).toContain('--drafts')
    expect(headwords()).not.toContain('bn-00781')
    expect(exportAs('json', out).stderr).toContain('bản nháp')
    expect(exportAs('json', out, '--lang', 'en').stderr).toContain('drafts')
    exportAs('json', out, '--drafts')
    expect(headwords()).toContain('bn-00781')
  })

  test('writes nothing when the tables have an error', () => {
    const broken = join(folder, 'broken')
    cpSync(EVERY_FIELD, broken, { recursive: true })
    cpSync(join(BROKEN, 'dangling-reference'), broken, { recursive: true })
    const out = join(folder, 'none.lift')
    const args = ['--language', 'ba-na', '--format', 'lift', '--out', out, '--data', broken]
    const { status, stdout } = run('export', ...args)
    expect([status, existsSync(out)]).toEqual([1, false])
    expect(stdout).toContain('(dangling-reference)')
  })

  test.each([
    [['--language', 'none'], 'ba-na'],
    [['--language', 'ba-na', '--format', 'none'], 'lift'],
    [['--language', 'ba-na', '--format', 'lift'], '--out'],
  ])('says what is wrong with %j', (args, hint) => {
    const { status, stderr } = run('export', '--data', data, ...args)
    expect([status, stderr]).toEqual([2, expect.stringContaining(hint)])
  })
})

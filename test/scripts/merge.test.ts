import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listTree } from '../../scripts/files'
import { EVERY_FIELD, LANGUAGE } from '../fixtures'

const root = mkdtempSync(join(tmpdir(), 'rong-merge-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const merge = (args: readonly string[], cwd?: string) =>
  spawnSync(process.execPath, ['scripts/run.mjs', 'merge', '--lang', 'en', ...args], {
    encoding: 'utf8',
    cwd,
  })
const read = (...path: string[]) => readFileSync(join(...path), 'utf8')
/** Replaces a text in a file of a folder; it must be there. */
const edit = (path: string, before: string, after: string) => {
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(before)
  writeFileSync(path, text.replace(before, after))
}

describe('npm run merge, of folders', { timeout: 60_000 }, () => {
  const [base, ours, theirs] = ['base', 'ours', 'theirs'].map((side) => join(root, side, LANGUAGE))
  const sides = [base!, ours!, theirs!]

  beforeEach(() => {
    for (const side of sides) {
      rmSync(join(side, '..'), { recursive: true, force: true })
      cpSync(EVERY_FIELD, join(side, '..'), { recursive: true })
    }
  })

  test('says what it would do and writes nothing, until told', () => {
    edit(join(theirs!, 'senses.csv'), 'tôi; mình', 'tôi; mình; ta')
    const dry = merge(sides)
    expect(dry.stderr).toBe('')
    expect(dry).toMatchObject({ status: 0 })
    expect(dry.stdout).toContain('senses.csv: 0 rows added, 1 changed, 0 removed')
    expect(read(ours!, 'senses.csv')).toBe(read(base!, 'senses.csv'))
    expect(merge([...sides, '--apply'])).toMatchObject({ status: 0 })
    expect(read(ours!, 'senses.csv')).toBe(read(theirs!, 'senses.csv'))
    for (const name of listTree(ours!))
      if (name !== 'senses.csv') expect(read(ours!, name)).toBe(read(base!, name))
  })

  test('writes a whole folder elsewhere, with the conflicts to settle in it', () => {
    edit(join(ours!, 'senses.csv'), 'tôi; mình', 'mình; tôi')
    edit(join(theirs!, 'senses.csv'), 'tôi; mình', 'tôi')
    writeFileSync(join(theirs!, 'media/new.opus'), 'a')
    const out = join(root, 'out')
    const merged = merge([...sides, '--out', out])
    expect(merged).toMatchObject({ status: 1, stderr: '' })
    expect(merged.stdout).toMatch(
      /out\/senses\.csv:2 Gloss_Vi: \S+ \(\S+\): it was "tôi; mình", we made it "mình; tôi"/,
    )
    expect(listTree(out)).toEqual([...listTree(ours!), 'conflicts.csv', 'media/new.opus'].sort())
    expect(merge([...sides, '--out', out])).toMatchObject({ status: 2 })

    const conflicts = join(out, 'conflicts.csv')
    const open = merge(['--resolve', conflicts, '--into', out])
    expect(open).toMatchObject({ status: 1 })
    edit(conflicts, 'mình; tôi,tôi,', 'mình; tôi,tôi,theirs')
    expect(merge(['--resolve', conflicts, '--into', out])).toMatchObject({ status: 0 })
    expect(read(out, 'senses.csv')).toBe(read(theirs!, 'senses.csv'))
    expect(existsSync(conflicts)).toBe(false)
  })

  test('refuses to settle what is no longer as it was', () => {
    edit(join(ours!, 'senses.csv'), 'tôi; mình', 'mình; tôi')
    edit(join(theirs!, 'senses.csv'), 'tôi; mình', 'tôi')
    expect(merge([...sides, '--apply'])).toMatchObject({ status: 1 })
    const conflicts = join(ours!, 'conflicts.csv')
    edit(conflicts, 'mình; tôi,tôi,', 'mình; tôi,tôi,theirs')
    edit(join(ours!, 'senses.csv'), 'mình; tôi', 'ta')
    const before = read(ours!, 'senses.csv')
    const refused = merge(['--resolve', conflicts, '--into', ours!])
    expect(refused).toMatchObject({ status: 1 })
    expect(refused.stdout).toMatch(/conflicts\.csv:2 resolved: .*now "ta"/)
    expect(read(ours!, 'senses.csv')).toBe(before)
  })

  test('prints what is wrong with a side, with its place', () => {
    edit(join(theirs!, 'senses.csv'), 'ID,Entry_ID', 'ID,Entry')
    const { status, stdout } = merge([...sides, '--apply'])
    expect(status).toBe(1)
    expect(stdout).toMatch(/theirs\/ba-na\/senses\.csv:1/)
  })

  test.each([
    ['nothing', []],
    ['a side that is not there', ['nowhere', ...sides.slice(1)]],
    ['a file among folders', [join(base!, 'senses.csv'), ...sides.slice(1)]],
  ])('refuses %s', (_, args) => {
    expect(merge(args)).toMatchObject({ status: 2 })
  })

  test('explains itself', () => {
    expect(merge(['--help']).stdout).toContain('--resolve')
  })
})

describe('npm run merge, by git', { timeout: 120_000 }, () => {
  const repository = join(root, 'repository')
  const folder = join(repository, 'data', LANGUAGE)
  const git = (...args: string[]) => {
    const done = spawnSync('git', args, { encoding: 'utf8', cwd: repository })
    return { ...done, output: done.stdout + done.stderr }
  }
  /** Commits what each does on a branch of its own, then merges theirs into ours. */
  const mergeBranches = (change: { ours: () => void; theirs: () => void }) => {
    for (const side of ['theirs', 'ours'] as const) {
      git('checkout', '-q', '-B', side, 'main')
      change[side]()
      git('add', '-A')
      git('commit', '-qm', side)
    }
    return git('merge', '--no-edit', 'theirs')
  }

  beforeAll(() => {
    mkdirSync(repository)
    for (const part of ['src', 'scripts', 'package.json', 'package-lock.json'])
      cpSync(part, join(repository, part), { recursive: true })
    cpSync(EVERY_FIELD, join(repository, 'data'), { recursive: true })
    symlinkSync(resolve('node_modules'), join(repository, 'node_modules'), 'junction')
    git('init', '-q', '-b', 'main')
    git('config', 'user.name', 'a')
    git('config', 'user.email', 'a@example.org')
    writeFileSync(join(repository, '.gitignore'), 'node_modules\n.cache\nsrc\nscripts\n')
    expect(merge(['--install'], repository)).toMatchObject({ status: 0 })
    git('add', '-A')
    expect(git('commit', '-qm', 'base').status).toBe(0)
  })

  beforeEach(() => {
    git('merge', '--abort')
    git('checkout', '-q', '-f', 'main')
    git('clean', '-qfd')
  })

  test('installs itself once', () => {
    expect(merge(['--install'], repository)).toMatchObject({ status: 0 })
    expect(read(repository, '.gitattributes')).toBe('data/**/*.csv merge=rong-tables\n')
    expect(git('config', 'merge.rong-tables.driver').stdout).toContain('--driver %O %A %B %P')
  })

  test('merges two fields of one row', () => {
    const merged = mergeBranches({
      ours: () => edit(join(folder, 'senses.csv'), 'tôi; mình', 'tôi; mình; ta'),
      theirs: () => edit(join(folder, 'senses.csv'), 'I; me', 'I'),
    })
    expect(merged.output).toContain('Merge made')
    expect(read(folder, 'senses.csv').split('\n')[1]).toMatch(/tôi; mình; ta,.*,I,/)
    expect(git('status', '--porcelain').stdout).toBe('')
  })

  test('lists two changes of one field and settles them', () => {
    const merged = mergeBranches({
      ours: () => edit(join(folder, 'senses.csv'), 'tôi; mình', 'mình; tôi'),
      theirs: () => edit(join(folder, 'senses.csv'), 'tôi; mình', 'tôi'),
    })
    expect(merged.status).toBe(1)
    expect(merged.output).toContain('CONFLICT')
    expect(read(folder, 'senses.csv')).toContain('mình; tôi')
    expect(read(folder, 'senses.csv')).not.toContain('<<<<')
    edit(join(folder, 'conflicts.csv'), 'mình; tôi,tôi,', 'mình; tôi,tôi,ta')
    const path = `data/${LANGUAGE}`
    const args = ['--resolve', `${path}/conflicts.csv`, '--into', path]
    expect(merge(args, repository)).toMatchObject({ status: 0 })
    expect(read(folder, 'senses.csv').split('\n')[1]).toContain(',ta,')
    git('add', '-A')
    expect(git('commit', '-qm', 'merged').status).toBe(0)
    expect(git('status', '--porcelain').stdout).toBe('')
  })

  test('gives other ids to entries that were added under the same', () => {
    const add = (text: string, gloss: string) => () => {
      const append = (file: string, row: string) =>
        writeFileSync(join(folder, file), `${read(folder, file)}${row}\n`)
      append('entries.csv', `bn-90001,90001,ba-na,bn-f90001,${text},,,`)
      append('forms.csv', `bn-f90001,bn-90001,ba-na,spelling,${text},,,editor,1,,CC0-1.0,draft,`)
      append('senses.csv', `bn-s90001,bn-90001,${gloss},,editor,,,,,,,,,,editor,1,CC0-1.0,draft,`)
    }
    const merged = mergeBranches({ ours: add('a', 'b'), theirs: add('c', 'd') })
    expect(merged.output).toContain('--new-ids')
    const again = merge(['--git', `data/${LANGUAGE}`, '--new-ids'], repository)
    expect(again).toMatchObject({ status: 0, stderr: '' })
    expect(read(folder, 'entries.csv')).toContain('bn-90001,90001,ba-na,bn-f90001,a,,,\n')
    expect(read(folder, 'entries.csv')).toContain('bn-90002,90002,ba-na,bn-f90002,c,,,\n')
    expect(read(folder, 'forms.csv')).toContain('bn-f90002,bn-90002,ba-na,spelling,c,')
    expect(read(folder, 'senses.csv')).toContain('bn-s90002,bn-90002,d,')
    expect(existsSync(join(folder, 'conflicts.csv'))).toBe(false)
  })
})

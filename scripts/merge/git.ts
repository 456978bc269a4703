import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { err, ok, type Result } from '../../src/lexicon/result'
import { readText, writeAtomically } from '../files'

const DRIVER = 'rong-tables'
const COMMAND = 'node scripts/run.mjs merge --driver %O %A %B %P'
const ATTRIBUTES = '.gitattributes'
const ATTRIBUTE = `data/**/*.csv merge=${DRIVER}`

/** Has git merge the CSV tables with this command; gives the command, or what git says. */
export const installDriver = (): Result<string, string> => {
  const settings = [
    ['name', 'Rông tables, row by row and field by field'],
    ['driver', COMMAND],
    // Between several bases git merges them with each other first: that must not leave conflicts behind.
    ['recursive', 'binary'],
  ]
  for (const [name, value] of settings) {
    const set = git(['config', `merge.${DRIVER}.${name}`, value ?? ''])
    if (!set.ok) return set
  }
  const attributes = readText(ATTRIBUTES) ?? ''
  if (!attributes.split('\n').includes(ATTRIBUTE))
    writeAtomically(ATTRIBUTES, `${attributes.replace(/\n*$/, '\n').trimStart()}${ATTRIBUTE}\n`)
  return ok(COMMAND)
}

/** The three states of a folder in the merge that git is in the middle of, each in a folder of its own. */
export interface ThreeStates {
  readonly base: string
  readonly ours: string
  readonly theirs: string
  readonly remove: () => void
}

/** Takes the three states out of git, without media; undefined: git is not merging anything. */
export const takeOutStates = (folder: string): Result<ThreeStates | undefined, string> => {
  const theirs = git(['rev-parse', '--verify', '--quiet', 'MERGE_HEAD'])
  if (!theirs.ok) return ok(undefined)
  const base = git(['merge-base', 'HEAD', 'MERGE_HEAD'])
  if (!base.ok) return base
  const root = mkdtempSync(join(tmpdir(), 'rong-merge-'))
  const remove = (): void => rmSync(root, { recursive: true, force: true })
  const folders = [folder, `${dirname(folder)}/shared`]
  const commits = { base: base.value.trim(), ours: 'HEAD', theirs: theirs.value.trim() }
  for (const [side, commit] of Object.entries(commits)) {
    const taken = takeOut(commit, folders, join(root, side))
    if (taken.ok) continue
    remove()
    return taken
  }
  const path = (side: string): string => join(root, side, folder)
  return ok({ base: path('base'), ours: path('ours'), theirs: path('theirs'), remove })
}

/** Writes the tables that a commit has directly under these folders below `root`. */
const takeOut = (
  commit: string,
  folders: readonly string[],
  root: string,
): Result<undefined, string> => {
  const listed = git(['ls-tree', '-r', '-z', '--name-only', commit, '--', ...folders])
  if (!listed.ok) return listed
  for (const path of listed.value.split('\0')) {
    if (!folders.includes(dirname(path)) || !/\.(csv|json|bib)$/.test(path)) continue
    const shown = run(['show', `${commit}:${path}`])
    if (!shown.ok) return shown
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), shown.value)
  }
  return ok(undefined)
}

const MOST_BYTES = 1 << 28

/** What git prints, as text. */
const git = (args: readonly string[]): Result<string, string> => {
  const result = run(args)
  return result.ok ? ok(result.value.toString('utf8')) : result
}

const run = (args: readonly string[]): Result<Buffer, string> => {
  const { status, stdout, stderr, error } = spawnSync('git', [...args], { maxBuffer: MOST_BYTES })
  return status === 0 ? ok(stdout) : err(error?.message ?? stderr.toString('utf8').trim())
}

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { listLanguages } from '../files'
import { readLexicon } from '../read-lexicon'

/** The dictionaries as they were when they were last given to others. */
export interface Earlier {
  /** `v0.1.0`, or the folder that was named. */
  readonly name: string
  readonly lexicons: readonly Lexicon[]
}

/**
 * What `since` names, a data folder or a state in git; without it, the newest tag `v…` of git. None:
 * there was no release yet, or git is not there. `data` is the folder of the tables in the repository.
 */
export const readEarlier = (since: string | undefined, data: string): Earlier | undefined => {
  if (since !== undefined && existsSync(since) && statSync(since).isDirectory())
    return { name: since, lexicons: readAll(since) }
  const tag = since ?? lastTag()
  if (tag === undefined) return undefined
  const root = mkdtempSync(join(tmpdir(), 'rong-earlier-'))
  try {
    return takeOut(tag, data, root) ? { name: tag, lexicons: readAll(root) } : undefined
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

const readAll = (root: string): readonly Lexicon[] =>
  listLanguages(root).flatMap((language) => readLexicon(root, language).lexicon ?? [])

const lastTag = (): string | undefined => {
  const tags = git('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*')
  return tags?.toString('utf8').trim() || undefined
}

/** Writes the tables of a state in git below `root`; false where it has none. */
const takeOut = (tag: string, data: string, root: string): boolean => {
  const prefix = git('rev-parse', '--show-prefix')?.toString('utf8').trim() ?? ''
  const listed = git('ls-tree', '-r', '-z', '--name-only', '--full-tree', tag, '--', prefix + data)
  const paths = (listed?.toString('utf8') ?? '')
    .split('\0')
    .filter((path) => /\.(csv|json|bib)$/.test(path))
  for (const path of paths) {
    const file = join(root, path.slice(prefix.length + data.replace(/\/*$/, '/').length))
    const content = git('show', `${tag}:${path}`)
    if (content === undefined) return false
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return paths.length > 0
}

/** What git prints; none where it refuses. */
const git = (...args: readonly string[]): Buffer | undefined => {
  const { status, stdout } = spawnSync('git', [...args], { maxBuffer: 1 << 28 })
  return status === 0 ? stdout : undefined
}

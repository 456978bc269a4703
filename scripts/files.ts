import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Problem } from '../src/lexicon/problem'

/** The folder under data/ that the dictionaries share. */
const SHARED = 'shared'
/** What of a dictionary's folder its reader is given; anything else there (README, media/) it is not. */
const TABLE_FILE = /\.(csv|json|bib)$/
/** Describes the tables to other programs; says nothing that is not in them. */
const DESCRIPTION = 'cldf-metadata.json'

/** Text files of one dictionary with those of data/shared, by path from the data folder, with `/`. */
export interface DataFolder {
  readonly files: ReadonlyMap<string, string>
  /** Files that are not UTF-8: they are not among `files`. */
  readonly problems: readonly Problem[]
}

/** What a folder or file on its way to its place is called. */
const TEMPORARY = '.tmp'

/** The dictionaries under `root`: the names of its folders, in order. */
export const listLanguages = (root: string): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((file) => file.isDirectory() && file.name !== SHARED && !isTemporary(file.name))
    .map((folder) => folder.name)
    .sort()

/** Reads the tables as they stand: a byte order mark or a foreign line end is left for the reader to report. */
export const readDataFolder = (root: string, language: string): DataFolder => {
  const files = new Map<string, string>()
  const problems: Problem[] = []
  for (const folder of [SHARED, language]) {
    for (const name of listFiles(join(root, folder))) {
      if (!TABLE_FILE.test(name) || name === DESCRIPTION) continue
      const path = `${folder}/${name}`
      const text = decodeUtf8(readFileSync(join(root, path)))
      if (typeof text === 'string') files.set(path, text)
      else problems.push(notUtf8(path, text.line))
    }
  }
  return { files, problems }
}

/** SHA-256 in hex of each file under the language's media/ folder, by its path there, with `/`. */
export const readMediaHashes = (root: string, language: string): ReadonlyMap<string, string> => {
  const folder = join(root, language, 'media')
  return new Map(
    listTree(folder).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  )
}

/** Names of the files (not folders) directly in `folder`, in order; none when there is no such folder. */
export const listFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((file) => file.isFile())
        .map((file) => file.name)
        .sort()
    : []

/** Paths of all files below `folder`, with `/`, in order; none when there is no such folder. */
export const listTree = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => statSync(join(folder, path)).isFile())
        .map((path) => path.split('\\').join('/'))
        .sort()
    : []

export const readBytes = (path: string): Uint8Array<ArrayBuffer> | undefined =>
  existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined

export const readText = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, 'utf8') : undefined

/** Whoever looks at `path` finds the old file or the whole new one, never a part. */
export const writeAtomically = (path: string, content: Uint8Array | string): void => {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, content)
  renameSync(temporary, path)
}

/**
 * Puts a folder holding exactly `files` (path → content) in the place of `folder`. It is written
 * beside it first, so that a failure leaves the old one as it was.
 */
export const replaceFolder = (
  folder: string,
  files: ReadonlyMap<string, Uint8Array | string>,
): void => {
  const fresh = freshFolder(folder)
  for (const [path, content] of files) {
    mkdirSync(dirname(join(fresh, path)), { recursive: true })
    writeFileSync(join(fresh, path), content)
  }
  swapFolder(folder, fresh)
}

/**
 * Puts other content into some files of a folder (path → content; undefined: taken away), all of them
 * or, on any failure, none. What is left as it is costs nothing, however large: the new folder has the
 * same file by another name.
 */
export const changeFolder = (
  folder: string,
  files: ReadonlyMap<string, Uint8Array | string | undefined>,
): void => {
  if (files.size === 0) return
  const fresh = freshFolder(folder)
  for (const path of listTree(folder)) {
    if (files.has(path)) continue
    mkdirSync(dirname(join(fresh, path)), { recursive: true })
    linkOrCopy(join(folder, path), join(fresh, path))
  }
  for (const [path, content] of files) {
    if (content === undefined) continue
    mkdirSync(dirname(join(fresh, path)), { recursive: true })
    writeFileSync(join(fresh, path), content)
  }
  swapFolder(folder, fresh)
}

/** Sticks and some network folders know no second name for a file. */
const linkOrCopy = (from: string, to: string): void => {
  try {
    linkSync(from, to)
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault)) throw fault
    copyFileSync(from, to)
  }
}

/** Puts back a folder whose replacement was cut off between its two steps, and clears what is left of it. */
export const recoverFolder = (folder: string): void => {
  const path = resolve(folder)
  const siblings = existsSync(dirname(path)) ? readdirSync(dirname(path)) : []
  const left = siblings.filter(
    (name) =>
      name.startsWith(`${basename(path)}.`) &&
      /^\.\d+(\.old)?\.tmp$/.test(name.slice(basename(path).length)),
  )
  const old = left.find((name) => name.endsWith(`.old${TEMPORARY}`))
  if (!existsSync(path) && old !== undefined) renameSync(join(dirname(path), old), path)
  for (const name of left) rmSync(join(dirname(path), name), { recursive: true, force: true })
}

const isTemporary = (name: string): boolean => name.endsWith(TEMPORARY)

const freshFolder = (folder: string): string => {
  const fresh = `${resolve(folder)}.${process.pid}${TEMPORARY}`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  return fresh
}

/** Two renames: whoever is killed between them leaves the old folder beside its place. */
const swapFolder = (folder: string, fresh: string): void => {
  const path = resolve(folder)
  const old = `${path}.${process.pid}.old${TEMPORARY}`
  if (existsSync(path)) renameSync(path, old)
  renameSync(fresh, path)
  rmSync(old, { recursive: true, force: true })
}

/** The text, with its byte order mark if it has one; where it is not UTF-8, the first line that is not. */
export const decodeUtf8 = (bytes: Uint8Array): string | { readonly line: number } => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return { line: firstBadLine(bytes) }
    throw error
  }
}

/** The first line that is not UTF-8: a line end is never part of another character in UTF-8. */
const firstBadLine = (bytes: Uint8Array): number => {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start)
    const rest = bytes.subarray(start, end < 0 ? bytes.length : end)
    if (new TextDecoder('utf-8', { ignoreBOM: true }).decode(rest).includes('\uFFFD')) return line
    if (end < 0) break
    start = end + 1
  }
  return line
}

const notUtf8 = (file: string, line: number): Problem => ({
  code: 'unreadable-file',
  severity: 'error',
  at: { file, line, row: line },
  reason: 'not-utf-8',
  detail: '',
})

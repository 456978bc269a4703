import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import type { Lexicon } from '../../src/lexicon/lexicon'
import type { FoundFile } from './list-recordings'

/** A larger file is no recording of a word, and not worth the reading; bytes. */
const LARGEST = 64 * 1024 * 1024

/** Beside the data folder: it is not published. */
export const originalsFolder = (data: string, language: string): string =>
  join(dirname(resolve(data)), 'originals', language)

/** Keeps files as they came, by their hash: `<sha256>.wav`. What is there already stays. */
export const keepOriginals = (
  folder: string,
  files: readonly { readonly path: string; readonly name: string; readonly sha256: string }[],
): void => {
  mkdirSync(folder, { recursive: true })
  for (const { path, name, sha256 } of files) {
    const extension = /^\.[a-z0-9]{1,5}$/i.exec(extname(name))?.[0].toLowerCase() ?? ''
    const kept = join(folder, sha256 + extension)
    if (existsSync(kept)) continue
    copyFileSync(path, `${kept}.tmp`)
    renameSync(`${kept}.tmp`, kept)
  }
}

/** Files that the dictionary has a recording of, by name, with its row. */
export const knownFiles = (
  { media }: Lexicon,
  files: readonly FoundFile[],
): ReadonlyMap<string, string> => {
  const byHash = new Map(
    media.flatMap(({ value: { id, sha256, originalSha256 } }) =>
      originalSha256 === undefined
        ? [[sha256, id] as const]
        : [[sha256, id] as const, [originalSha256, id] as const],
    ),
  )
  if (byHash.size === 0) return new Map()
  return new Map(
    files.flatMap(({ name, path }) => {
      const stat = statSync(path, { throwIfNoEntry: false })
      if (stat === undefined || !stat.isFile() || stat.size > LARGEST) return []
      const known = byHash.get(createHash('sha256').update(readFileSync(path)).digest('hex'))
      return known === undefined ? [] : [[name, known] as const]
    }),
  )
}

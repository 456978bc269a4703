import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { MEDIA_FIELDS } from '../../src/lexicon/media'
import type { Problem } from '../../src/lexicon/problem'
import { readBytes } from '../files'

/** A reading whose recordings and pictures are there, and those that the dictionary lacks. */
export interface FoundMedia {
  readonly lexicon: Lexicon
  /** Hashes of the dictionary's files and of those found, by path under media/. */
  readonly mediaFiles: ReadonlyMap<string, string>
  /** Bytes to put there, by that path. */
  readonly fresh: ReadonlyMap<string, Uint8Array>
  /** Rows left out, because nobody knows what they show. */
  readonly problems: readonly Problem[]
}

/** Where other programs keep such files, from the folder of the dictionary's file. */
const FOLDERS = ['.', 'audio', 'pictures', 'media']

/**
 * Looks for the files that a reading names and the dictionary has not, beside the files that were
 * read, and describes each by its hash where the reading does not.
 */
export const findMedia = (
  reading: Lexicon,
  ours: Lexicon,
  inputs: readonly string[],
): FoundMedia => {
  const roots = rootsOf(inputs)
  const mediaFiles = new Map(ours.mediaFiles)
  const fresh = new Map<string, Uint8Array>()
  const problems: Problem[] = []
  const media = reading.media.flatMap((row) => {
    const { path, sha256 } = row.value
    if (!mediaFiles.has(path)) {
      const bytes = isInside(path) ? lookFor(path, roots) : undefined
      if (bytes === undefined) {
        const at = row.place(MEDIA_FIELDS.path.column)
        problems.push({ code: 'media-missing', severity: 'warning', at, path })
        return []
      }
      fresh.set(path, bytes)
      mediaFiles.set(path, createHash('sha256').update(bytes).digest('hex'))
    }
    const hash = mediaFiles.get(path)!
    return sha256 === '' ? [{ ...row, value: { ...row.value, sha256: hash } }] : [row]
  })
  return { lexicon: { ...reading, media }, mediaFiles, fresh, problems }
}

/** Whether a file that a reading names is in the dictionary or beside the files that are read. */
export const mediaFinder = (
  { mediaFiles }: Lexicon,
  inputs: readonly string[],
): ((path: string) => boolean) => {
  const roots = rootsOf(inputs)
  return (path) => mediaFiles.has(path) || (isInside(path) && lookFor(path, roots) !== undefined)
}

const rootsOf = (inputs: readonly string[]): readonly string[] =>
  inputs.map((path) => (statSync(path).isDirectory() ? path : dirname(path)))

const lookFor = (path: string, roots: readonly string[]): Uint8Array | undefined => {
  for (const root of roots)
    for (const folder of FOLDERS) {
      const file = join(root, folder, path)
      if (existsSync(file) && statSync(file).isFile()) return readBytes(file)
    }
  return undefined
}

/** A path that leads out of the folder is nobody's clip. */
const isInside = (path: string): boolean =>
  path !== '' && !/^([/\\]|[A-Za-z]:)/.test(path) && !path.split(/[/\\]/).includes('..')

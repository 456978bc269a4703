import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { listTree, readDataFolder, readMediaHashes, readText } from '../scripts/files'
import { readTables } from '../src/formats/tables'
import type { Lexicon } from '../src/lexicon/lexicon'
import type { Problem } from '../src/lexicon/problem'

const FIXTURES = join(import.meta.dirname, 'fixtures')

/** The valid dictionary that broken ones are laid over; its language. */
export const EVERY_FIELD = join(FIXTURES, 'lexicons/every-field')
export const LANGUAGE = 'ba-na'
export const BROKEN = join(FIXTURES, 'broken')

/** Text files of the valid dictionary, by path. */
export const validFiles = (): Map<string, string> =>
  new Map(readDataFolder(EVERY_FIELD, LANGUAGE).files)

/** The valid dictionary with the one fault that a folder of broken/ holds. */
export const readBroken = (
  code: string,
): { readonly lexicon: Lexicon | undefined; readonly problems: readonly Problem[] } => {
  const folder = join(BROKEN, code)
  const files = validFiles()
  for (const path of listTree(folder)) {
    if (path.includes('/media/')) continue
    files.set(path, readText(join(folder, path)) ?? '')
  }
  const removed = (files.get('removed.txt') ?? '').split('\n')
  for (const path of [...removed, 'removed.txt']) files.delete(path)
  const media = existsSync(join(folder, LANGUAGE, 'media')) ? folder : EVERY_FIELD
  const { lexicon, problems } = readTables(files, LANGUAGE)
  return {
    lexicon: lexicon && { ...lexicon, mediaFiles: readMediaHashes(media, LANGUAGE) },
    problems,
  }
}

import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { writeBibtex } from '../../src/formats/bibtex'
import { emptyContent } from '../../src/formats/content'
import { SHARED_FOLDER, SOURCES_FILE } from '../../src/formats/table-list'
import { readTables, writeTables } from '../../src/formats/tables'
import type { Lexicon } from '../../src/lexicon/lexicon'
import type { Problem } from '../../src/lexicon/problem'
import { err, ok, type Result } from '../../src/lexicon/result'
import type { Source } from '../../src/lexicon/source'
import {
  changeFolder,
  listFiles,
  listLanguages,
  listTree,
  readBytes,
  readDataFolder,
  readMediaHashes,
  readText,
  recoverFolder,
  replaceFolder,
} from '../files'
import { bilingual, type Told, useOneOf } from '../told'

/** The dictionary that is imported into. */
export interface Target {
  readonly ours: Lexicon
  readonly problems: readonly Problem[]
  /** Dictionaries whose ids are not to be given out again. */
  readonly reserved: readonly Lexicon[]
  /** What is written, for people: `data/ba-na`. */
  readonly folder: string
  /** The data folder it is in. */
  readonly root: string
  /** Puts the tables of `lexicon` there, with sources and files under media/ that were added. */
  readonly write: (lexicon: Lexicon, added: Added) => void
}

export interface Added {
  readonly sources: readonly Source[]
  /** By path under media/. */
  readonly media: ReadonlyMap<string, Uint8Array>
}

/** A dictionary that is there: its folder, or the data folder it is in. */
export const openFolder = (
  given: string,
  language: string,
  shared: string,
): Result<Target, Told> => {
  const isRoot = basename(resolve(given)) !== language && existsSync(join(given, language))
  const folder = isRoot ? join(given, language) : given
  const root = dirname(resolve(folder))
  recoverFolder(folder)
  if (!existsSync(join(folder, 'language.json')))
    return err(
      bilingual(
        `--into ${given}: ở đó không có từ điển (language.json). Hãy nêu một thư mục như data/${language}.`,
        `--into ${given}: there is no dictionary (language.json). Name a folder such as data/${language}.`,
      ),
    )
  if (basename(resolve(folder)) !== language)
    return err(
      bilingual(
        `--into ${given}: đây không phải là ${language}. --language và --into phải nêu cùng một từ điển.`,
        `--into ${given}: this is not ${language}. Let --language and --into name one dictionary.`,
      ),
    )
  const read = readDictionary(root, language, shared)
  if (read.ours === undefined) return err(noSettings(`--into ${given}`))
  return ok({
    ours: read.ours,
    problems: read.problems,
    reserved: [],
    folder,
    root: dirname(folder),
    write: (lexicon, added) => changeFolder(folder, changedTables(folder, lexicon, added)),
  })
}

/** A data folder to be made from the project's settings for the language, with no entries yet. */
export const newFolder = (out: string, language: string, data: string): Result<Target, Told> => {
  if (resolve(out) === resolve(data))
    return err(
      bilingual(
        `--out ${out}: đây chính là bảng của dự án. Hãy dùng --into ${join(out, language)}.`,
        `--out ${out}: these are the project's own tables. Use --into ${join(out, language)}.`,
      ),
    )
  if (existsSync(out) && readdirSync(out).length > 0)
    return err(
      bilingual(
        `--out ${out}: thư mục không trống và không có bảng của ${language}. Hãy nêu thư mục mới.`,
        `--out ${out}: the folder is not empty and holds no tables of ${language}. Name a new one.`,
      ),
    )
  if (!existsSync(join(data, language, 'language.json')))
    return err(useOneOf('--language', language, listLanguages(data)))
  const { ours, problems } = readDictionary(data, language, data)
  if (ours === undefined) return err(noSettings(join(data, language)))
  return ok({
    ours: { ...ours, ...NO_CONTENT },
    problems,
    reserved: [ours],
    folder: out,
    root: out,
    write: (lexicon, { sources, media }) => {
      const files = new Map<string, Uint8Array | string>()
      for (const name of listFiles(join(data, SHARED_FOLDER)))
        files.set(`${SHARED_FOLDER}/${name}`, readBytes(join(data, SHARED_FOLDER, name))!)
      for (const name of listFiles(join(data, language)))
        if (/\.(json|bib)$/.test(name))
          files.set(`${language}/${name}`, readBytes(join(data, language, name))!)
      for (const [path, text] of writeTables(lexicon))
        if (path.endsWith('.csv')) files.set(path, text)
      if (sources.length > 0)
        files.set(`${language}/${SOURCES_FILE}`, withSources(join(data, language), sources))
      for (const [path, bytes] of media) files.set(`${language}/media/${path}`, bytes)
      for (const path of listTree(join(data, language, 'media')))
        if (lexicon.media.some(({ value }) => value.path === path))
          files.set(`${language}/media/${path}`, readBytes(join(data, language, 'media', path))!)
      replaceFolder(out, files)
    },
  })
}

const noSettings = (where: string): Told =>
  bilingual(
    `${where}: không đọc được language.json. Hãy chạy npm run check.`,
    `${where}: language.json cannot be read. Run npm run check.`,
  )

const NO_CONTENT = {
  ...emptyContent(),
  reviews: [],
  retired: [],
  ledger: [],
} as const

const readDictionary = (
  root: string,
  language: string,
  shared: string,
): { readonly ours: Lexicon | undefined; readonly problems: readonly Problem[] } => {
  const own = readDataFolder(root, language)
  const isShared = (path: string) => path.startsWith(`${SHARED_FOLDER}/`)
  const files = new Map(own.files)
  if (![...files.keys()].some(isShared))
    for (const [path, text] of readDataFolder(shared, language).files)
      if (isShared(path)) files.set(path, text)
  const { lexicon, problems } = readTables(files, language)
  return {
    ours: lexicon && { ...lexicon, mediaFiles: readMediaHashes(root, language) },
    problems: [...own.problems, ...problems],
  }
}

/** The tables that are not as they were, by name. What is not a table of entries is never rewritten. */
const changedTables = (
  folder: string,
  lexicon: Lexicon,
  { sources, media }: Added,
): ReadonlyMap<string, string | Uint8Array> => {
  const changed = new Map<string, string | Uint8Array>()
  for (const [path, text] of writeTables(lexicon)) {
    const name = basename(path)
    if (name.endsWith('.csv') && readText(join(folder, name)) !== text) changed.set(name, text)
  }
  if (sources.length > 0) changed.set(SOURCES_FILE, withSources(folder, sources))
  for (const [path, bytes] of media) changed.set(`media/${path}`, bytes)
  return changed
}

const withSources = (folder: string, added: readonly Source[]): string =>
  `${(readText(join(folder, SOURCES_FILE)) ?? '').trimEnd()}\n\n${writeBibtex(added)}`

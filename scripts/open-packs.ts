import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { explainEn } from '../src/checks/explain/en'
import { placeAsText } from '../src/checks/explain/explain'
import { checkLexicon } from '../src/checks/index'
import { readTables } from '../src/formats/tables'
import type { Lexicon } from '../src/lexicon/lexicon'
import type { Problem } from '../src/lexicon/problem'
import { err, ok, type Result } from '../src/lexicon/result'
import type { DictionaryError } from '../src/pack/dictionary'
import type { PackIndex } from '../src/pack/sections'
import { listLanguages, readBytes, readDataFolder, readMediaHashes, readText } from './files'
import { compileInMemory, type OpenedPack, openPack } from './open-pack'
import { withDrafts } from './open-pack-file'
import { inOrder } from './print-problems'
import { lexiconOfPairs, readPairs } from './read-pairs'

/** Where dictionaries come from: compiled packs, a pack, tables, or a list of words. */
export type Origin = { readonly kind: 'packs' | 'pack' | 'data' | 'pairs'; readonly path: string }

export interface OpenOptions {
  /** Only this one; all there are, or for pairs Ba Na, unless told. */
  readonly language?: string | undefined
  readonly drafts: boolean
  /** The project's own tables: the writing of a list of words, and the shared tables of a lone folder. */
  readonly tables: string
}

/** Why there is nothing to look up in: sentences with place and remedy. */
export interface OpenFault {
  /** The command was not right: a language or a path that is not there. */
  readonly isUsage: boolean
  readonly sentences: readonly string[]
}

type Opened = Result<readonly OpenedPack[], OpenFault>
type Warn = (sentence: string) => void

/** Opens every dictionary of an origin that was asked for. `warn` is told what was left out. */
export const openPacks = async (
  { kind, path }: Origin,
  options: OpenOptions,
  warn: Warn,
): Promise<Opened> => {
  switch (kind) {
    case 'packs':
      return openCompiled(path, options, warn)
    case 'pack':
      return openFile(path, options, warn)
    case 'data':
      return openTables(path, options)
    case 'pairs':
      return openPairs(path, options, warn)
  }
}

const openCompiled = async (folder: string, options: OpenOptions, warn: Warn): Promise<Opened> => {
  const index = readIndex(join(folder, 'index.json'))
  if (index === undefined)
    return fault(`There are no packs in ${folder}. Make them with: npm run compile`)
  const listed = chosen(
    index.packs.map(({ language, whole }) => ({ language, file: whole.file })),
    options.language,
  )
  if (!listed.ok) return listed
  const opened: OpenedPack[] = []
  for (const { file } of listed.value) {
    const one = await openFile(join(folder, file), { ...options, language: undefined }, warn)
    if (!one.ok) return one
    opened.push(...one.value)
  }
  return ok(opened)
}

const readIndex = (file: string): PackIndex | undefined => {
  const text = readText(file)
  return text === undefined ? undefined : JSON.parse(text)
}

const openFile = async (file: string, options: OpenOptions, warn: Warn): Promise<Opened> => {
  const missing = missingFile(file)
  if (missing !== undefined) return missing
  const published = readBytes(file)!
  const bytes = options.drafts ? await withDrafts(published, dirname(file)) : published
  const opened = await openPack(bytes, options)
  if (!opened.ok) return fault(`${file}: ${packRemedy(opened.error)}`)
  const { meta, hasDrafts, draftList } = opened.value.dictionary
  if (options.drafts && hasDrafts && draftList === undefined)
    warn(`${file}: its drafts are not in the folder s beside it, and are left out.`)
  const language = meta.code
  const asked = chosen([{ language }], options.language)
  return asked.ok ? ok([opened.value]) : asked
}

const packRemedy = (error: DictionaryError): string => {
  switch (error.kind) {
    case 'not-a-pack':
      return 'this is no pack. Name a .rong file, or make packs with: npm run compile'
    case 'pack-too-new':
      return `the pack is of format ${error.found}, this program reads up to ${error.supported}. Use a newer release of the program.`
    case 'pack-cut-short':
      return `the pack ends at byte ${error.got} of ${error.expected}. Copy it again, or make it anew with: npm run compile`
    case 'pack-damaged':
      return `the pack is damaged (${error.what}). Copy it again, or make it anew with: npm run compile`
    case 'not-here-yet':
      return `the pack lacks ${error.sections.join(', ')}. Name the whole .rong file, not its beginning.`
  }
}

const openTables = async (folder: string, options: OpenOptions): Promise<Opened> => {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return usage(`${folder}: there is no such folder. Name one that holds tables: --data DIR`)
  const isOne = existsSync(join(folder, 'language.json'))
  const root = isOne ? dirname(resolve(folder)) : folder
  const languages = isOne ? [basename(resolve(folder))] : listLanguages(folder)
  if (languages.length === 0)
    return fault(`There are no tables in ${folder}. Name a folder that has them: --data DIR`)
  const listed = chosen(
    languages.map((language) => ({ language })),
    options.language,
  )
  if (!listed.ok) return listed
  const opened: OpenedPack[] = []
  for (const { language } of listed.value) {
    const read = readCheckedLexicon(root, language, options.tables)
    if (!read.ok) return read
    opened.push(await compileInMemory(read.value, options))
  }
  return ok(opened)
}

const openPairs = async (file: string, options: OpenOptions, warn: Warn): Promise<Opened> => {
  const missing = missingFile(file)
  if (missing !== undefined) return missing
  const { tables, language = 'ba-na' } = options
  const listed = chosen(
    listLanguages(tables).map((code) => ({ language: code })),
    language,
  )
  if (!listed.ok) return listed
  const read = readPairs(readBytes(file)!, file)
  if (!read.ok) return problemFault([read.error])
  const writing = readCheckedLexicon(tables, language, tables)
  if (!writing.ok) return writing
  const { pairs, leftOut } = read.value
  if (leftOut.length > 0)
    warn(
      `${placeAsText(leftOut[0]!)}: no word or no gloss; ${leftOut.length} such rows are left out. Fill them in.`,
    )
  if (pairs.length === 0)
    return fault(`${file}:1: there are no pairs. Two columns are needed: headword,gloss.vi`)
  return ok([await compileInMemory(lexiconOfPairs(pairs, writing.value), options)])
}

/** Tables with an error compile to nothing, here as anywhere. A lone folder takes the shared tables of `tables`. */
const readCheckedLexicon = (
  root: string,
  language: string,
  tables: string,
): Result<Lexicon, OpenFault> => {
  const folder = readDataFolder(root, language)
  const own = [...folder.files.keys()].some((path) => path.startsWith('shared/'))
  const shared = own ? [] : [...readDataFolder(tables, language).files].filter(isShared)
  const { lexicon, problems } = readTables(new Map([...shared, ...folder.files]), language)
  const whole = lexicon && { ...lexicon, mediaFiles: readMediaHashes(root, language) }
  const all = [...folder.problems, ...problems, ...(whole ? checkLexicon(whole) : [])]
  const errors = all.filter(({ severity }) => severity === 'error')
  return whole === undefined || errors.length > 0 ? problemFault(errors) : ok(whole)
}

const isShared = ([path]: readonly [string, string]) => path.startsWith('shared/')

/** Sentences about problems beyond these would hide the first. */
const MOST_PROBLEMS = 20

const problemFault = (problems: readonly Problem[]): Result<never, OpenFault> => {
  const sentences = inOrder(problems).slice(0, MOST_PROBLEMS).map(explainEn)
  const more = problems.length - sentences.length
  return err({
    isUsage: false,
    sentences: more > 0 ? [...sentences, `${more} more errors: npm run check`] : sentences,
  })
}

/** All, or the one that was asked for. */
const chosen = <Listed extends { readonly language: string }>(
  listed: readonly Listed[],
  asked: string | undefined,
): Result<readonly Listed[], OpenFault> => {
  const some = listed.filter(({ language }) => asked === undefined || language === asked)
  return asked !== undefined && some.length === 0
    ? usage(`--language ${asked}: use one of ${listed.map(({ language }) => language).join(', ')}.`)
    : ok(some)
}

const missingFile = (file: string): Result<never, OpenFault> | undefined => {
  if (!existsSync(file)) return usage(`${file}: there is no such file. Check the path.`)
  return statSync(file).isFile()
    ? undefined
    : usage(`${file}: this is a folder. Name a file in it.`)
}

const fault = (sentence: string): Result<never, OpenFault> =>
  err({ isUsage: false, sentences: [sentence] })

const usage = (sentence: string): Result<never, OpenFault> =>
  err({ isUsage: true, sentences: [sentence] })

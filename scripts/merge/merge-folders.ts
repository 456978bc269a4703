import { basename, dirname, join, resolve } from 'node:path'
import {
  LANGUAGE_FILE,
  SHARE_ALIKE_FORMS,
  SHARED_FOLDER,
  SOURCES_FILE,
} from '../../src/formats/table-list'
import { readTables, writeTables } from '../../src/formats/tables'
import type { Lexicon } from '../../src/lexicon/lexicon'
import type { Problem } from '../../src/lexicon/problem'
import { placeConflicts } from '../../src/merge/conflict-lines'
import { CONFLICTS_FILE, writeConflicts } from '../../src/merge/conflicts-csv'
import { diffLexicons, type RowChange } from '../../src/merge/diff'
import { TABLE_NAMES } from '../../src/merge/merge-table'
import { giveNewIds } from '../../src/merge/new-ids'
import { filesOfTable } from '../../src/merge/table-file'
import { mergeLexicons } from '../../src/merge/three-way'
import {
  changeFolder,
  listFiles,
  listTree,
  readBytes,
  readDataFolder,
  readMediaHashes,
  replaceFolder,
} from '../files'
import { type ProblemLanguage, printProblems } from '../print-problems'
import { readFolder } from './merge-table'
import { SENTENCES } from './sentences'
import { asPath, tellHowToSettle, tellMerge } from './tell'

/** Three states of one language's folder. */
export interface FolderMerge {
  readonly base: string
  readonly ours: string
  readonly theirs: string
  /** Whether new rows of theirs give way where ours have their ids. */
  readonly newIds: boolean
  /** `new`: a whole folder that is not there yet. `changes`: a folder of which the tables become the merged ones. */
  readonly out: { readonly kind: 'new' | 'changes'; readonly folder: string } | undefined
}

/** Merges the folder of a language. The exit code: 1 where there are conflicts or a side cannot be read. */
export const mergeFolders = (folders: FolderMerge, language: ProblemLanguage): number => {
  const say = SENTENCES[language]
  const { out } = folders
  if (out?.kind === 'new' && listTree(out.folder).length > 0) {
    console.error(say.notEmpty(out.folder))
    return 2
  }
  const read = [folders.base, folders.ours, folders.theirs].map((path) =>
    readSide(path, folders.ours),
  )
  const problems = read.flatMap((side) => side.problems)
  const [base, ours, theirs] = read.map((side) => side.lexicon)
  if (problems.length > 0 || base === undefined || ours === undefined || theirs === undefined) {
    printProblems(problems, language)
    return 1
  }
  const renamed = folders.newIds
    ? giveNewIds(base, ours, theirs)
    : { lexicon: theirs, renumbered: [] }
  const merged = mergeLexicons(base, ours, renamed.lexicon)
  const before = readFolder(folders.ours)
  const files = mergedFiles(merged.lexicon, { ours, theirs }, before, readFolder(folders.theirs))
  const conflicts = placeConflicts(merged.conflicts, files)

  for (const line of countChanges(merged.changes)) console.log(say.brought(...line))
  const shown = out?.folder ?? folders.ours
  tellMerge(shown, [...renamed.renumbered, ...merged.renumbered], conflicts, language)
  if (out === undefined) {
    console.log(say.notWritten)
    return conflicts.length > 0 ? 1 : 0
  }
  write(out, folders, files, conflicts.length > 0 ? writeConflicts(conflicts) : undefined)
  console.log(say.written(asPath(out.folder)))
  tellHowToSettle(asPath(out.folder), conflicts, '--new-ids', language)
  return conflicts.length > 0 ? 1 : 0
}

/** The merged tables by name. What only one side changed keeps that side's bytes, where ours would not be the same. */
const mergedFiles = (
  lexicon: Lexicon,
  sides: { readonly ours: Lexicon; readonly theirs: Lexicon },
  ourFiles: ReadonlyMap<string, string>,
  theirFiles: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> => {
  const files = new Map([...writeTables(lexicon)].map(([path, text]) => [basename(path), text]))
  const changed = (from: Lexicon, table: string): boolean =>
    diffLexicons(from, lexicon).some((change) => change.table === table)
  for (const [table, file] of [
    ['language', LANGUAGE_FILE],
    ['sources', SOURCES_FILE],
  ] as const) {
    const text = !changed(sides.ours, table)
      ? ourFiles.get(file)
      : changed(sides.theirs, table)
        ? undefined
        : theirFiles.get(file)
    if (text !== undefined) files.set(file, text)
  }
  return files
}

/** One side, with the shared tables beside it; where there are none, those beside ours or of this project. */
const readSide = (
  path: string,
  ours: string,
): { readonly lexicon: Lexicon | undefined; readonly problems: readonly Problem[] } => {
  const [root, language] = [dirname(resolve(path)), basename(resolve(path))]
  const shared = [root, dirname(resolve(ours)), 'data'].find(
    (folder) => listFiles(join(folder, SHARED_FOLDER)).length > 0,
  )
  const own = readDataFolder(root, language)
  const other = readDataFolder(shared ?? root, SHARED_FOLDER)
  const { lexicon, problems } = readTables(new Map([...other.files, ...own.files]), language)
  const unexplained = (lexicon?.unexplained ?? []).map(
    ({ at, text }): Problem => ({ code: 'unexplained-cell', severity: 'error', at, given: text }),
  )
  const found = [...own.problems, ...problems, ...unexplained]
  return {
    lexicon,
    problems: found.map((problem) => ({
      ...problem,
      at: { ...problem.at, file: asPath(join(dirname(path), problem.at.file)) },
    })),
  }
}

const write = (
  out: NonNullable<FolderMerge['out']>,
  { base, ours, theirs }: FolderMerge,
  tables: ReadonlyMap<string, string>,
  conflicts: string | undefined,
): void => {
  const files = new Map<string, Uint8Array | string | undefined>(tables)
  for (const path of newMedia(base, ours, theirs)) files.set(path, readBytes(join(theirs, path)))
  files.set(CONFLICTS_FILE, conflicts)
  if (!tables.has(SHARE_ALIKE_FORMS.file)) files.set(SHARE_ALIKE_FORMS.file, undefined)
  if (out.kind === 'changes') {
    for (const [name, text] of readFolder(out.folder))
      if (files.get(name) === text) files.delete(name)
    changeFolder(out.folder, files)
    return
  }
  const all = new Map<string, Uint8Array | string>()
  for (const path of listTree(ours)) all.set(path, readBytes(join(ours, path)) ?? '')
  for (const [path, content] of files) {
    if (content === undefined) all.delete(path)
    else all.set(path, content)
  }
  replaceFolder(out.folder, all)
}

/** Paths of media files that theirs added or changed and ours left alone. */
const newMedia = (base: string, ours: string, theirs: string): readonly string[] => {
  const [was, own, other] = [base, ours, theirs].map((folder) =>
    readMediaHashes(dirname(resolve(folder)), basename(resolve(folder))),
  )
  return [...(other ?? [])].flatMap(([path, hash]) =>
    own?.get(path) !== hash && own?.get(path) === was?.get(path) ? `media/${path}` : [],
  )
}

/** Rows added, changed and removed by file, of the tables where there are any. */
const countChanges = (
  changes: readonly RowChange[],
): readonly (readonly [file: string, added: number, changed: number, removed: number])[] =>
  TABLE_NAMES.flatMap((table) => {
    const own = changes.filter((change) => change.table === table)
    const count = (kind: RowChange['kind']) => own.filter((change) => change.kind === kind).length
    return own.length === 0
      ? []
      : [
          [
            filesOfTable(table)[0] ?? table,
            count('added'),
            count('changed'),
            count('removed'),
          ] as const,
        ]
  })

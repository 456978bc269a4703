import { basename, dirname, join } from 'node:path'
import { placeConflicts } from '../../src/merge/conflict-lines'
import { mergeFiles } from '../../src/merge/merge-files'
import { readTableFile } from '../../src/merge/table-file'
import { listFiles, readText, writeAtomically } from '../files'
import { type ProblemLanguage, printProblems } from '../print-problems'
import { conflictsPath, replaceConflicts } from './conflicts-file'
import { SENTENCES } from './sentences'
import { asPath, tellHowToSettle, tellMerge } from './tell'

/** Where the three files are, and what becomes of the merged one. */
export interface TableMerge {
  readonly base: string
  readonly ours: string
  readonly theirs: string
  /** Its path among the other tables: the three that git hands over have names of their own. */
  readonly path: string
  /** Where the result goes, and the folder for conflicts; none: nowhere. */
  readonly out: { readonly file: string; readonly conflictsIn: string } | undefined
}

/** Merges one CSV table. The exit code: 1 where there are conflicts or a file cannot be read. */
export const mergeTable = (files: TableMerge, language: ProblemLanguage): number => {
  const say = SENTENCES[language]
  const folder = dirname(files.path)
  const file = basename(files.path)
  const text = (path: string): string => readText(path) ?? ''
  const merged = mergeFiles(
    asPath(files.path),
    { base: text(files.base), ours: text(files.ours), theirs: text(files.theirs) },
    retiredNumbers(folder),
  )
  if (!('text' in merged)) {
    printProblems(merged, language)
    console.log(say.oursLeft(asPath(files.path)))
    return 1
  }
  const tables = merged.conflicts.length > 0 ? readFolder(folder) : new Map<string, string>()
  const conflicts = placeConflicts(merged.conflicts, tables.set(file, merged.text), file)
  tellMerge(folder, merged.renumbered, conflicts, language)
  if (files.out === undefined) {
    console.log(say.notWritten)
  } else {
    const { conflictsIn } = files.out
    writeAtomically(files.out.file, merged.text)
    replaceConflicts(conflictsPath(conflictsIn), file, conflicts)
    const command = `npm run merge -- --git ${asPath(folder)} --new-ids`
    tellHowToSettle(asPath(conflictsIn), conflicts, command, language)
  }
  return conflicts.length > 0 ? 1 : 0
}

/** The tables of a folder as they stand, text by name. */
export const readFolder = (folder: string): Map<string, string> =>
  new Map(
    listFiles(folder)
      .filter((name) => /\.(csv|json|bib)$/.test(name))
      .map((name) => [name, readText(join(folder, name)) ?? '']),
  )

/** Numbers that no entry has any more and none may get again. */
const retiredNumbers = (folder: string): readonly number[] => {
  const path = join(folder, 'retired.csv')
  const read = readTableFile(readText(path) ?? '', path)
  if (!('table' in read)) return []
  return read.rows.flatMap(({ value }) => {
    const number: unknown = Reflect.get(value, 'number')
    return typeof number === 'number' ? number : []
  })
}

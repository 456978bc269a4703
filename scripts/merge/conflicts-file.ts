import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../../src/lexicon/problem'
import {
  CONFLICTS_FILE,
  type ConflictLine,
  readConflicts,
  type Settled,
  writeConflicts,
} from '../../src/merge/conflicts-csv'
import { readBytes, writeAtomically } from '../files'

/** The path of a folder's conflicts, with `/`. */
export const conflictsPath = (folder: string): string =>
  join(folder, CONFLICTS_FILE).split('\\').join('/')

/** What stands in a file of conflicts; nothing where there is none. */
export const readConflictsFile = (
  path: string,
): { readonly settled: readonly Settled[]; readonly problems: readonly Problem[] } => {
  const bytes = readBytes(path)
  return bytes === undefined ? { settled: [], problems: [] } : readConflicts(bytes, path)
}

/** Writes the file, or takes it away where there is nothing to write. */
export const writeConflictsFile = (path: string, lines: readonly ConflictLine[]): void => {
  if (lines.length > 0) writeAtomically(path, writeConflicts(lines))
  else if (existsSync(path)) rmSync(path)
}

/** Puts the conflicts of one table's file in the place of those that stand there for it. */
export const replaceConflicts = (
  path: string,
  file: string,
  lines: readonly ConflictLine[],
): void => {
  const others = readConflictsFile(path).settled.filter((line) => line.file !== file)
  writeConflictsFile(path, [...others, ...lines])
}

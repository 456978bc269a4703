import { join } from 'node:path'
import type { PlacedConflict } from '../../src/merge/conflict-lines'
import type { Renumbered } from '../../src/merge/numbers'
import { filesOfTable } from '../../src/merge/table-file'
import type { ProblemLanguage } from '../print-problems'
import { conflictsPath } from './conflicts-file'
import { SENTENCES } from './sentences'

/** Prints what had to be numbered anew and every conflict, with its place in `folder`. */
export const tellMerge = (
  folder: string,
  renumbered: readonly Renumbered[],
  conflicts: readonly PlacedConflict[],
  language: ProblemLanguage,
): void => {
  const say = SENTENCES[language]
  for (const one of renumbered)
    console.log(say.renumbered(asPath(join(folder, filesOfTable(one.table)[0] ?? '')), one))
  for (const { conflict, headword, at } of conflicts) {
    const place = `${asPath(join(folder, at.file))}:${at.line}`
    const column = conflict.column === undefined ? '' : ` ${conflict.column}`
    console.log(`${place}${column}: ${say.conflict(conflict, headword)}`)
  }
  if (conflicts.length > 0) console.log(say.conflicts(conflicts.length))
}

/** How to go on when conflicts were written into `folder`. `newIds`: what gives rows of theirs other ids. */
export const tellHowToSettle = (
  folder: string,
  conflicts: readonly PlacedConflict[],
  newIds: string,
  language: ProblemLanguage,
): void => {
  const say = SENTENCES[language]
  if (conflicts.length === 0) return
  if (conflicts.some(({ conflict }) => conflict.kind === 'same-id'))
    console.log(say.sameIds(newIds))
  console.log(say.settleThem(conflictsPath(folder), folder))
}

export const asPath = (path: string): string => path.split('\\').join('/')

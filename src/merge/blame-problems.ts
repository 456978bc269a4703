import { checkLexicon } from '../checks/index'
import { CONTENT_TABLES } from '../formats/content'
import type { Lexicon, Row } from '../lexicon/lexicon'
import type { Problem } from '../lexicon/problem'
import type { RowChange } from './diff'
import { valuesIn } from './incoming'
import { keyOfRow, type TakenIn } from './take-in'
import type { Tracer } from './tracer'
import { unwritableCells } from './unwritable-cells'

/** Whose the problems of a merged dictionary are. */
export interface Blame {
  /** By the index of the entry of the file that brings them. */
  readonly errors: ReadonlyMap<number, readonly Problem[]>
  /** Errors that ours has not and no entry of the file is to blame for. */
  readonly blocking: readonly Problem[]
  /** Of entries of the file. */
  readonly warnings: readonly Problem[]
}

/** Runs the checks, and what else must hold of tables, on a dictionary whose new and changed rows are traced. */
export const blameProblems = (
  lexicon: Lexicon,
  indexOf: Tracer['indexOf'],
  ours: Lexicon,
): Blame => {
  const errors = new Map<number, Problem[]>()
  const unclaimed: Problem[] = []
  const warnings: Problem[] = []
  for (const problem of [...checkLexicon(lexicon), ...unwritableCells(lexicon)]) {
    const index = indexOf(problem.at)
    if (problem.severity === 'warning') {
      if (index !== undefined) warnings.push(problem)
    } else if (index === undefined) unclaimed.push(problem)
    else {
      const own = errors.get(index)
      if (own === undefined) errors.set(index, [problem])
      else own.push(problem)
    }
  }
  return { errors, blocking: newOnes(unclaimed, ours), warnings }
}

/**
 * Rows that merging changed get the place where the file has them, so that a problem is found where it
 * can be mended, and it is known which entry has it.
 */
export const placeChanges = (
  lexicon: Lexicon,
  changes: readonly RowChange[],
  places: TakenIn['places'],
): Lexicon => {
  const placed = new Map<object, Row<object>>()
  const tables = new Set<string>()
  for (const change of changes) {
    if (change.kind !== 'changed') continue
    const place = places.get(keyOfRow(change.table, change.id))
    if (place === undefined) continue
    placed.set(change.after.value, { ...change.after, place })
    tables.add(change.table)
  }
  const rows = CONTENT_TABLES.filter((table) => tables.has(table)).map((table) => [
    table,
    valuesIn(lexicon, table).map((row) => placed.get(row.value) ?? row),
  ])
  return rows.length === 0 ? lexicon : { ...lexicon, ...Object.fromEntries(rows) }
}

/** Those that ours does not have already. */
const newOnes = (problems: readonly Problem[], ours: Lexicon): readonly Problem[] => {
  if (problems.length === 0) return []
  const known = new Set(checkLexicon(ours).map((problem) => JSON.stringify(problem)))
  return problems.filter((problem) => !known.has(JSON.stringify(problem)))
}

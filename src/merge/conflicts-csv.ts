import { writeForeignCsv } from '../formats/csv'
import { LANGUAGE_FILE, SOURCES_FILE } from '../formats/table-list'
import { guardFormula, unguardFormula } from '../formats/wide/formula-guard'
import { parseTable } from '../formats/wide/parse-table'
import type { Place, Problem } from '../lexicon/problem'
import type { Conflict } from './conflict'
import { tableInFile } from './table-file'

/** The file in which people settle conflicts; it stands beside the tables. */
export const CONFLICTS_FILE = 'conflicts.csv'

/** A line of it. */
export interface ConflictLine {
  readonly conflict: Conflict
  /** Name of the file that the table is in. */
  readonly file: string
  /** Of the entry it is about, for people to know it by. */
  readonly headword: string
  /** `ours`, `theirs` or the text itself, between `"` to the letter; empty: not settled. */
  readonly resolved: string
}

/** A line as somebody left it. */
export interface Settled extends ConflictLine {
  readonly place: (column: ConflictColumn) => Place
}

export const CONFLICT_COLUMNS = [
  'table',
  'id',
  'column',
  'headword',
  'base',
  'ours',
  'theirs',
  'resolved',
] as const
export type ConflictColumn = (typeof CONFLICT_COLUMNS)[number]

/** The lines as a table that a spreadsheet or a text editor opens. */
export const writeConflicts = (lines: readonly ConflictLine[]): string => {
  const rows = lines.map(({ conflict, file, headword, resolved }) => {
    const { id, column = '', base, ours, theirs } = conflict
    return [file, id, column, headword, base, ours, theirs, resolved].map(guardFormula)
  })
  return writeForeignCsv([CONFLICT_COLUMNS, ...rows], ',')
}

/** Reads what `writeConflicts` wrote, saved again by whatever program. */
export const readConflicts = (
  bytes: Uint8Array,
  file: string,
): { readonly settled: readonly Settled[]; readonly problems: readonly Problem[] } => {
  const csv = parseTable(bytes, file)
  if ('code' in csv) return { settled: [], problems: [csv] }
  const indexOf = (column: ConflictColumn): number => csv.header.cells.indexOf(column)
  const missing = CONFLICT_COLUMNS.filter((column) => indexOf(column) < 0)
  if (missing.length > 0) {
    const at = csv.header.place()
    const problems = missing.map(
      (column): Problem => ({ code: 'missing-column', severity: 'error', at, missing: column }),
    )
    return { settled: [], problems }
  }
  const settled = csv.rows.map((row): Settled => {
    const cell = (column: ConflictColumn) => unguardFormula(row.cells[indexOf(column)] ?? '')
    const [base, ours, theirs] = [cell('base'), cell('ours'), cell('theirs')]
    const column = cell('column')
    const kind =
      column !== '' ? 'field' : ours !== '' && theirs !== '' && base === '' ? 'same-id' : 'removed'
    const file = cell('table')
    const table = tableOfFile(file)
    return {
      conflict: {
        kind,
        table,
        id: cell('id'),
        ...(column !== '' && { column }),
        base,
        ours,
        theirs,
      },
      file,
      headword: cell('headword'),
      resolved: cell('resolved').trim(),
      place: (column) => ({ ...row.place(indexOf(column)), column }),
    }
  })
  return { settled, problems: [] }
}

/** The name in a lexicon of what a file holds; a file we do not know keeps its own. */
const tableOfFile = (file: string): string => {
  if (file === LANGUAGE_FILE) return 'language'
  return file === SOURCES_FILE ? 'sources' : (tableInFile(file) ?? file)
}

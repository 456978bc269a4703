import { LANGUAGE_FILE, SOURCES_FILE } from '../formats/table-list'
import type { Row } from '../lexicon/lexicon'
import type { Place } from '../lexicon/problem'
import type { Conflict } from './conflict'
import type { ConflictLine } from './conflicts-csv'
import { keyedRows } from './keyed-rows'
import { filesOfTable, readTableFile } from './table-file'

/** A conflict with what people know it by, and where it is in the merged file; a row that is not there: its head. */
export interface PlacedConflict extends ConflictLine {
  readonly at: Place
}

/**
 * Conflicts as lines of the file in which people settle them. `files`: the merged folder, text by
 * name. `only`: the file that was merged, where it was one.
 */
export const placeConflicts = (
  conflicts: readonly Conflict[],
  files: ReadonlyMap<string, string>,
  only?: string,
): readonly PlacedConflict[] => {
  if (conflicts.length === 0) return []
  const tables = new Map<string, ReadonlyMap<string, Row<object>>>()
  const rowsIn = (file: string): ReadonlyMap<string, Row<object>> => {
    const known = tables.get(file)
    if (known !== undefined) return known
    const read = readTableFile(files.get(file) ?? '', file)
    const rows = 'table' in read ? keyedRows(read.rows, read.table) : new Map()
    tables.set(file, rows)
    return rows
  }
  const rowById = new Map(
    OWNING.flatMap((table) => filesOfTable(table).flatMap((file) => [...rowsIn(file)])),
  )
  return conflicts.map((conflict) => {
    const { table, id, column } = conflict
    const candidates = only === undefined ? fileNames(table) : [only]
    const file = candidates.find((name) => rowsIn(name).has(id)) ?? candidates[0] ?? table
    const row = rowsIn(file).get(id)
    const at = row?.place(column) ?? { file, line: 1, row: 1 }
    const headword = row === undefined ? '' : headwordOf(row.value, rowById)
    return { conflict, file, headword, resolved: '', at }
  })
}

/** The files of a table, the usual one first. */
const fileNames = (table: string): readonly string[] => {
  if (table === 'language') return [LANGUAGE_FILE]
  return table === 'sources' ? [SOURCES_FILE] : filesOfTable(table)
}

/** Tables that others hang on. */
const OWNING = ['entries', 'forms', 'senses'] as const

/** Properties by which a row says what it hangs on. */
const OWNERS = ['entry', 'sense', 'subject', 'owner', 'from']
/** A review judges a sense, that belongs to an entry. */
const DEEPEST = 3

const headwordOf = (value: object, rowById: ReadonlyMap<string, Row<object>>): string => {
  let row: object | undefined = value
  for (let depth = 0; row !== undefined && depth <= DEEPEST; depth++) {
    const headword: unknown = Reflect.get(row, 'headword')
    if (typeof headword === 'string') return headword
    const owners = OWNERS.map((property) => String(Reflect.get(row ?? {}, property)))
    row = rowById.get(owners.find((id) => rowById.has(id)) ?? '')?.value
  }
  return ''
}

import { parseCsv } from '../formats/csv'
import { fieldsOf, writeRecords } from '../formats/records'
import {
  LANGUAGE_TABLES,
  SHARE_ALIKE_FORMS,
  SHARED_TABLES,
  type Table,
} from '../formats/table-list'
import type { Field } from '../lexicon/field'
import type { Row } from '../lexicon/lexicon'
import type { Place, Problem, UnreadableReason } from '../lexicon/problem'
import { cellToValue, valueToCell } from './cell'
import { describeTable, type MergeTable } from './merge-table'

/** A table's file as it stands, cell by cell: also with columns that we do not know, or without some that we do. */
export interface TableFile {
  readonly table: MergeTable
  readonly fields: readonly (readonly [property: string, field: Field])[]
  readonly order: Table<unknown>['order']
  readonly rows: readonly Row<object>[]
}

/** The name in a lexicon of the table that a file holds; undefined: it holds none of ours. */
export const tableInFile = (file: string): string | undefined => TABLES.get(baseName(file))?.name

/** The files in which a table stands, by its name in a lexicon. */
export const filesOfTable = (table: string): readonly string[] =>
  [...TABLES].filter(([, { name }]) => name === table).map(([file]) => file)

/**
 * Reads a CSV file of ours, known by the end of its path. Cells that are not as they should be stay
 * as they are; they are for a check to tell. `shown`: what problems call the file.
 */
export const readTableFile = (
  text: string,
  file: string,
  shown = file,
): TableFile | readonly Problem[] => {
  const known = TABLES.get(baseName(file))
  const csv = parseCsv(text, shown)
  if ('code' in csv) return [csv]
  if (known === undefined) return [unreadable(csv.header.place(), 'wrong-format', baseName(file))]
  const problems: Problem[] = []
  const { cells: header } = csv.header
  const fields = header.flatMap((column, index): (readonly [string, Field])[] => {
    if (column === '') return []
    const at = csv.header.place(index)
    if (header.indexOf(column) < index)
      problems.push({ code: 'duplicate-column', severity: 'error', at, given: column })
    const own = fieldsOf(known.table.fields).find(([, field]) => field.column === column)
    return [own ?? [`${UNKNOWN}${column}`, { column, kind: 'text' }]]
  })
  const table = describeTable(known.name, fields)
  const rows = csv.rows.map((row): Row<object> => {
    const value: Record<string, unknown> = {}
    if (row.cells.length < header.length)
      problems.push(unreadable(row.place(), 'row-length', `${row.cells.length} / ${header.length}`))
    row.cells.forEach((cell, index) => {
      const column = header[index] ?? ''
      if (column !== '') {
        const field = table.fields.find((field) => field.column === column)
        const said = field && valueIn(cell, field.kind)
        if (field !== undefined && said !== undefined) value[field.property] = said
      } else if (cell !== '') {
        const at = row.place(index)
        problems.push({ code: 'unexplained-cell', severity: 'error', at, given: cell })
      }
    })
    const place = (column?: string): Place =>
      row.place(column === undefined ? undefined : header.indexOf(column))
    return { value, place }
  })
  return problems.length > 0 ? problems : { table, fields, order: known.table.order, rows }
}

/** The file with these rows: the same bytes for the same rows. */
export const writeTableFile = (
  { fields, order }: TableFile,
  rows: readonly Row<object>[],
): string =>
  writeRecords(
    rows.map(({ value }) => value),
    { file: '', fields: Object.fromEntries(fields), order },
  )

/** Columns that no field explains are kept under a name that no property has. */
const UNKNOWN = 'column:'

const TABLES: ReadonlyMap<string, { readonly name: string; readonly table: Table<unknown> }> =
  new Map([
    ...Object.entries({ ...LANGUAGE_TABLES, ...SHARED_TABLES }).map(
      ([name, table]) => [table.file, { name, table }] as const,
    ),
    [SHARE_ALIKE_FORMS.file, { name: 'forms', table: SHARE_ALIKE_FORMS }],
  ])

/** A cell as a value of its kind, where writing it gives the same cell back; else the cell. */
const valueIn = (cell: string, kind: MergeTable['fields'][number]['kind']): unknown => {
  const read = cellToValue(cell, kind)
  return read !== undefined && valueToCell(read.value, kind) === cell ? read.value : cell
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const unreadable = (at: Place, reason: UnreadableReason, detail: string): Problem => ({
  code: 'unreadable-file',
  severity: 'error',
  at,
  reason,
  detail,
})

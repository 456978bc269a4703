import { ENTRY_FIELDS } from '../lexicon/entry'
import type { Field } from '../lexicon/field'
import type { Row, UnexplainedCell } from '../lexicon/lexicon'
import type { Place, Problem } from '../lexicon/problem'
import { type Csv, type CsvRow, writeCsv } from './csv'
import { joinList, splitList } from './list-cell'
import type { Table } from './table-list'

/** What a table's file says. */
export interface Records<Value> {
  readonly rows: readonly Row<Value>[]
  readonly problems: readonly Problem[]
  readonly unexplained: readonly UnexplainedCell[]
}

/** Properties of a record by name, while they are being put together. */
type Draft = Record<string, unknown>

/**
 * Turns the rows of a file into records by walking the table's fields. Every row becomes a record:
 * where a required cell is empty or no number or none of the choices, a problem is raised and an
 * empty text, NaN or the first choice stands in, so that rows that refer to this one raise no
 * problems of their own.
 */
export const readRecords = <Value>({ header, rows }: Csv, table: Table<Value>): Records<Value> => {
  const problems: Problem[] = []
  const unexplained: UnexplainedCell[] = []
  const fields = fieldsOf(table.fields)
  const indexByColumn = new Map<string, number>()
  header.cells.forEach((column, index) => {
    const known = fields.some(([, field]) => field.column === column)
    if (known && !indexByColumn.has(column)) indexByColumn.set(column, index)
    else if (column !== '') unexplained.push({ at: header.place(index), text: column })
  })
  for (const [, { column }] of fields) {
    if (indexByColumn.has(column)) continue
    problems.push({
      code: 'missing-column',
      severity: 'error',
      at: header.place(),
      missing: column,
    })
  }
  const records = rows.map((row): Row<Value> => {
    const place = (column?: string): Place => {
      const index = column === undefined ? undefined : indexByColumn.get(column)
      return { ...row.place(index), ...(column !== undefined && { column }) }
    }
    if (row.cells.length < header.cells.length) problems.push(shortRow(row, header))
    row.cells.forEach((text, index) => {
      const unnamed = (header.cells[index] ?? '') === ''
      if (unnamed && text !== '') unexplained.push({ at: row.place(index), text })
    })
    const draft: Draft = {}
    for (const [name, field] of fields) {
      const index = indexByColumn.get(field.column)
      const cell = index === undefined ? undefined : row.cells[index]
      const read = readCell(field, cell ?? '')
      if (read.value !== undefined) draft[name] = read.value
      if (read.fault !== undefined && cell !== undefined) {
        problems.push({ ...read.fault, severity: 'error', at: place(field.column) })
      }
    }
    return { value: draft as Value, place }
  })
  return { rows: records, problems, unexplained }
}

/** The table's file: a header, then the records in the table's order. */
export const writeRecords = <Value extends object>(
  values: readonly Value[],
  table: Table<Value>,
): string => {
  const fields = fieldsOf(table.fields)
  const rows = sorted(values, table.order).map((value) =>
    fields.map(([name]) => writeCell(Reflect.get(value, name))),
  )
  return writeCsv([fields.map(([, field]) => field.column), ...rows])
}

/** The fields of a table (a `FieldsOf` some record) with the names of their properties, in the order of the columns. */
export const fieldsOf = (fields: object): readonly (readonly [string, Field])[] =>
  Object.entries(fields as Readonly<Record<string, Field>>)

type Fault =
  | { readonly code: 'missing-value' }
  | { readonly code: 'not-a-number'; readonly given: string }
  | { readonly code: 'not-a-choice'; readonly given: string; readonly known: readonly string[] }

const readCell = (
  field: Field,
  cell: string,
): { readonly value?: unknown; readonly fault?: Fault } => {
  const missing: { readonly fault?: Fault } =
    field.required && !saidByCheck(field) ? { fault: { code: 'missing-value' } } : {}
  switch (field.kind) {
    case 'list':
    case 'references': {
      const value = splitList(cell)
      if (value.length === 0) return { value, ...missing }
      return value.includes('') ? { value, fault: { code: 'missing-value' } } : { value }
    }
    case 'number': {
      const standIn = field.required && { value: Number.NaN }
      if (cell === '') return { ...standIn, ...missing }
      return isCanonicalNumber(cell)
        ? { value: Number(cell) }
        : { ...standIn, fault: { code: 'not-a-number', given: cell } }
    }
    case 'choice': {
      const known = field.choices ?? []
      const standIn = field.required && { value: known[0] }
      if (cell === '') return { ...standIn, ...missing }
      return known.includes(cell)
        ? { value: cell }
        : { ...standIn, fault: { code: 'not-a-choice', given: cell, known } }
    }
    case 'id':
    case 'text':
    case 'language-text':
    case 'reference':
      return cell === '' && !field.required ? {} : { value: cell, ...(cell === '' && missing) }
  }
}

/** Empty cells that a check has a better sentence for: `empty-headword`, `without-source`, `without-licence`. */
const saidByCheck = (field: Field): boolean =>
  field.column === ENTRY_FIELDS.headword.column || field.of === 'source' || field.of === 'licence'

/** As a number is written back, so that equal tables are equal bytes: `7`, `0.5`, not `07`, `.5` or `1e3`. */
const isCanonicalNumber = (cell: string): boolean =>
  /^-?[0-9]+(\.[0-9]+)?$/.test(cell) && String(Number(cell)) === cell

const writeCell = (value: unknown): string => {
  if (value === undefined) return ''
  if (Array.isArray(value)) return joinList(value.map(String))
  return String(value)
}

const sorted = <Value extends object>(
  values: readonly Value[],
  order: Table<Value>['order'],
): readonly Value[] => {
  switch (order) {
    case 'kept':
      return values
    case 'id':
      return [...values].sort((a, b) => compareBy('id', a, b))
    case 'alphabet':
      return [...values].sort((a, b) => compareBy('order', a, b) || compareBy('grapheme', a, b))
  }
}

/** Numbers by size, texts by code unit. */
const compareBy = (property: string, a: object, b: object): number => {
  const [x, y]: readonly unknown[] = [Reflect.get(a, property), Reflect.get(b, property)]
  if (typeof x === 'number' && typeof y === 'number') return x - y
  return String(x) < String(y) ? -1 : String(x) > String(y) ? 1 : 0
}

const shortRow = (row: CsvRow, header: CsvRow): Problem => ({
  code: 'unreadable-file',
  severity: 'error',
  at: row.place(),
  reason: 'row-length',
  detail: `${row.cells.length} / ${header.cells.length}`,
})

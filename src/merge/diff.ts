import type { Lexicon, Row } from '../lexicon/lexicon'
import { isSame } from './cell'
import { keyedRows } from './keyed-rows'
import { type MergeTable, rowsOf, TABLE_NAMES, type TableName, tableOf } from './merge-table'

/** A field of a row that says something else than before; undefined: nothing. */
export interface FieldChange {
  readonly property: string
  readonly column: string
  readonly before: unknown
  readonly after: unknown
}

/** What became of one row. `id`: its id; of a grapheme the grapheme; of rows without either all they say. */
export type RowChange = { readonly table: TableName; readonly id: string } & (
  | { readonly kind: 'added'; readonly after: Row<object> }
  | { readonly kind: 'removed'; readonly before: Row<object> }
  | {
      readonly kind: 'changed'
      readonly before: Row<object>
      readonly after: Row<object>
      /** In the order of the columns. */
      readonly fields: readonly FieldChange[]
    }
)

/**
 * Every row that is not the same in both, by table, then by id. Rows without an id (residue, ledger)
 * are never changed, only removed and added. The tables of data/shared are not compared.
 */
export const diffLexicons = (before: Lexicon, after: Lexicon): readonly RowChange[] =>
  TABLE_NAMES.flatMap((name) => {
    const table = tableOf(name, [before, after])
    const rows = (of: Lexicon) => keyedRows(rowsOf(of, name), table)
    return diffRows(name, table, rows(before), rows(after))
  })

/** The same for the rows of one table, by id. */
export const diffRows = (
  name: TableName,
  table: MergeTable,
  before: ReadonlyMap<string, Row<object>>,
  after: ReadonlyMap<string, Row<object>>,
): readonly RowChange[] => {
  const changes: RowChange[] = []
  for (const [id, was] of before) {
    const is = after.get(id)
    if (is === undefined) {
      changes.push({ table: name, id, kind: 'removed', before: was })
    } else if (!isSameRow(table, was.value, is.value)) {
      const fields = changedFields(table, was.value, is.value)
      changes.push({ table: name, id, kind: 'changed', before: was, after: is, fields })
    }
  }
  for (const [id, is] of after)
    if (!before.has(id)) changes.push({ table: name, id, kind: 'added', after: is })
  return changes.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** Whether two rows say the same in every field. */
export const isSameRow = ({ fields }: MergeTable, a: object, b: object): boolean =>
  a === b ||
  fields.every(({ property }) => isSame(Reflect.get(a, property), Reflect.get(b, property)))

/** The fields in which two rows differ, in the order of the columns. */
export const changedFields = (
  { fields }: MergeTable,
  before: object,
  after: object,
): readonly FieldChange[] =>
  fields.flatMap(({ property, column }) => {
    const was: unknown = Reflect.get(before, property)
    const is: unknown = Reflect.get(after, property)
    return isSame(was, is) ? [] : { property, column, before: was, after: is }
  })

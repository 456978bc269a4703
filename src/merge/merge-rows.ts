import type { Row } from '../lexicon/lexicon'
import { isSame, rowToText, valueToCell } from './cell'
import type { Conflict } from './conflict'
import { isSameRow } from './diff'
import { keyedRows } from './keyed-rows'
import { mergeList } from './merge-list'
import { mergeSequence } from './merge-sequence'
import type { MergeField, MergeTable } from './merge-table'

/** A table on its way through a merge. */
export interface MergedTable {
  readonly table: MergeTable
  /** The rows of each side by id. */
  readonly base: ReadonlyMap<string, Row<object>>
  readonly ours: ReadonlyMap<string, Row<object>>
  readonly theirs: ReadonlyMap<string, Row<object>>
  /** The ids of both sides in the order of the result, those of removed rows among them. */
  readonly ids: readonly string[]
  readonly merged: ReadonlyMap<string, Row<object>>
  /** Where both cannot be right; there the merged row is ours. */
  readonly conflicts: readonly Conflict[]
}

/** Merges a table row by row and field by field. */
export const mergeRows = (
  table: MergeTable,
  base: readonly Row<object>[],
  ours: readonly Row<object>[],
  theirs: readonly Row<object>[],
): MergedTable => {
  const inBase = keyedRows(base, table)
  const inOurs = keyedRows(ours, table)
  const inTheirs = keyedRows(theirs, table)
  const ids = mergeSequence([...inBase.keys()], [...inOurs.keys()], [...inTheirs.keys()])
  const merged = new Map<string, Row<object>>()
  const conflicts: Conflict[] = []
  for (const id of ids) {
    const made = mergeRow(table, id, inBase.get(id), inOurs.get(id), inTheirs.get(id))
    for (const conflict of made.conflicts) conflicts.push(conflict)
    if (made.row !== undefined) merged.set(id, made.row)
  }
  return { table, base: inBase, ours: inOurs, theirs: inTheirs, ids, merged, conflicts }
}

/** The rows of a merged table in their order. */
export const mergedRows = ({ ids, merged }: MergedTable): readonly Row<object>[] =>
  ids.flatMap((id) => merged.get(id) ?? [])

/** The conflict of two sides over a whole row. */
export const rowConflict = (
  kind: 'removed' | 'same-id',
  table: MergeTable,
  id: string,
  sides: readonly (Row<object> | undefined)[],
): Conflict => {
  const [base = '', ours = '', theirs = ''] = sides.map((row) => row && rowToText(row.value, table))
  return { kind, table: table.name, id, base, ours, theirs }
}

interface MergedRow {
  readonly row: Row<object> | undefined
  readonly conflicts: readonly Conflict[]
}

const mergeRow = (
  table: MergeTable,
  id: string,
  base: Row<object> | undefined,
  ours: Row<object> | undefined,
  theirs: Row<object> | undefined,
): MergedRow => {
  const clean = (row: Row<object> | undefined): MergedRow => ({ row, conflicts: [] })
  const isChanged = (a: Row<object>, b: Row<object>) => !isSameRow(table, a.value, b.value)
  if (ours === undefined || theirs === undefined) {
    const left = ours ?? theirs
    if (base === undefined || left === undefined) return clean(left)
    if (!isChanged(base, left)) return clean(undefined)
    return { row: ours, conflicts: [rowConflict('removed', table, id, [base, ours, theirs])] }
  }
  if (!isChanged(ours, theirs)) return clean(ours)
  if (base === undefined)
    return { row: ours, conflicts: [rowConflict('same-id', table, id, [base, ours, theirs])] }
  if (!isChanged(base, theirs)) return clean(ours)
  if (!isChanged(base, ours)) return clean(theirs)
  return mergeFields(table, id, base, ours, theirs)
}

const mergeFields = (
  table: MergeTable,
  id: string,
  base: Row<object>,
  ours: Row<object>,
  theirs: Row<object>,
): MergedRow => {
  const conflicts: Conflict[] = []
  const value: Record<string, unknown> = {}
  for (const field of table.fields) {
    const of = (row: Row<object>): unknown => Reflect.get(row.value, field.property)
    const merged = mergeValue(field, of(base), of(ours), of(theirs))
    const said = merged === undefined ? of(ours) : merged.value
    if (said !== undefined) value[field.property] = said
    if (merged !== undefined) continue
    const cell = (row: Row<object>) => valueToCell(of(row), field.kind)
    conflicts.push({
      kind: 'field',
      table: table.name,
      id,
      column: field.column,
      base: cell(base),
      ours: cell(ours),
      theirs: cell(theirs),
    })
  }
  return { row: { value, place: ours.place }, conflicts }
}

/** What two sides made of a value; undefined where they disagree. */
const mergeValue = (
  { kind }: MergeField,
  base: unknown,
  ours: unknown,
  theirs: unknown,
): { readonly value: unknown } | undefined => {
  if (isSame(ours, theirs) || isSame(base, theirs)) return { value: ours }
  if (isSame(base, ours)) return { value: theirs }
  if (kind !== 'list') return undefined
  const value = mergeList(asList(base), asList(ours), asList(theirs))
  return value && { value }
}

const asList = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : []

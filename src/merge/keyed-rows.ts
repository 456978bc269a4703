import type { Row } from '../lexicon/lexicon'
import { valueToCell } from './cell'
import type { MergeTable } from './merge-table'

/**
 * Rows by what tells them apart, in their order. Where several rows say the same key, each further
 * one has its count behind it, so that none hides another: `bn-00001`, `bn-00001 (2)`.
 */
export const keyedRows = (
  rows: readonly Row<object>[],
  table: MergeTable,
): ReadonlyMap<string, Row<object>> => {
  const byKey = new Map<string, Row<object>>()
  for (const row of rows) {
    const key = keyOf(row.value, table)
    byKey.set(byKey.has(key) ? nextKey(byKey, key) : key, row)
  }
  return byKey
}

const keyOf = (value: object, { key, fields }: MergeTable): string =>
  key === undefined
    ? JSON.stringify(
        fields.map(({ property, kind }) => valueToCell(Reflect.get(value, property), kind)),
      )
    : String(Reflect.get(value, key))

const nextKey = (byKey: ReadonlyMap<string, unknown>, key: string): string => {
  let count = 2
  while (byKey.has(`${key} (${count})`)) count++
  return `${key} (${count})`
}

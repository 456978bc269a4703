import { joinList, splitList } from '../formats/list-cell'
import type { MergeField, MergeTable } from './merge-table'

/** A value as its cell; of a `json` field, its JSON. No value is an empty cell. */
export const valueToCell = (value: unknown, kind: MergeField['kind']): string => {
  if (value === undefined) return ''
  if (kind === 'json') return JSON.stringify(value)
  return Array.isArray(value) ? joinList(value.map(String)) : String(value)
}

/** What a cell says; undefined where it says what no value of this kind does: `cell` is no number, no JSON. */
export const cellToValue = (
  cell: string,
  kind: MergeField['kind'],
): { readonly value: unknown } | undefined => {
  if (kind === 'list') return { value: splitList(cell) }
  if (cell === '') return { value: undefined }
  if (kind === 'text') return { value: cell }
  if (kind === 'number') return String(Number(cell)) === cell ? { value: Number(cell) } : undefined
  return parseJson(cell)
}

/** A whole row as text: its filled cells by column, as JSON. */
export const rowToText = (value: object, { fields }: MergeTable): string => {
  const cells = fields.map(({ property, column, kind }) => [
    column,
    valueToCell(Reflect.get(value, property), kind),
  ])
  return JSON.stringify(Object.fromEntries(cells.filter(([, cell]) => cell !== '')))
}

/** The row that such a text tells; undefined where it is none. */
export const textToRow = (text: string, { fields }: MergeTable): object | undefined => {
  const parsed = parseJson(text)?.value
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined
  const row: Record<string, unknown> = {}
  for (const { property, column, kind } of fields) {
    const cell: unknown = Reflect.get(parsed, column) ?? ''
    const read = typeof cell === 'string' ? cellToValue(cell, kind) : undefined
    if (read === undefined) return undefined
    if (read.value !== undefined) row[property] = read.value
  }
  return row
}

/** Equal values: lists and objects by what they hold. */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object') return Object.is(a, b)
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

const parseJson = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) }
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined
    throw fault
  }
}

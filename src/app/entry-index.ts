import type { Dictionary } from '../pack/dictionary'
import type { ListRow } from '../pack/sections'

const rowsByDictionary = new WeakMap<Dictionary, readonly ListRow[]>()

/** Every row of a dictionary's list, those that only drafts add among them when it was opened with drafts. */
export const listRows = (dictionary: Dictionary): readonly ListRow[] => {
  let rows = rowsByDictionary.get(dictionary)
  if (rows === undefined) {
    const numbers = new Set([
      ...dictionary.list.numbers(),
      ...(dictionary.draftList?.numbers() ?? []),
    ])
    rows = [...numbers].flatMap((number) => dictionary.listRow(number) ?? [])
    rowsByDictionary.set(dictionary, rows)
  }
  return rows
}

const rowsById = new WeakMap<Dictionary, ReadonlyMap<string, ListRow>>()

/** `id`: as an address or another entry gives it. */
export const rowById = (dictionary: Dictionary, id: string): ListRow | undefined => {
  let rows = rowsById.get(dictionary)
  if (rows === undefined) {
    rows = new Map(listRows(dictionary).map((row) => [row.id, row]))
    rowsById.set(dictionary, rows)
  }
  return rows.get(id)
}

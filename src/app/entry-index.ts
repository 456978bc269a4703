import type { EntryId } from '../lexicon/ids'
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

const numberById = new WeakMap<Dictionary, ReadonlyMap<EntryId, number>>()

export const entryNumber = (dictionary: Dictionary, id: EntryId): number | undefined => {
  let numbers = numberById.get(dictionary)
  if (numbers === undefined) {
    numbers = new Map(listRows(dictionary).map((row) => [row.id, row.number]))
    numberById.set(dictionary, numbers)
  }
  return numbers.get(id)
}

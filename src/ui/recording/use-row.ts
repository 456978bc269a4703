import { rowById } from '../../app/entry-index'
import type { Shelf } from '../../app/shelf'
import type { LanguageCode } from '../../lexicon/ids'
import type { ListRow } from '../../pack/sections'
import { useApp } from '../context'
import { useSignal } from '../use-signal'

export interface FoundRow {
  readonly shelf: Shelf | undefined
  /** None: the entry is not on the device, or not open. */
  readonly row: ListRow | undefined
}

/** An entry of a dictionary that is open. */
export const useRow = (language: LanguageCode, entry: string | undefined): FoundRow => {
  const { library } = useApp()
  const shelf = useSignal(library.shelves).find((other) => other.language === language)
  const dictionary = shelf?.dictionary
  const row =
    dictionary === undefined || entry === undefined ? undefined : rowById(dictionary, entry)
  return { shelf, row }
}

import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { EntryId, LanguageCode } from '../lexicon/ids'
import type { ListRow } from '../pack/sections'
import type { Favourite, FavouriteStore, HistoryStore } from '../store/store'
import type { Notices } from './notices'

export interface Favourites {
  readonly list: ReadonlySignal<readonly Favourite[]>
  load(): Promise<void>
  has(language: LanguageCode, entry: EntryId): boolean
  add(language: LanguageCode, row: ListRow): Promise<void>
  remove(language: LanguageCode, entry: EntryId): Promise<void>
}

export interface History {
  readonly list: ReadonlySignal<readonly Favourite[]>
  load(): Promise<void>
  visit(language: LanguageCode, row: ListRow): Promise<void>
  clear(): Promise<void>
}

const kept = (language: LanguageCode, row: ListRow, at: number): Favourite => ({
  language,
  entry: row.id,
  headword: row.headword,
  glossVi: row.glossesVi[0] ?? '',
  at,
})

const isNot = (language: LanguageCode, entry: EntryId) => (other: Favourite) =>
  other.language !== language || other.entry !== entry

/** The list changes at once; what the device refuses is told, and stays for this visit. */
export const createFavourites = (
  store: FavouriteStore,
  notices: Notices,
  now: () => number,
): Favourites => {
  const list = signal<readonly Favourite[]>([])
  return {
    list,
    load: async () => {
      const read = await store.list()
      if (read.ok) list.value = read.value
      else notices.fault(read.error)
    },
    has: (language, entry) =>
      list.value.some((other) => other.language === language && other.entry === entry),
    add: async (language, row) => {
      const favourite = kept(language, row, now())
      list.value = [favourite, ...list.value.filter(isNot(language, row.id))]
      const added = await store.add(favourite)
      if (!added.ok) notices.fault(added.error)
    },
    remove: async (language, entry) => {
      list.value = list.value.filter(isNot(language, entry))
      const removed = await store.remove(language, entry)
      if (!removed.ok) notices.fault(removed.error)
    },
  }
}

/** Entries looked at, newest first, each once. */
export const createHistory = (
  store: HistoryStore,
  notices: Notices,
  now: () => number,
): History => {
  const list = signal<readonly Favourite[]>([])
  return {
    list,
    load: async () => {
      const read = await store.list()
      if (read.ok) list.value = read.value
      else notices.fault(read.error)
    },
    visit: async (language, row) => {
      const visit = kept(language, row, now())
      list.value = [visit, ...list.value.filter(isNot(language, row.id))]
      const added = await store.add(visit)
      if (!added.ok) notices.fault(added.error)
    },
    clear: async () => {
      list.value = []
      const cleared = await store.clear()
      if (!cleared.ok) notices.fault(cleared.error)
    },
  }
}

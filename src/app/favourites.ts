import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { EntryId, LanguageCode } from '../lexicon/ids'
import type { Result } from '../lexicon/result'
import type { ListRow } from '../pack/sections'
import type { Favourite, FavouriteStore, HistoryStore } from '../store/store'
import type { StoreError } from '../store/store-error'
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

interface KeptStore {
  list(): Promise<Result<readonly Favourite[], StoreError>>
  add(one: Favourite): Promise<Result<void, StoreError>>
}

/** Newest first, each entry once. The list changes at once; what the device refuses is told, and stays for this visit. */
const createKeptList = (store: KeptStore, notices: Notices, now: () => number) => {
  const list = signal<readonly Favourite[]>([])
  const tell = (done: Result<void, StoreError>) => {
    if (!done.ok) notices.fault(done.error)
  }
  return {
    list,
    tell,
    load: async () => {
      const read = await store.list()
      if (read.ok) list.value = read.value
      else notices.fault(read.error)
    },
    add: async (language: LanguageCode, row: ListRow) => {
      const one = kept(language, row, now())
      list.value = [one, ...list.value.filter(isNot(language, row.id))]
      tell(await store.add(one))
    },
  }
}

export const createFavourites = (
  store: FavouriteStore,
  notices: Notices,
  now: () => number,
): Favourites => {
  const { list, load, add, tell } = createKeptList(store, notices, now)
  return {
    list,
    load,
    add,
    has: (language, entry) => !list.value.every(isNot(language, entry)),
    remove: async (language, entry) => {
      list.value = list.value.filter(isNot(language, entry))
      tell(await store.remove(language, entry))
    },
  }
}

/** Entries looked at. */
export const createHistory = (
  store: HistoryStore,
  notices: Notices,
  now: () => number,
): History => {
  const { list, load, add, tell } = createKeptList(store, notices, now)
  return {
    list,
    load,
    visit: add,
    clear: async () => {
      list.value = []
      tell(await store.clear())
    },
  }
}

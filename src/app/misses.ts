import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Miss, MissStore } from '../store/store'
import { lowerCase, normaliseText } from '../text/normalise'
import { bareLetters } from '../text/orthography'
import type { Lookup } from './lookup'
import type { Notices } from './notices'
import type { Preferences } from './preferences'
import { watch } from './watch'

const FEWEST_LETTERS = 2
/** UTF-16 units: what is longer is a sentence, or a slip of the clipboard. */
const LONGEST = 60

/** Queries that nothing answers, remembered for the editors; they never leave the device by themselves. */
export interface Misses {
  /** Newest first. */
  readonly list: ReadonlySignal<readonly Miss[]>
  load(): Promise<void>
  /** Once while the query stands in the field; true: it is remembered. */
  note(query: string): Promise<boolean>
  remove(query: string): Promise<void>
  clear(): Promise<void>
}

export interface MissesDependencies {
  readonly store: MissStore
  readonly lookup: Lookup
  readonly preferences: Preferences
  readonly notices: Notices
  readonly now: () => number
}

export const createMisses = (dependencies: MissesDependencies): Misses => {
  const { store, lookup, preferences, notices, now } = dependencies
  const list = signal<readonly Miss[]>([])
  /** Noted since the field last held something else than it and its beginnings. */
  let noted = ''
  watch(() => {
    if (!missOf(lookup.query.value).startsWith(noted)) noted = ''
  })
  const find = (query: string) => list.value.find((miss) => miss.query === query)
  const without = (query: string) => list.value.filter((miss) => miss.query !== query)
  const remove = async (query: string) => {
    list.value = without(query)
    const removed = await store.remove(query)
    if (!removed.ok) notices.fault(removed.error)
  }
  return {
    list,
    load: async () => {
      const read = await store.list()
      if (read.ok) list.value = read.value
      else notices.fault(read.error)
    },
    note: async (typed) => {
      const query = missOf(typed)
      if (query === noted) return find(query) !== undefined
      if (!isWord(query)) return false
      // Somebody who paused in the middle of a word missed the word, not its beginning.
      if (noted !== '' && find(noted)?.count === 1) await remove(noted)
      noted = query
      const { languages } = preferences.settings.value
      const miss = { query, languages, at: now() }
      list.value = [{ ...miss, count: (find(query)?.count ?? 0) + 1 }, ...without(query)]
      const added = await store.add(miss)
      if (!added.ok) notices.fault(added.error)
      return true
    },
    remove,
    clear: async () => {
      list.value = []
      const cleared = await store.clear()
      if (!cleared.ok) notices.fault(cleared.error)
    },
  }
}

const missOf = (typed: string): string => lowerCase(normaliseText(typed)).trim()

const isWord = (query: string): boolean =>
  query.length <= LONGEST && [...bareLetters(query)].length >= FEWEST_LETTERS

import type { LanguageCode } from '../lexicon/ids'
import { err, ok } from '../lexicon/result'
import { type SectionName, tierOf } from '../pack/sections'
import { HISTORY_LIMIT } from './history'
import { createMemoryClips, createMemoryTakes, createMemoryVerdicts } from './memory-recordings'
import { MISS_LIMIT } from './misses'
import { DEFAULT_SETTINGS } from './settings-defaults'
import type {
  Favourite,
  FavouriteStore,
  HistoryStore,
  InstalledPack,
  Miss,
  MissStore,
  PackStore,
  Settings,
  SettingsStore,
  Store,
} from './store'

/** Keeps everything until the page closes: for a device whose database is blocked or broken. */
export function createMemoryStore(): Store {
  return {
    kind: 'memory',
    packs: createMemoryPacks(),
    favourites: createMemoryFavourites(),
    history: createMemoryHistory(),
    misses: createMemoryMisses(),
    settings: createMemorySettings(),
    clips: createMemoryClips(),
    takes: createMemoryTakes(),
    verdicts: createMemoryVerdicts(),
  }
}

interface HeldPack {
  readonly language: LanguageCode
  readonly head: string
  readonly release: string
  readonly headBytes: Uint8Array
  readonly sections: Map<SectionName, Uint8Array>
}

export function createMemoryPacks(): PackStore {
  const installed = new Map<LanguageCode, HeldPack>()
  const waiting = new Map<LanguageCode, HeldPack[]>()
  const waitingUnder = (language: LanguageCode, head: string) =>
    waiting.get(language)?.find((pack) => pack.head === head)

  return {
    list: async () => ok([...installed.values()].map(describe)),

    async read(language, names) {
      const found = new Map<SectionName, Uint8Array>()
      for (const name of names) {
        const bytes = installed.get(language)?.sections.get(name)
        if (bytes !== undefined) found.set(name, bytes)
      }
      return ok(found)
    },

    async keep(language, headBytes, head, release, sections) {
      const current = installed.get(language)
      let pack = current?.head === head ? current : waitingUnder(language, head)
      if (pack === undefined) {
        pack = { language, head, release, headBytes, sections: new Map() }
        waiting.set(language, [...(waiting.get(language) ?? []), pack])
      }
      for (const [name, bytes] of sections) pack.sections.set(name, bytes)
      return ok(undefined)
    },

    waiting: async (language, head) =>
      ok([...(waitingUnder(language, head)?.sections.keys() ?? [])]),

    async replace(language, head) {
      const next = waitingUnder(language, head)
      if (next !== undefined) installed.set(language, next)
      else if (installed.get(language)?.head !== head) return err({ kind: 'storage-lost' })
      waiting.delete(language)
      return ok(undefined)
    },

    async remove(language, tier) {
      if (tier === undefined || tier === 'first') {
        installed.delete(language)
        waiting.delete(language)
        return ok(undefined)
      }
      const packs = [installed.get(language), ...(waiting.get(language) ?? [])]
      for (const pack of packs)
        for (const name of pack?.sections.keys() ?? [])
          if (tierOf(name) === tier) pack?.sections.delete(name)
      return ok(undefined)
    },
  }
}

function describe({ language, release, head, headBytes, sections }: HeldPack): InstalledPack {
  const bytes = [...sections.values()].reduce((sum, section) => sum + section.length, 0)
  return {
    language,
    release,
    head,
    headBytes,
    sections: [...sections.keys()],
    bytes: bytes + headBytes.length,
  }
}

const keyOf = (visit: Pick<Favourite, 'language' | 'entry'>) => `${visit.language} ${visit.entry}`

const newestFirst = <T extends { readonly at: number }>(kept: ReadonlyMap<string, T>): T[] =>
  [...kept.values()].sort((a, b) => b.at - a.at)

function createMemoryFavourites(): FavouriteStore {
  const kept = new Map<string, Favourite>()
  return {
    list: async () => ok(newestFirst(kept)),
    async add(favourite) {
      kept.set(keyOf(favourite), favourite)
      return ok(undefined)
    },
    async remove(language, entry) {
      kept.delete(keyOf({ language, entry }))
      return ok(undefined)
    },
  }
}

function createMemoryHistory(): HistoryStore {
  const kept = new Map<string, Favourite>()
  return {
    list: async () => ok(newestFirst(kept)),
    async add(visit) {
      kept.set(keyOf(visit), visit)
      for (const oldest of newestFirst(kept).slice(HISTORY_LIMIT)) kept.delete(keyOf(oldest))
      return ok(undefined)
    },
    async clear() {
      kept.clear()
      return ok(undefined)
    },
  }
}

function createMemoryMisses(): MissStore {
  const kept = new Map<string, Miss>()
  return {
    list: async () => ok(newestFirst(kept)),
    async add(miss) {
      kept.set(miss.query, { ...miss, count: (kept.get(miss.query)?.count ?? 0) + 1 })
      for (const oldest of newestFirst(kept).slice(MISS_LIMIT)) kept.delete(oldest.query)
      return ok(undefined)
    },
    async remove(query) {
      kept.delete(query)
      return ok(undefined)
    },
    async clear() {
      kept.clear()
      return ok(undefined)
    },
  }
}

function createMemorySettings(): SettingsStore {
  let kept: Settings = DEFAULT_SETTINGS
  return {
    read: async () => ok(kept),
    async write(settings) {
      kept = settings
      return ok(undefined)
    },
  }
}

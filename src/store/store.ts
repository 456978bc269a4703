import type { EntryId, LanguageCode, VarietyId } from '../lexicon/ids'
import type { Result } from '../lexicon/result'
import type { SectionName, Tier } from '../pack/sections'
import type { ClipStore, TakeStore, VerdictStore } from './recording-store'
import type { StoreError } from './store-error'

/** What the device keeps. Every method settles: failures are values, never rejections. */
export interface Store {
  readonly packs: PackStore
  readonly favourites: FavouriteStore
  readonly history: HistoryStore
  readonly misses: MissStore
  readonly settings: SettingsStore
  readonly clips: ClipStore
  readonly takes: TakeStore
  readonly verdicts: VerdictStore
  /** `memory`: the database is blocked or broken, and what is kept is gone when the page closes. */
  readonly kind: 'device' | 'memory'
}

export interface InstalledPack {
  readonly language: LanguageCode
  readonly release: string
  /** SHA-256 of the head, hex. */
  readonly head: string
  /** The head's bytes. */
  readonly headBytes: Uint8Array
  /** Names of the sections that are there. */
  readonly sections: readonly SectionName[]
  /** Bytes they take as stored. */
  readonly bytes: number
}

/** A pack that is being or has been downloaded: verified sections, as stored. */
export interface PackStore {
  list(): Promise<Result<readonly InstalledPack[], StoreError>>
  /** Stored bytes of the sections asked for; those not there are left out. */
  read(
    language: LanguageCode,
    names: readonly SectionName[],
  ): Promise<Result<ReadonlyMap<SectionName, Uint8Array>, StoreError>>
  /**
   * Keeps sections of a head. Of the installed head: they are added. Of another head: they wait
   * beside it, unseen by `list` and `read`, until `replace`.
   */
  keep(
    language: LanguageCode,
    head: Uint8Array,
    headHash: string,
    release: string,
    sections: ReadonlyMap<SectionName, Uint8Array>,
  ): Promise<Result<void, StoreError>>
  /** What waits beside the installed pack under this head. */
  waiting(
    language: LanguageCode,
    headHash: string,
  ): Promise<Result<readonly SectionName[], StoreError>>
  /** Makes the waiting head the installed one, and drops the old one, in one transaction. */
  replace(language: LanguageCode, headHash: string): Promise<Result<void, StoreError>>
  remove(language: LanguageCode, tier?: Tier): Promise<Result<void, StoreError>>
}

export interface Favourite {
  readonly language: LanguageCode
  readonly entry: EntryId
  /** Kept so that the list can be shown while its pack is away. */
  readonly headword: string
  readonly glossVi: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface FavouriteStore {
  /** Newest first. */
  list(): Promise<Result<readonly Favourite[], StoreError>>
  add(favourite: Favourite): Promise<Result<void, StoreError>>
  remove(language: LanguageCode, entry: EntryId): Promise<Result<void, StoreError>>
}

export interface HistoryStore {
  /** Newest first, an entry once, at most 200. */
  list(): Promise<Result<readonly Favourite[], StoreError>>
  add(visit: Favourite): Promise<Result<void, StoreError>>
  clear(): Promise<Result<void, StoreError>>
}

/** A query that no dictionary on the device answers: what a reader misses, for the editors. */
export interface Miss {
  /** As it was typed, in normal form, lower case. */
  readonly query: string
  /** That were chosen when it was last asked; empty: all. */
  readonly languages: readonly LanguageCode[]
  /** When it was last asked, milliseconds since 1970. */
  readonly at: number
  /** Times it was asked. */
  readonly count: number
}

/** Stays on the device until the user exports it. */
export interface MissStore {
  /** Newest first, a query once, at most 500. */
  list(): Promise<Result<readonly Miss[], StoreError>>
  /** Asked once more. */
  add(miss: Omit<Miss, 'count'>): Promise<Result<void, StoreError>>
  remove(query: string): Promise<Result<void, StoreError>>
  clear(): Promise<Result<void, StoreError>>
}

export interface Settings {
  readonly locale: 'vi' | 'en'
  readonly theme: 'system' | 'light' | 'dark'
  /** Times the normal text size. */
  readonly textScale: 1 | 1.15 | 1.3 | 1.5
  /** Languages searched; empty: all. */
  readonly languages: readonly LanguageCode[]
  /** Reorders, never hides. */
  readonly preferredVariety: Readonly<Record<LanguageCode, VarietyId>>
  readonly showDrafts: boolean
  /** Languages the user removed: not downloaded again unasked. */
  readonly removed: readonly LanguageCode[]
  /** Whether what was recorded is played back at once; none: yes. */
  readonly replaysTakes?: boolean
}

export interface SettingsStore {
  /** What was kept, over the defaults. */
  read(): Promise<Result<Settings, StoreError>>
  write(settings: Settings): Promise<Result<void, StoreError>>
}

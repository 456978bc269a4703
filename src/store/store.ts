import type { ClipFault } from '../audio/pcm'
import type {
  EntryId,
  FormId,
  LanguageCode,
  Licence,
  MediaId,
  Topic,
  VarietyId,
} from '../lexicon/ids'
import type { Result } from '../lexicon/result'
import type { SectionName, Tier } from '../pack/sections'
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

/** A block of recordings that is on the device. */
export interface KeptBlock {
  readonly language: LanguageCode
  /** SHA-256 of the block, hex. */
  readonly block: string
  readonly bytes: number
  /** SHA-256, hex, of each recording in it. */
  readonly clips: readonly string[]
}

/** Which recordings of a language; `entries`: a list the user made, such as the saved entries. */
export type ClipSelection =
  | { readonly kind: 'all' }
  | { readonly kind: 'topic'; readonly topic: Topic }
  /** A grade of the school programme, of those that its topics name. */
  | { readonly kind: 'grade'; readonly grade: string }
  | { readonly kind: 'entries'; readonly name: string; readonly entries: readonly EntryId[] }

/** What the user has asked to have on the device, whether or not all of it has arrived. */
export interface ClipChoice {
  readonly selections: readonly ClipSelection[]
  /** The list of blocks it was chosen from (pack/clip-index.ts), and its address as the packs' index gives it. */
  readonly index: Uint8Array
  readonly file: string
}

/** Blocks of recordings as they were downloaded and verified; pack/clip-block.ts knows what is in one. */
export interface ClipStore {
  list(language: LanguageCode): Promise<Result<readonly KeptBlock[], StoreError>>
  /**
   * Keeps verified blocks, all or none.
   * @param clips SHA-256, hex, of each recording in each block, by the hash of the block
   */
  keep(
    language: LanguageCode,
    blocks: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly clips: readonly string[] }>,
  ): Promise<Result<void, StoreError>>
  /** A block that holds the recording with this SHA-256, whatever release it came with; none: not on the device. */
  find(clip: string): Promise<Result<Uint8Array | undefined, StoreError>>
  /** Whether a block that holds it is there, without reading the block. */
  has(clip: string): Promise<Result<boolean, StoreError>>
  /** Without `blocks`: all of the language. */
  remove(language: LanguageCode, blocks?: readonly string[]): Promise<Result<void, StoreError>>
  choice(language: LanguageCode): Promise<Result<ClipChoice | undefined, StoreError>>
  /** None: nothing is wanted any more. */
  saveChoice(
    language: LanguageCode,
    choice: ClipChoice | undefined,
  ): Promise<Result<void, StoreError>>
}

/** Somebody who lends the dictionary their voice. Stays on the device until recordings are handed over. */
export interface Speaker {
  /** Random, made on the device. */
  readonly id: string
  readonly language: LanguageCode
  /** Name or initials, as the speaker wants to be named. */
  readonly name: string
  readonly variety: VarietyId
  /** Village, commune; with what province it is today. */
  readonly place: string
  readonly birthYear?: number
  readonly consent: Consent
}

export interface Consent {
  /** The whole text that was read out or read, in the language it was read in. */
  readonly text: string
  readonly licence: Licence
  /** Milliseconds since 1970. */
  readonly at: number
  /** The take on which the speaker says so; none: agreed by touch alone. */
  readonly take?: string
}

/** One recording made on this device, that nobody has reviewed. */
export interface Take {
  /** Random, made on the device; sorts by time. */
  readonly id: string
  readonly language: LanguageCode
  /** `consent`: the speaker agreeing; it has no entry. */
  readonly kind: 'headword' | 'consent'
  readonly entry?: EntryId
  /** The form on the screen when it was spoken. */
  readonly form?: FormId
  /** That form's text, so that the list can be shown while its pack is away. */
  readonly text: string
  readonly speaker: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Samples a second. */
  readonly rate: number
  /** Number of samples. */
  readonly length: number
  readonly faults: readonly ClipFault[]
  /**
   * `fresh`: spoken, and neither kept nor thrown away yet; `kept`; `broken-off`: the app died before it
   * was finished, what had arrived is there.
   */
  readonly state: 'fresh' | 'kept' | 'broken-off'
  /** When it last left the device in a change set, milliseconds since 1970. */
  readonly handedOver?: number
}

/**
 * Recordings, 16-bit samples, and who spoke them. Whatever a method has answered `ok` to survives the
 * death of the browser (transactions with durability `strict`).
 */
export interface TakeStore {
  /** Oldest first. Takes that were begun and never finished are there as `broken-off`, as long as they have come. */
  list(language?: LanguageCode): Promise<Result<readonly Take[], StoreError>>
  /** Samples of a take; of a broken-off one, those that had arrived. None: there is no such take. */
  samples(id: string): Promise<Result<Int16Array | undefined, StoreError>>
  /** Begins a take that pieces will follow; its `length` is 0 until it is finished. */
  begin(take: Take): Promise<Result<void, StoreError>>
  /** Adds samples to a take that was begun, in order. */
  addPiece(id: string, number: number, samples: Int16Array): Promise<Result<void, StoreError>>
  /** Puts the whole take in the place of its pieces, in one transaction. */
  finish(take: Take, samples: Int16Array): Promise<Result<void, StoreError>>
  /** Changes what is said of a take, not its samples; `session` as `saveSession`, in the same transaction. */
  update(take: Take, session?: RecordingPlan): Promise<Result<void, StoreError>>
  /** Takes with their samples and pieces. */
  remove(ids: readonly string[]): Promise<Result<void, StoreError>>
  speakers(): Promise<Result<readonly Speaker[], StoreError>>
  saveSpeaker(speaker: Speaker): Promise<Result<void, StoreError>>
  /** Only a speaker without takes is removed; with takes: nothing happens. */
  removeSpeaker(id: string): Promise<Result<void, StoreError>>
  /** The recording session that is under way on this device, as `saveSession` left it. */
  session(): Promise<Result<RecordingPlan | undefined, StoreError>>
  /** None: it is over. */
  saveSession(plan: RecordingPlan | undefined): Promise<Result<void, StoreError>>
}

/** What is to be recorded, in order, and how far it has come. */
export interface RecordingPlan {
  readonly language: LanguageCode
  readonly speaker: string
  /** What was chosen, for the title: a topic's code, a list, a single entry. */
  readonly title: string
  readonly entries: readonly EntryId[]
  /** Index of the entry on the screen; `entries.length`: all done. */
  readonly position: number
  /** Entries that were passed over. */
  readonly skipped: readonly EntryId[]
}

/** What a reviewer heard in a recording that waits for review. */
export interface ClipVerdict {
  readonly language: LanguageCode
  readonly media: MediaId
  /** SHA-256 of the clip that was heard, hex. */
  readonly clip: string
  readonly verdict: 'reviewed' | 'rejected'
  readonly reviewer: string
  readonly reason?: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** When it last left the device in a change set, milliseconds since 1970. */
  readonly handedOver?: number
}

export interface VerdictStore {
  list(): Promise<Result<readonly ClipVerdict[], StoreError>>
  /** A recording once: a later verdict takes the place of an earlier one. */
  save(verdict: ClipVerdict): Promise<Result<void, StoreError>>
  remove(language: LanguageCode, media: readonly MediaId[]): Promise<Result<void, StoreError>>
}

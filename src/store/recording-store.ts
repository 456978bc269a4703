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
import type { StoreError } from './store-error'

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

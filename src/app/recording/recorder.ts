import type { ReadonlySignal } from '@preact/signals-core'
import type { EntryId, FormId, LanguageCode, Topic, VarietyId } from '../../lexicon/ids'
import type { Result } from '../../lexicon/result'
import type { Consent, RecordingPlan, Speaker, Take } from '../../store/recording-store'
import type { Store } from '../../store/store'
import type { StoreError } from '../../store/store-error'
import type { App } from '../app'
import type { Playable } from '../clips/player'

/** `lost`: it was taken away while it listened (unplugged, a call). */
export type MicrophoneFault =
  | { readonly kind: 'microphone-denied' }
  | { readonly kind: 'microphone-missing' }
  | { readonly kind: 'microphone-busy' }
  | { readonly kind: 'microphone-lost' }
  | { readonly kind: 'microphone-unsupported' }

/** What the browser lends: mono samples as they arrive, without its own filters. */
export interface Microphone {
  /**
   * @param onHidden the page went to the background, or came back: nothing is heard meanwhile
   */
  open(
    onSamples: (samples: Float32Array) => void,
    onLost: () => void,
    onHidden: (isHidden: boolean) => void,
  ): Promise<Result<OpenMicrophone, MicrophoneFault>>
}

export interface OpenMicrophone {
  /** Samples a second. */
  readonly rate: number
  close(): void
}

/** What is about to be spoken. */
export interface Subject {
  readonly kind: Take['kind']
  readonly language: LanguageCode
  readonly entry?: EntryId
  readonly form?: FormId
  readonly text: string
  /** The speaker's id. */
  readonly speaker: string
}

export type RecorderFault =
  | MicrophoneFault
  | StoreError
  /** That of the session is not on the device any more. */
  | { readonly kind: 'dictionary-missing' }

export type RecorderPhase =
  /** The microphone is closed. */
  | { readonly kind: 'off' }
  /** The browser asks the user whether it may listen. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly fault: RecorderFault }
  /** Listens, and starts by itself when somebody speaks. */
  | { readonly kind: 'waiting'; readonly subject: Subject }
  | { readonly kind: 'recording'; readonly subject: Subject; readonly seconds: number }
  /** Spoken and safe on the device as `fresh`: to be kept or done again. */
  | {
      readonly kind: 'heard'
      readonly subject: Subject
      readonly take: Take
      /** Greatest and least sample of each of 120 columns, −1 … 1, of the whole take. */
      readonly waveform: readonly (readonly [low: number, high: number])[]
      /** Where the speech is, as columns; faults stand in the take. */
      readonly speech?: readonly [from: number, to: number]
      /** Could not be stored: it is here as long as the page is; `retryStore` tries again. */
      readonly unsaved?: StoreError
    }

/** What the microphone hears now; renewed some 15 times a second. */
export interface Level {
  /** dBFS, −100 … 0. */
  readonly rms: number
  readonly peak: number
  /** Of the last second. */
  readonly warning?: 'too-quiet' | 'too-loud'
}

/** What a recording session can be made of. */
export type PlanSelection =
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'favourites' }
  /** Entries that nobody of the variety has recorded, neither in the dictionary nor on this device. */
  | { readonly kind: 'without-audio'; readonly variety: VarietyId }

/** Records headwords. All that it says is kept has been stored. What it is asked is done in turn. */
export interface Recorder {
  /** False: the device keeps nothing, and all is gone when the page closes. */
  readonly isLasting: boolean
  readonly phase: ReadonlySignal<RecorderPhase>
  readonly level: ReadonlySignal<Level>
  /** Oldest first. */
  readonly takes: ReadonlySignal<readonly Take[]>
  readonly speakers: ReadonlySignal<readonly Speaker[]>
  readonly plan: ReadonlySignal<RecordingPlan | undefined>
  /** A fault of the store in something other than the present take. */
  readonly fault: ReadonlySignal<StoreError | undefined>
  /** Reads what is on the device; a session that was under way is in `plan` again. */
  load(): Promise<void>

  /** A new id where there is none. */
  saveSpeaker(speaker: Omit<Speaker, 'id'> & { readonly id?: string }): Promise<Speaker | undefined>
  /**
   * Saves who agrees to be recorded, as agreed by touch now, and listens to them saying so: that take,
   * when it is kept, becomes part of the consent.
   */
  agree(
    speaker: Omit<Speaker, 'id' | 'consent'> & { readonly id?: string },
    consent: Omit<Consent, 'at' | 'take'>,
  ): Promise<Speaker | undefined>
  /** With all takes of that speaker. */
  removeSpeaker(id: string): Promise<void>

  /**
   * Opens the microphone where it is closed, and waits for speech. A take of the subject that was
   * neither kept nor thrown away, or was broken off, is offered first: phase `heard`.
   */
  listen(subject: Subject): Promise<void>
  /** By hand, where waiting for speech does not do. */
  start(): void
  stop(): void
  /**
   * Keeps the take that was heard; in a session, goes on to the next entry and listens. Otherwise, and
   * after the last entry, the microphone is closed.
   */
  keep(): Promise<void>
  /** Throws the take away and listens again. */
  redo(): Promise<void>
  retryStore(): Promise<void>
  /** Closes the microphone; a take that is being recorded is finished first. */
  close(): Promise<void>

  /** Entries of a selection in the order they would be recorded. */
  choose(language: LanguageCode, selection: PlanSelection): Promise<readonly EntryId[]>
  /** Makes it the session of this device, and listens to the first entry. */
  begin(plan: Omit<RecordingPlan, 'position' | 'skipped'>): Promise<void>
  /** Goes on with the session where it was left: after a pause, a lock, a kill. */
  resume(): Promise<void>
  /** Passes the entry over; it can be come back to. A take that was heard stays, undecided. */
  skip(): Promise<void>
  /** To the entry before. */
  back(): Promise<void>
  /** Ends the session; what was recorded stays. */
  end(): Promise<void>

  playable(take: Take): Playable
  /** Keeps takes that were left undecided or broken off. */
  keepTakes(ids: readonly string[]): Promise<void>
  removeTakes(ids: readonly string[]): Promise<void>
}

export interface RecorderDependencies {
  readonly app: App
  readonly store: Store
  readonly microphone: Microphone
  readonly now: () => number
  /** A new random id of 16 or more letters and digits. */
  readonly randomId: () => string
}

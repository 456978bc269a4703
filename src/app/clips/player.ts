import { type ReadonlySignal, signal } from '@preact/signals-core'
import { ok, type Result } from '../../lexicon/result'
import type { ClipError } from './clips'

/** Something that can be heard: a recording of the dictionary or one made on this device. */
export interface Playable {
  /** Tells one from another, for as long as the page is open: the same id, the same bytes. */
  readonly id: string
  readonly type: 'audio/mpeg' | 'audio/wav'
  readonly load: () => Promise<Result<Uint8Array, ClipError>>
}

/** `unplayable`: the browser does not understand the file. `blocked`: it wants a tap first. */
export type PlayFault = ClipError | { readonly kind: 'unplayable' } | { readonly kind: 'blocked' }

export type PlayerState =
  | { readonly kind: 'silent' }
  | {
      /** `playing` goes on through the pauses between repetitions. */
      readonly kind: 'loading' | 'playing'
      readonly id: string
      readonly slow: boolean
      readonly times: number
    }
  | { readonly kind: 'failed'; readonly id: string; readonly fault: PlayFault }

export interface PlayOptions {
  /** At two thirds of the speed, the pitch kept. */
  readonly slow?: boolean
  /** Times it is played, with a pause between. */
  readonly times?: number
}

/** One voice at a time: what plays is stopped when something else is asked for. */
export interface Player {
  readonly state: ReadonlySignal<PlayerState>
  /** To be called within the tap. Settles when it has been heard to the end, was stopped or failed. */
  play(playable: Playable, options?: PlayOptions): Promise<void>
  /** Makes ready what will probably be played next, so that the tap is answered at once. */
  prepare(playable: Playable): void
  stop(): void
}

/** `stopped`: by `stop`, by another sound, by another tab, or by the device (a call). */
export type SoundEnd = 'ended' | 'stopped' | 'unplayable' | 'blocked'

/** What the browser lends: one voice. */
export interface SoundOutput {
  /**
   * Plays from the beginning, within this call when the key is the one prepared; what played before
   * is stopped. Always settles.
   * @param rate times the normal speed, pitch kept
   */
  play(key: string, bytes: Uint8Array, type: string, rate: number): Promise<SoundEnd>
  /** While nothing plays. */
  prepare(key: string, bytes: Uint8Array, type: string): void
  /** Within a tap whose bytes are still to be fetched: the browser then lets the sound follow it. */
  unlock(): void
  /** Silence between two sounds; `stop` ends it. */
  rest(milliseconds: number): Promise<void>
  stop(): void
  /** The page went to the background. */
  onHidden(callback: () => void): void
}

const SLOW = 2 / 3
const REST_MS = 700
/** Recordings whose bytes are at hand, so that a second tap reads nothing from the device. */
const KEPT = 8

/** In the background, what plays is heard to its end, and is not repeated. */
export const createPlayer = (output: SoundOutput): Player => {
  const state = signal<PlayerState>({ kind: 'silent' })
  const kept = new Map<string, Uint8Array>()
  /** Counts what was asked for: only the last may change the state. */
  let turn = 0
  let isLastTime = false
  output.onHidden(() => {
    isLastTime = true
  })

  const load = async ({ id, load }: Playable): Promise<Result<Uint8Array, ClipError>> => {
    const loaded = await load()
    if (!loaded.ok) return loaded
    kept.set(id, loaded.value)
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    return loaded
  }

  /** The state that it ends in. Gives up where something else was asked for meanwhile. */
  const sound = async (playable: Playable, slow: boolean, times: number): Promise<PlayerState> => {
    const mine = turn
    const { id, type } = playable
    const fail = (fault: PlayFault): PlayerState => ({ kind: 'failed', id, fault })
    let bytes = kept.get(id)
    if (bytes === undefined) {
      output.unlock()
      state.value = { kind: 'loading', id, slow, times }
      const loaded = await load(playable)
      if (!loaded.ok) return loaded.error.kind === 'stopped' ? SILENT : fail(loaded.error)
      bytes = loaded.value
    }
    for (let time = 1; mine === turn; time++) {
      if (time === 1) state.value = { kind: 'playing', id, slow, times }
      const end = await output.play(id, bytes, type, slow ? SLOW : 1)
      if (end === 'unplayable') kept.delete(id)
      if (end === 'unplayable' || end === 'blocked') return fail({ kind: end })
      if (end === 'stopped' || time >= times || isLastTime || mine !== turn) break
      await output.rest(REST_MS)
      if (isLastTime) break
    }
    return SILENT
  }

  return {
    state,
    play: async (playable, { slow = false, times = 1 } = {}) => {
      const mine = ++turn
      isLastTime = false
      output.stop()
      let end: PlayerState = SILENT
      try {
        end = await sound(playable, slow, times)
      } finally {
        if (mine === turn) state.value = end
      }
    },
    prepare: (playable) => {
      const asked = turn
      const ready = async () => {
        const bytes = kept.get(playable.id)
        const loaded = bytes === undefined ? await load(playable) : ok(bytes)
        // What it does not get is told when it is to be played.
        if (loaded.ok && asked === turn) output.prepare(playable.id, loaded.value, playable.type)
      }
      if (!isBusy(state.value)) void ready()
    },
    stop: () => {
      turn++
      output.stop()
      state.value = SILENT
    },
  }
}

const SILENT: PlayerState = { kind: 'silent' }

const isBusy = ({ kind }: PlayerState): boolean => kind === 'loading' || kind === 'playing'

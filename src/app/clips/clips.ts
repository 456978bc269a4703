import type { ReadonlySignal } from '@preact/signals-core'
import type { LanguageCode } from '../../lexicon/ids'
import type { Media } from '../../lexicon/media'
import { err, ok, type Result } from '../../lexicon/result'
import { readClip } from '../../pack/clip-block'
import type { Ports } from '../../pack/container'
import type { Fetch } from '../../store/fetch-bytes'
import type { ClipSelection, ClipStore } from '../../store/recording-store'
import type { DownloadError } from '../../store/store-error'
import { rowById } from '../entry-index'
import type { Library } from '../library'
import type { Preferences } from '../preferences'
import { createClipKeeper } from './clip-keeper'
import type { ClipOffers } from './clip-offers'
import { createClipSource } from './clip-source'

export type { ClipSelection } from '../../store/recording-store'

/** What taking a selection means: told before anything is fetched. */
export interface ClipPlan {
  /** Recordings of the selection. */
  readonly clips: number
  /** Bytes of the blocks it needs, and of those that are here already. */
  readonly totalBytes: number
  readonly keptBytes: number
}

/** Recordings of one language. */
export interface ClipShelf {
  readonly language: LanguageCode
  /** In the release that can be downloaded; 0: it has none. */
  readonly offeredClips: number
  readonly offeredBytes: number
  readonly keptClips: number
  readonly keptBytes: number
  /** What was asked for, here or not. */
  readonly chosen: readonly ClipSelection[]
  /** Bytes of it that are not here: a download broke off, or there are new recordings. */
  readonly missingBytes: number
  readonly status:
    | { readonly kind: 'idle' }
    | {
        readonly kind: 'downloading'
        readonly selections: readonly ClipSelection[]
        readonly doneBytes: number
        readonly totalBytes: number
      }
    | { readonly kind: 'failed'; readonly fault: ClipError }
}

/** `not-on-device`: and the network is away, or has it no more. */
export type ClipError = DownloadError | { readonly kind: 'not-on-device' }

/** Recordings: what is on the device, what can be fetched, and the bytes of one. */
export interface Clips {
  /** Of languages that have recordings, here or to be fetched. */
  readonly shelves: ReadonlySignal<readonly ClipShelf[]>
  /** Reads what is on the device; again after packs have changed. */
  refresh(): Promise<void>
  /** Which topics and grades have recordings, and how many. */
  offers(language: LanguageCode): Promise<Result<ClipOffers, ClipError>>
  plan(language: LanguageCode, selection: ClipSelection): Promise<Result<ClipPlan, ClipError>>
  /** Goes on where an earlier attempt broke off; every block is verified before it is kept. */
  download(language: LanguageCode, selection: ClipSelection): Promise<void>
  /** Fetches what is missing of all that was chosen. */
  update(language: LanguageCode): Promise<void>
  /** What has not all arrived is no longer asked for; what has stays. */
  giveUp(language: LanguageCode): Promise<void>
  stop(language: LanguageCode): void
  /** What another selection that was chosen needs stays. */
  remove(language: LanguageCode, selection: ClipSelection): Promise<void>
  /** Whether the recording can be played without the network. */
  isHere(media: Media): Promise<boolean>
  /** The MP3 of a recording: from the device; else its block is fetched, verified and kept. */
  load(language: LanguageCode, media: Media): Promise<Result<Uint8Array, ClipError>>
}

export interface ClipsDependencies {
  readonly library: Library
  readonly preferences: Preferences
  readonly store: ClipStore
  readonly fetch: Fetch
  readonly ports: Ports
  /** Of the packs, relative to the page, with a slash at its end. */
  readonly folder: string
}

export const createClips = (dependencies: ClipsDependencies): Clips => {
  const { library, store, ports } = dependencies
  const source = createClipSource(dependencies)
  const { look, ...keeper } = createClipKeeper(dependencies, source)
  /** By SHA-256: two taps on a word are one request. */
  const loading = new Map<string, Promise<Result<Uint8Array, ClipError>>>()

  const fromDevice = async ({ sha256 }: Media): Promise<Uint8Array | undefined> => {
    const block = await store.find(sha256)
    if (!block.ok || block.value === undefined) return undefined
    const clip = await readClip(block.value, sha256, ports.hash)
    // What cannot be read counts as not here: it is fetched again.
    return clip.ok ? clip.value : undefined
  }
  const fromNetwork = async (
    language: LanguageCode,
    media: Media,
  ): Promise<Result<Uint8Array, ClipError>> => {
    const { dictionary } = library.shelf(language) ?? {}
    const number = dictionary && rowById(dictionary, media.entry)?.number
    const index = await source.index(language)
    if (!index.ok) return index
    for (const listing of index.value.blocks) {
      if (number === undefined || !listing.entries.includes(number)) continue
      const fetched = await source.block(listing)
      if (!fetched.ok) return fetched
      const clip = await readClip(fetched.value.bytes, media.sha256, ports.hash)
      if (!clip.ok || clip.value === undefined) continue
      // Where the device cannot keep it, it is heard all the same.
      const kept = await store.keep(language, new Map([[listing.sha256, fetched.value]]))
      if (kept.ok) void look(language)
      return ok(clip.value)
    }
    return err({ kind: 'not-on-device' })
  }

  return {
    ...keeper,
    isHere: async ({ sha256 }) => {
      const here = await store.has(sha256)
      return here.ok && here.value
    },
    load: async (language, media) => {
      const here = await fromDevice(media)
      if (here !== undefined) return ok(here)
      const begun = loading.get(media.sha256)
      if (begun !== undefined) return begun
      const fetching = fromNetwork(language, media)
      loading.set(media.sha256, fetching)
      try {
        return await fetching
      } finally {
        loading.delete(media.sha256)
      }
    },
  }
}

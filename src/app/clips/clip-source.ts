import type { LanguageCode } from '../../lexicon/ids'
import { err, ok, type Result } from '../../lexicon/result'
import { toHex } from '../../pack/bytes'
import { listClips } from '../../pack/clip-block'
import {
  type ClipBlockListing,
  type ClipIndex,
  clipBlockFile,
  readClipIndex,
} from '../../pack/clip-index'
import type { Ports } from '../../pack/container'
import type { Fetch, FetchOptions } from '../../store/fetch-bytes'
import { fetchVerified } from '../../store/fetch-verified'
import { toDownloadError } from '../../store/pack-fault'
import type { ClipStore } from '../../store/recording-store'
import type { DownloadError } from '../../store/store-error'
import type { Library } from '../library'
import type { ClipError } from './clips'

/** A list of blocks with its bytes, as they are kept with what was chosen from it. */
export interface KnownIndex extends ClipIndex {
  readonly file: string
  readonly stored: Uint8Array
}

export interface FetchedBlock {
  readonly bytes: Uint8Array
  readonly clips: readonly string[]
}

/** Lists and blocks of recordings from the network, verified. */
export interface ClipSource {
  /** Of what can be downloaded now; without the network, the one that was chosen from. */
  index(language: LanguageCode): Promise<Result<KnownIndex, ClipError>>
  block(
    listing: ClipBlockListing,
    signal?: AbortSignal,
    onBytes?: (count: number) => void,
  ): Promise<Result<FetchedBlock, DownloadError>>
}

export interface ClipSourceDependencies {
  readonly library: Library
  readonly store: ClipStore
  readonly fetch: Fetch
  readonly ports: Ports
  readonly folder: string
}

/** Milliseconds without a byte before the network counts as gone. */
const PATIENCE = 30_000

export const createClipSource = (dependencies: ClipSourceDependencies): ClipSource => {
  const { library, store, fetch, ports, folder } = dependencies
  const known = new Map<string, KnownIndex>()

  const read = async (
    file: string,
    stored: Uint8Array,
  ): Promise<Result<KnownIndex, DownloadError>> => {
    const index = await readClipIndex(stored, ports)
    if (!index.ok) return err(toDownloadError(index.error, file))
    const made = { ...index.value, file, stored }
    known.set(file, made)
    return ok(made)
  }
  const fetchBlockFile = <T>(
    file: string,
    options: Omit<FetchOptions, 'patience' | 'cache'>,
    readFile: (bytes: Uint8Array) => Promise<Result<T, DownloadError>>,
  ): Promise<Result<T, DownloadError>> =>
    fetchVerified(fetch, folder + file, { ...options, patience: PATIENCE }, readFile)

  return {
    index: async (language) => {
      const listed = library.shelf(language)?.listing?.audio
      const here = listed && known.get(listed.file)
      if (here !== undefined) return ok(here)
      const choice = await store.choice(language)
      const kept = choice.ok ? choice.value : undefined
      if (listed !== undefined && kept?.file !== listed.file) {
        const { file, bytes: maxBytes } = listed
        const fetched = await fetchBlockFile(file, { maxBytes }, (bytes) => read(file, bytes))
        if (fetched.ok || kept === undefined) return fetched
      }
      if (kept === undefined) return err({ kind: 'not-on-device' })
      return known.get(kept.file) ? ok(known.get(kept.file)!) : read(kept.file, kept.index)
    },
    block: ({ sha256, bytes: maxBytes }, signal, onBytes) => {
      const file = clipBlockFile(sha256)
      return fetchBlockFile(file, { signal, maxBytes, onBytes }, async (bytes) => {
        const clips = listClips(bytes)
        if (toHex(await ports.hash(bytes)) !== sha256) return err({ kind: 'damaged', what: file })
        return clips.ok
          ? ok({ bytes, clips: clips.value })
          : err(toDownloadError(clips.error, file))
      })
    },
  }
}

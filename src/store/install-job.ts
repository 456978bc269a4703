import type { Result } from '../lexicon/result'
import type { PackHead, Ports } from '../pack/container'
import type { InstallEvents } from './download'
import type { Fetch } from './fetch-bytes'
import { fetchVerified } from './fetch-verified'
import type { PackStore } from './store'
import type { DownloadError } from './store-error'

/** What one install works with. */
export interface InstallJob {
  readonly packs: PackStore
  readonly fetch: Fetch
  readonly ports: Ports
  /** Address of the folder that files of the listing are in, with its last `/`. */
  readonly folder: string
  readonly patience: number
  readonly events: InstallEvents
  readonly signal: AbortSignal | undefined
}

/** A head with its bytes, as they begin the pack. */
export interface Head {
  readonly bytes: Uint8Array
  readonly table: PackHead
}

/** @param read verifies what arrived */
export function fetchFile<T>(
  file: string,
  maxBytes: number,
  { fetch, folder, signal, patience }: InstallJob,
  onBytes: (count: number) => void,
  read: (bytes: Uint8Array) => Promise<Result<T, DownloadError>>,
): Promise<Result<T, DownloadError>> {
  return fetchVerified(fetch, folder + file, { signal, maxBytes, patience, onBytes }, read)
}

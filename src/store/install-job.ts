import type { Result } from '../lexicon/result'
import type { PackHead, Ports } from '../pack/container'
import type { InstallEvents } from './download'
import { type Fetch, fetchBytes } from './fetch-bytes'
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

export function fetchFile(
  file: string,
  maxBytes: number,
  { fetch, folder, signal, patience }: InstallJob,
  onBytes?: (count: number) => void,
): Promise<Result<Uint8Array, DownloadError>> {
  return fetchBytes(fetch, folder + file, { signal, maxBytes, patience, onBytes })
}

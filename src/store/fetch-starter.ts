import { err, ok, type Result } from '../lexicon/result'
import { type Ports, readHead, readStarter } from '../pack/container'
import type { PackListing, SectionName } from '../pack/sections'
import { fetchFile, type Head, type InstallJob } from './install-job'
import { toDownloadError } from './pack-fault'
import type { DownloadError } from './store-error'

/** What a pack begins with, verified: enough to answer. */
export interface Starter {
  readonly head: Head
  /** The `first` tier, as stored. */
  readonly sections: ReadonlyMap<SectionName, Uint8Array>
}

export async function fetchStarter(
  listing: PackListing,
  job: InstallJob,
  progress: (count: number) => void,
): Promise<Result<Starter, DownloadError>> {
  const { file, bytes: maxBytes } = listing.starter
  return fetchFile(file, maxBytes, job, progress, (bytes) => openStarter(bytes, listing, job.ports))
}

async function openStarter(
  bytes: Uint8Array,
  listing: PackListing,
  ports: Ports,
): Promise<Result<Starter, DownloadError>> {
  const { file } = listing.starter
  const table = await readHead(bytes, ports.hash)
  if (!table.ok) return err(toDownloadError(table.error, file))
  if (table.value.hash !== listing.head || table.value.language !== listing.language)
    return err({ kind: 'damaged', what: file })
  const sections = await readStarter(bytes, ports)
  if (!sections.ok) return err(toDownloadError(sections.error, file))
  const head = { bytes: bytes.slice(0, table.value.length), table: table.value }
  return ok({ head, sections: sections.value })
}

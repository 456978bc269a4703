import { err, ok, type Result } from '../lexicon/result'
import { applyDelta } from '../pack/delta'
import type { PackListing } from '../pack/sections'
import { deriveSections } from '../search/derive'
import { fetchFile, type InstallJob } from './install-job'
import type { InstalledPack } from './store'
import type { DownloadError } from './store-error'

/**
 * Brings an installed pack up to date by the rows that changed; the rest is worked out on the
 * device and verified against the new head. Fails without a trace, so that whole sections can follow.
 */
export async function installDelta(
  { language, release, head }: PackListing,
  installed: InstalledPack,
  { file, bytes: maxBytes }: PackListing['deltas'][number],
  job: InstallJob,
): Promise<Result<void, DownloadError>> {
  const onBytes = (doneBytes: number) =>
    job.events.onProgress?.({ language, doneBytes, totalBytes: maxBytes })
  // What is damaged is not asked for again: whole sections follow.
  const fetched = await fetchFile(file, maxBytes, job, onBytes, async (bytes) => ok(bytes))
  if (!fetched.ok) return fetched

  const source = async (names: readonly string[]) => {
    const read = await job.packs.read(language, names)
    return read.ok ? read.value : new Map<string, Uint8Array>()
  }
  const base = { headBytes: installed.headBytes, source }
  const { zlibSync } = await import('fflate')
  // As compile deflates: so the sections come out small, and to the byte as the server has them.
  const deflate = async (raw: Uint8Array) => zlibSync(raw, { level: 9 })
  const updated = await applyDelta(base, fetched.value, { ...job.ports, deflate }, deriveSections)
  if (!updated.ok || updated.value.head.hash !== head) return err({ kind: 'damaged', what: file })
  if (job.signal?.aborted) return err({ kind: 'stopped' })

  const { headBytes, sections } = updated.value
  const kept = await job.packs.keep(language, headBytes, head, release, sections)
  const replaced = await job.packs.replace(language, head)
  return kept.ok && replaced.ok ? ok(undefined) : kept.ok ? replaced : kept
}

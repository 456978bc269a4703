import type { LanguageCode } from '../../lexicon/ids'
import { ok, type Result } from '../../lexicon/result'
import type { ClipBlockListing } from '../../pack/clip-index'
import type { ClipStore } from '../../store/recording-store'
import type { DownloadError } from '../../store/store-error'
import type { ClipSource, FetchedBlock } from './clip-source'

export interface ClipDownload {
  readonly language: LanguageCode
  readonly blocks: readonly ClipBlockListing[]
  readonly source: ClipSource
  readonly store: ClipStore
  readonly signal: AbortSignal
  readonly onBytes: (count: number) => void
}

/** Requests at a time. */
const LANES = 4
/** Blocks that wait to be written before fetching pauses: what a death of the browser may cost. */
const MOST_WAITING = 8

/**
 * Fetches blocks, several at a time, and keeps each as soon as it is verified. A block that is damaged
 * or missing on the server is passed over and told at the end; anything else ends it.
 */
export const downloadBlocks = async (job: ClipDownload): Promise<Result<void, DownloadError>> => {
  const { language, source, store, signal, onBytes } = job
  const waiting = new Map<string, FetchedBlock>()
  const left = [...job.blocks]
  let fault: DownloadError | undefined
  let ended = false
  let writing: Promise<void> | undefined

  const end = (reason: DownloadError) => {
    fault = ended ? fault : reason
    ended = true
  }
  const write = async () => {
    while (waiting.size > 0) {
      const blocks = new Map(waiting)
      waiting.clear()
      const kept = await store.keep(language, blocks)
      if (!kept.ok) return end(kept.error)
    }
  }
  const writeSoon = () => {
    writing ??= write().then(() => {
      writing = undefined
    })
    return writing
  }
  const lane = async () => {
    for (let next = left.shift(); next !== undefined && !ended; next = left.shift()) {
      const fetched = await source.block(next, signal, onBytes)
      if (fetched.ok) {
        waiting.set(next.sha256, fetched.value)
        const written = writeSoon()
        if (waiting.size >= MOST_WAITING) await written
      } else if (isOfOneBlock(fetched.error)) fault ??= fetched.error
      else end(fetched.error)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  while (writing !== undefined || (waiting.size > 0 && !isStorageFault(fault))) await writeSoon()
  return fault === undefined ? ok(undefined) : { ok: false, error: fault }
}

const isOfOneBlock = ({ kind }: DownloadError): boolean =>
  kind === 'damaged' || kind === 'not-found'

const isStorageFault = (fault: DownloadError | undefined): boolean =>
  fault?.kind.startsWith('storage-') === true

import type { Result } from '../lexicon/result'
import { type Fetch, type FetchOptions, fetchBytes } from './fetch-bytes'
import type { DownloadError } from './store-error'

/**
 * Fetches a file that is named by its content, and reads it. The browser keeps such files for ever, so
 * what came damaged would come damaged again: it is asked for once more, past the browser's cache.
 */
export async function fetchVerified<T>(
  fetch: Fetch,
  address: string,
  options: Omit<FetchOptions, 'cache'>,
  read: (bytes: Uint8Array) => Promise<Result<T, DownloadError>>,
): Promise<Result<T, DownloadError>> {
  let arrived = 0
  const onBytes = (count: number) => {
    arrived += count
    options.onBytes?.(count)
  }
  const once = async (cache: RequestCache) => {
    const bytes = await fetchBytes(fetch, address, { ...options, onBytes, cache })
    return bytes.ok ? read(bytes.value) : bytes
  }
  const first = await once('default')
  if (first.ok || first.error.kind !== 'damaged') return first
  options.onBytes?.(-arrived)
  return once('reload')
}

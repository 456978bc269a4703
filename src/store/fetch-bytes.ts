import { err, ok, type Result } from '../lexicon/result'
import type { DownloadError } from './store-error'

export type Fetch = (address: string, init?: RequestInit) => Promise<Response>

export interface FetchOptions {
  readonly signal?: AbortSignal | undefined
  readonly cache?: RequestCache
  /** More than this is not read. */
  readonly maxBytes: number
  /** Milliseconds without a single byte before the network counts as gone. */
  readonly patience: number
  /** Called with the bytes of each piece that arrives. */
  readonly onBytes?: ((count: number) => void) | undefined
}

/** All bytes of one file. */
export async function fetchBytes(
  fetch: Fetch,
  address: string,
  { signal, cache, maxBytes, patience, onBytes }: FetchOptions,
): Promise<Result<Uint8Array, DownloadError>> {
  if (signal?.aborted) return err({ kind: 'stopped' })
  const request = new AbortController()
  const stop = () => request.abort()
  signal?.addEventListener('abort', stop)
  let stalled = setTimeout(stop, patience)
  const alive = () => {
    clearTimeout(stalled)
    stalled = setTimeout(stop, patience)
  }

  try {
    const response = await fetch(address, {
      signal: request.signal,
      ...(cache === undefined ? {} : { cache }),
    })
    alive()
    // A server in trouble is as good as none: later it may answer.
    if (response.status >= 500) return err({ kind: 'offline' })
    if (!response.ok) return err({ kind: 'not-found', address })
    const bytes = await readBody(response, maxBytes, (count) => {
      alive()
      onBytes?.(count)
    })
    return bytes === undefined ? err({ kind: 'damaged', what: address }) : ok(bytes)
  } catch {
    return err(signal?.aborted ? { kind: 'stopped' } : { kind: 'offline' })
  } finally {
    clearTimeout(stalled)
    signal?.removeEventListener('abort', stop)
  }
}

/** None: there is more than `maxBytes`. */
async function readBody(
  response: Response,
  maxBytes: number,
  onBytes: (count: number) => void,
): Promise<Uint8Array | undefined> {
  const reader = response.body?.getReader()
  if (reader === undefined) return new Uint8Array(0)
  const pieces: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > maxBytes) {
      await reader.cancel()
      return undefined
    }
    pieces.push(value)
    onBytes(value.length)
  }
  if (pieces.length === 1) return pieces[0]
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

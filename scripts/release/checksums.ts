import { createHash } from 'node:crypto'

export const CHECKSUMS = 'SHA256SUMS'

/** A line a file, as `sha256sum -c` reads it. */
export const checksumsOf = (files: ReadonlyMap<string, Uint8Array>): string =>
  [...files]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`)
    .join('')

import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { deflate } from 'pako'
import type { Ports } from '../src/pack/container'
import type { WritePorts } from '../src/pack/write-container'

/** What Node lends to reading and writing packs. */
export const nodePorts: Ports & WritePorts = {
  hash: async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
  inflate: async (bytes, rawLength) =>
    new Uint8Array(inflateSync(bytes, { maxOutputLength: Math.max(rawLength, 1) })),
  // Not Node's own zlib: its bytes change with its version, and a pack's must not.
  deflate: async (bytes) => deflate(bytes, { level: 9 }),
}

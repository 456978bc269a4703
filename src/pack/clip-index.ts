import { err, ok, type Result } from '../lexicon/result'
import { createByteReader, toHex } from './bytes'
import { FORMAT, HASH_BYTES, type PackError, type Ports } from './container'

/**
 * Which recordings of a language can be fetched, and in which blocks. The layout is specified in
 * docs/PACK-FORMAT.md.
 *
 *     0   magic "RCLI"
 *     4   u16 format
 *     6   u16 0
 *     8   u32 raw length, at most 2^24
 *     12  the raw bytes, zlib
 *     …   32 bytes SHA-256 of all before it
 *
 * Raw: varint blocks; of each block its 32 bytes SHA-256; of each block varint bytes, varint
 * recordings × 2, plus 1 where they are drafts; of each recording, block after block, the zigzag
 * varint step to the number of its entry from that of the recording before (the first: from 0).
 */
export interface ClipIndex {
  readonly blocks: readonly ClipBlockListing[]
}

export interface ClipBlockListing {
  /** Of the block, hex. */
  readonly sha256: string
  readonly bytes: number
  /** Its recordings are unconfirmed: fetched by who asks for drafts. */
  readonly drafts: boolean
  /** The number of the entry that each recording belongs to. */
  readonly entries: readonly number[]
}

export const CLIP_INDEX_MAGIC = [0x52, 0x43, 0x4c, 0x49]
export const CLIP_INDEX_HEADER_BYTES = 12
const MAX_RAW_BYTES = 1 << 24

/** Address of a block, relative to the index of the packs. */
export const clipBlockFile = (sha256: string): string => `c/${sha256.slice(0, 16)}`

export const readClipIndex = async (
  bytes: Uint8Array,
  { hash, inflate }: Ports,
): Promise<Result<ClipIndex, PackError>> => {
  const reader = createByteReader(bytes)
  const magic = reader.bytes(CLIP_INDEX_MAGIC.length)
  if (!CLIP_INDEX_MAGIC.every((byte, i) => magic[i] === byte)) return err({ kind: 'not-a-pack' })
  const format = reader.u16()
  if (format > FORMAT) return err({ kind: 'pack-too-new', found: format, supported: FORMAT })
  const reserved = reader.u16()
  const rawLength = reader.u32()
  const end = bytes.length - HASH_BYTES
  if (reader.broken || end < CLIP_INDEX_HEADER_BYTES)
    return err({
      kind: 'pack-cut-short',
      expected: CLIP_INDEX_HEADER_BYTES + HASH_BYTES,
      got: bytes.length,
    })
  if (format === 0 || reserved !== 0 || rawLength > MAX_RAW_BYTES) return damaged
  if (toHex(await hash(bytes.subarray(0, end))) !== toHex(bytes.subarray(end))) return damaged

  const raw = await inflated(bytes.subarray(CLIP_INDEX_HEADER_BYTES, end), rawLength, inflate)
  if (raw?.length !== rawLength) return damaged
  const blocks = readBlocks(raw)
  return blocks === undefined ? damaged : ok({ blocks })
}

const damaged: Result<never, PackError> = err({ kind: 'pack-damaged', what: 'clip-index' })

/** Inflating rejects what is not zlib. */
const inflated = (
  bytes: Uint8Array,
  rawLength: number,
  inflate: Ports['inflate'],
): Promise<Uint8Array | undefined> =>
  inflate(bytes, rawLength).then(
    (raw) => raw,
    () => undefined,
  )

const readBlocks = (raw: Uint8Array): readonly ClipBlockListing[] | undefined => {
  const reader = createByteReader(raw)
  const count = reader.varint()
  if (count * HASH_BYTES > reader.remaining) return undefined
  const hashes = Array.from({ length: count }, () => toHex(reader.bytes(HASH_BYTES)))
  const rows = hashes.map((sha256) => {
    const bytes = reader.varint()
    const marked = reader.varint()
    return { sha256, bytes, clips: Math.floor(marked / 2), drafts: marked % 2 === 1 }
  })
  let number = 0
  const blocks: ClipBlockListing[] = []
  for (const { sha256, bytes, clips, drafts } of rows) {
    if (clips > reader.remaining) return undefined
    const entries = Array.from({ length: clips }, () => {
      const zigzag = reader.varint()
      number += zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2
      return number
    })
    if (entries.some((entry) => entry < 0)) return undefined
    blocks.push({ sha256, bytes, drafts, entries })
  }
  return reader.broken || reader.remaining > 0 ? undefined : blocks
}

import { err, ok, type Result } from '../lexicon/result'
import { createByteReader, toHex } from './bytes'
import { FORMAT, HASH_BYTES, type PackError, type Ports } from './container'

/**
 * Recordings that are fetched together. The layout is specified in docs/PACK-FORMAT.md.
 *
 *     0   magic "RCLP"
 *     4   u16 format
 *     6   u16 recordings n, at least 1
 *     8   n rows of 36 bytes: 32 bytes SHA-256 of the recording, u32 length
 *     …   the recordings in that order, nothing between or after
 *
 * A block may come from outside: what does not fit is refused as a value.
 */
export const CLIP_BLOCK_MAGIC = [0x52, 0x43, 0x4c, 0x50]
export const CLIP_BLOCK_HEADER_BYTES = 8
export const CLIP_ROW_BYTES = HASH_BYTES + 4

interface PlacedClip {
  /** Hex. */
  readonly sha256: string
  readonly offset: number
  readonly length: number
}

/** SHA-256, hex, of each recording that a block says it holds; only `readClip` looks whether they are whole. */
export const listClips = (block: Uint8Array): Result<readonly string[], PackError> => {
  const table = readClipTable(block)
  return table.ok ? ok(table.value.map(({ sha256 }) => sha256)) : table
}

/** A recording by its SHA-256, hex, verified. Undefined: the block does not hold it. */
export const readClip = async (
  block: Uint8Array,
  sha256: string,
  hash: Ports['hash'],
): Promise<Result<Uint8Array | undefined, PackError>> => {
  const table = readClipTable(block)
  if (!table.ok) return table
  const clip = table.value.find((other) => other.sha256 === sha256)
  if (clip === undefined) return ok(undefined)
  const bytes = block.subarray(clip.offset, clip.offset + clip.length)
  return toHex(await hash(bytes)) === sha256
    ? ok(bytes)
    : err({ kind: 'pack-damaged', what: sha256 })
}

const readClipTable = (block: Uint8Array): Result<readonly PlacedClip[], PackError> => {
  const reader = createByteReader(block)
  const magic = reader.bytes(CLIP_BLOCK_MAGIC.length)
  if (!CLIP_BLOCK_MAGIC.every((byte, i) => magic[i] === byte)) return err({ kind: 'not-a-pack' })
  const format = reader.u16()
  if (format > FORMAT) return err({ kind: 'pack-too-new', found: format, supported: FORMAT })
  const count = reader.u16()
  let offset = CLIP_BLOCK_HEADER_BYTES + CLIP_ROW_BYTES * count
  if (reader.broken || block.length < offset)
    return err({ kind: 'pack-cut-short', expected: offset, got: block.length })
  if (format === 0 || count === 0) return err({ kind: 'pack-damaged', what: 'head' })

  const clips: PlacedClip[] = []
  for (let i = 0; i < count; i++) {
    const sha256 = toHex(reader.bytes(HASH_BYTES))
    const length = reader.u32()
    clips.push({ sha256, offset, length })
    offset += length
  }
  if (block.length < offset)
    return err({ kind: 'pack-cut-short', expected: offset, got: block.length })
  return block.length === offset ? ok(clips) : err({ kind: 'pack-damaged', what: 'head' })
}

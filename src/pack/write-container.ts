import { aligned, toHex } from './bytes'
import {
  crc32,
  FORMAT,
  HASH_BYTES,
  HEADER_BYTES,
  MAGIC,
  MAX_SECTION_BYTES,
  MAX_SECTIONS,
  NAME_BYTES,
  type PackHead,
  ROW_BYTES,
  type SectionRow,
  TIERS,
} from './container'
import { type SectionName, tierOf } from './sections'
import { type ByteWriter, createByteWriter } from './write-bytes'

export interface RawSection {
  readonly name: SectionName
  readonly raw: Uint8Array
}

export interface WritePorts {
  /** SHA-256. */
  hash(bytes: Uint8Array): Promise<Uint8Array>
  /** The zlib format; the same bytes for the same input. */
  deflate(bytes: Uint8Array): Promise<Uint8Array>
}

/**
 * The bytes of a pack, its sections by tier and within a tier in the order given. A section that
 * zlib does not make smaller is stored as it is.
 */
export const writeContainer = async (
  language: string,
  sections: readonly RawSection[],
  ports: WritePorts,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly head: PackHead }> => {
  const placed = TIERS.flatMap((tier) => sections.filter(({ name }) => tierOf(name) === tier))
  if (placed.length > MAX_SECTIONS)
    throw new RangeError(`${placed.length} sections, at most ${MAX_SECTIONS}`)
  if (new Set(placed.map(({ name }) => name)).size < placed.length)
    throw new RangeError(`A section twice: ${placed.map(({ name }) => name).join(' ')}`)

  const length = HEADER_BYTES + ROW_BYTES * placed.length + HASH_BYTES
  const writer = createByteWriter()
  writer.bytes(Uint8Array.from(MAGIC))
  writer.u16(FORMAT)
  writer.u16(placed.length)
  writeName(writer, language)

  const rows: SectionRow[] = []
  const bodies: Uint8Array[] = []
  let offset = length
  for (const { name, raw } of placed) {
    if (raw.length > MAX_SECTION_BYTES)
      throw new RangeError(`Section ${name} of ${raw.length} bytes, at most ${MAX_SECTION_BYTES}`)
    const { stored, codec } = await store(raw, ports.deflate)
    const sha256 = await ports.hash(raw)
    const row = {
      name,
      codec,
      rawLength: raw.length,
      storedLength: stored.length,
      crc32: crc32(stored),
      sha256: toHex(sha256),
      offset,
    } as const
    writeName(writer, name)
    writer.u32(codec === 'none' ? 0 : 1)
    writer.u32(row.rawLength)
    writer.u32(row.storedLength)
    writer.u32(row.crc32)
    writer.bytes(sha256)
    rows.push(row)
    bodies.push(stored)
    offset = aligned(offset + stored.length)
  }

  const hash = await ports.hash(writer.finish())
  writer.bytes(hash)
  for (const body of bodies) {
    writer.bytes(body)
    writer.align()
  }
  return {
    bytes: writer.finish(),
    head: { format: FORMAT, language, sections: rows, hash: toHex(hash), length },
  }
}

const store = async (
  raw: Uint8Array,
  deflate: WritePorts['deflate'],
): Promise<{ readonly stored: Uint8Array; readonly codec: SectionRow['codec'] }> => {
  const deflated = await deflate(raw)
  return deflated.length < raw.length
    ? { stored: deflated, codec: 'zlib' }
    : { stored: raw, codec: 'none' }
}

const writeName = (writer: ByteWriter, name: string) => {
  if (name.length < 1 || name.length > NAME_BYTES)
    throw new RangeError(`Name of 1 to ${NAME_BYTES} characters expected: "${name}"`)
  for (let i = 0; i < NAME_BYTES; i++) {
    const code = i < name.length ? name.charCodeAt(i) : 0
    if (i < name.length && (code <= 0x20 || code >= 0x7f))
      throw new RangeError(`Printable ASCII without spaces expected: "${name}"`)
    writer.u8(code)
  }
}

import { err, ok, type Result } from '../lexicon/result'
import { aligned, toHex, u32At } from './bytes'
import { type SectionName, type Tier, tierOf } from './sections'

/**
 * A pack as bytes: a head that says which sections there are, and the sections. This module knows
 * where they are and whether they are whole, not what is in them; write-container.ts writes them.
 * The layout is specified in docs/PACK-FORMAT.md.
 *
 *     0   magic "RONG"
 *     4   u16 format
 *     6   u16 section count n
 *     8   32 bytes language code
 *     40  n rows of 80 bytes: 32 bytes name, u32 codec, u32 raw length, u32 stored length,
 *         u32 CRC-32 of the stored bytes, 32 bytes SHA-256 of the raw bytes
 *     …   32 bytes SHA-256 of all before it
 *     …   the sections in the order of the table, each padded with zeros to a multiple of four
 *
 * Everything here may come from outside: what does not fit is refused as a value, never thrown, and
 * no length is believed before it is bounded.
 */
export interface PackHead {
  readonly format: number
  readonly language: string
  readonly sections: readonly SectionRow[]
  /** SHA-256 of the header and table, hex: identifies the pack. The head's last 32 bytes. */
  readonly hash: string
  /** Bytes of the head itself. */
  readonly length: number
}

export interface SectionRow {
  readonly name: SectionName
  readonly codec: 'none' | 'zlib'
  readonly rawLength: number
  readonly storedLength: number
  readonly crc32: number
  /** Of the raw bytes, hex. */
  readonly sha256: string
  /** Of the stored bytes, from the start of the pack. */
  readonly offset: number
}

export type PackError =
  | { readonly kind: 'not-a-pack' }
  | { readonly kind: 'pack-too-new'; readonly found: number; readonly supported: number }
  | { readonly kind: 'pack-cut-short'; readonly expected: number; readonly got: number }
  /** `what`: `head`, or the name of the section. */
  | { readonly kind: 'pack-damaged'; readonly what: string }

/** What the runtime lends: SHA-256, and zlib's inflate, which stops and rejects beyond `rawLength`. */
export interface Ports {
  hash(bytes: Uint8Array): Promise<Uint8Array>
  inflate(bytes: Uint8Array, rawLength: number): Promise<Uint8Array>
}

export const FORMAT = 1
export const MAGIC = [0x52, 0x4f, 0x4e, 0x47]
export const HEADER_BYTES = 40
export const ROW_BYTES = 80
export const NAME_BYTES = 32
export const HASH_BYTES = 32
export const MAX_SECTIONS = 4096
/** Of one section, raw. */
export const MAX_SECTION_BYTES = 1 << 26
/** The order sections stand in, so that the starter and the published file are beginnings of the pack. */
export const TIERS: readonly Tier[] = ['first', 'full', 'drafts']
/** Deflate cannot shrink by more, so a table that claims it is hostile. */
const MAX_RATIO = 1033

/** Bytes of the head that `bytes` begins with: what to read before `readHead`. */
export const headLength = (bytes: Uint8Array): Result<number, PackError> => {
  for (let i = 0; i < Math.min(4, bytes.length); i++)
    if (bytes[i] !== MAGIC[i]) return err({ kind: 'not-a-pack' })
  if (bytes.length < 8)
    return err({ kind: 'pack-cut-short', expected: HEADER_BYTES, got: bytes.length })
  const format = bytes[4]! + bytes[5]! * 256
  if (format > FORMAT) return err({ kind: 'pack-too-new', found: format, supported: FORMAT })
  const count = bytes[6]! + bytes[7]! * 256
  return format === 0 || count > MAX_SECTIONS
    ? damaged('head')
    : ok(HEADER_BYTES + ROW_BYTES * count + HASH_BYTES)
}

/** The head of a pack, from its first bytes; those after the head are not looked at. */
export const readHead = async (
  bytes: Uint8Array,
  hash: Ports['hash'],
): Promise<Result<PackHead, PackError>> => {
  const found = headLength(bytes)
  if (!found.ok) return found
  const length = found.value
  if (bytes.length < length)
    return err({ kind: 'pack-cut-short', expected: length, got: bytes.length })

  const stated = toHex(bytes.subarray(length - HASH_BYTES, length))
  if (toHex(await hash(bytes.subarray(0, length - HASH_BYTES))) !== stated) return damaged('head')

  const language = readName(bytes, 8)
  if (language === undefined) return damaged('head')
  const sections: SectionRow[] = []
  const names = new Set<string>()
  let offset = length
  let tierBefore = 0
  for (let at = HEADER_BYTES; at < length - HASH_BYTES; at += ROW_BYTES) {
    const row = readRow(bytes, at, offset)
    if (row === undefined || names.has(row.name)) return damaged('head')
    const tier = TIERS.indexOf(tierOf(row.name))
    if (tier < tierBefore) return damaged('head')
    tierBefore = tier
    names.add(row.name)
    sections.push(row)
    offset = aligned(offset + row.storedLength)
  }
  return ok({ format: FORMAT, language, sections, hash: stated, length })
}

const readRow = (bytes: Uint8Array, at: number, offset: number): SectionRow | undefined => {
  const name = readName(bytes, at)
  const number = (index: number) => u32At(bytes, at + NAME_BYTES + 4 * index)
  const codec = number(0)
  const rawLength = number(1)
  const storedLength = number(2)
  // A zlib section is always the smaller: so bytes of the raw length are known to be raw.
  const fits =
    rawLength <= MAX_SECTION_BYTES &&
    (codec === 0
      ? storedLength === rawLength
      : codec === 1 && storedLength < rawLength && rawLength <= storedLength * MAX_RATIO)
  if (name === undefined || !fits) return undefined
  return {
    name,
    codec: codec === 0 ? 'none' : 'zlib',
    rawLength,
    storedLength,
    crc32: number(3),
    sha256: toHex(bytes.subarray(at + ROW_BYTES - HASH_BYTES, at + ROW_BYTES)),
    offset,
  }
}

/** Printable ASCII, at least one character, then zeros. */
const readName = (bytes: Uint8Array, at: number): string | undefined => {
  let name = ''
  let ended = false
  for (let i = at; i < at + NAME_BYTES; i++) {
    const byte = bytes[i]!
    if (byte === 0) ended = true
    else if (ended || byte <= 0x20 || byte >= 0x7f) return undefined
    else name += String.fromCharCode(byte)
  }
  return name === '' ? undefined : name
}

/**
 * The raw bytes of a section, from its bytes as stored. They may also be given raw (a device that
 * derived the section from a delta has no others): their length tells, their hash decides.
 */
export const readSection = async (
  head: PackHead,
  name: SectionName,
  stored: Uint8Array,
  ports: Ports,
): Promise<Result<Uint8Array, PackError>> => {
  const row = head.sections.find((section) => section.name === name)
  if (row === undefined) return damaged(name)
  const raw =
    stored.length === row.rawLength ? ok(stored) : await inflateSection(row, stored, ports.inflate)
  if (!raw.ok) return raw
  return raw.value.length === row.rawLength && toHex(await ports.hash(raw.value)) === row.sha256
    ? raw
    : damaged(name)
}

const inflateSection = async (
  row: SectionRow,
  stored: Uint8Array,
  inflate: Ports['inflate'],
): Promise<Result<Uint8Array, PackError>> => {
  if (stored.length < row.storedLength)
    return err({ kind: 'pack-cut-short', expected: row.storedLength, got: stored.length })
  if (stored.length > row.storedLength || crc32(stored) !== row.crc32) return damaged(row.name)
  try {
    return ok(await inflate(stored, row.rawLength))
  } catch {
    return damaged(row.name)
  }
}

/** Bytes of the pack up to the end of its `first` tier: the starter. */
export const starterLength = (head: PackHead): number => endOf(head, rowsOf(head, 'first'))

/** Bytes of the pack up to its drafts: what is published as a `.rong` file. */
export const publishedLength = (head: PackHead): number => endOf(head, publishedRows(head))

const publishedRows = ({ sections }: PackHead): readonly SectionRow[] =>
  sections.filter(({ name }) => tierOf(name) !== 'drafts')

export const rowsOf = (head: PackHead, tier: Tier): readonly SectionRow[] =>
  head.sections.filter(({ name }) => tierOf(name) === tier)

const endOf = (head: PackHead, rows: readonly SectionRow[]): number => {
  const last = rows[rows.length - 1]
  return last === undefined ? head.length : aligned(last.offset + last.storedLength)
}

/**
 * The sections of a `.rong` file, as stored (views into `bytes`), after all of it has been verified:
 * those of a complete pack, or of one that ends before its drafts.
 */
export const readWhole = async (
  bytes: Uint8Array,
  ports: Ports,
): Promise<Result<ReadonlyMap<SectionName, Uint8Array>, PackError>> => {
  const head = await readHead(bytes, ports.hash)
  if (!head.ok) return head
  const { sections } = head.value
  // A draft section may be empty, and the complete pack then as long as the published one.
  const isPublished =
    bytes.length <= publishedLength(head.value) && bytes.length < endOf(head.value, sections)
  return readUpTo(bytes, head.value, isPublished ? publishedRows(head.value) : sections, ports)
}

/** As `readWhole`, of a starter: the `first` tier and nothing after it. */
export const readStarter = async (
  bytes: Uint8Array,
  ports: Ports,
): Promise<Result<ReadonlyMap<SectionName, Uint8Array>, PackError>> => {
  const head = await readHead(bytes, ports.hash)
  return head.ok ? readUpTo(bytes, head.value, rowsOf(head.value, 'first'), ports) : head
}

const readUpTo = async (
  bytes: Uint8Array,
  head: PackHead,
  rows: readonly SectionRow[],
  ports: Ports,
): Promise<Result<ReadonlyMap<SectionName, Uint8Array>, PackError>> => {
  const expected = endOf(head, rows)
  if (bytes.length < expected) return err({ kind: 'pack-cut-short', expected, got: bytes.length })
  if (bytes.length > expected) return damaged('head')
  const sections = new Map<SectionName, Uint8Array>()
  for (const row of rows) {
    const end = row.offset + row.storedLength
    if (bytes.subarray(end, aligned(end)).some((byte) => byte !== 0)) return damaged(row.name)
    const stored = bytes.subarray(row.offset, end)
    const raw = await readSection(head, row.name, stored, ports)
    if (!raw.ok) return raw
    sections.set(row.name, stored)
  }
  return ok(sections)
}

/** CRC-32 as zlib has it, by half bytes: deflate leaves bits unused that no hash of the raw bytes covers. */
export const crc32 = (bytes: Uint8Array): number => {
  let crc = -1
  for (const byte of bytes) {
    crc = NIBBLES[(crc ^ byte) & 15]! ^ (crc >>> 4)
    crc = NIBBLES[(crc ^ (byte >>> 4)) & 15]! ^ (crc >>> 4)
  }
  return ~crc >>> 0
}

const NIBBLES = Array.from({ length: 16 }, (_, nibble) => {
  let crc = nibble
  for (let bit = 0; bit < 4; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

const damaged = (what: string): Result<never, PackError> => err({ kind: 'pack-damaged', what })

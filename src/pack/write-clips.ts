import type { FullEntry } from '../lexicon/full-entry'
import type { Lexicon } from '../lexicon/lexicon'
import { toHex } from './bytes'
import { CLIP_BLOCK_HEADER_BYTES, CLIP_BLOCK_MAGIC, CLIP_ROW_BYTES } from './clip-block'
import { CLIP_INDEX_MAGIC, type ClipBlockListing } from './clip-index'
import { FORMAT } from './container'
import { fullEntries } from './publish'
import { createByteWriter } from './write-bytes'
import type { WritePorts } from './write-container'

/** A recording that leaves the lexicon. */
export interface PublishedClip {
  readonly bytes: Uint8Array
  /** Hex. */
  readonly sha256: string
  /** The number of its entry. */
  readonly entry: number
  /** Unconfirmed. */
  readonly drafts: boolean
  /** What is taken together stands together: the first topic of the entry, else its semantic domain. */
  readonly group: string
}

/** The recordings of a dictionary as they are put up for download. */
export interface PublishedClips {
  readonly blocks: readonly { readonly sha256: string; readonly bytes: Uint8Array }[]
  readonly index: Uint8Array
  /** Confirmed recordings, the bytes of their blocks, and recordings that only drafts add. */
  readonly clips: number
  readonly blockBytes: number
  readonly draftClips: number
}

/** Of one block, unless a single recording is larger. */
export const MAX_BLOCK_BYTES = 1 << 16

/**
 * The recordings that pages of a pack show. `bytesOf` gives a file of the language's media folder;
 * the checks have seen that it is there and has the hash the table says.
 */
export const publishedClips = (
  lexicon: Lexicon,
  bytesOf: (path: string) => Uint8Array,
): readonly PublishedClip[] => {
  const { published, drafts } = fullEntries(lexicon)
  const clips = new Map<string, PublishedClip>()
  const add = (full: FullEntry, isDraft: boolean) => {
    for (const media of full.media) {
      // One recording may be that of two homographs: it stands in the block of each.
      const key = `${full.entry.number} ${media.sha256}`
      if (media.kind !== 'audio' || clips.has(key)) continue
      clips.set(key, {
        bytes: bytesOf(media.path),
        sha256: media.sha256,
        entry: full.entry.number,
        drafts: isDraft,
        group: groupOf(full),
      })
    }
  }
  for (const full of published) add(full, false)
  for (const full of drafts) add(full, true)
  return [...clips.values()]
}

/** The same recordings, in whatever order, give the same bytes. None: nothing to put up. */
export const writeClips = async (
  clips: readonly PublishedClip[],
  ports: WritePorts,
): Promise<PublishedClips | undefined> => {
  if (clips.length === 0) return undefined
  const blocks: { sha256: string; bytes: Uint8Array }[] = []
  const listings: ClipBlockListing[] = []
  for (const together of cutIntoBlocks(clips)) {
    const bytes = writeClipBlock(together)
    const sha256 = toHex(await ports.hash(bytes))
    blocks.push({ sha256, bytes })
    listings.push({
      sha256,
      bytes: bytes.length,
      drafts: together[0]!.drafts,
      entries: together.map(({ entry }) => entry),
    })
  }
  const confirmed = listings.filter(({ drafts }) => !drafts)
  return {
    blocks,
    index: await writeClipIndex(listings, ports),
    clips: confirmed.reduce((sum, { entries }) => sum + entries.length, 0),
    blockBytes: confirmed.reduce((sum, { bytes }) => sum + bytes, 0),
    draftClips: clips.filter(({ drafts }) => drafts).length,
  }
}

/**
 * Confirmed recordings before drafts, by group, then by entry. Within a group a block ends after a
 * recording whose hash ends in four zero bits, or where it would grow too large: so a recording that is
 * added changes its own block and few after it.
 */
const cutIntoBlocks = (clips: readonly PublishedClip[]): readonly (readonly PublishedClip[])[] => {
  const blocks: PublishedClip[][] = []
  let block: PublishedClip[] = []
  let bytes = 0
  for (const clip of [...clips].sort(byPlace)) {
    const before = block[block.length - 1]
    const size = CLIP_ROW_BYTES + clip.bytes.length
    if (before === undefined || isCut(before, clip) || bytes + size > MAX_BLOCK_BYTES) {
      block = []
      blocks.push(block)
      bytes = CLIP_BLOCK_HEADER_BYTES
    }
    block.push(clip)
    bytes += size
  }
  return blocks
}

const isCut = (before: PublishedClip, clip: PublishedClip): boolean =>
  before.drafts !== clip.drafts || before.group !== clip.group || before.sha256.endsWith('0')

const byPlace = (a: PublishedClip, b: PublishedClip): number =>
  Number(a.drafts) - Number(b.drafts) ||
  compare(a.group, b.group) ||
  a.entry - b.entry ||
  compare(a.sha256, b.sha256)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Topics before domains before neither. */
const groupOf = ({ senses }: FullEntry): string => {
  const topic = senses.flatMap(({ topics }) => topics)[0]
  const domain = senses.find(({ semanticDomain }) => semanticDomain !== undefined)?.semanticDomain
  return topic !== undefined ? `0 ${topic}` : domain !== undefined ? `1 ${domain}` : '2'
}

export const writeClipBlock = (
  clips: readonly Pick<PublishedClip, 'sha256' | 'bytes'>[],
): Uint8Array => {
  const writer = createByteWriter()
  writer.bytes(Uint8Array.from(CLIP_BLOCK_MAGIC))
  writer.u16(FORMAT)
  writer.u16(clips.length)
  for (const { sha256, bytes } of clips) {
    writer.bytes(fromHex(sha256))
    writer.u32(bytes.length)
  }
  for (const { bytes } of clips) writer.bytes(bytes)
  return writer.finish()
}

export const writeClipIndex = async (
  blocks: readonly ClipBlockListing[],
  { hash, deflate }: WritePorts,
): Promise<Uint8Array> => {
  const raw = createByteWriter()
  raw.varint(blocks.length)
  for (const { sha256 } of blocks) raw.bytes(fromHex(sha256))
  for (const { bytes, entries, drafts } of blocks) {
    raw.varint(bytes)
    raw.varint(entries.length * 2 + Number(drafts))
  }
  let number = 0
  for (const { entries } of blocks)
    for (const entry of entries) {
      const step = entry - number
      raw.varint(step < 0 ? -step * 2 - 1 : step * 2)
      number = entry
    }
  const writer = createByteWriter()
  writer.bytes(Uint8Array.from(CLIP_INDEX_MAGIC))
  writer.u16(FORMAT)
  writer.u16(0)
  writer.u32(raw.length)
  writer.bytes(await deflate(raw.finish()))
  writer.bytes(await hash(writer.finish()))
  return writer.finish()
}

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  )

import type { Dictionary } from '../../pack/dictionary'
import type { KeptBlock } from '../../store/recording-store'
import type { Shelf } from '../shelf'
import type { KnownIndex } from './clip-source'

/** Entries read between two moments in which the page can answer the user. */
const AT_ONCE = 100

/**
 * Finds blocks that no list has any more and of which nothing is needed: each recording is withdrawn, or
 * is here in a block that is listed. With an older dictionary, or without the newest list, none: it
 * plays older recordings.
 */
export const createOutdatedBlocks = () => {
  /** SHA-256 of the recordings that entries name: read once, with the first block in question. */
  const namedBy = new WeakMap<Dictionary, ReadonlySet<string>>()
  return async (
    { listing, installed, dictionary }: Shelf,
    index: KnownIndex | undefined,
    kept: readonly KeptBlock[],
  ): Promise<readonly string[]> => {
    const isNewest = listing?.head === installed?.head && installed?.head === dictionary?.head.hash
    if (listing === undefined || dictionary === undefined || !isNewest) return []
    if (listing.audio === undefined) return kept.map(({ block }) => block)
    if (index?.file !== listing.audio.file) return []

    const listed = new Set(index.blocks.map(({ sha256 }) => sha256))
    const current = kept.filter(({ block }) => listed.has(block))
    if (current.length === kept.length) return []
    const named = namedBy.get(dictionary) ?? (await readNames(dictionary, index))
    if (named === undefined) return []
    namedBy.set(dictionary, named)
    const here = new Set(current.flatMap(({ clips }) => clips))
    return kept
      .filter(({ block }) => !listed.has(block))
      .filter(({ clips }) => clips.every((clip) => here.has(clip) || !named.has(clip)))
      .map(({ block }) => block)
  }
}

/** None: an entry could not be read. */
const readNames = async (
  dictionary: Dictionary,
  { blocks }: KnownIndex,
): Promise<ReadonlySet<string> | undefined> => {
  const clips = new Set<string>()
  // By number: entries are read block by block.
  const numbers = [...new Set(blocks.flatMap(({ entries }) => entries))].sort((a, b) => a - b)
  for (const [i, number] of numbers.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve, 0))
    const full = await dictionary.entry(number, { drafts: true })
    if (!full.ok) return undefined
    for (const { sha256 } of full.value?.media ?? []) clips.add(sha256)
  }
  return clips
}

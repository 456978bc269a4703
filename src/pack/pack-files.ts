import { toHex } from './bytes'
import { clipBlockFile } from './clip-index'
import { type PackHead, publishedLength, rowsOf, starterLength } from './container'
import type { PackIndex, PackListing, PackMeta } from './sections'
import type { PublishedClips } from './write-clips'

/** A pack to be put up for download. */
export interface PublishedPack {
  readonly meta: PackMeta
  readonly head: PackHead
  /** The complete pack, drafts and all. */
  readonly bytes: Uint8Array
  /** Deltas that lead to it. */
  readonly deltas: readonly { readonly from: string; readonly bytes: Uint8Array }[]
  /** Its recordings; none: it has none. */
  readonly audio?: PublishedClips | undefined
}

/**
 * The files of the folder `packs/`, by path, `index.json` among them. All but it and the `.rong` files
 * are named for their content.
 */
export const packFiles = async (
  packs: readonly PublishedPack[],
  hash: (bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<ReadonlyMap<string, Uint8Array>> => {
  const files = new Map<string, Uint8Array>()
  const addByContent = async (folder: string, bytes: Uint8Array): Promise<string> => {
    const path = `${folder}/${toHex(await hash(bytes)).slice(0, 16)}`
    files.set(path, bytes)
    return path
  }

  const listings: PackListing[] = []
  for (const { meta, head, bytes, deltas, audio } of packs) {
    const starter = bytes.slice(0, starterLength(head))
    const starterFile = `${meta.code}-${head.hash.slice(0, 8)}.starter`
    const wholeFile = `${meta.code}-${meta.release}.rong`
    files.set(starterFile, starter)
    // Who is handed the file gets what is confirmed; the drafts are fetched by who asks for them.
    const whole = bytes.slice(0, publishedLength(head))
    files.set(wholeFile, whole)

    const sections = []
    for (const { name, offset, storedLength } of [
      ...rowsOf(head, 'full'),
      ...rowsOf(head, 'drafts'),
    ]) {
      const stored = bytes.slice(offset, offset + storedLength)
      sections.push({ name, file: await addByContent('s', stored), bytes: storedLength })
    }
    const listedDeltas = []
    for (const delta of deltas)
      listedDeltas.push({
        from: delta.from,
        file: await addByContent('d', delta.bytes),
        bytes: delta.bytes.length,
      })
    for (const block of audio?.blocks ?? []) files.set(clipBlockFile(block.sha256), block.bytes)
    listings.push({
      language: meta.code,
      nameVi: meta.nameVi,
      nameEn: meta.nameEn,
      release: meta.release,
      entryCount: meta.entryCount,
      draftCount: meta.draftCount,
      head: head.hash,
      starter: { file: starterFile, bytes: starter.length },
      sections,
      whole: { file: wholeFile, bytes: whole.length },
      deltas: listedDeltas,
      ...(audio && {
        audio: {
          file: await addByContent('c', audio.index),
          bytes: audio.index.length,
          clips: audio.clips,
          blockBytes: audio.blockBytes,
          draftClips: audio.draftClips,
        },
      }),
    })
  }
  const index: PackIndex = { format: 1, packs: listings }
  files.set('index.json', new TextEncoder().encode(`${JSON.stringify(index, undefined, 1)}\n`))
  return files
}

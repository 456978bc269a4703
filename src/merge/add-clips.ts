import { rowOf } from '../formats/content'
import type { EntryId, FormId, Licence, MediaId, SourceId, VarietyId } from '../lexicon/ids'
import type { Lexicon } from '../lexicon/lexicon'
import type { Media } from '../lexicon/media'
import type { ReviewState } from '../lexicon/review'
import { plainLine } from '../text/plain-line'
import { createIdSource } from './assign-ids'

/** A mastered recording that the dictionary is to take in. */
export interface NewClip {
  readonly entry: EntryId
  readonly form?: FormId
  readonly variety: VarietyId
  readonly speaker?: string
  readonly speakerBirthYear?: number
  readonly place?: string
  /** ISO date. */
  readonly date?: string
  readonly consent?: string
  readonly source: SourceId
  readonly licence: Licence
  readonly reviewState: ReviewState
  readonly note?: string
  /** Of the mastered file, hex. */
  readonly sha256: string
  /** Name of the file it was mastered from, as it was received. */
  readonly original: string
  readonly originalSha256: string
}

export interface AddedClips {
  readonly lexicon: Lexicon
  /** Where each recording goes under media/, by its SHA-256. */
  readonly paths: ReadonlyMap<string, string>
  readonly added: readonly Media[]
  /** Not taken: the same recording, or one of the same original, is there already. */
  readonly known: readonly KnownClip[]
}

export interface KnownClip extends NewClip {
  /** The row that has it. */
  readonly media: MediaId
}

/** Takes recordings into the dictionary, in their order, with ids that go on from its own. */
export const addClips = (lexicon: Lexicon, clips: readonly NewClip[]): AddedClips => {
  const ids = createIdSource([lexicon])
  const byHash = new Map<string, MediaId>()
  for (const { value } of lexicon.media) {
    byHash.set(value.sha256, value.id)
    if (value.originalSha256 !== undefined) byHash.set(value.originalSha256, value.id)
  }
  const paths = new Map<string, string>()
  const added: Media[] = []
  const known: KnownClip[] = []
  for (const clip of clips) {
    const media = byHash.get(clip.sha256) ?? byHash.get(clip.originalSha256)
    if (media !== undefined) {
      known.push({ ...clip, media })
      continue
    }
    // Only the parser of our own tables makes ids otherwise; this is where new ones begin.
    const id = ids.nextId('media') as MediaId
    const path = `${id}.mp3`
    added.push({ id, kind: 'audio', path, ...clip, original: plainLine(clip.original) })
    paths.set(clip.sha256, path)
    byHash.set(clip.sha256, id)
    byHash.set(clip.originalSha256, id)
  }
  return {
    lexicon: {
      ...lexicon,
      media: [...lexicon.media, ...added.map((value) => rowOf(value))],
      mediaFiles: new Map([
        ...lexicon.mediaFiles,
        ...[...paths].map(([sha256, path]) => [path, sha256] as const),
      ]),
    },
    paths,
    added,
    known,
  }
}

import { createHash } from 'node:crypto'
import type { FullEntry } from '../../src/lexicon/full-entry'
import type { Licence, MediaId, SourceId, Topic, VarietyId } from '../../src/lexicon/ids'
import type { Media } from '../../src/lexicon/media'
import type { PublishedClip } from '../../src/pack/write-clips'
import { entryOf, formOf, senseOf } from './lexicon'

/** Noise that is always the same; only its hash is ever looked at. */
export const noise = (seed: number, length: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length)
  let state = (seed + 1) * 2654435761
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    bytes[i] = state >>> 24
  }
  return bytes
}

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** A recording of 2 to 4.5 KB. */
export const clipOf = (seed: number, changes: Partial<PublishedClip> = {}): PublishedClip => {
  const bytes = changes.bytes ?? noise(seed, 2000 + ((seed * 7919) % 2500))
  return { sha256: sha256Of(bytes), entry: seed, drafts: false, group: '2', ...changes, bytes }
}

/** Files of a media folder, by path. */
export type MediaFiles = Map<string, Uint8Array<ArrayBuffer>>

/** An entry of one topic with recordings, whose files are added to `files`. */
export const spokenEntry = (
  number: number,
  topic: string,
  recordings: readonly Partial<Media>[],
  files: MediaFiles,
): FullEntry => {
  const full = entryOf(
    number,
    [formOf(`xd-f${number}`)],
    [senseOf(`xd-s${number}`, { topics: [topic as Topic] })],
  )
  const media = recordings.map((changes, i): Media => {
    const id = `xd-m${number}-${i}` as MediaId
    const bytes = noise(number * 100 + i, 3000)
    files.set(`${id}.mp3`, bytes)
    return {
      id,
      entry: full.entry.id,
      kind: 'audio',
      path: `${id}.mp3`,
      sha256: sha256Of(bytes),
      variety: 'sedang' as VarietyId,
      source: 'editor' as SourceId,
      licence: 'CC-BY-4.0' as Licence,
      reviewState: 'attested',
      ...changes,
    }
  })
  return { ...full, media }
}

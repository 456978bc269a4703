import { createHash } from 'node:crypto'
import type { ChangeSet, ChangeSetSpeaker } from '../../src/formats/change-set'
import type { TakenChanges } from '../../src/merge/take-changes'

/** What media.csv says of a consent; the text and the recording of it stay with the originals, under these hashes. */
export const consentInWords = (
  { consent }: ChangeSetSpeaker,
  hashes: ReadonlyMap<string, string>,
): string => {
  const recording = consent.media === undefined ? undefined : hashes.get(consent.media)
  return [
    `đồng ý ngày ${consent.at.slice(0, 10)}`,
    `bản lời ${sha256(consent.text)}`,
    recording === undefined ? 'không ghi âm lời đồng ý' : `ghi âm lời đồng ý ${recording}`,
  ].join(', ')
}

/** What stays with the editors, by name: recordings as they came, and what their speakers agreed to. */
export const originalsOf = (
  { lines, speakers, media, manifest }: ChangeSet,
  { outcomes }: TakenChanges,
): ReadonlyMap<string, Uint8Array | string> => {
  const originals = new Map<string, Uint8Array | string>()
  const hashes = new Map(manifest.files.map(({ path, sha256 }) => [path, sha256]))
  const keep = (path: string | undefined): void => {
    const bytes = path === undefined ? undefined : media.get(path)
    if (path !== undefined && bytes !== undefined)
      originals.set(`${hashes.get(path)}${path.slice(path.lastIndexOf('.'))}`, bytes)
  }
  const added = new Set(outcomes.flatMap(({ line, kind }) => (kind === 'added' ? line : [])))
  for (const { line, change } of lines) {
    if (!added.has(line) || change?.op !== 'add') continue
    keep(String(change.record.path))
    const { consent } = speakers.get(change.speaker ?? '') ?? {}
    if (consent === undefined) continue
    keep(consent.media)
    originals.set(`${sha256(consent.text)}.txt`, consent.text)
  }
  return originals
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

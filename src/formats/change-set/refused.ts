import {
  CHANGES_FILE,
  type Change,
  type ChangeLine,
  type ChangeSet,
  SPEAKERS_FILE,
} from '../change-set'
import { jsonText } from './json-text'
import { createChangeFiles, encode, JSON_LINES } from './write'

/**
 * The lines of a change set that were not taken, as a change set of its own with their recordings and
 * all speakers: nothing that somebody made is lost, and what was mended can be imported again.
 * @param sentences why, by line
 */
export const writeRefusedChanges = async (
  set: ChangeSet,
  sentences: ReadonlyMap<number, string>,
  hash: (bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<readonly Uint8Array[]> => {
  const pieces: Uint8Array[] = []
  const { app, language, base, madeAt } = set.manifest
  const origin = { app, language, ...(base && { base }), madeAt }
  const writer = createChangeFiles({ origin, hash, put: (bytes) => pieces.push(bytes) })
  const lines = set.lines.filter(({ line }) => sentences.has(line))
  const wanted = new Set([
    ...lines.flatMap(({ change }) => mediaOf(change) ?? []),
    ...[...set.speakers.values()].flatMap(({ consent }) => consent.media ?? []),
  ])
  // A line that cannot be read may speak of any of them.
  const isAll = lines.some(({ change }) => change === undefined)
  for (const { path, type } of set.manifest.files) {
    const bytes = set.media.get(path)
    if (bytes !== undefined && (isAll || wanted.has(path))) await writer.add(path, type, bytes)
  }
  const counts = new Map<string, number>()
  for (const { change } of lines)
    if (change !== undefined) counts.set(change.table, (counts.get(change.table) ?? 0) + 1)
  await writer.add(SPEAKERS_FILE, JSON_LINES, encode(set.speakersText))
  const text = lines.map((line) => `${withRefusal(line, sentences.get(line.line)!)}\n`).join('')
  await writer.add(CHANGES_FILE, JSON_LINES, encode(text))
  const speakers = set.speakers.size + set.speakerFaults.length
  await writer.finish({ changes: lines.length, speakers, counts })
  return pieces
}

/** Path in the archive of the recording that a change adds. */
export const mediaOf = (change: Change | undefined): string | undefined => {
  if (change?.op !== 'add' || change.table !== 'media') return undefined
  const { path } = change.record
  return typeof path === 'string' ? path : undefined
}

/** What cannot be read stays as it came. */
const withRefusal = ({ text, change }: ChangeLine, sentence: string): string =>
  change === undefined ? text : jsonText({ ...change, refusal: sentence })

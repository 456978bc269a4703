import { err, ok, type Result } from '../../lexicon/result'
import { toHex } from '../../pack/bytes'
import {
  CHANGE_SET_FORMAT,
  CHANGE_SET_VERSION,
  CHANGES_FILE,
  type ChangeLine,
  type ChangeSet,
  type ChangeSetFault,
  type ChangeSetFile,
  type ChangeSetManifest,
  type ChangeSetSpeaker,
  isMediaPath,
  MANIFEST_FILE,
  SPEAKERS_FILE,
} from '../change-set'
import type { Files } from '../format'
import { readZip, type ZipFault, type ZipLimits } from '../zip'
import { isHash, isInstant, isMembers, readChange, readSpeaker } from './read-line'

/** Some three thousand recordings of two seconds at 48 kHz. */
export const CHANGE_SET_LIMITS: ZipLimits = { files: 10_000, bytes: 1 << 29 }

/** Lines of one of the two tables. */
const MOST_LINES = 100_000

type Hash = (bytes: Uint8Array) => Promise<Uint8Array>

/**
 * Reads a change set from anywhere. What is wrong with all of it is an error; what is wrong with a line
 * or a recording stands beside the others. Never throws.
 */
export const readChangeSet = async (
  bytes: Uint8Array,
  hash: Hash,
  limits: ZipLimits = CHANGE_SET_LIMITS,
): Promise<Result<ChangeSet, ChangeSetFault>> => {
  const zip = readZip(bytes, limits)
  if (!zip.ok) return err(zipFault(zip.error))
  const manifest = readManifest(zip.value)
  if (!manifest.ok) return manifest
  const { files } = manifest.value
  const texts = new Map<string, string>()
  for (const path of [SPEAKERS_FILE, CHANGES_FILE]) {
    const text = await readText(zip.value, files, path, hash)
    if (text === undefined) return err({ kind: 'damaged', what: path })
    texts.set(path, text)
  }
  const lines = linesOf(texts.get(CHANGES_FILE)!)
  const speakerLines = linesOf(texts.get(SPEAKERS_FILE)!)
  if (lines.length > MOST_LINES || speakerLines.length > MOST_LINES)
    return err({ kind: 'too-large', detail: `> ${MOST_LINES} lines` })

  const media = new Map<string, Uint8Array>()
  const damaged = new Set<string>()
  for (const file of files) {
    if (!isMediaPath(file.path)) continue
    const content = zip.value.get(file.path)
    if (content !== undefined && (await isWhole(content, file, hash))) media.set(file.path, content)
    else damaged.add(file.path)
  }
  const listed = new Set([MANIFEST_FILE, ...files.map(({ path }) => path)])
  return ok({
    manifest: manifest.value,
    lines: lines.map(readChangeLine),
    ...readSpeakers(speakerLines),
    speakersText: texts.get(SPEAKERS_FILE)!,
    media,
    damaged,
    unlisted: [...zip.value.keys()].filter((path) => !listed.has(path)),
  })
}

const zipFault = ({ reason, detail }: ZipFault): ChangeSetFault => {
  switch (reason) {
    case 'unsafe-path':
      return { kind: 'unsafe-path', path: detail }
    case 'too-large':
      return { kind: 'too-large', detail }
    case 'not-zip':
      // That it does not even begin as an archive is something else than that its end is missing.
      return detail === 'PK'
        ? { kind: 'not-a-change-set', detail }
        : { kind: 'damaged', what: detail }
  }
}

const readManifest = (files: Files): Result<ChangeSetManifest, ChangeSetFault> => {
  const bytes = files.get(MANIFEST_FILE)
  if (bytes === undefined) return err({ kind: 'not-a-change-set', detail: MANIFEST_FILE })
  const given = parseJson(bytes)
  if (!isMembers(given)) return err({ kind: 'damaged', what: MANIFEST_FILE })
  const { format, version, app, language, base, madeAt, changes, speakers, counts } = given
  if (format !== CHANGE_SET_FORMAT) return err({ kind: 'not-a-change-set', detail: MANIFEST_FILE })
  if (!isCount(version) || version < 1) return err({ kind: 'damaged', what: MANIFEST_FILE })
  // Asked before anything else: what a later version says is not to be judged by this one.
  if (version > CHANGE_SET_VERSION)
    return err({ kind: 'too-new', found: version, supported: CHANGE_SET_VERSION })
  const listed = readFileList(given.files)
  const isFit =
    typeof app === 'string' &&
    typeof language === 'string' &&
    isInstant(madeAt) &&
    isCount(changes) &&
    isCount(speakers) &&
    isMembers(counts) &&
    Object.values(counts).every(isCount)
  const knownBase = readBase(base)
  if (!isFit || listed === undefined || (base !== undefined && knownBase === undefined))
    return err({ kind: 'damaged', what: MANIFEST_FILE })
  return ok({
    app,
    language,
    ...(knownBase && { base: knownBase }),
    madeAt,
    changes,
    speakers,
    counts: counts as Readonly<Record<string, number>>,
    files: listed,
  })
}

const readBase = (given: unknown): ChangeSetManifest['base'] => {
  if (!isMembers(given)) return undefined
  const { release, head } = given
  return typeof release === 'string' && isHash(head) ? { release, head } : undefined
}

const readFileList = (given: unknown): readonly ChangeSetFile[] | undefined => {
  if (!Array.isArray(given)) return undefined
  const files: ChangeSetFile[] = []
  const paths = new Set<string>()
  for (const file of given) {
    if (!isMembers(file)) return undefined
    const { path, bytes, sha256, type } = file
    if (typeof path !== 'string' || paths.has(path)) return undefined
    if (path !== CHANGES_FILE && path !== SPEAKERS_FILE && !isMediaPath(path)) return undefined
    if (!isCount(bytes) || !isHash(sha256) || typeof type !== 'string') return undefined
    paths.add(path)
    files.push({ path, bytes, sha256, type })
  }
  return files
}

/** None: it is not there, not what the manifest says, or not UTF-8. */
const readText = async (
  files: Files,
  listed: readonly ChangeSetFile[],
  path: string,
  hash: Hash,
): Promise<string | undefined> => {
  const bytes = files.get(path)
  const file = listed.find((other) => other.path === path)
  if (bytes === undefined || file === undefined || !(await isWhole(bytes, file, hash)))
    return undefined
  return decode(bytes)
}

const isWhole = async (bytes: Uint8Array, file: ChangeSetFile, hash: Hash): Promise<boolean> =>
  bytes.length === file.bytes && toHex(await hash(bytes)) === file.sha256

const linesOf = (text: string): readonly string[] => {
  const lines = text.split('\n')
  // The last one ends as every other.
  if (lines[lines.length - 1] === '') lines.pop()
  return lines
}

const readChangeLine = (text: string, i: number): ChangeLine => {
  const read = readChange(text)
  return read.ok
    ? { line: i + 1, text, change: read.value }
    : { line: i + 1, text, fault: read.error }
}

const readSpeakers = (lines: readonly string[]): Pick<ChangeSet, 'speakers' | 'speakerFaults'> => {
  const speakers = new Map<string, ChangeSetSpeaker>()
  const speakerFaults: ChangeSet['speakerFaults'][number][] = []
  for (const [i, text] of lines.entries()) {
    const read = readSpeaker(text)
    if (!read.ok) speakerFaults.push({ line: i + 1, text, fault: read.error })
    else if (speakers.has(read.value.id))
      speakerFaults.push({ line: i + 1, text, fault: { kind: 'wrong-value', field: 'id' } })
    else speakers.set(read.value.id, read.value)
  }
  return { speakers, speakerFaults }
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0

const parseJson = (bytes: Uint8Array): unknown => {
  const text = decode(bytes)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch (fault) {
    if (fault instanceof SyntaxError || fault instanceof RangeError) return undefined
    throw fault
  }
}

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (fault) {
    if (fault instanceof TypeError) return undefined
    throw fault
  }
}

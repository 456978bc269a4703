import { toHex } from '../../pack/bytes'
import {
  CHANGE_SET_FORMAT,
  CHANGE_SET_VERSION,
  CHANGES_FILE,
  type Change,
  type ChangeSetFile,
  type ChangeSetOrigin,
  type ChangeSetSpeaker,
  isMediaPath,
  MANIFEST_FILE,
  SPEAKERS_FILE,
} from '../change-set'
import { createStoredZip } from '../stored-zip'
import { jsonText } from './json-text'

/** Writes a change set from its beginning to its end. The same content in the same order gives the same bytes. */
export interface ChangeSetWriter {
  /** Adds a recording; a path once. Gives its SHA-256, hex. */
  addMedia(path: string, type: string, bytes: Uint8Array): Promise<string>
  /** Adds what is said of it all; nothing can be added after that. */
  finish(speakers: readonly ChangeSetSpeaker[], changes: readonly Change[]): Promise<void>
}

export interface ChangeSetWriterOptions {
  readonly origin: ChangeSetOrigin
  /** SHA-256. */
  readonly hash: (bytes: Uint8Array) => Promise<Uint8Array>
  /** Takes the bytes of the file as they come. */
  readonly put: (bytes: Uint8Array) => void
}

export const createChangeSetWriter = (options: ChangeSetWriterOptions): ChangeSetWriter => {
  const { add, addMedia, finish } = createChangeFiles(options)
  return {
    addMedia,
    finish: async (speakers, changes) => {
      const counts = new Map<string, number>()
      for (const { table } of changes) counts.set(table, (counts.get(table) ?? 0) + 1)
      await add(SPEAKERS_FILE, JSON_LINES, linesOf(speakers))
      await add(CHANGES_FILE, JSON_LINES, linesOf(changes))
      await finish({ changes: changes.length, speakers: speakers.length, counts })
    },
  }
}

interface Counted {
  readonly changes: number
  readonly speakers: number
  readonly counts: ReadonlyMap<string, number>
}

/** The files of a change set, whatever is in them; the manifest is written last. */
export const createChangeFiles = ({ origin, hash, put }: ChangeSetWriterOptions) => {
  const zip = createStoredZip()
  const files: ChangeSetFile[] = []
  const putFile = (path: string, bytes: Uint8Array): void => {
    put(zip.add(path, bytes))
    put(bytes)
  }
  const add = async (path: string, type: string, bytes: Uint8Array): Promise<string> => {
    const sha256 = toHex(await hash(bytes))
    files.push({ path, bytes: bytes.length, sha256, type })
    putFile(path, bytes)
    return sha256
  }
  return {
    add,
    addMedia: (path: string, type: string, bytes: Uint8Array): Promise<string> => {
      if (!isMediaPath(path) || files.some((file) => file.path === path))
        throw new RangeError(`No path for a recording: ${path}`)
      return add(path, type, bytes)
    },
    finish: async ({ changes, speakers, counts }: Counted): Promise<void> => {
      const { app, language, base, madeAt } = origin
      const manifest = {
        format: CHANGE_SET_FORMAT,
        version: CHANGE_SET_VERSION,
        app,
        language,
        ...(base && { base: { release: base.release, head: base.head } }),
        madeAt,
        changes,
        speakers,
        counts: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
        files,
      }
      putFile(MANIFEST_FILE, encode(`${JSON.stringify(manifest, null, 1)}\n`))
      put(zip.end())
    },
  }
}

export const JSON_LINES = 'application/x-ndjson'

const linesOf = (values: readonly object[]): Uint8Array =>
  encode(values.map((value) => `${jsonText(value)}\n`).join(''))

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

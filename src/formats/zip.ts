import { Unzip, UnzipInflate, type Zippable, zipSync } from 'fflate'
import type { UnreadableReason } from '../lexicon/problem'
import { err, ok, type Result } from '../lexicon/result'
import { joinBytes } from '../pack/write-bytes'
import type { Files } from './format'

/** What an archive may cost, whatever it states of itself. */
export interface ZipLimits {
  readonly files: number
  /** Bytes of all files together, inflated. */
  readonly bytes: number
}

export const ZIP_LIMITS: ZipLimits = { files: 2_000, bytes: 256 * 1024 * 1024 }

/** Why an archive was not opened; `detail` names the file or the limit. */
export interface ZipFault {
  readonly reason: Extract<UnreadableReason, 'not-zip' | 'unsafe-path' | 'too-large'>
  readonly detail: string
}

/** Of the archive at a time: what one step can inflate to is at most a thousand times this. */
const STEP_BYTES = 32 * 1024
/** The first bytes of an archive that holds something, and of an empty one. */
const LOCAL_FILE = [0x50, 0x4b, 0x03, 0x04]
const END_OF_DIRECTORY = [0x50, 0x4b, 0x05, 0x06]

/**
 * The files of an archive, by path with `/`; folders are left out. The sizes that it states are not
 * trusted: inflating stops where the limit is passed. Paths that lead outside, and two files of one
 * path, are refused.
 */
export const readZip = (
  bytes: Uint8Array,
  limits: ZipLimits = ZIP_LIMITS,
): Result<Files, ZipFault> => {
  if (startsWith(bytes, END_OF_DIRECTORY)) return ok(new Map())
  if (!startsWith(bytes, LOCAL_FILE)) return err({ reason: 'not-zip', detail: 'PK' })
  const stated = statedFiles(bytes)
  if (stated === undefined) return err({ reason: 'not-zip', detail: 'no directory' })
  const parts = new Map<string, Uint8Array[]>()
  const unfinished = new Set<string>()
  let total = 0
  let seen = 0
  let fault: ZipFault | undefined
  const unzip = new Unzip((file) => {
    const path = file.name
    seen++
    if (path.endsWith('/')) return
    if (!isSafePath(path)) fault ??= { reason: 'unsafe-path', detail: path }
    else if (parts.has(path)) fault ??= { reason: 'not-zip', detail: `${path} × 2` }
    else if (parts.size >= limits.files)
      fault ??= { reason: 'too-large', detail: `> ${limits.files} files` }
    if (fault !== undefined) return
    const pieces: Uint8Array[] = []
    parts.set(path, pieces)
    unfinished.add(path)
    file.ondata = (error, piece, final) => {
      if (error !== null) fault ??= { reason: 'not-zip', detail: `${path}: ${error.message}` }
      if (fault !== undefined) return
      total += piece.length
      if (total > limits.bytes) fault = { reason: 'too-large', detail: `> ${limits.bytes} bytes` }
      else pieces.push(piece)
      if (final) unfinished.delete(path)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length && fault === undefined; at += STEP_BYTES) {
      const end = Math.min(at + STEP_BYTES, bytes.length)
      unzip.push(bytes.subarray(at, end), end === bytes.length)
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    fault ??= { reason: 'not-zip', detail: error.message }
  }
  if (seen !== stated) fault ??= { reason: 'not-zip', detail: `${seen} / ${stated}` }
  const [cut] = unfinished
  if (cut !== undefined) fault ??= { reason: 'not-zip', detail: cut }
  if (fault !== undefined) return err(fault)
  return ok(new Map([...parts].map(([path, pieces]) => [path, joinBytes(pieces)])))
}

/** Dates are part of an archive: all files have the earliest it can state, so that the bytes depend on the files alone. */
const DATE = new Date(1980, 0, 1)

/** An archive of the files in their order; those named in `stored` are not deflated. */
export const writeZip = (files: Files, stored: ReadonlySet<string> = new Set()): Uint8Array => {
  const zippable: Zippable = {}
  for (const [path, content] of files)
    zippable[path] = [content, { mtime: DATE, level: stored.has(path) ? 0 : 9 }]
  return zipSync(zippable)
}

/** A path that stays in the folder it is unpacked to, on every system. */
export const isSafePath = (path: string): boolean =>
  path !== '' &&
  ['\\', ':', '\0'].every((sign) => !path.includes(sign)) &&
  path.split('/').every((name) => name !== '' && name !== '.' && name !== '..')

const startsWith = (bytes: Uint8Array, first: readonly number[], from = 0): boolean =>
  first.every((byte, i) => bytes[from + i] === byte)

const END_BYTES = 22
const LONGEST_REMARK = 0xffff

/** How many files the record at the end of the archive speaks of; none where there is no such record. */
const statedFiles = (bytes: Uint8Array): number | undefined => {
  const earliest = Math.max(0, bytes.length - END_BYTES - LONGEST_REMARK)
  for (let at = bytes.length - END_BYTES; at >= earliest; at--)
    if (startsWith(bytes, END_OF_DIRECTORY, at)) return bytes[at + 10]! + bytes[at + 11]! * 256
  return undefined
}

import { err, ok, type Result } from '../lexicon/result'
import type { AudioListing, PackIndex, PackListing, SectionListing } from '../pack/sections'
import type { DownloadError } from './store-error'
import { isLanguageCode, isRecord } from './unknown'

const FORMAT = 1
/** Beside the index or below it: nothing may send the app to another host or folder. */
const FILE = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/
const HASH = /^[0-9a-f]{64}$/

/** packs/index.json, or what the page carries of it. Lists nothing that is not understood whole. */
export function parsePackIndex(value: unknown): Result<PackIndex, DownloadError> {
  if (!isRecord(value) || !isLength(value.format) || !Array.isArray(value.packs)) return damaged
  if (value.format > FORMAT)
    return err({ kind: 'pack-too-new', found: value.format, supported: FORMAT })
  const packs: unknown[] = value.packs
  return packs.every(isPackListing) ? ok({ format: FORMAT, packs }) : damaged
}

const damaged = err<DownloadError>({ kind: 'damaged', what: 'index.json' })

const isPackListing = (value: unknown): value is PackListing =>
  isRecord(value) &&
  isLanguageCode(value.language) &&
  isText(value.nameVi) &&
  isText(value.nameEn) &&
  isText(value.release) &&
  isLength(value.entryCount) &&
  isLength(value.draftCount) &&
  isText(value.head) &&
  HASH.test(value.head) &&
  isFileListing(value.starter) &&
  isFileListing(value.whole) &&
  Array.isArray(value.sections) &&
  value.sections.every(isSectionListing) &&
  Array.isArray(value.deltas) &&
  value.deltas.every((delta) => isFileListing(delta) && 'from' in delta && isText(delta.from)) &&
  (value.audio === undefined || isAudioListing(value.audio))

const isAudioListing = (value: unknown): value is AudioListing =>
  isRecord(value) &&
  isLength(value.clips) &&
  isLength(value.blockBytes) &&
  isLength(value.draftClips) &&
  isFileListing(value)

const isSectionListing = (value: unknown): value is SectionListing =>
  isFileListing(value) && 'name' in value && isText(value.name)

const isFileListing = (value: unknown): value is { file: string; bytes: number } =>
  isRecord(value) && isText(value.file) && FILE.test(value.file) && isLength(value.bytes)

const isText = (value: unknown): value is string => typeof value === 'string'

const isLength = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0

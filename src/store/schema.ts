import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import type { SectionName } from '../pack/sections'
import type { ClipChoice, ClipVerdict, RecordingPlan, Speaker, Take } from './recording-store'
import type { Favourite, Miss } from './store'

/**
 * The database as the newest migration leaves it. A change here is a new migration at the end of
 * migrations.ts and a frozen database in test/fixtures/stores.
 *
 *     heads       [language, head] → HeadRecord      installed or waiting
 *     sections    [language, head, name] → bytes as stored in the pack
 *     favourites  [language, entry] → Favourite      index `at`
 *     history     [language, entry] → Favourite      index `at`
 *     misses      query → Miss                      index `at`
 *     settings    'settings' → whatever an earlier release kept, read with care
 *     clipBlocks  [language, block] → ClipBlockRecord   index `clip`, a row for each recording in it
 *     clipBytes   [language, block] → the block
 *     clipChoices language → ClipChoice
 *     takes       take → Take                       index `language`
 *     takeSamples take → its samples, 16 bits, as bytes
 *     takePieces  [take, number] → samples of a take that is not finished
 *     speakers    speaker → Speaker
 *     session     'session' → RecordingPlan
 *     verdicts    [language, media] → ClipVerdict
 */
export interface RongSchema extends DBSchema {
  heads: { key: [string, string]; value: HeadRecord }
  sections: { key: [string, string, string]; value: Uint8Array }
  favourites: { key: [string, string]; value: Favourite; indexes: { at: number } }
  history: { key: [string, string]; value: Favourite; indexes: { at: number } }
  misses: { key: string; value: Miss; indexes: { at: number } }
  settings: { key: string; value: unknown }
  clipBlocks: { key: [string, string]; value: ClipBlockRecord; indexes: { clip: string } }
  clipBytes: { key: [string, string]; value: Uint8Array }
  clipChoices: { key: string; value: ClipChoice }
  takes: { key: string; value: Take; indexes: { language: string } }
  takeSamples: { key: string; value: Uint8Array }
  takePieces: { key: [string, number]; value: Uint8Array }
  speakers: { key: string; value: Speaker }
  session: { key: string; value: RecordingPlan }
  verdicts: { key: [string, string]; value: ClipVerdict }
}

export interface ClipBlockRecord {
  readonly language: string
  /** SHA-256 of the block, hex. */
  readonly block: string
  /** SHA-256, hex, of each recording in it. */
  readonly clips: readonly string[]
  /** Of the block, which lies apart: a list of what is here reads no sound. */
  readonly length: number
}

export interface HeadRecord {
  readonly language: string
  /** SHA-256 of the head, hex. */
  readonly head: string
  readonly release: string
  readonly headBytes: Uint8Array
  /** At most one head of a language is; the others wait. */
  readonly installed: boolean
  /** Bytes as stored of each section that is in `sections`. */
  readonly sizes: Readonly<Record<SectionName, number>>
}

export const STORE_NAMES: StoreNames<RongSchema>[] = [
  'heads',
  'sections',
  'favourites',
  'history',
  'misses',
  'settings',
  'clipBlocks',
  'clipBytes',
  'clipChoices',
  'takes',
  'takeSamples',
  'takePieces',
  'speakers',
  'session',
  'verdicts',
]

export type Database = IDBPDatabase<RongSchema>
export type UpgradeTransaction = IDBPTransaction<
  RongSchema,
  StoreNames<RongSchema>[],
  'versionchange'
>

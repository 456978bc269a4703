import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import type { SectionName } from '../pack/sections'
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
 */
export interface RongSchema extends DBSchema {
  heads: { key: [string, string]; value: HeadRecord }
  sections: { key: [string, string, string]; value: Uint8Array }
  favourites: { key: [string, string]; value: Favourite; indexes: { at: number } }
  history: { key: [string, string]; value: Favourite; indexes: { at: number } }
  misses: { key: string; value: Miss; indexes: { at: number } }
  settings: { key: string; value: unknown }
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
]

export type Database = IDBPDatabase<RongSchema>
export type UpgradeTransaction = IDBPTransaction<
  RongSchema,
  StoreNames<RongSchema>[],
  'versionchange'
>

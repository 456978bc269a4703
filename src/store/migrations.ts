import type { Database, UpgradeTransaction } from './schema'

type Migration = (database: Database, transaction: UpgradeTransaction) => void

/**
 * Migration N brings a database from version N to N + 1. Append only: devices in the field stand at
 * every one of these versions.
 */
const MIGRATIONS: readonly Migration[] = [createFirstStores, createMisses, createRecordings]

export const SCHEMA_VERSION = MIGRATIONS.length

/** Called inside `upgradeneeded`; `from` is 0 for a new database. */
export function migrate(database: Database, from: number, transaction: UpgradeTransaction): void {
  for (const migration of MIGRATIONS.slice(from)) migration(database, transaction)
}

function createFirstStores(database: Database): void {
  database.createObjectStore('heads', { keyPath: ['language', 'head'] })
  database.createObjectStore('sections')
  const byEntry = { keyPath: ['language', 'entry'] }
  database.createObjectStore('favourites', byEntry).createIndex('at', 'at')
  database.createObjectStore('history', byEntry).createIndex('at', 'at')
  database.createObjectStore('settings')
}

function createMisses(database: Database): void {
  database.createObjectStore('misses', { keyPath: 'query' }).createIndex('at', 'at')
}

function createRecordings(database: Database): void {
  database
    .createObjectStore('clipBlocks', { keyPath: ['language', 'block'] })
    .createIndex('clip', 'clips', { multiEntry: true })
  database.createObjectStore('clipBytes')
  database.createObjectStore('clipChoices')
  database.createObjectStore('takes', { keyPath: 'id' }).createIndex('language', 'language')
  database.createObjectStore('takeSamples')
  database.createObjectStore('takePieces')
  database.createObjectStore('speakers', { keyPath: 'id' })
  database.createObjectStore('session')
  database.createObjectStore('verdicts', { keyPath: ['language', 'media'] })
}

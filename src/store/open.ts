import { createClipStore } from './clips'
import { createConnection } from './connection'
import { createFavouriteStore } from './favourites'
import { createHistoryStore } from './history'
import { createMemoryStore } from './memory'
import { createMissStore } from './misses'
import { createPackStore } from './packs'
import { STORE_NAMES } from './schema'
import { createSettingsStore } from './settings'
import { spillToMemory } from './spill'
import type { Store } from './store'
import { createTakeStore } from './takes'
import { createVerdictStore } from './verdicts'

export interface OpenStoreOptions {
  /** The page's path: two copies of the app on one host keep their things apart. */
  readonly prefix: string
  /** Milliseconds to wait for the database before working from memory. */
  readonly patience?: number
}

/** The device's store; a store in memory where the database is blocked, broken or does not answer. */
export async function openStore({ prefix, patience = 4000 }: OpenStoreOptions): Promise<Store> {
  const connection = createConnection(databaseName(prefix), patience)
  const store: Store = {
    kind: 'device',
    packs: spillToMemory(createPackStore(connection)),
    favourites: createFavouriteStore(connection),
    history: createHistoryStore(connection),
    misses: createMissStore(connection),
    settings: createSettingsStore(connection),
    clips: createClipStore(connection),
    takes: createTakeStore(connection),
    verdicts: createVerdictStore(connection),
  }
  const works = await connection.run(async (database) => {
    await database.transaction(STORE_NAMES).done
  })
  if (works.ok) return store
  connection.close()
  return createMemoryStore()
}

/** `/tu-dien/index.html` and `/tu-dien/` are one app. */
export function databaseName(pathname: string): string {
  return `rong:${pathname.replace(/[^/]*$/, '')}`
}

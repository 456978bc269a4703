import { type Connection, inTransaction } from './connection'
import type { MissStore } from './store'

/** Queries kept; the oldest go first. */
export const MISS_LIMIT = 500

export function createMissStore({ run }: Connection): MissStore {
  return {
    list: () => run(async (database) => (await database.getAllFromIndex('misses', 'at')).reverse()),
    add: (miss) =>
      run((database) =>
        inTransaction(database, ['misses'], async (transaction) => {
          const misses = transaction.objectStore('misses')
          const before = await misses.get(miss.query)
          await misses.put({ ...miss, count: (before?.count ?? 0) + 1 })
          let surplus = (await misses.count()) - MISS_LIMIT
          let oldest = surplus > 0 ? await misses.index('at').openCursor() : null
          while (oldest !== null && surplus-- > 0) {
            await oldest.delete()
            oldest = await oldest.continue()
          }
        }),
      ),
    remove: (query) => run((database) => database.delete('misses', query)),
    clear: () => run((database) => database.clear('misses')),
  }
}

import { type Connection, inTransaction } from './connection'
import type { HistoryStore } from './store'

/** Visits kept; the oldest go first. */
export const HISTORY_LIMIT = 200

export function createHistoryStore({ run }: Connection): HistoryStore {
  return {
    list: () =>
      run(async (database) => (await database.getAllFromIndex('history', 'at')).reverse()),
    add: (visit) =>
      run((database) =>
        inTransaction(database, ['history'], async (transaction) => {
          const history = transaction.objectStore('history')
          await history.put(visit)
          let surplus = (await history.count()) - HISTORY_LIMIT
          let oldest = surplus > 0 ? await history.index('at').openCursor() : null
          while (oldest !== null && surplus-- > 0) {
            await oldest.delete()
            oldest = await oldest.continue()
          }
        }),
      ),
    clear: () => run((database) => database.clear('history')),
  }
}

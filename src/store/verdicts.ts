import { type Connection, inTransaction } from './connection'
import type { VerdictStore } from './recording-store'

export function createVerdictStore({ run }: Connection): VerdictStore {
  return {
    list: () => run((database) => database.getAll('verdicts')),
    save: (verdict) =>
      run(async (database) => {
        await database.put('verdicts', verdict)
      }),
    remove: (language, media) =>
      run((database) =>
        inTransaction(database, ['verdicts'], async (transaction) => {
          for (const id of media) await transaction.objectStore('verdicts').delete([language, id])
        }),
      ),
  }
}

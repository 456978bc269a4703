import type { IDBPTransaction } from 'idb'
import { type Connection, inTransaction } from './connection'
import type { ClipStore } from './recording-store'
import type { RongSchema } from './schema'

export function createClipStore({ run }: Connection): ClipStore {
  return {
    list: (language) =>
      run(async (database) => {
        const records = await database.getAll('clipBlocks', allOf(language))
        return records.map(({ block, clips, length }) => ({
          language,
          block,
          bytes: length,
          clips,
        }))
      }),
    keep: (language, blocks) =>
      run((database) =>
        inTransaction(database, STORES, async (transaction) => {
          const written = [...blocks].flatMap(([block, { bytes, clips }]) => [
            transaction
              .objectStore('clipBlocks')
              .put({ language, block, clips, length: bytes.length }),
            // A view of a larger buffer would take all of it along.
            transaction.objectStore('clipBytes').put(owned(bytes), [language, block]),
          ])
          await Promise.all(written)
        }),
      ),
    find: (clip) =>
      run(async (database) => {
        const transaction = database.transaction(STORES)
        const key = await transaction.objectStore('clipBlocks').index('clip').getKey(clip)
        return key === undefined ? undefined : transaction.objectStore('clipBytes').get(key)
      }),
    has: (clip) =>
      run(
        async (database) =>
          (await database.getKeyFromIndex('clipBlocks', 'clip', clip)) !== undefined,
      ),
    remove: (language, blocks) =>
      run((database) =>
        inTransaction(database, STORES, async (transaction) => {
          const keys: ClipKeys = blocks?.map((block) => [language, block]) ?? [allOf(language)]
          await Promise.all(keys.flatMap((key) => removeFrom(transaction, key)))
        }),
      ),
    choice: (language) => run((database) => database.get('clipChoices', language)),
    saveChoice: (language, choice) =>
      run(async (database) => {
        if (choice === undefined) await database.delete('clipChoices', language)
        else await database.put('clipChoices', choice, language)
      }),
  }
}

const STORES: ('clipBlocks' | 'clipBytes')[] = ['clipBlocks', 'clipBytes']

type ClipKeys = readonly ([string, string] | IDBKeyRange)[]

const removeFrom = (
  transaction: IDBPTransaction<RongSchema, typeof STORES, 'readwrite'>,
  key: ClipKeys[number],
): readonly Promise<void>[] => STORES.map((name) => transaction.objectStore(name).delete(key))

const owned = (bytes: Uint8Array): Uint8Array =>
  bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice()

/** Keys that begin with the language. */
const allOf = (language: string): IDBKeyRange =>
  IDBKeyRange.bound([language], [language, []], false, true)

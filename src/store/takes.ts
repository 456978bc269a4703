import type { IDBPTransaction } from 'idb'
import type { Result } from '../lexicon/result'
import { joinBytes } from '../pack/write-bytes'
import { type Connection, inTransaction } from './connection'
import type { Take, TakeStore } from './recording-store'
import type { Database, RongSchema } from './schema'
import type { StoreError } from './store-error'

const SESSION = 'session'

type Names = ('takes' | 'takeSamples' | 'takePieces' | 'speakers' | 'session')[]

export function createTakeStore({ run }: Connection): TakeStore {
  /** What was said today in the village cannot be said again: no answer before it has reached the disk. */
  const write = <S extends Names>(
    stores: S,
    work: (transaction: IDBPTransaction<RongSchema, S, 'readwrite'>) => Promise<unknown>,
  ): Promise<Result<void, StoreError>> =>
    run(async (database) => {
      await inTransaction(database, stores, work, 'strict')
    })

  return {
    list: (language) =>
      run(async (database) => {
        const takes =
          language === undefined
            ? await database.getAll('takes')
            : await database.getAllFromIndex('takes', 'language', language)
        const found = await Promise.all(takes.map((take) => asFound(database, take)))
        return found.sort((a, b) => a.at - b.at)
      }),
    samples: (id) =>
      run(async (database) => {
        const whole = await database.get('takeSamples', id)
        if (whole !== undefined) return toSamples([whole])
        const pieces = await database.getAll('takePieces', piecesOf(id))
        const isKnown = (await database.getKey('takes', id)) !== undefined
        return isKnown ? toSamples(pieces) : undefined
      }),
    begin: (take) => write(['takes'], (transaction) => transaction.objectStore('takes').put(take)),
    addPiece: (id, number, samples) =>
      write(['takePieces'], (transaction) =>
        transaction.objectStore('takePieces').put(toBytes(samples), [id, number]),
      ),
    finish: (take, samples) =>
      write(['takes', 'takeSamples', 'takePieces'], async (transaction) => {
        await transaction.objectStore('takes').put(take)
        await transaction.objectStore('takeSamples').put(toBytes(samples), take.id)
        await transaction.objectStore('takePieces').delete(piecesOf(take.id))
      }),
    update: (take, session) =>
      write(['takes', 'session'], async (transaction) => {
        await transaction.objectStore('takes').put(take)
        if (session !== undefined) await transaction.objectStore('session').put(session, SESSION)
      }),
    remove: (ids) =>
      write(['takes', 'takeSamples', 'takePieces'], async (transaction) => {
        for (const id of ids) {
          await transaction.objectStore('takes').delete(id)
          await transaction.objectStore('takeSamples').delete(id)
          await transaction.objectStore('takePieces').delete(piecesOf(id))
        }
      }),
    speakers: () => run((database) => database.getAll('speakers')),
    saveSpeaker: (speaker) =>
      write(['speakers'], (transaction) => transaction.objectStore('speakers').put(speaker)),
    removeSpeaker: (id) =>
      write(['takes', 'speakers'], async (transaction) => {
        const takes = await transaction.objectStore('takes').getAll()
        if (!takes.some(({ speaker }) => speaker === id))
          await transaction.objectStore('speakers').delete(id)
      }),
    session: () => run((database) => database.get('session', SESSION)),
    saveSession: (plan) =>
      write(['session'], async (transaction) => {
        const store = transaction.objectStore('session')
        await (plan === undefined ? store.delete(SESSION) : store.put(plan, SESSION))
      }),
  }
}

/** A take that was begun and has no length of its own was broken off; it is as long as its pieces. */
const asFound = async (database: Database, take: Take): Promise<Take> => {
  if (take.length > 0) return take
  const pieces = await database.getAll('takePieces', piecesOf(take.id))
  return { ...take, state: 'broken-off', length: toSamples(pieces).length }
}

const piecesOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []])

const toBytes = (samples: Int16Array): Uint8Array =>
  new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength).slice()

const toSamples = (pieces: readonly Uint8Array[]): Int16Array =>
  new Int16Array(joinBytes(pieces).buffer)

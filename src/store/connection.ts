import { type IDBPTransaction, openDB, type StoreNames } from 'idb'
import { err, ok, type Result } from '../lexicon/result'
import { migrate, SCHEMA_VERSION } from './migrations'
import type { Database, RongSchema } from './schema'
import type { StoreError } from './store-error'

/** The life of the open database: opened when first used, again after it was taken away. */
export interface Connection {
  /** Runs `work`; whatever goes wrong in it is a value. A connection that was lost is opened once more. */
  run<T>(work: (database: Database) => Promise<T>): Promise<Result<T, StoreError>>
  close(): void
}

/**
 * @param patience milliseconds to wait for the database: Safari 14 sometimes never answers, and a tab
 *   of an older release may hold on to it.
 */
export function createConnection(name: string, patience: number): Connection {
  let opened: Promise<Database> | undefined

  const forget = () => {
    opened = undefined
  }
  const open = (): Promise<Database> => {
    opened ??= openInTime(name, patience, forget).catch((fault: unknown) => {
      forget()
      throw fault
    })
    return opened
  }

  const run = async <T>(work: (database: Database) => Promise<T>, again = true) => {
    let database: Database
    try {
      database = await open()
    } catch (fault) {
      return err(openingError(fault))
    }
    try {
      return ok(await work(database))
    } catch (fault) {
      // The browser closed the database between two uses (deleted, evicted, upgraded by another tab).
      const lost = nameOf(fault) === 'InvalidStateError'
      if (lost) forget()
      if (lost && again) return run(work, false)
      return err(workingError(fault))
    }
  }

  return {
    run: (work) => run(work),
    close() {
      opened?.then((database) => database.close(), forget)
      forget()
    },
  }
}

type Names = StoreNames<RongSchema>[]

/**
 * All of `work` or nothing. Rejects with the reason the browser gives for the whole transaction
 * (a full disk shows only there) before that of a single request.
 * @param durability `strict`: settles when it has reached the disk, where the browser can tell
 */
export async function inTransaction<T, S extends Names>(
  database: Database,
  stores: S,
  work: (transaction: IDBPTransaction<RongSchema, S, 'readwrite'>) => Promise<T>,
  durability: IDBTransactionDurability = 'default',
): Promise<T> {
  const transaction = database.transaction(stores, 'readwrite', { durability })
  const end = transaction.done.then(
    () => undefined,
    (fault: unknown) => fault,
  )
  try {
    const value = await work(transaction)
    await transaction.done
    return value
  } catch (fault) {
    if (transaction.error === null) abort(transaction)
    const reason = await end
    throw nameOf(reason) === 'QuotaExceededError' ? reason : fault
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort()
  } catch (fault) {
    // It has ended by itself, which is what was wanted.
    if (nameOf(fault) !== 'InvalidStateError') throw fault
  }
}

async function openInTime(name: string, patience: number, lost: () => void): Promise<Database> {
  let late = false
  const opening: Promise<Database> = openDB<RongSchema>(name, SCHEMA_VERSION, {
    upgrade(database, from, _to, transaction) {
      migrate(database, from, transaction)
    },
    // Another tab upgrades or deletes the database: step aside at once, open again when next needed.
    blocking() {
      lost()
      void opening.then((database) => database.close())
    },
    terminated: lost,
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late = true
      reject(new DOMException(`No answer within ${patience} ms`, 'TimeoutError'))
    }, patience)
  })
  opening.then(
    (database) => late && database.close(),
    () => undefined,
  )
  try {
    return await Promise.race([opening, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

function openingError(fault: unknown): StoreError {
  const name = nameOf(fault)
  if (name === 'QuotaExceededError') return { kind: 'storage-full' }
  return name === 'VersionError'
    ? { kind: 'storage-broken', reason: describe(fault) }
    : { kind: 'storage-blocked' }
}

function workingError(fault: unknown): StoreError {
  switch (nameOf(fault)) {
    case 'QuotaExceededError':
      return { kind: 'storage-full' }
    case 'InvalidStateError':
    case 'NotReadableError':
      return { kind: 'storage-lost' }
    case 'SecurityError':
      return { kind: 'storage-blocked' }
    default:
      return { kind: 'storage-broken', reason: describe(fault) }
  }
}

const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : '')

const describe = (fault: unknown): string =>
  fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)

import type { LanguageCode } from '../lexicon/ids'
import type { Result } from '../lexicon/result'
import { type SectionName, type Tier, tierOf } from '../pack/sections'
import { type Connection, inTransaction } from './connection'
import type { Database, HeadRecord } from './schema'
import type { InstalledPack, PackStore } from './store'
import type { StoreError } from './store-error'

export function createPackStore({ run }: Connection): PackStore {
  return {
    list: () =>
      run(async (database) => (await readableHeads(database)).filter(isInstalled).map(describe)),

    read: (language, names) =>
      run(async (database) => {
        const record = (await headsOf(database, language)).find(isInstalled)
        return record === undefined
          ? new Map<SectionName, Uint8Array>()
          : readSections(database, record, names)
      }),

    keep: (language, headBytes, head, release, sections) =>
      run((database) =>
        inTransaction(database, ['heads', 'sections'], async (transaction) => {
          const heads = transaction.objectStore('heads')
          const before = await heads.get([language, head])
          const sizes = { ...before?.sizes }
          for (const [name, bytes] of sections) {
            sizes[name] = bytes.length
            await transaction.objectStore('sections').put(compact(bytes), [language, head, name])
          }
          const installed = before?.installed ?? false
          const kept = compact(headBytes)
          await heads.put({ language, head, release, headBytes: kept, installed, sizes })
        }),
      ),

    waiting: (language, head) =>
      run(async (database) => {
        const record = await database.get('heads', [language, head])
        return record === undefined || record.installed ? [] : Object.keys(record.sizes)
      }),

    replace: (language, head) => replaceHead(run, language, head),

    remove: (language, tier) =>
      tier === undefined || tier === 'first'
        ? run((database) => removeAll(database, language))
        : run((database) => removeTier(database, language, tier)),
  }
}

const isInstalled = (record: HeadRecord): boolean => record.installed

function describe(record: HeadRecord): InstalledPack {
  return {
    // Only `keep` writes heads, and it was given a language code.
    language: record.language as LanguageCode,
    release: record.release,
    head: record.head,
    headBytes: record.headBytes,
    sections: Object.keys(record.sizes),
    bytes: Object.values(record.sizes).reduce((sum, size) => sum + size, record.headBytes.length),
  }
}

/** A head that cannot be read counts as missing, so that its pack is fetched again. */
async function readableHeads(database: Database): Promise<HeadRecord[]> {
  const keys = await database.getAllKeys('heads')
  const records = await Promise.all(
    keys.map((key) => database.get('heads', key).catch(whenUnreadable)),
  )
  return records.filter((record) => record !== undefined)
}

async function headsOf(database: Database, language: string): Promise<HeadRecord[]> {
  return (await readableHeads(database)).filter((record) => record.language === language)
}

/** Sections that cannot be read are struck off the head's list, so that a download fetches them again. */
async function readSections(
  database: Database,
  record: HeadRecord,
  names: readonly SectionName[],
): Promise<Map<SectionName, Uint8Array>> {
  const wanted = names.filter((name) => name in record.sizes)
  const found = await Promise.all(
    wanted.map((name) =>
      database.get('sections', [record.language, record.head, name]).catch(whenUnreadable),
    ),
  )
  const sections = new Map<SectionName, Uint8Array>()
  const lost: SectionName[] = []
  wanted.forEach((name, i) => {
    const bytes = found[i]
    if (bytes !== undefined && bytes.length === record.sizes[name]) sections.set(name, bytes)
    else lost.push(name)
  })
  if (lost.length > 0) await strikeOff(database, record, lost)
  return sections
}

/** A closed database is not an unreadable value: that fault goes up, so that the connection is renewed. */
function whenUnreadable(fault: unknown): undefined {
  if (fault instanceof Error && fault.name === 'InvalidStateError') throw fault
  return undefined
}

function strikeOff(
  database: Database,
  { language, head }: HeadRecord,
  lost: readonly SectionName[],
): Promise<void> {
  return inTransaction(database, ['heads'], async (transaction) => {
    const heads = transaction.objectStore('heads')
    const record = await heads.get([language, head])
    if (record === undefined) return
    const kept = Object.entries(record.sizes).filter(([name]) => !lost.includes(name))
    await heads.put({ ...record, sizes: Object.fromEntries(kept) })
  })
}

async function replaceHead(
  run: Connection['run'],
  language: LanguageCode,
  head: string,
): Promise<Result<void, StoreError>> {
  const replaced = await run((database) =>
    inTransaction(database, ['heads', 'sections'], async (transaction) => {
      const heads = transaction.objectStore('heads')
      const next = await heads.get([language, head])
      if (next === undefined) return false
      for (const key of await heads.getAllKeys(allOf(language))) {
        if (key[1] === head) continue
        await heads.delete(key)
        await transaction.objectStore('sections').delete(allOf(...key))
      }
      await heads.put({ ...next, installed: true })
      return true
    }),
  )
  if (!replaced.ok) return replaced
  // What was to be installed has been taken from under us (site data cleared meanwhile).
  return replaced.value
    ? { ok: true, value: undefined }
    : { ok: false, error: { kind: 'storage-lost' } }
}

function removeAll(database: Database, language: string): Promise<void> {
  return inTransaction(database, ['heads', 'sections'], async (transaction) => {
    await transaction.objectStore('heads').delete(allOf(language))
    await transaction.objectStore('sections').delete(allOf(language))
  })
}

function removeTier(database: Database, language: string, tier: Tier): Promise<void> {
  return inTransaction(database, ['heads', 'sections'], async (transaction) => {
    const heads = transaction.objectStore('heads')
    for (const record of await heads.getAll(allOf(language))) {
      const names = Object.keys(record.sizes).filter((name) => tierOf(name) === tier)
      for (const name of names)
        await transaction.objectStore('sections').delete([language, record.head, name])
      const kept = Object.entries(record.sizes).filter(([name]) => !names.includes(name))
      await heads.put({ ...record, sizes: Object.fromEntries(kept) })
    }
  })
}

/** Every key that begins with these parts: an array sorts after all strings, and ends the range. */
function allOf(...parts: readonly string[]): IDBKeyRange {
  return IDBKeyRange.bound([...parts], [...parts, []])
}

/** A view into a larger buffer would drag the whole buffer into the database. */
function compact(bytes: Uint8Array): Uint8Array {
  return bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice()
}

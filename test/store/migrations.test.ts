import 'fake-indexeddb/auto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SCHEMA_VERSION } from '../../src/store/migrations'
import { databaseName, openStore } from '../../src/store/open'
import type { Store } from '../../src/store/store'
import { BA_NA, bytes, GIA_RAI, succeeded } from '../contract/store'

const FOLDER = join(import.meta.dirname, '../fixtures/stores')

/** A database as a release left it. Frozen: never regenerated. */
interface FrozenDatabase {
  readonly version: number
  readonly stores: Readonly<Record<string, FrozenStore>>
}

interface FrozenStore {
  readonly keyPath?: string | string[]
  readonly indexes?: Readonly<Record<string, string | FrozenIndex>>
  readonly rows: readonly { readonly key?: IDBValidKey; readonly value: unknown }[]
}

interface FrozenIndex {
  readonly keyPath: string
  readonly multiEntry: boolean
}

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => vi.unstubAllGlobals())

describe.each(readdirSync(FOLDER))('a device with the database %s', (file) => {
  let store: Store
  beforeEach(async () => {
    await thaw(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'), reviveBytes))
    store = await openStore({ prefix: '/' })
  })

  test('keeps its packs', async () => {
    expect(store.kind).toBe('device')
    expect(succeeded(await store.packs.list())).toEqual([
      {
        language: BA_NA,
        release: '2026.11.0',
        head: 'old',
        headBytes: new TextEncoder().encode('RONG'),
        sections: ['meta', 'entries/0'],
        bytes: 9,
      },
    ])
    expect(succeeded(await store.packs.read(BA_NA, ['meta', 'entries/0']))).toEqual(
      new Map([
        ['meta', bytes(1, 2, 3)],
        ['entries/0', bytes(4, 5)],
      ]),
    )
    expect(succeeded(await store.packs.waiting(BA_NA, 'new'))).toEqual(['meta'])
  })

  test('keeps its favourites, history and settings', async () => {
    const [favourite] = succeeded(await store.favourites.list())
    expect(favourite).toMatchObject({ language: BA_NA, entry: 'bdq-1', headword: 'sem' })
    const [visit] = succeeded(await store.history.list())
    expect(visit).toMatchObject({ language: GIA_RAI, entry: 'jra-1', glossVi: 'bàn tay' })
    expect(succeeded(await store.settings.read())).toEqual({
      locale: 'en',
      theme: 'dark',
      textScale: 1.3,
      languages: [GIA_RAI],
      preferredVariety: { [BA_NA]: 'ba-na-kon-tum' },
      showDrafts: true,
      removed: ['xo-dang'],
    })
  })

  test('keeps the queries that had no answer, from the version on that has them', async () => {
    const misses = succeeded(await store.misses.list())
    const kept = { query: 'máy tính', languages: [GIA_RAI], at: 1790000000002, count: 3 }
    expect(misses).toEqual(file === 'v1.json' ? [] : [kept])
    succeeded(await store.misses.add({ query: 'máy tính', languages: [], at: 1790000000003 }))
    const [again] = succeeded(await store.misses.list())
    expect(again?.count).toBe(misses.length === 0 ? 1 : 4)
  })
})

/** From this version on a device keeps recordings. */
const HAS_RECORDINGS = readdirSync(FOLDER).filter((file) => !['v1.json', 'v2.json'].includes(file))

describe.each(HAS_RECORDINGS)('recordings of a device with the database %s', (file) => {
  let store: Store
  beforeEach(async () => {
    await thaw(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'), reviveBytes))
    store = await openStore({ prefix: '/' })
  })

  test('are there, and can be heard', async () => {
    const { takes } = store
    expect(
      succeeded(await takes.list()).map(({ id, state, length }) => [id, state, length]),
    ).toEqual([
      ['t0', 'kept', 2],
      ['t1', 'kept', 3],
      ['t2', 'fresh', 2],
      ['t3', 'broken-off', 3],
    ])
    expect(succeeded(await takes.list(BA_NA))[1]).toEqual({
      ...{ id: 't1', language: BA_NA, kind: 'headword', entry: 'bdq-1', form: 'bdq-1-f1' },
      ...{ text: 'sem', speaker: 's0000000000000001', at: 1790000000011, rate: 48_000, length: 3 },
      ...{ faults: ['too-quiet'], state: 'kept', handedOver: 1790000000020 },
    })
    expect(succeeded(await takes.samples('t1'))).toEqual(Int16Array.of(1, -2, 32_767))
    expect(succeeded(await takes.samples('t3'))).toEqual(Int16Array.of(10, 11, -12))
  })

  test('have their speakers, and the session can be gone on with', async () => {
    const { takes } = store
    const [speaker] = succeeded(await takes.speakers())
    expect(speaker).toMatchObject({ name: 'A. B.', place: 'Kon Tum', consent: { take: 't0' } })
    expect(succeeded(await takes.session())).toMatchObject({ position: 1, skipped: ['bdq-1'] })
  })

  test('of the dictionary are found by their hash, and verdicts on them are kept', async () => {
    expect(succeeded(await store.clips.find('c2'))).toEqual(bytes(7, 8, 9))
    expect(succeeded(await store.clips.list(GIA_RAI))).toMatchObject([{ block: 'b2', bytes: 1 }])
    expect(succeeded(await store.clips.choice(BA_NA))).toMatchObject({
      selections: [{ kind: 'entries', entries: ['bdq-1'] }],
      index: bytes(1, 2),
    })
    expect(succeeded(await store.verdicts.list())).toMatchObject([
      { media: 'bn-m1', verdict: 'rejected', reason: 'ồn' },
    ])
  })
})

test('every version of the database has been frozen', () => {
  const versions = Array.from({ length: SCHEMA_VERSION }, (_, i) => `v${i + 1}.json`)
  expect(readdirSync(FOLDER).sort()).toEqual(versions)
})

async function thaw({ version, stores }: FrozenDatabase): Promise<void> {
  const database = await openDB(databaseName('/'), version, {
    upgrade(fresh) {
      for (const [name, { keyPath, indexes = {} }] of Object.entries(stores)) {
        const made = fresh.createObjectStore(name, keyPath === undefined ? {} : { keyPath })
        for (const [index, kept] of Object.entries(indexes)) {
          const { keyPath: path, ...options } = typeof kept === 'string' ? { keyPath: kept } : kept
          made.createIndex(index, path, options)
        }
      }
    },
  })
  for (const [name, { rows }] of Object.entries(stores))
    for (const { key, value } of rows) await database.put(name, value, key)
  database.close()
}

function reviveBytes(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'base64' in value
    ? new Uint8Array(Buffer.from(String(value.base64), 'base64'))
    : value
}

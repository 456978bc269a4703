import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { databaseName, openStore } from '../../src/store/open'
import { BA_NA, bytes, storeContract, succeeded, visit } from '../contract/store'

const openFresh = () => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  return openStore({ prefix: '/' })
}

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => vi.unstubAllGlobals())

storeContract('the store on the device', openFresh)

/** An IndexedDB whose `open` does what `open` says. */
const withOpen = (open: () => unknown) => vi.stubGlobal('indexedDB', { open })

describe('openStore', () => {
  test('keeps things from one visit to the next', async () => {
    const first = await openStore({ prefix: '/' })
    succeeded(
      await first.packs.keep(BA_NA, bytes(1), 'h1', '2026.1', new Map([['meta', bytes(2)]])),
    )
    succeeded(await first.packs.replace(BA_NA, 'h1'))
    const second = await openStore({ prefix: '/' })
    expect(second.kind).toBe('device')
    expect(succeeded(await second.packs.read(BA_NA, ['meta'])).get('meta')).toEqual(bytes(2))
  })

  test('two copies of the app on one host keep their things apart', async () => {
    const one = await openStore({ prefix: '/truong-a/' })
    succeeded(await one.favourites.add(visit('e1', 1)))
    const other = await openStore({ prefix: '/truong-b/' })
    expect(succeeded(await other.favourites.list())).toEqual([])
  })

  test('works from memory where the database refuses to open', async () => {
    withOpen(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    const store = await openStore({ prefix: '/' })
    expect(store.kind).toBe('memory')
    succeeded(await store.favourites.add(visit('e1', 1)))
    expect(succeeded(await store.favourites.list())).toHaveLength(1)
  })

  test('works from memory where there is no IndexedDB at all', async () => {
    vi.stubGlobal('indexedDB', undefined)
    expect((await openStore({ prefix: '/' })).kind).toBe('memory')
  })

  test('works from memory where the database never answers', async () => {
    withOpen(() => new EventTarget())
    expect((await openStore({ prefix: '/', patience: 5 })).kind).toBe('memory')
  })

  test('works from memory where the database is not what it should be', async () => {
    const empty = await openDB(databaseName('/'), 1)
    empty.close()
    expect((await openStore({ prefix: '/' })).kind).toBe('memory')
  })

  test('works from memory where a newer release has upgraded the database', async () => {
    const newer = await openDB(databaseName('/'), 99)
    newer.close()
    expect((await openStore({ prefix: '/' })).kind).toBe('memory')
  })
})

describe('a store that is open', () => {
  test('lets another tab delete the database, and begins an empty one', async () => {
    const store = await openStore({ prefix: '/' })
    succeeded(await store.favourites.add(visit('e1', 1)))
    await deleteDB(databaseName('/'))
    expect(succeeded(await store.favourites.list())).toEqual([])
    succeeded(await store.favourites.add(visit('e2', 2)))
    expect(succeeded(await store.favourites.list())).toEqual([visit('e2', 2)])
  })

  test('lets another tab upgrade the database, and then says that it is of no use here', async () => {
    const store = await openStore({ prefix: '/' })
    const newer = await openDB(databaseName('/'), 99)
    expect(await store.favourites.list()).toMatchObject({
      ok: false,
      error: { kind: 'storage-broken' },
    })
    newer.close()
  })

  test('two tabs see what each other keeps', async () => {
    const [one, other] = [await openStore({ prefix: '/' }), await openStore({ prefix: '/' })]
    succeeded(await one.favourites.add(visit('e1', 1)))
    succeeded(await other.favourites.add(visit('e2', 2)))
    expect(succeeded(await one.favourites.list())).toEqual([visit('e2', 2), visit('e1', 1)])
  })

  test('answers with storage-full when the disk is, and keeps what was there', async () => {
    const store = await openStore({ prefix: '/' })
    succeeded(
      await store.packs.keep(BA_NA, bytes(1), 'h1', '2026.1', new Map([['meta', bytes(2)]])),
    )
    succeeded(await store.packs.replace(BA_NA, 'h1'))
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('disk is full', 'QuotaExceededError')
    })
    const full = { ok: false, error: { kind: 'storage-full' } }
    expect(
      await store.packs.keep(BA_NA, bytes(1), 'h1', '2026.1', new Map([['about', bytes(3)]])),
    ).toEqual(full)
    expect(await store.favourites.add(visit('e1', 1))).toEqual(full)
    put.mockRestore()
    const later = await openStore({ prefix: '/' })
    expect(succeeded(await later.packs.list())[0]?.sections).toEqual(['meta'])
  })

  test('counts a section that cannot be read as missing, so that it is fetched again', async () => {
    const store = await openStore({ prefix: '/' })
    const sections = new Map([
      ['meta', bytes(2)],
      ['list', bytes(3)],
    ])
    succeeded(await store.packs.keep(BA_NA, bytes(1), 'h1', '2026.1', sections))
    succeeded(await store.packs.replace(BA_NA, 'h1'))
    const get = IDBObjectStore.prototype.get
    const spy = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
      this: IDBObjectStore,
      key,
    ) {
      if (Array.isArray(key) && key[2] === 'list')
        throw new DOMException('Data lost due to missing file', 'NotReadableError')
      return get.call(this, key)
    })
    expect(succeeded(await store.packs.read(BA_NA, ['meta', 'list']))).toEqual(
      new Map([['meta', bytes(2)]]),
    )
    spy.mockRestore()
    expect(succeeded(await store.packs.list())[0]?.sections).toEqual(['meta'])
  })

  test('never rejects, whatever the database throws', async () => {
    const store = await openStore({ prefix: '/' })
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('internal error', 'UnknownError')
    })
    const broken = { ok: false, error: { kind: 'storage-broken', reason: expect.any(String) } }
    expect(await store.packs.list()).toEqual(broken)
    expect(await store.packs.read(BA_NA, ['meta'])).toEqual(broken)
    expect(await store.history.add(visit('e1', 1))).toEqual(broken)
    expect(await store.settings.read()).toEqual(broken)
    spy.mockRestore()
  })
})

describe('databaseName', () => {
  test('is that of the folder, whichever way its page is addressed', () => {
    expect(databaseName('/tu-dien/index.html')).toBe('rong:/tu-dien/')
    expect(databaseName('/tu-dien/')).toBe('rong:/tu-dien/')
    expect(databaseName('/')).toBe('rong:/')
  })
})

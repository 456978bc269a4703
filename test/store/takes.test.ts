import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createMemoryStore } from '../../src/store/memory'
import { openStore } from '../../src/store/open'
import { succeeded } from '../contract/store'
import { takeContract, takeOf } from '../contract/takes'

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => vi.unstubAllGlobals())

takeContract('the store in memory', async () => createMemoryStore())
takeContract('the store on the device', () => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  return openStore({ prefix: '/' })
})

describe('recordings on the device', () => {
  test('are written with the durability that reaches the disk', async () => {
    const { takes } = await openStore({ prefix: '/' })
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    succeeded(await takes.begin(takeOf('t1', 1, { length: 0 })))
    succeeded(await takes.addPiece('t1', 0, Int16Array.of(1)))
    succeeded(await takes.finish(takeOf('t1', 1), Int16Array.of(1, 2, 3)))
    succeeded(await takes.update(takeOf('t1', 1, { state: 'kept' })))
    const options = transaction.mock.calls.map(([, , given]) => given)
    expect(options).toEqual(Array.from({ length: 4 }, () => ({ durability: 'strict' })))
    transaction.mockRestore()
  })

  test('with a full disk a take is finished whole or not at all', async () => {
    const { takes } = await openStore({ prefix: '/' })
    succeeded(await takes.begin(takeOf('t1', 1, { length: 0 })))
    succeeded(await takes.addPiece('t1', 0, Int16Array.of(1, 2)))
    const put = IDBObjectStore.prototype.put
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...given
    ) {
      if (this.name === 'takeSamples') throw new DOMException('disk is full', 'QuotaExceededError')
      return put.apply(this, given)
    })
    expect(await takes.finish(takeOf('t1', 1), Int16Array.of(1, 2, 3))).toEqual({
      ok: false,
      error: { kind: 'storage-full' },
    })
    spy.mockRestore()
    expect(succeeded(await takes.list())).toMatchObject([{ state: 'broken-off', length: 2 }])
    expect(succeeded(await takes.samples('t1'))).toEqual(Int16Array.of(1, 2))
  })
})

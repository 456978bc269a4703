import { describe, expect, test } from 'vitest'
import { createMemoryPacks, createMemoryStore } from '../../src/store/memory'
import { spillToMemory } from '../../src/store/spill'
import type { PackStore } from '../../src/store/store'
import { BA_NA, bytes, storeContract, succeeded } from '../contract/store'

const FULL = { ok: false, error: { kind: 'storage-full' } } as const

/** A device that keeps nothing more once `isFull` is set. */
function createFillingDevice() {
  const packs = createMemoryPacks()
  const disk = { isFull: false }
  const device: PackStore = {
    ...packs,
    keep: async (...given) => (disk.isFull ? FULL : packs.keep(...given)),
  }
  return { disk, device, packs: spillToMemory(device) }
}

const one = (name: string, ...values: number[]) => new Map([[name, bytes(...values)]])

storeContract('a device with memory beside it', async () => {
  const store = createMemoryStore()
  return { ...store, packs: spillToMemory(store.packs) }
})

storeContract('a device that writes nothing, with memory beside it', async () => {
  const store = createMemoryStore()
  const { disk, packs } = createFillingDevice()
  disk.isFull = true
  // The contract is about what is served; that it was not kept is told as well.
  const told: PackStore = {
    ...packs,
    keep: async (...given) => {
      expect(await packs.keep(...given)).toEqual(FULL)
      return { ok: true, value: undefined }
    },
  }
  return { ...store, packs: told }
})

describe('spillToMemory', () => {
  test('serves from memory what a full device could not add to an installed pack', async () => {
    const { disk, device, packs } = createFillingDevice()
    succeeded(await packs.keep(BA_NA, bytes(9), 'h1', '2026.1', one('meta', 1)))
    succeeded(await packs.replace(BA_NA, 'h1'))
    disk.isFull = true
    expect(await packs.keep(BA_NA, bytes(9), 'h1', '2026.1', one('about', 2))).toEqual(FULL)

    const both = new Map([...one('meta', 1), ...one('about', 2)])
    expect(succeeded(await packs.read(BA_NA, ['meta', 'about']))).toEqual(both)
    expect(succeeded(await packs.list())).toMatchObject([{ sections: ['meta', 'about'], bytes: 3 }])
    expect(succeeded(await device.read(BA_NA, ['about'])).size).toBe(0)
  })

  test('a device that becomes full in the middle of an update ends with the new pack', async () => {
    const { disk, packs } = createFillingDevice()
    succeeded(await packs.keep(BA_NA, bytes(9), 'h1', '2026.1', one('meta', 1)))
    succeeded(await packs.replace(BA_NA, 'h1'))
    succeeded(await packs.keep(BA_NA, bytes(8), 'h2', '2026.2', one('meta', 2)))
    disk.isFull = true
    expect(await packs.keep(BA_NA, bytes(8), 'h2', '2026.2', one('about', 3))).toEqual(FULL)
    expect([...succeeded(await packs.waiting(BA_NA, 'h2'))].sort()).toEqual(['about', 'meta'])

    succeeded(await packs.replace(BA_NA, 'h2'))
    expect(succeeded(await packs.read(BA_NA, ['meta', 'about']))).toEqual(
      new Map([...one('meta', 2), ...one('about', 3)]),
    )
  })

  test('what is removed is removed from memory too', async () => {
    const { disk, packs } = createFillingDevice()
    disk.isFull = true
    await packs.keep(BA_NA, bytes(9), 'h1', '2026.1', one('meta', 1))
    succeeded(await packs.replace(BA_NA, 'h1'))
    succeeded(await packs.remove(BA_NA))
    expect(succeeded(await packs.list())).toEqual([])
    expect(succeeded(await packs.read(BA_NA, ['meta'])).size).toBe(0)
  })
})

import { describe, expect, test } from 'vitest'
import { createMemoryStore } from '../../src/store/memory'
import type { Store } from '../../src/store/store'
import { BA_NA, compile, createWorld, GIA_RAI, lexiconAs, startedWorld } from './fixtures'

const statuses = ({ app }: Awaited<ReturnType<typeof createWorld>>) =>
  app.library.shelves.value.map(({ status }) => status.kind)

describe('the library', () => {
  test('fetches every language at the first visit', async () => {
    const world = await startedWorld()
    expect(statuses(world)).toEqual(['ready', 'ready'])
  })

  test('answers from the starter before anything is stored', async () => {
    const world = await createWorld({ isFirstVisit: true })
    const started = world.app.start()
    await expect.poll(() => world.app.library.shelf(BA_NA)?.dictionary?.meta.code).toBe('ba-na')
    await started
    expect(statuses(world)).toEqual(['ready', 'ready'])
  })

  test('answers without the network at a later visit', async () => {
    const { store, files } = await startedWorld()
    const later = await startedWorld({ store, files, isUp: false })
    expect(statuses(later)).toEqual(['ready', 'ready'])
    expect(later.network.requests).toEqual([])
  })

  test('says so when there is no network at the first visit, and fetches on a second try', async () => {
    const world = await startedWorld({ isUp: false })
    expect(statuses(world)).toEqual(['failed', 'failed'])
    expect(world.app.notices.shown.value).toMatchObject([
      { id: 1, kind: 'fault', fault: { kind: 'offline' } },
    ])
    world.network.isUp = true
    await world.app.retry()
    expect(statuses(world)).toEqual(['ready', 'ready'])
  })

  test('keeps the other languages when a pack is damaged', async () => {
    const files = await compile([lexiconAs(BA_NA), lexiconAs(GIA_RAI)])
    for (const [path, bytes] of files)
      if (/^ba-na.*starter/.test(path)) bytes[bytes.length - 20]! ^= 1
    const world = await startedWorld({ files })
    expect(statuses(world)).toEqual(['failed', 'ready'])
    expect(world.app.notices.shown.value).toMatchObject([{ kind: 'fault', language: 'ba-na' }])
  })

  test('does not fetch again what was removed, until it is asked for', async () => {
    const world = await startedWorld()
    await world.pages.keeper.remove(GIA_RAI)
    expect(statuses(world)).toEqual(['ready', 'absent'])
    const later = await startedWorld({ store: world.store, files: world.files })
    expect(statuses(later)).toEqual(['ready', 'absent'])
    await later.pages.keeper.download(GIA_RAI)
    expect(statuses(later)).toEqual(['ready', 'ready'])
  })

  test('offers an update and serves the old release until it is asked for', async () => {
    const world = await startedWorld()
    const next = await compile([lexiconAs(BA_NA, '2027.1.0'), lexiconAs(GIA_RAI)])
    for (const [path, bytes] of next) world.files.set(path, bytes)
    await world.pages.keeper.refresh()
    const shelf = () => world.app.library.shelf(BA_NA)
    expect(shelf()?.listing?.release).toBe('2027.1.0')
    expect(shelf()?.dictionary?.meta.release).toBe('2026.11.0')
    await world.pages.keeper.download(BA_NA)
    expect(shelf()?.dictionary?.meta.release).toBe('2027.1.0')
  })

  test('takes a pack from a file', async () => {
    const world = await startedWorld({ isUp: false })
    await world.pages.keeper.addFile(world.files.get('ba-na-2026.11.0.rong')!)
    expect(statuses(world)).toEqual(['ready', 'failed'])
  })

  test('refuses a file that is no pack, with a sentence', async () => {
    const world = await startedWorld()
    await world.pages.keeper.addFile(new Uint8Array([1, 2, 3]))
    expect(world.app.notices.shown.value).toHaveLength(1)
    expect(statuses(world)).toEqual(['ready', 'ready'])
  })

  test('says that nothing is kept where storage is blocked', async () => {
    const world = await startedWorld({ store: createMemoryStore() })
    expect(world.app.notices.shown.value).toMatchObject([{ kind: 'memory-only' }])
  })

  test('works from memory when the device cannot store, and says so', async () => {
    const memory = createMemoryStore()
    const full: Store = {
      ...memory,
      kind: 'device',
      packs: {
        ...memory.packs,
        keep: async (...all) => {
          await memory.packs.keep(...all)
          return { ok: false, error: { kind: 'storage-full' } }
        },
      },
    }
    const world = await startedWorld({ store: full })
    expect(statuses(world)).toEqual(['ready', 'ready'])
    expect(world.app.notices.shown.value[0]).toMatchObject({ fault: { kind: 'storage-full' } })
  })
})

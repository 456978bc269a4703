import { describe, expect, test } from 'vitest'
import { createDownloader, type Progress } from '../../src/store/download'
import { createMemoryStore } from '../../src/store/memory'
import { spillToMemory } from '../../src/store/spill'
import type { PackStore } from '../../src/store/store'
import { bytes, succeeded } from '../contract/store'
import { FULL, fileOf, installedSections, setUp, v1, v2 } from './download-set-up'
import { createFakeServer, ports, XO_DANG } from './fake-server'

describe('install', () => {
  test('brings the tiers asked for, the starter first', async () => {
    const { server, store, downloader } = setUp()
    const installed = succeeded(await downloader.install(XO_DANG, ['first', 'full']))
    expect(installed).toMatchObject({ language: XO_DANG, release: '2026.1', head: v1.listing.head })
    expect(await installedSections(store)).toEqual(FULL)
    expect(server.requests[0]).toBe(v1.listing.starter.file)
    expect(server.requests).toHaveLength(4)
  })

  test('leaves drafts where they are until they are asked for', async () => {
    const { server, store, downloader } = setUp()
    succeeded(await downloader.install(XO_DANG, ['first', 'full']))
    server.requests.length = 0
    succeeded(await downloader.install(XO_DANG, ['drafts']))
    expect(await installedSections(store)).toContain('draft-list')
    expect(server.requests).toEqual([fileOf(v1, 'draft-list')])
  })

  test('hands over the starter before anything is stored', async () => {
    const { store } = setUp()
    const kept: string[] = []
    const packs: PackStore = {
      ...store.packs,
      keep: (...given) => {
        kept.push('kept')
        return store.packs.keep(...given)
      },
    }
    const slow = createDownloader({
      store: { packs },
      fetch: createFakeServer(v1).fetch,
      ports,
      indexAddress: 'packs/index.json',
      inlineIndex: v1.index,
    })
    let given: readonly string[] = []
    await slow.install(XO_DANG, ['first'], {
      onStarter: (head, sections) => {
        expect(kept).toEqual([])
        expect(head).toEqual(v1.whole.slice(0, v1.head.length))
        given = [...sections.keys()]
      },
    })
    expect(given).toEqual(['meta', 'list', 'keys', 'glosses'])
    expect(kept).toEqual(['kept'])
  })

  test('counts progress in bytes, up to the whole and never back', async () => {
    const { downloader } = setUp()
    const seen: Progress[] = []
    await downloader.install(XO_DANG, ['first', 'full'], { onProgress: (at) => seen.push(at) })
    const total =
      v1.listing.starter.bytes +
      v1.listing.sections
        .filter(({ name }) => name !== 'draft-list')
        .reduce((sum, section) => sum + section.bytes, 0)
    expect(new Set(seen.map(({ totalBytes }) => totalBytes))).toEqual(new Set([total]))
    expect(seen.at(-1)?.doneBytes).toBe(total)
    const counts = seen.map(({ doneBytes }) => doneBytes)
    expect(counts).toEqual([...counts].sort((a, b) => a - b))
  })

  test('goes on at the section where it broke off', async () => {
    const { server, store, downloader } = setUp()
    server.faults.set(fileOf(v1, 'entries/1'), () => Promise.reject(new TypeError('network')))
    expect(await downloader.install(XO_DANG, ['first', 'full'])).toEqual({
      ok: false,
      error: { kind: 'offline' },
    })
    expect(await installedSections(store)).not.toContain('entries/1')

    server.faults.clear()
    server.requests.length = 0
    const seen: Progress[] = []
    succeeded(
      await downloader.install(XO_DANG, ['first', 'full'], { onProgress: (at) => seen.push(at) }),
    )
    expect(server.requests).toEqual([fileOf(v1, 'entries/1')])
    expect(seen.at(-1)?.doneBytes).toBe(seen.at(-1)?.totalBytes)
    expect(await installedSections(store)).toEqual(FULL)
  })

  test('asks the network for nothing when all is there', async () => {
    const { server, downloader } = setUp()
    succeeded(await downloader.install(XO_DANG, ['first', 'full']))
    server.requests.length = 0
    succeeded(await downloader.install(XO_DANG, ['first', 'full']))
    expect(server.requests).toEqual([])
  })

  test('fetches the index where the page carries none, and where it carries an old one', async () => {
    const without = setUp([v1], 'none')
    succeeded(await without.downloader.install(XO_DANG, ['first']))
    expect(without.server.requests[0]).toBe('index.json')

    const old = setUp([v2], v1.index)
    expect(succeeded(await old.downloader.install(XO_DANG, ['first'])).release).toBe('2026.2')
  })

  test('says what it could not find', async () => {
    const { server, downloader } = setUp()
    server.files.delete(v1.listing.starter.file)
    expect(await downloader.install(XO_DANG, ['first'])).toEqual({
      ok: false,
      error: { kind: 'not-found', address: `packs/${v1.listing.starter.file}` },
    })
  })

  test('a network that falls silent counts as none', async () => {
    const { server, downloader } = setUp()
    server.faults.set(
      v1.listing.starter.file,
      async () =>
        new Response(
          new ReadableStream({
            start(controller) {
              setTimeout(() => controller.error(new DOMException('aborted', 'AbortError')), 80)
            },
          }),
        ),
    )
    expect(await downloader.install(XO_DANG, ['first'])).toEqual({
      ok: false,
      error: { kind: 'offline' },
    })
  })

  test('stops when told to, and keeps what it has', async () => {
    const { store, downloader } = setUp()
    const stop = new AbortController()
    const events = { onStarter: () => stop.abort() }
    expect(await downloader.install(XO_DANG, ['first', 'full'], events, stop.signal)).toEqual({
      ok: false,
      error: { kind: 'stopped' },
    })
    expect(await installedSections(store)).toEqual(['glosses', 'keys', 'list', 'meta'])
  })
})

describe('an update', () => {
  const updated = async () => {
    const set = setUp([v1, v2])
    succeeded(await set.downloader.install(XO_DANG, ['first', 'full', 'drafts']))
    set.server.files.set('index.json', v2.files.get('index.json')!)
    return set
  }

  test('is found by asking the network', async () => {
    const { store, downloader } = await updated()
    const installed = succeeded(await store.packs.list())
    const found = succeeded(await downloader.updates(installed))
    expect(found.map(({ release }) => release)).toEqual(['2026.2'])
  })

  test('fetches what changed and takes over the rest, in every tier that was there', async () => {
    const { server, store, downloader } = await updated()
    succeeded(await downloader.index())
    server.requests.length = 0
    expect(succeeded(await downloader.install(XO_DANG, ['first'])).release).toBe('2026.2')
    expect(server.requests).toEqual([v2.listing.starter.file, fileOf(v2, 'entries/1')])
    expect(await installedSections(store)).toEqual([...FULL, 'draft-list'].sort())
  })

  test('serves the old pack until all of the new one is there', async () => {
    const { server, store, downloader } = await updated()
    succeeded(await downloader.index())
    server.faults.set(fileOf(v2, 'entries/1'), () => Promise.reject(new TypeError('network')))
    expect(await downloader.install(XO_DANG, ['full'])).toMatchObject({ ok: false })
    const [pack] = succeeded(await store.packs.list())
    expect(pack?.release).toBe('2026.1')
    const old = succeeded(await store.packs.read(XO_DANG, ['entries/1'])).get('entries/1')
    expect(old).toEqual(v1.files.get(fileOf(v1, 'entries/1')))
  })
})

describe('installFile', () => {
  test('installs a pack that came as a file, with all its tiers', async () => {
    const { server, store, downloader } = setUp([], 'none')
    const installed = succeeded(await downloader.installFile(v1.whole))
    expect(installed).toMatchObject({ language: XO_DANG, release: '2026.1', head: v1.listing.head })
    expect(await installedSections(store)).toEqual([...FULL, 'draft-list'].sort())
    expect(server.requests).toEqual([])
  })

  test.each([
    ['a starter', v1.whole.slice(0, v1.listing.starter.bytes)],
    ['a truncated pack', v1.whole.slice(0, -1)],
    ['a photo', bytes(0xff, 0xd8, 0xff)],
    ['nothing', bytes()],
  ])('%s is refused and changes nothing', async (_name, file) => {
    const { store, downloader } = setUp()
    succeeded(await downloader.install(XO_DANG, ['first']))
    expect(await downloader.installFile(file)).toMatchObject({ error: { kind: 'damaged' } })
    expect(succeeded(await store.packs.list())).toHaveLength(1)
  })
})

describe('a device that cannot keep it', () => {
  test('has it in memory from the first answer on, and says so at the end', async () => {
    const full = { ok: false, error: { kind: 'storage-full' } } as const
    const device: PackStore = { ...createMemoryStore().packs, keep: async () => full }
    const packs = spillToMemory(device)
    const { fetch } = createFakeServer(v1)
    const downloader = createDownloader({
      store: { packs },
      fetch,
      ports,
      indexAddress: 'packs/index.json',
      inlineIndex: v1.index,
    })
    expect(await downloader.install(XO_DANG, ['first', 'full'])).toEqual(full)
    expect(await installedSections({ packs })).toEqual(FULL)
    expect(succeeded(await packs.read(XO_DANG, ['about'])).get('about')?.length).toBeGreaterThan(0)
  })
})

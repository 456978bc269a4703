import { describe, expect, test } from 'vitest'
import { nodePorts } from '../../scripts/ports'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { packSections } from '../../src/pack/pack-sections'
import type { PackMeta } from '../../src/pack/sections'
import { writeDelta } from '../../src/pack/write-delta'
import { deriveSections } from '../../src/search/derive'
import { createDownloader } from '../../src/store/download'
import { createMemoryStore } from '../../src/store/memory'
import { succeeded } from '../contract/store'
import { entryOf, formOf, lexiconOf } from '../pack/lexicon'
import { createFakeServer, ports, publish, type Release, XO_DANG } from './fake-server'

const lexicon = (release: string, text: string): Lexicon =>
  lexiconOf(
    [entryOf(1, [formOf('xd-f10', { text: 'par' })]), entryOf(2, [formOf('xd-f20', { text })])],
    release,
  )

async function release(from: Lexicon, base?: Release): Promise<Release> {
  const sections = packSections(from, deriveSections)
  const meta = sections.find(({ name }) => name === 'meta')!
  const parsed: PackMeta = JSON.parse(new TextDecoder().decode(meta.raw))
  return publish(parsed, sections, async (whole) => {
    if (base === undefined) return []
    const bytes = succeeded(await writeDelta(base.whole, whole, nodePorts))
    return [{ from: base.listing.head, bytes }]
  })
}

const old = await release(lexicon('2026.11.0', 'bia'))
const next = await release(lexicon('2026.12.0', 'pɛ̰ə'), old)
const [delta] = next.listing.deltas

async function installOld(isWhole: boolean) {
  const server = createFakeServer(old, next)
  const store = createMemoryStore()
  const make = (from: Release) =>
    createDownloader({
      store,
      fetch: server.fetch,
      ports,
      indexAddress: 'packs/index.json',
      inlineIndex: from.index,
    })
  succeeded(await make(old).install(XO_DANG, isWhole ? ['first', 'full'] : ['first']))
  server.requests.length = 0
  return { server, store, downloader: make(next) }
}

/** What the device would hold after downloading the newer release alone. */
async function freshly() {
  const { store, downloader } = { ...(await installOld(true)) }
  succeeded(await store.packs.remove(XO_DANG))
  succeeded(await downloader.install(XO_DANG, ['first', 'full']))
  return contentOf(store)
}

async function contentOf({ packs }: ReturnType<typeof createMemoryStore>) {
  const [pack] = succeeded(await packs.list())
  const sections = [...pack!.sections].sort()
  return { head: pack!.head, sections: succeeded(await packs.read(XO_DANG, sections)) }
}

describe('an update by a delta', () => {
  test('fetches the delta alone, and ends with the bytes that a fresh download has', async () => {
    const { server, store, downloader } = await installOld(true)
    expect(succeeded(await downloader.install(XO_DANG, ['first', 'full'])).release).toBe(
      '2026.12.0',
    )
    expect(server.requests).toEqual([delta!.file])
    expect(await contentOf(store)).toEqual(await freshly())
  })

  test.each([
    ['is damaged', (bytes: Uint8Array) => bytes.map((byte, i) => (i === 90 ? byte ^ 1 : byte))],
    ['is cut short', (bytes: Uint8Array) => bytes.slice(0, -3)],
    ['is missing', () => undefined],
  ])('falls back to whole sections when the delta %s', async (_name, spoil) => {
    const { server, store, downloader } = await installOld(true)
    const spoilt = spoil(next.files.get(delta!.file)!)
    if (spoilt === undefined) server.files.delete(delta!.file)
    else server.files.set(delta!.file, spoilt)
    succeeded(await downloader.install(XO_DANG, ['first', 'full']))
    expect(server.requests[0]).toBe(delta!.file)
    expect(server.requests).toContain(next.listing.starter.file)
    expect((await contentOf(store)).head).toBe(next.listing.head)
  })

  test('falls back to whole sections when the old pack is not all there', async () => {
    const { server, store, downloader } = await installOld(false)
    succeeded(await downloader.install(XO_DANG, ['first', 'full']))
    expect(server.requests).toContain(next.listing.starter.file)
    expect((await contentOf(store)).head).toBe(next.listing.head)
  })
})

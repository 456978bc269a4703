import { describe, expect, test } from 'vitest'
import { bytes, succeeded } from '../contract/store'
import { FULL, fileOf, installedSections, setUp, v1, v2 } from './download-set-up'
import { XO_DANG } from './fake-server'

describe('a pack that is not what it should be', () => {
  const refusals: readonly [string, (starter: Uint8Array) => Uint8Array, object][] = [
    ['cut short', (starter) => starter.slice(0, -7), { kind: 'damaged' }],
    ['cut inside its head', (starter) => starter.slice(0, 30), { kind: 'damaged' }],
    ['empty', () => bytes(), { kind: 'damaged' }],
    ['a page of HTML', () => new TextEncoder().encode('<!doctype html>'), { kind: 'damaged' }],
    ['longer than listed', (starter) => Uint8Array.from([...starter, 0]), { kind: 'damaged' }],
    ['with a flipped bit', (starter) => starter.map((b, i) => (i === 500 ? b ^ 4 : b)), {}],
    [
      'of a newer format',
      (starter) => starter.map((b, i) => (i === 4 ? 9 : b)),
      {
        kind: 'pack-too-new',
        found: 9,
        supported: 1,
      },
    ],
  ]
  test.each(refusals)('%s is refused, and nothing changes', async (_name, spoil, error) => {
    const { server, store, downloader } = setUp([v1])
    server.files.set(v1.listing.starter.file, spoil(server.files.get(v1.listing.starter.file)!))
    expect(await downloader.install(XO_DANG, ['first'])).toMatchObject({ ok: false, error })
    expect(succeeded(await store.packs.list())).toEqual([])
  })

  test('another pack under its name is refused', async () => {
    const { server, downloader } = setUp([v1])
    server.files.set(v1.listing.starter.file, v2.whole.slice(0, v1.listing.starter.bytes))
    expect(await downloader.install(XO_DANG, ['first'])).toMatchObject({
      error: { kind: 'damaged' },
    })
  })

  test('a section that is not the one in the head is refused, what was there serves on', async () => {
    const { server, store, downloader } = setUp([v1, v2])
    succeeded(await downloader.install(XO_DANG, ['first', 'full']))
    succeeded(await downloader.index())
    server.files.set(fileOf(v2, 'entries/1'), bytes(1, 2, 3))
    expect(await downloader.install(XO_DANG, ['first', 'full'])).toMatchObject({
      ok: false,
      error: { kind: 'damaged', what: 'entries/1' },
    })
    expect(succeeded(await store.packs.list())[0]?.release).toBe('2026.1')
    expect(await installedSections(store)).toEqual(FULL)
  })
})

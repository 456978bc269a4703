import { expect, test } from 'vitest'
import { publishedLength } from '../../src/pack/container'
import { createDownloader } from '../../src/store/download'
import { createMemoryStore } from '../../src/store/memory'
import { createFakeServer, makeRelease, ports, XO_DANG } from './fake-server'

const TEXTS = { list: '1', keys: '2', glosses: '3', about: 'about', 'draft-list': 'jar' }
const release = await makeRelease('2026.11.0', TEXTS)
const published = release.files.get(release.listing.whole.file)!

const setUp = () => {
  const store = createMemoryStore()
  const { fetch } = createFakeServer(release)
  const downloader = createDownloader({ store, fetch, ports, indexAddress: 'packs/index.json' })
  return { store, downloader }
}

test('a published file installs all but the drafts, and the server has these', async () => {
  const { downloader } = setUp()
  expect(published.length).toBe(publishedLength(release.head))
  expect(await downloader.installFile(published)).toMatchObject({
    ok: true,
    value: { head: release.head.hash, sections: ['meta', 'list', 'keys', 'glosses', 'about'] },
  })
  const done = await downloader.install(XO_DANG, ['drafts'], {})
  expect(done.ok && done.value.sections).toContain('draft-list')
})

test('a published file of the release at hand leaves its drafts where they are', async () => {
  const { store, downloader } = setUp()
  await downloader.installFile(release.whole)
  const again = await downloader.installFile(published)
  expect(again.ok && again.value.sections).toContain('draft-list')
  const read = await store.packs.read(XO_DANG, ['draft-list'])
  expect(read.ok && read.value.size).toBe(1)
})

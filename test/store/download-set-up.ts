import type { PackIndex } from '../../src/pack/sections'
import { createDownloader } from '../../src/store/download'
import { createMemoryStore } from '../../src/store/memory'
import type { Store } from '../../src/store/store'
import { succeeded } from '../contract/store'
import { createFakeServer, makeRelease, ports, type Release } from './fake-server'

const TEXTS = {
  list: 'danh mục '.repeat(20),
  keys: 'khoá',
  glosses: 'nghĩa',
  about: 'giới thiệu',
  'entries/0': 'mục từ 0',
  'entries/1': 'mục từ 1 '.repeat(30),
  'draft-list': 'nháp',
}
export const FULL = ['about', 'entries/0', 'entries/1', 'glosses', 'keys', 'list', 'meta']

export const v1 = await makeRelease('2026.1', TEXTS)
export const v2 = await makeRelease('2026.2', {
  ...TEXTS,
  list: 'danh mục mới',
  'entries/1': 'sửa',
})

/** A downloader with an empty store, before a server that has the releases. */
export function setUp(
  releases: readonly Release[] = [v1],
  inlineIndex: PackIndex | 'none' = v1.index,
) {
  const server = createFakeServer(...releases)
  const store = createMemoryStore()
  const downloader = createDownloader({
    store,
    fetch: server.fetch,
    ports,
    indexAddress: 'packs/index.json',
    inlineIndex: inlineIndex === 'none' ? undefined : inlineIndex,
    patience: 50,
  })
  return { server, store, downloader }
}

export const installedSections = async ({ packs }: Pick<Store, 'packs'>) =>
  [...(succeeded(await packs.list())[0]?.sections ?? [])].sort()

export const fileOf = ({ listing }: Release, section: string) =>
  listing.sections.find(({ name }) => name === section)!.file

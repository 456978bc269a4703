import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { type ServeOptions, type StaticServer, serveFolder } from '../../scripts/static-server'
import type { PackIndex } from '../../src/pack/sections'

/** The built app on a server of the test's own, which it may change, stop and start again. */
export interface Site {
  readonly address: string
  readonly index: PackIndex
  /** Paths that the server was asked for; what comes from a cache is not among them. */
  readonly requests: string[]
  read(path: string): Buffer
  write(path: string, content: Uint8Array | string): void
  remove(path: string): void
  /** Really stops: connections are broken off. */
  stop(): Promise<void>
  /** On the port it had before. */
  start(options?: ServeOptions): Promise<void>
}

const DIST = 'dist'

export const test = base.extend<{ site: Site }>({
  // Playwright reads the fixtures a fixture needs off this pattern; this one needs none.
  // biome-ignore lint/correctness/noEmptyPattern: see above
  site: async ({}, use) => {
    if (!existsSync(join(DIST, 'sw.js'))) throw new Error('There is no dist/. Run: npm run build')
    const folder = mkdtempSync(join(tmpdir(), 'rong-site-'))
    cpSync(DIST, folder, { recursive: true })
    const requests: string[] = []
    const onRequest = (path: string) => void requests.push(path)
    let server: StaticServer | undefined = await serveFolder(folder, { onRequest })
    const { address, port } = server

    const stop = async () => {
      await server?.close()
      server = undefined
    }
    await use({
      address,
      index: JSON.parse(readFileSync(join(folder, 'packs/index.json'), 'utf8')),
      requests,
      read: (path) => readFileSync(join(folder, path)),
      write(path, content) {
        // The copies made at build are of the old content.
        for (const copy of ['.br', '.gz']) rmSync(join(folder, path + copy), { force: true })
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), content)
      },
      remove: (path) => rmSync(join(folder, path)),
      stop,
      async start(options) {
        await stop()
        server = await serveFolder(folder, { onRequest, ...options, port })
      },
    })
    await stop()
    rmSync(folder, { recursive: true, force: true })
  },
})

export { expect }

export const searchInput = (page: Page) => page.getByTestId('search-input')
export const hits = (page: Page) => page.getByTestId('hit')
export const notices = (page: Page) => page.getByTestId('notice')

/** Types a query and waits for the first hit. */
export async function lookUp(page: Page, query: string): Promise<void> {
  await searchInput(page).fill(query)
  await expect(hits(page).first()).toBeVisible()
}

/** Waits until the packs are complete on the device and the service worker keeps the app. */
export async function settled(page: Page, { packs }: PackIndex): Promise<void> {
  const wanted = packs.map(({ language, sections }) => ({
    language,
    // Four sections of the first tier, which the index does not list one by one.
    sections: 4 + sections.filter(({ name }) => !name.startsWith('draft-')).length,
  }))
  await expect
    .poll(async () => {
      const kept = await keptPacks(page)
      return wanted.filter(
        ({ language, sections }) =>
          (kept.find((pack) => pack.language === language)?.sections ?? 0) < sections,
      )
    })
    .toEqual([])
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

export interface KeptPack {
  readonly language: string
  readonly head: string
  readonly release: string
  readonly sections: number
}

/** What IndexedDB holds, asked behind the app's back. */
export function keptPacks(page: Page): Promise<KeptPack[]> {
  return page.evaluate(async () => {
    const name = `rong:${location.pathname}`
    // To open a database that is not there would make it, empty, before the app does.
    if (!(await indexedDB.databases()).some((database) => database.name === name)) return []
    return new Promise<KeptPack[]>((done) => {
      const opening = indexedDB.open(name)
      opening.onerror = () => done([])
      opening.onsuccess = () => {
        const database = opening.result
        const finish = (packs: KeptPack[]) => {
          database.close()
          done(packs)
        }
        if (!database.objectStoreNames.contains('heads')) return finish([])
        const asked = database.transaction('heads').objectStore('heads').getAll()
        asked.onsuccess = () =>
          finish(
            asked.result
              .filter((pack) => pack.installed)
              .map(({ language, head, release, sizes }) => ({
                language,
                head,
                release,
                sections: Object.keys(sizes).length,
              })),
          )
      }
    })
  })
}

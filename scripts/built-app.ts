import { existsSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { PackIndex } from '../src/pack/sections'
import { readText } from './files'

/** Where the build lies. */
export const DIST = 'dist'

/** What can be downloaded. Throws with the way to get it when the app was not built. */
export function readBuiltIndex(): PackIndex {
  const text = readText(`${DIST}/packs/index.json`)
  if (text === undefined || !existsSync(`${DIST}/sw.js`))
    throw new Error(`There is no complete ${DIST}/. Make it with: npm run build`)
  return JSON.parse(text)
}

/**
 * JavaScript for any browser: a promise of whether the device holds each pack but its drafts, and the
 * service worker is active. The database is asked behind the app's back.
 */
export function settledScript({ packs }: PackIndex): string {
  const wanted = packs.map(({ language, sections }) => [
    language,
    // Four sections of the first tier, which the index does not list one by one.
    4 + sections.filter(({ name }) => !name.startsWith('draft-')).length,
  ])
  return `(async () => {
    const known = await indexedDB.databases?.()
    const name = 'rong:' + location.pathname
    if (known && !known.some((database) => database.name === name)) return false
    const kept = await new Promise((done) => {
      const opening = indexedDB.open(name)
      opening.onerror = () => done([])
      opening.onsuccess = () => {
        const database = opening.result
        if (!database.objectStoreNames.contains('heads')) { database.close(); return done([]) }
        const asked = database.transaction('heads').objectStore('heads').getAll()
        asked.onerror = () => done([])
        asked.onsuccess = () => { database.close(); done(asked.result) }
      }
    })
    const registration = await navigator.serviceWorker.getRegistration()
    return Boolean(registration && registration.active) && ${JSON.stringify(wanted)}.every(
      ([language, sections]) => kept.some((pack) =>
        pack.language === language && pack.installed && Object.keys(pack.sizes).length >= sections))
  })()`
}

const PATIENCE_MS = 60_000

/** Waits until the page needs the network no more. */
export async function untilSettled(page: Page, index: PackIndex): Promise<void> {
  const script = settledScript(index)
  const start = Date.now()
  while (!(await page.evaluate<boolean>(script))) {
    if (Date.now() - start > PATIENCE_MS)
      throw new Error(`The packs were not all on the device after ${PATIENCE_MS / 1000} s`)
    await page.waitForTimeout(50)
  }
}

import type { Page } from '@playwright/test'
import { NEW_RELEASE, publishNewRelease } from './new-release'
import { expect, keptPacks, lookUp, type Site, searchInput, settled, test } from './site'

/** A next version of the app: the same but for a mark in its page. */
function publishNewVersion(site: Site): void {
  const page = site.read('index.html').toString()
  site.write('index.html', page.replace('<html ', '<html data-version="next" '))
  // The service worker's list names the page by its hash.
  const worker = site.read('sw.js').toString()
  const changed = worker.replace(
    /(url:`?"?index\.html`?"?,revision:[`"])[0-9a-f]+/,
    '$10123456789abcdef',
  )
  expect(changed).not.toBe(worker)
  site.write('sw.js', changed)
}

const isNext = (page: Page) =>
  page.evaluate(() => document.documentElement.dataset.version === 'next')

const askForUpdate = (page: Page) =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })

test.describe('the app', () => {
  test('offers a new version, changes over when told to, and drops the old one', async ({
    page,
    site,
  }) => {
    await page.goto(site.address)
    await settled(page, site.index)
    publishNewVersion(site)
    await askForUpdate(page)
    const offer = page.getByTestId('app-update')
    await expect(offer).toBeVisible()

    await page.reload()
    await expect(searchInput(page)).toBeVisible()
    expect(await isNext(page)).toBe(false)

    await offer.getByRole('button').click()
    await expect.poll(() => isNext(page).catch(() => false)).toBe(true)
    await lookUp(page, 'chim')
    await expect(offer).toHaveCount(0)
    const pages = await page.evaluate(async () => {
      const found = []
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys())
          if (url.includes('index.html')) found.push(url)
      return found
    })
    expect(pages).toHaveLength(1)
  })

  test('in a second tab is offered to follow, not made to', async ({ page, site, context }) => {
    await page.goto(site.address)
    await settled(page, site.index)
    const other = await context.newPage()
    await other.goto(site.address)
    await lookUp(other, 'chim')

    publishNewVersion(site)
    await askForUpdate(page)
    await page.getByTestId('app-update').getByRole('button').click()
    await expect.poll(() => isNext(page).catch(() => false)).toBe(true)

    await expect(other.getByTestId('app-update')).toBeVisible()
    await expect(searchInput(other)).toHaveValue('chim')
    await other.getByTestId('app-update').getByRole('button').click()
    await expect.poll(() => isNext(other).catch(() => false)).toBe(true)
  })
})

test.describe('a dictionary', () => {
  const openLibrary = async (page: Page, site: Site) => {
    await page.goto(`${site.address}#/library`)
    const row = page.getByTestId('pack-status-ba-na')
    await expect(row).toHaveAttribute('data-status', 'ready')
    return row
  }
  const baNa = (site: Site) => site.index.packs.find(({ language }) => language === 'ba-na')!
  const keptRelease = async (page: Page) =>
    (await keptPacks(page)).find(({ language }) => language === 'ba-na')?.release

  test('is brought up to date from the library', async ({ page, site }) => {
    await page.goto(site.address)
    await settled(page, site.index)
    await publishNewRelease(site, baNa(site))
    const row = await openLibrary(page, site)
    await page.getByRole('button', { name: 'Xem có bản mới không' }).click()
    await row.getByRole('button', { name: /Cập nhật/ }).click()
    await expect.poll(() => keptRelease(page)).toBe(NEW_RELEASE)
    await expect(row).toHaveAttribute('data-status', 'ready')
    await page.goto(site.address)
    await lookUp(page, 'chim')
  })

  test('whose update is damaged stays as it was', async ({ page, site }) => {
    await page.goto(site.address)
    await settled(page, site.index)
    const next = await publishNewRelease(site, baNa(site))
    const starter = site.read(`packs/${next.starter.file}`)
    starter[starter.length - 9]! ^= 1
    site.write(`packs/${next.starter.file}`, starter)

    const row = await openLibrary(page, site)
    await page.getByRole('button', { name: 'Xem có bản mới không' }).click()
    await row.getByRole('button', { name: /Cập nhật/ }).click()
    await expect(page.getByTestId('notice').first()).toBeVisible()
    expect(await keptRelease(page)).toBe(baNa(site).release)
    await page.goto(site.address)
    await lookUp(page, 'chim')
  })
})

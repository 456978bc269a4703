import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  expect,
  hits,
  keptPacks,
  lookUp,
  notices,
  type Site,
  searchInput,
  settled,
  test,
} from './site'

test.describe('a pack that is not what it should be', () => {
  const starterOf = (site: Site) => `packs/${site.index.packs[0]!.starter.file}`
  const change = (site: Site, path: string, spoil: (bytes: Buffer) => Buffer) =>
    site.write(path, spoil(site.read(path)))

  /** A sentence for it, nothing of it kept, and the other languages answer. */
  const expectRefused = async (page: Page, site: Site) => {
    await expect(notices(page).first()).toBeVisible()
    expect((await notices(page).first().textContent())?.length).toBeGreaterThan(20)
    await lookUp(page, 'chim')
    const broken = site.index.packs[0]!.language
    expect((await keptPacks(page)).map(({ language }) => language)).not.toContain(broken)
  }

  test('is refused when it is cut short', async ({ page, site }) => {
    change(site, starterOf(site), (bytes) => bytes.subarray(0, bytes.length / 2))
    await page.goto(site.address)
    await expectRefused(page, site)
  })

  test('is refused when its hash is wrong', async ({ page, site }) => {
    change(site, starterOf(site), (bytes) => {
      bytes[bytes.length - 20]! ^= 1
      return bytes
    })
    await page.goto(site.address)
    await expectRefused(page, site)
  })

  test('is refused when it is missing', async ({ page, site }) => {
    site.remove(starterOf(site))
    await page.goto(site.address)
    await expectRefused(page, site)
  })

  test('is refused when it is of a newer format', async ({ page, site }) => {
    change(site, starterOf(site), (bytes) => {
      bytes[4] = 99
      return bytes
    })
    await page.goto(site.address)
    await expectRefused(page, site)
  })

  test('is refused when it is a page of HTML with status 200', async ({ page, site }) => {
    site.write(starterOf(site), '<!doctype html><title>Đăng nhập Wi-Fi</title>')
    await page.goto(site.address)
    await expectRefused(page, site)
  })
})

test.describe('a device', () => {
  test('that loses its database while the app is open goes on, and fetches anew', async ({
    page,
    site,
  }) => {
    await page.goto(site.address)
    await settled(page, site.index)
    await page.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const deleting = indexedDB.deleteDatabase(`rong:${location.pathname}`)
          deleting.onsuccess = () => done()
          deleting.onerror = () => fail(deleting.error)
          deleting.onblocked = () => fail(new Error('The app holds on to its database'))
        }),
    )
    await lookUp(page, 'chim')
    await page.reload()
    await lookUp(page, 'chim')
    await settled(page, site.index)
  })

  test('with a full disk works from memory, and says that it will not last', async ({
    page,
    site,
  }) => {
    const session = await page.context().newCDPSession(page)
    const origin = new URL(site.address).origin
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20_000 })
    await page.goto(site.address)
    await lookUp(page, 'chim')
    await expect(notices(page).first()).toBeVisible()
    await hits(page).first().click()
    await expect(page.getByTestId('entry-headword')).toBeVisible()
  })

  test('whose database cannot be read has its packs fetched again', async ({ page, site }) => {
    await page.goto(site.address)
    await settled(page, site.index)
    await page.addInitScript(() => {
      IDBObjectStore.prototype.get = () => {
        throw new DOMException('Data lost due to missing file', 'NotReadableError')
      }
    })
    await page.reload()
    await lookUp(page, 'chim')
  })

  test('that blocks all storage has the dictionary in memory, with a notice', async ({
    playwright,
    site,
  }, info) => {
    // A profile of its own: content setting 2 is "block cookies and site data".
    const profile = mkdtempSync(join(tmpdir(), 'rong-profile-'))
    mkdirSync(join(profile, 'Default'))
    const preferences = { profile: { default_content_setting_values: { cookies: 2 } } }
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
    const { launchOptions, viewport, locale } = info.project.use
    const context = await playwright.chromium.launchPersistentContext(profile, {
      ...launchOptions,
      viewport: viewport ?? null,
      locale: locale ?? 'vi-VN',
    })
    const page = await context.newPage()
    await page.goto(site.address)
    await expect(page.evaluate(() => localStorage.length)).rejects.toThrow(/Access is denied/)
    await lookUp(page, 'chim')
    await expect(notices(page).first()).toBeVisible()
    await hits(page).first().click()
    await expect(page.getByTestId('entry-headword')).toBeVisible()
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  })
})

test('two tabs share one dictionary, and each other what is kept', async ({
  page,
  site,
  context,
}) => {
  const other = await context.newPage()
  await Promise.all([page.goto(site.address), other.goto(site.address)])
  await settled(page, site.index)
  await Promise.all([lookUp(page, 'chim'), lookUp(other, 'chim')])
  await hits(page).first().click()
  const word = (await page.getByTestId('entry-headword').textContent()) ?? ''
  await page.getByTestId('favourite').click()
  await other.goto(`${site.address}#/favourites`)
  await other.reload()
  await expect(other.getByRole('main').getByRole('link', { name: word }).first()).toBeVisible()
  await expect(notices(page)).toHaveCount(0)
  await expect(notices(other)).toHaveCount(0)
})

test('a query of ten thousand characters is answered like any other', async ({ page, site }) => {
  await page.goto(site.address)
  await searchInput(page).fill('mơ̆ng '.repeat(2000))
  await lookUp(page, 'chim')
})

import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, hits, lookUp, searchInput, settled, test } from './site'

test.beforeEach(async ({ page, site }) => {
  await page.goto(site.address)
  await settled(page, site.index)
})

const headword = (page: Page) => page.getByTestId('entry-headword')

test.describe('the way back', () => {
  test('leads to the same results at the same place', async ({ page }) => {
    await lookUp(page, 'con')
    await page.evaluate(() => window.scrollTo(0, 600))
    await page.waitForTimeout(600)
    await hits(page).nth(8).click()
    await expect(headword(page)).toBeVisible()
    await page.goBack()
    await expect(searchInput(page)).toHaveValue('con')
    await expect(hits(page).first()).toBeVisible()
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(500)
  })

  test('is in the app as well, and ends on the first page', async ({ page, site }) => {
    await page.goto(`${site.address}#/about/ba-na`)
    await page.reload()
    await page.getByRole('button', { name: 'Quay lại' }).click()
    await expect(searchInput(page)).toBeVisible()
  })
})

test.describe('by keyboard alone', () => {
  test('one asks, walks through the results, opens one and comes back', async ({ page }) => {
    await page.keyboard.type('chim')
    await expect(hits(page).first()).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(hits(page).nth(1)).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect(headword(page)).toBeVisible()
    await page.keyboard.press('/')
    await expect(searchInput(page)).toBeFocused()
    await expect(searchInput(page)).toHaveValue('')
  })

  test('Esc leads back to the field, then empties it', async ({ page }) => {
    await lookUp(page, 'chim')
    await page.keyboard.press('Enter')
    await expect(hits(page).first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(searchInput(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(searchInput(page)).toHaveValue('')
  })
})

test.describe('the special letters', () => {
  test('go in at the caret, and the field keeps its focus', async ({ page }) => {
    await page.getByTestId('language-chip-ba-na').click()
    await searchInput(page).fill('bk')
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('button', { name: 'ơ', exact: true }).click()
    await expect(searchInput(page)).toHaveValue('bơk')
    await expect(searchInput(page)).toBeFocused()
  })

  test('mark the letter before the caret', async ({ page }) => {
    await searchInput(page).fill('kơ')
    await page.locator('.key.mark').first().click()
    await expect(searchInput(page)).toHaveValue('kơ\u0306')
  })
})

test.describe('settings', () => {
  test('are kept for the next visit', async ({ page, site }) => {
    await page.goto(`${site.address}#/settings`)
    await page.getByText('English', { exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
    await page.getByText('Dark', { exact: true }).click()
    await page.getByText('Larger', { exact: true }).click()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
    const root = page.locator('html')
    await expect(root).toHaveAttribute('lang', 'en')
    await expect(root).toHaveAttribute('data-theme', 'dark')
    await expect(root).toHaveAttribute('style', /--text-scale: 1.3/)
  })

  test('show drafts only when asked, always labelled, and never to be shared', async ({
    page,
    site,
  }) => {
    await page.goto(`${site.address}#/settings`)
    await page.getByTestId('show-drafts').check()
    await page.goto(`${site.address}#/`)
    await page.getByTestId('language-chip-ba-na').click()
    const draft = page.locator('.hit', { has: page.locator('.badge.draft') }).first()
    await searchInput(page).fill('a')
    await expect(draft).toContainText('chưa kiểm chứng')
    await draft.click()
    await expect(page.locator('.entry-head .badge.draft')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Chia sẻ' })).toHaveCount(0)
  })
})

test('a saved entry is there at the next visit', async ({ page, site }) => {
  await lookUp(page, 'chim')
  await hits(page).first().click()
  await page.getByTestId('favourite').click()
  await expect(page.getByTestId('favourite')).toHaveAttribute('aria-pressed', 'true')
  const word = (await headword(page).textContent()) ?? ''
  await page.goto(`${site.address}#/favourites`)
  await page.reload()
  await expect(page.locator('.kept')).toContainText(word)
  await page.goto(`${site.address}#/history`)
  await expect(page.locator('.kept')).toContainText(word)
})

test('a dictionary is removed and fetched again', async ({ page, site }) => {
  await page.goto(`${site.address}#/library`)
  const row = page.getByTestId('pack-status-gia-rai')
  await row.getByRole('button', { name: /Gỡ khỏi máy/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Gỡ khỏi máy' }).click()
  await expect(row).toHaveAttribute('data-status', 'absent')
  await page.reload()
  await expect(row).toHaveAttribute('data-status', 'absent')
  await row.getByRole('button', { name: /Tải về/ }).click()
  await expect(row).toHaveAttribute('data-status', 'ready')
})

test('a dictionary is saved as a file, to be carried where there is no network', async ({
  context,
  page,
  site,
}) => {
  await page.goto(`${site.address}#/library`)
  const link = page.getByTestId('save-file-ba-na')
  const coming = page.waitForEvent('download')
  await link.click()
  const listing = site.index.packs.find(({ language }) => language === 'ba-na')
  const file = await (await coming).path()
  expect(readFileSync(file)).toEqual(site.read(`packs/${listing?.whole.file}`))
  await context.setOffline(true)
  await expect(link).toHaveCount(0)
  await expect(page.getByText('Có mạng mới lưu từ điển thành tệp được.')).toBeVisible()
})

test('a link to an unconfirmed entry says so, and shows it when asked', async ({ page, site }) => {
  await page.goto(`${site.address}#/settings`)
  await page.getByTestId('show-drafts').check()
  await page.goto(`${site.address}#/`)
  await page.getByTestId('language-chip-ba-na').click()
  await searchInput(page).fill('a')
  await page
    .locator('.hit', { has: page.locator('.badge.draft') })
    .first()
    .click()
  await expect(headword(page)).toBeVisible()
  const address = page.url()
  await page.goto(`${site.address}#/settings`)
  await page.getByTestId('show-drafts').uncheck()
  await page.goto(address)
  await expect(page.getByText('Mục từ này chưa kiểm chứng.')).toBeVisible()
  await page.getByRole('button', { name: 'Hiện cả từ chưa kiểm chứng' }).click()
  await expect(page.locator('.entry-head .badge.draft')).toBeVisible()
})

test('what was recorded elsewhere is marked as such', async ({ page, site }) => {
  await page.goto(`${site.address}#/e/gie-trieng/gt-00001`)
  await expect(page.getByTestId('compare-only').first()).toBeVisible()
  await expect(page.getByTestId('compare-only-entry')).toHaveCount(0)
  await page.goto(`${site.address}#/e/gie-trieng/gt-00136`)
  await expect(page.getByTestId('compare-only-entry')).toBeVisible()
})

test('a variety of two dictionaries is on the page of both', async ({ page, site }) => {
  await page.goto(`${site.address}#/about/xo-dang`)
  await expect(page.getByTestId('variety-elsewhere')).toContainText('Hà Lăng')
})

test.describe('what nobody meant', () => {
  test('an unknown page says so and leads home', async ({ page, site }) => {
    await page.goto(`${site.address}#/nowhere/at/all`)
    await expect(page.getByRole('heading', { name: 'Không có trang này' })).toBeVisible()
    await page.getByRole('link', { name: 'Về trang tra từ' }).click()
    await expect(searchInput(page)).toBeVisible()
  })

  test('an unknown entry says so', async ({ page, site }) => {
    await page.goto(`${site.address}#/e/ba-na/bn-99999`)
    await expect(page.getByText('Không có mục từ này.')).toBeVisible()
  })

  test('a query of ten thousand letters is answered', async ({ page }) => {
    await searchInput(page).fill('chim '.repeat(2000))
    await expect(page.getByTestId('search-input')).toBeVisible()
    await lookUp(page, 'chim')
  })

  test('a script in the field is text', async ({ page }) => {
    await searchInput(page).fill('<img src=x onerror="window.broken=1">')
    await expect(page.locator('.empty')).toContainText('<img src=x')
    expect(await page.evaluate(() => 'broken' in window)).toBe(false)
  })
})

test('pages tell their name and take the focus', async ({ page }) => {
  await page.getByRole('link', { name: 'Duyệt' }).click()
  await expect(page).toHaveTitle('Duyệt từ điển – Rông')
  await expect(page.locator('#main')).toBeFocused()
  await page.getByRole('link', { name: 'Tra từ' }).click()
  await expect(page).toHaveTitle(/^Rông/)
})

test('text of the languages is marked as such', async ({ page }) => {
  await lookUp(page, 'chim')
  await expect(page.locator('.hit .word').first()).toHaveAttribute('lang', /^(bdq|jra|sed|jeh)/)
  await expect(page.locator('.hit .gloss').first()).toHaveAttribute('lang', 'vi')
})

for (const scale of ['Thường', 'Lớn nhất'])
  test(`no page is wider than a small phone, text size ${scale}`, async ({ page, site }) => {
    await page.goto(`${site.address}#/settings`)
    await page.getByText(scale, { exact: true }).click()
    for (const hash of [
      '#/',
      '#/settings',
      '#/about/ba-na',
      '#/about/xo-dang',
      '#/library',
      '#/e/gie-trieng/gt-00001',
      '#/browse/ba-na',
    ]) {
      await page.goto(site.address + hash)
      await page.locator('main h1').first().waitFor()
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, hash).toBeLessThanOrEqual(360)
    }
    if (scale !== 'Thường') return
    await page.goto(`${site.address}#/`)
    for (const { language } of site.index.packs) {
      const box = await page.getByTestId(`language-chip-${language}`).boundingBox()
      expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
    }
  })

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true })

  test('the letters stand above the bottom bar while the field has the focus', async ({ page }) => {
    await searchInput(page).tap()
    await expect(page.locator('.letters.docked')).toBeVisible()
    const key = page.locator('.letters.docked .key').nth(3)
    const box = await key.boundingBox()
    expect(box?.width).toBeGreaterThanOrEqual(48)
    expect(box?.height).toBeGreaterThanOrEqual(48)
    await key.tap()
    await expect(searchInput(page)).toBeFocused()
    await expect(searchInput(page)).not.toHaveValue('')
  })
})

test('a bug of ours is shown with a report, not a blank page', async ({ page }) => {
  await page.evaluate(() => void Promise.reject(new Error('made up for a test')))
  await expect(page.locator('.report')).toContainText('made up for a test')
  await expect(page.getByRole('button', { name: 'Tải lại trang' })).toBeVisible()
})

test('an entry is printed without what is only for the screen', async ({ page }) => {
  await lookUp(page, 'chim')
  await hits(page).first().click()
  await expect(headword(page)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(headword(page)).toBeVisible()
  await expect(page.getByTestId('citation')).toBeVisible()
  await expect(page.locator('.nav')).toBeHidden()
  await expect(page.getByTestId('favourite')).toBeHidden()
})

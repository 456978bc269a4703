import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, hits, lookUp, searchInput, settled, test } from './site'

test.beforeEach(async ({ page, site }) => {
  await page.goto(site.address)
  await settled(page, site.index)
})

const why = (page: Page, name: string) => page.getByTestId(`why-${name}`)

/** No dictionary has it, and a telephone is not soon likely to be in one. */
const MISSING = 'máy vi tính'

/** Asks, and means it. */
const miss = async (page: Page, query: string) => {
  await searchInput(page).fill(query)
  await searchInput(page).press('Enter')
  await expect(why(page, 'noted')).toBeVisible()
}

test.describe('no result', () => {
  test('another language has it: one press shows it', async ({ page }) => {
    await page.getByTestId('language-chip-gia-rai').click()
    await searchInput(page).fill('pơđăm')
    await expect(why(page, 'elsewhere')).toContainText('Ba Na (')
    await why(page, 'elsewhere').getByRole('button').click()
    await expect(hits(page).first()).toContainText('pơđăm')
  })

  test('unconfirmed entries answer: one press shows them, labelled', async ({ page }) => {
    await page.getByTestId('language-chip-ba-na').click()
    await searchInput(page).fill('ƀok')
    await searchInput(page).press('Enter')
    await expect(why(page, 'drafts')).toContainText('Ba Na (')
    await expect(page.locator('.badge.draft')).toHaveCount(0)
    await why(page, 'drafts').getByRole('button').click()
    await expect(hits(page).first()).toContainText('bok')
    await expect(hits(page).first()).toContainText('chưa kiểm chứng')
  })

  test('there is a way on: its beginning, its first letter, the whole content', async ({
    page,
  }) => {
    await searchInput(page).fill('kơtuxxxzz')
    await why(page, 'beginning').getByRole('button').click()
    await expect(searchInput(page)).not.toHaveValue('kơtuxxxzz')
    await hits(page).first().click()
    await expect(page.getByTestId('entry-headword')).toBeVisible()
    await page.goBack()
    await expect(hits(page).first()).toBeVisible()
    await searchInput(page).fill('kơtuxxxzz')
    await expect(page.getByRole('link', { name: 'Tìm trong toàn bộ nội dung' })).toBeVisible()
    await page.getByTestId('first-letters').getByRole('link', { name: 'K · Gia Rai' }).click()
    await expect(page.getByTestId('entry-row').first()).toBeVisible()
    await expect(page.getByRole('heading', { name: /^K/ })).toBeVisible()
  })

  test('is as accessible with its reasons as without, in both themes', async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await searchInput(page).fill('')
      await miss(page, MISSING)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
    }
  })
})

test.describe('a missing word', () => {
  test('is noted after a pause, and what was found is not', async ({ page, site }) => {
    await lookUp(page, 'chim')
    await page.waitForTimeout(2300)
    await searchInput(page).fill(MISSING)
    await expect(why(page, 'noted')).toBeVisible()
    await page.goto(`${site.address}#/misses`)
    await page.reload()
    await expect(page.getByTestId('miss')).toHaveCount(1)
    await expect(page.getByTestId('miss')).toContainText(MISSING)
  })

  test('is saved as a table for the editors, and deleted when told to', async ({ page, site }) => {
    await miss(page, MISSING)
    await page.getByTestId('language-chip-ba-na').click()
    await miss(page, '=zzqqx')
    await page.goto(`${site.address}#/settings`)
    await page.getByRole('link', { name: /Từ chưa có/ }).click()
    await expect(page.getByTestId('miss')).toHaveCount(2)
    const downloading = page.waitForEvent('download')
    await page.getByTestId('save-misses').click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/^rong-misses-\d{4}-\d\d-\d\d\.csv$/)
    const csv = readFileSync(await download.path(), 'utf8')
    expect(csv.startsWith('\ufeff"Từ","Tiếng","Số lần","Lần cuối"\r\n')).toBe(true)
    expect(csv).toContain(`"'=zzqqx","Ba Na","1",`)
    expect(csv).toContain(`"${MISSING}","tất cả các tiếng","1",`)

    await page.getByRole('button', { name: `Xoá ${MISSING}` }).click()
    await expect(page.getByTestId('miss')).toHaveCount(1)
    await page.getByRole('button', { name: 'Xoá danh sách này' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Xoá danh sách này' }).click()
    await expect(page.locator('.empty')).toBeVisible()
  })
})

test('a word spelled like a Vietnamese one is told from its translations', async ({ page }) => {
  await lookUp(page, 'năm')
  const words = page.getByTestId('hits-headword')
  await expect(words.getByRole('heading')).toHaveText(/^Chữ này trong tiếng .*Gia Rai/)
  await expect(words.locator('.hit', { hasText: 'Gia Rai' })).toContainText('sáu')
  const glosses = page.getByTestId('hits-gloss-vi')
  await expect(glosses.getByRole('heading')).toHaveText('Nghĩa tiếng Việt')
  await expect(glosses.locator('.hit').first()).toContainText('năm')
  await lookUp(page, 'chim')
  await expect(page.getByTestId('hits-headword')).toHaveCount(0)
})

test('what is marked is never cut from its marks', async ({ page }) => {
  for (const query of ['kơ', 'kơ\u0306', 'be', 'bê\u0306', 'nư', 'mat', 'ma']) {
    await lookUp(page, query)
    const split = await page
      .locator('mark')
      .evaluateAll((marks) =>
        marks
          .map((mark) => `${mark.textContent}|${mark.nextSibling?.textContent ?? ''}`)
          .filter((text) => /(^|\|)\p{M}/u.test(text)),
      )
    expect(split, query).toEqual([])
  }
})

import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { readZip } from '../../src/formats/zip'
import { expect, settled, test } from './site'

const openPanel = async (page: Page) => {
  await page.getByTestId('export-ba-na').click()
  const panel = page.getByRole('region', { name: 'Xuất từ điển Ba Na' })
  await expect(panel).toBeVisible()
  return panel
}

/** Chooses a kind of file, exports, and gives the file. */
const exported = async (page: Page, kind: string) => {
  const panel = page.getByRole('region', { name: 'Xuất từ điển Ba Na' })
  await panel.getByText(kind).click()
  const coming = page.waitForEvent('download')
  await panel.getByRole('button', { name: 'Xuất tệp' }).click()
  const download = await coming
  await expect(panel.getByTestId('export-outcome')).toContainText(download.suggestedFilename())
  return {
    name: download.suggestedFilename(),
    bytes: new Uint8Array(readFileSync(await download.path())),
  }
}

test('with the server gone, a dictionary is exported for the first time, in every kind', async ({
  page,
  site,
}) => {
  await page.goto(site.address)
  await settled(page, site.index)
  await site.stop()
  await page.reload()
  await page.goto(`${site.address}#/library`)
  const panel = await openPanel(page)

  const book = await exported(page, 'Bảng Excel để xem và sửa')
  expect(book.name).toBe('rong-ba-na.xlsx')
  const parts = readZip(book.bytes)
  if (!parts.ok) throw new Error(parts.error.detail)
  const sheets = [...parts.value].filter(([path]) => path.startsWith('xl/'))
  const text = sheets.map(([, bytes]) => new TextDecoder().decode(bytes)).join('')
  expect(text).toContain('bn-00001')

  const cards = await exported(page, 'Thẻ cho Anki (TSV)')
  expect(cards.name).toBe('rong-ba-na-anki.tsv')
  const lines = new TextDecoder().decode(cards.bytes).split('\n')
  const { entryCount } = site.index.packs.find(({ language }) => language === 'ba-na')!
  expect(lines[0]).toBe('#separator:tab')
  // A card a sense.
  const notes = lines.filter((line) => line !== '' && !line.startsWith('#'))
  expect(notes.length).toBeGreaterThanOrEqual(entryCount)

  const kinds = ['Bảng CSV', 'LIFT', 'TEI Lex-0', 'StarDict', 'Yomitan', 'JSON']
  for (const kind of kinds)
    expect((await exported(page, kind)).bytes.length).toBeGreaterThan(10_000)
  await panel.getByRole('button', { name: 'Đóng' }).click()
  await expect(panel).toHaveCount(0)
  await expect(page.getByTestId('export-ba-na')).toBeFocused()
})

test('unconfirmed words are exported only where they are shown and wanted', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}#/library`)
  await settled(page, site.index)
  await openPanel(page)
  await expect(page.getByText('Gồm cả từ chưa kiểm chứng')).toHaveCount(0)
  const without = await exported(page, 'Bảng CSV')
  await page.goto(`${site.address}#/settings`)
  await page.getByTestId('show-drafts').check()
  await page.goto(`${site.address}#/library`)
  await openPanel(page)
  await page.getByText('Gồm cả từ chưa kiểm chứng').click()
  const withDrafts = await exported(page, 'Bảng CSV')
  expect(new TextDecoder().decode(without.bytes)).not.toContain(',draft,')
  expect(new TextDecoder().decode(withDrafts.bytes)).toContain(',draft,')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the open panel is accessible in the ${colorScheme} theme, and no wider than a phone`, async ({
    page,
    site,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(`${site.address}#/settings`)
    await settled(page, site.index)
    await page.getByTestId('show-drafts').check()
    await page.getByText('Lớn nhất', { exact: true }).click()
    await page.goto(`${site.address}#/library`)
    await openPanel(page)
    await exported(page, 'JSON')
    const { violations } = await new AxeBuilder({ page })
      .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(360)
  })

import { expectAccessible } from './accessible'
import { expect, lookUp, settled, test } from './site'

/** Every page of the app, with what must be there before it is looked at. */
const SCREENS: readonly (readonly [name: string, hash: string, ready: string])[] = [
  ['first page', '#/', '.card.day a'],
  ['entry', '#/e/gia-rai/gr-00040', '[data-testid=citation]'],
  ['compare', '#/concept/937', '.compare .word'],
  ['ways to browse', '#/browse', '.row'],
  ['alphabet', '#/browse/ba-na', '[data-testid=entry-row]'],
  ['Vietnamese A–Z', '#/browse/vi/T', '[data-testid=entry-row]'],
  ['topics', '#/topics', '.row'],
  ['one topic', '#/topics/gia-dinh', '[data-testid=entry-row]'],
  ['domains', '#/domains', '.row'],
  ['favourites', '#/favourites', '.empty'],
  ['history', '#/history', 'h1'],
  ['missing words', '#/misses', '.empty'],
  ['library', '#/library', '[data-status=ready]'],
  ['settings', '#/settings', 'select'],
  ['where to record', '#/record', '[data-testid=record-language]'],
  ['who records', '#/record/ba-na', '[data-testid=speaker-name]'],
  ['recordings of this device', '#/recordings', '.empty'],
  ['about', '#/about/ba-na', '.alphabet'],
  ['search through everything', '#/content?q=n%C6%B0%E1%BB%9Bc', '[data-testid=hit]'],
  ['unknown page', '#/nowhere', '.empty'],
]

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen is accessible in the ${colorScheme} theme`, async ({ page, site }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ colorScheme })
    await page.goto(site.address)
    await settled(page, site.index)
    for (const [name, hash, ready] of SCREENS) {
      await page.goto(site.address + hash)
      await page.locator(ready).first().waitFor()
      await expectAccessible(page, name)
    }
    await page.goto(`${site.address}#/`)
    await lookUp(page, 'chim')
    await expectAccessible(page, 'results')
    await page.getByTestId('search-input').fill('zzzqx')
    await page.locator('.empty').waitFor()
    await expectAccessible(page, 'no results')
  })
}

test('a question before something is lost is accessible', async ({ page, site }) => {
  await page.goto(`${site.address}#/library`)
  await settled(page, site.index)
  await page.getByTestId('pack-status-ba-na').locator('button').last().click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectAccessible(page, 'question')
})

import type { Page } from '@playwright/test'
import { expect, hits, keptPacks, lookUp, notices, searchInput, settled, test } from './site'

const headword = (page: Page) => page.getByTestId('entry-headword')

test('the first visit answers at once and ends with everything on the device', async ({
  page,
  site,
}) => {
  await page.goto(site.address)
  await expect(searchInput(page)).toBeFocused()
  await lookUp(page, 'chim')
  await settled(page, site.index)
  const kept = await keptPacks(page)
  expect(kept.map(({ head }) => head).sort()).toEqual(
    site.index.packs.map(({ head }) => head).sort(),
  )
  await expect(notices(page)).toHaveCount(0)
})

test('drafts stay on the server until they are asked for', async ({ page, site }) => {
  await page.goto(site.address)
  await settled(page, site.index)
  const drafts = site.index.packs.flatMap(({ sections }) =>
    sections.filter(({ name }) => name.startsWith('draft-')).map(({ file }) => file),
  )
  expect(site.requests.filter((path) => drafts.some((file) => path.endsWith(file)))).toEqual([])
})

test('the page asks nobody but its own host', async ({ page, site }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(site.address) && !/^(data|blob):/.test(url)) foreign.push(url)
  })
  await page.goto(site.address)
  await lookUp(page, 'chim')
  await hits(page).first().click()
  await expect(headword(page)).toBeVisible()
  for (const route of ['library', 'settings', 'favourites', 'topics', 'about/ba-na'])
    await page.goto(`${site.address}#/${route}`)
  await settled(page, site.index)
  expect(foreign).toEqual([])
})

test('the starter in the page is fetched once, although it is preloaded', async ({
  page,
  site,
}) => {
  await page.goto(site.address)
  await settled(page, site.index)
  for (const { starter } of site.index.packs)
    expect(site.requests.filter((path) => path.endsWith(starter.file))).toHaveLength(1)
  expect(site.requests).not.toContain('/packs/index.json')
})

test('with the server gone, the app opens again and finds words', async ({ page, site }) => {
  await page.goto(site.address)
  await settled(page, site.index)
  await site.stop()
  await page.reload()
  await lookUp(page, 'chim')
  await hits(page).first().click()
  await expect(headword(page)).toBeVisible()
  await expect(notices(page)).toHaveCount(0)
})

test('with the server gone, the page of the first visit goes on to further pages', async ({
  page,
  site,
}) => {
  await page.goto(site.address)
  await lookUp(page, 'chim')
  await settled(page, site.index)
  await site.stop()
  await hits(page).first().click()
  await expect(headword(page)).toBeVisible()
  await page.goto(`${site.address}#/library`)
  await expect(page.getByTestId('pack-status-ba-na')).toHaveAttribute('data-status', 'ready')
})

test('with the server gone, a link to an entry opens it', async ({ page, site, context }) => {
  await page.goto(site.address)
  await lookUp(page, 'chim')
  await hits(page).first().click()
  const word = (await headword(page).textContent()) ?? ''
  const link = page.url()
  await settled(page, site.index)
  await page.close()
  await site.stop()
  const other = await context.newPage()
  await other.goto(link)
  await expect(headword(other)).toHaveText(word)
})

test('a download that breaks off goes on when the server is back', async ({ page, site }) => {
  const [first] = site.index.packs
  const last = first!.sections.filter(({ name }) => !name.startsWith('draft-')).at(-1)!
  const content = site.read(`packs/${last.file}`)
  site.remove(`packs/${last.file}`)
  await page.goto(site.address)
  await expect(notices(page).first()).toBeVisible()
  await lookUp(page, 'chim')

  site.write(`packs/${last.file}`, content)
  site.requests.length = 0
  await page.reload()
  await settled(page, site.index)
  const files = [first!.starter.file, first!.sections[0]!.file]
  expect(site.requests.filter((path) => files.some((file) => path.endsWith(file)))).toEqual([])
})

test('without the network on the first visit there is a sentence, and a way on', async ({
  page,
  site,
}) => {
  // The page itself came (a shared device's cache, say), the packs do not.
  await page.route('**/packs/**', (route) => route.abort('internetdisconnected'))
  await page.goto(site.address)
  await expect(notices(page).first()).toBeVisible()
  await page.unroute('**/packs/**')
  await notices(page).first().getByRole('button').first().click()
  await lookUp(page, 'chim')
})

test('works from a folder of the host, apart from what lies beside it', async ({ page, site }) => {
  await site.start({ basePath: '/truong-a/' })
  const address = `${site.address}truong-a/`
  await page.goto(address)
  await lookUp(page, 'chim')
  await settled(page, site.index)
  const names = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
  }))
  expect(names.databases).toEqual(['rong:/truong-a/'])
  expect(names.caches.every((name) => name.includes('/truong-a/'))).toBe(true)
  await site.stop()
  await page.reload()
  await lookUp(page, 'chim')
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { launchWithProfile } from '../../scripts/chromium'
import { nodePorts } from '../../scripts/ports'
import { type ClipBlockListing, clipBlockFile, readClipIndex } from '../../src/pack/clip-index'
import { type AudioSite, test } from './audio-site'
import { succeeded } from './new-release'
import { expect, settled } from './site'

const here = (page: Page) => page.getByTestId('clips-here')
const plan = (page: Page) => page.getByTestId('clip-plan')
const download = (page: Page) => page.getByTestId('clips-download')
const part = (page: Page, name: string) => page.getByRole('radio', { name })

/** Opens the recordings of Ba Na in the library; `isFirst`: once all packs are on the device. */
const openPanel = async (page: Page, site: AudioSite, isFirst = true) => {
  await page.goto(`${site.address}#/library`)
  if (isFirst) await settled(page, site.index)
  await page.getByTestId('clips-ba-na').click()
  await here(page).waitFor()
}

const blocksOf = async (site: AudioSite): Promise<readonly ClipBlockListing[]> => {
  const { file } = site.index.packs.find(({ language }) => language === 'ba-na')!.audio!
  const bytes = new Uint8Array(site.read(`packs/${file}`))
  return succeeded(await readClipIndex(bytes, nodePorts)).blocks
}

/** Requests for blocks, the list of blocks left out. */
const blocksAsked = (site: AudioSite) => {
  const list = site.index.packs.find(({ language }) => language === 'ba-na')!.audio!.file
  return site.requests.filter((path) => path.includes('/packs/c/') && !path.endsWith(list))
}

/** SHA-256 of each recording on the device, asked behind the app's back. */
const clipsKept = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise((done, fail) => {
        const opening = indexedDB.open(`rong:${location.pathname}`)
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const database = opening.result
          const asked = database.transaction('clipBlocks').objectStore('clipBlocks').getAll()
          asked.onsuccess = () => {
            database.close()
            done(asked.result.flatMap(({ clips }) => clips))
          }
        }
      }),
  )

/** The topic with the most recordings, as the page names it, and what it has. */
const chooseTopic = async (page: Page, site: AudioSite) => {
  await part(page, 'Một chủ đề').check()
  const select = page.getByRole('combobox', { name: 'Chủ đề nào' })
  const counts = new Map<string, number>()
  for (const { topic } of site.clips) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  const [topic] = [...counts].sort((a, b) => b[1] - a[1])[0]!
  await select.selectOption(topic)
  await expect(plan(page)).toHaveText(/^\d+ bản ghi âm, cần tải \d+ kB/)
  return site.clips.filter((clip) => clip.topic === topic)
}

test('a topic is downloaded with its size told first, and is there without the network', async ({
  page,
  audioSite: site,
}) => {
  await openPanel(page, site)
  await expect(here(page)).toHaveText('Trên máy chưa có bản ghi âm nào.')
  await expect(plan(page)).toHaveText(/^58 bản ghi âm, cần tải \d+ kB/)
  const wanted = await chooseTopic(page, site)
  expect(blocksAsked(site)).toEqual([])
  await download(page).click()
  await expect(plan(page)).toHaveText(/đã có đủ trên máy/)
  const kept = await clipsKept(page)
  expect(kept).toEqual(expect.arrayContaining(wanted.map(({ sha256 }) => sha256)))
  expect(kept.length).toBeLessThan(site.clips.length)

  await site.stop()
  await page.reload()
  await openPanel(page, site, false)
  await expect(here(page)).toHaveText(new RegExp(`^Trên máy: ${kept.length} bản ghi âm`))
  expect((await clipsKept(page)).sort()).toEqual([...kept].sort())
})

test('a block that arrives damaged is refused and told, and fetched alone when it is mended', async ({
  page,
  audioSite: site,
}) => {
  const blocks = await blocksOf(site)
  const broken = `packs/${clipBlockFile(blocks[1]!.sha256)}`
  const sound = site.read(broken)
  const spoilt = Buffer.from(sound)
  spoilt[spoilt.length - 9]! ^= 4
  site.write(broken, spoilt)
  await openPanel(page, site)
  await download(page).click()
  await expect(page.getByTestId('clip-fault')).toHaveText(/bị hỏng .* tải lần nữa/)
  expect(await clipsKept(page)).toHaveLength(58 - blocks[1]!.entries.length)

  site.write(broken, sound)
  site.requests.length = 0
  await page.getByTestId('clips-go-on').click()
  await expect(plan(page)).toHaveText(/đã có đủ trên máy/)
  await expect(page.getByTestId('clip-fault')).toHaveText('')
  expect(blocksAsked(site)).toEqual([`/${broken}`])
})

test('a download that is killed half way goes on with what is missing', async ({
  audioSite: site,
}) => {
  const blocks = await blocksOf(site)
  const profile = mkdtempSync(join(tmpdir(), 'rong-profile-'))
  const first = await launchWithProfile(profile)
  const page = await first.newPage()
  await openPanel(page, site)
  await site.start({ shape: { rttMs: 50, bytesPerSecond: 60_000 } })
  await download(page).click()
  await expect.poll(() => clipsKept(page).then(({ length }) => length)).toBeGreaterThan(8)
  const gone = new Promise((done) => first.on('close', done))
  const session = await first.newCDPSession(page)
  // It dies on the spot, and so cannot answer.
  void session.send('Browser.crash').catch(() => undefined)
  await gone

  await site.start()
  const second = await launchWithProfile(profile)
  const again = await second.newPage()
  await openPanel(again, site, false)
  const kept = (await clipsKept(again)).length
  expect(kept).toBeGreaterThan(8)
  expect(kept).toBeLessThan(58)
  site.requests.length = 0
  await again.getByTestId('clips-go-on').click()
  await expect(plan(again)).toHaveText(/đã có đủ trên máy/)
  expect(await clipsKept(again)).toHaveLength(58)
  // A block that broke off may lie cut in the browser's cache: it is asked for once more past it.
  const asked = [...new Set(blocksAsked(site))]
  const entries = (path: string) =>
    blocks.find(({ sha256 }) => path.endsWith(clipBlockFile(sha256)))!.entries.length
  expect(asked.reduce((sum, path) => sum + entries(path), 0)).toBe(58 - kept)
  await second.close()
  rmSync(profile, { recursive: true, force: true })
})

/** Fills the room that is left with something else, until the browser refuses. */
const fillUp = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('filler', 1)
        opening.onerror = () => fail(opening.error)
        opening.onupgradeneeded = () => opening.result.createObjectStore('junk')
        opening.onsuccess = () => {
          let count = 0
          const add = () => {
            const transaction = opening.result.transaction('junk', 'readwrite')
            const junk = crypto.getRandomValues(new Uint8Array(50_000))
            transaction.objectStore('junk').put(junk, count++)
            transaction.oncomplete = add
            transaction.onabort = () => {
              opening.result.close()
              done()
            }
          }
          add()
        }
      }),
  )

test('a full device says so, and loses nothing', async ({ page, audioSite: site }) => {
  const session = await page.context().newCDPSession(page)
  const origin = new URL(site.address).origin
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 6_000_000 })
  await openPanel(page, site)
  await chooseTopic(page, site)
  await download(page).click()
  await expect(plan(page)).toHaveText(/đã có đủ trên máy/)
  const before = await clipsKept(page)

  await fillUp(page)
  await part(page, 'Tất cả').check()
  await download(page).click()
  await expect(page.getByTestId('clip-fault')).toHaveText(/hết chỗ trống/)
  const kept = await clipsKept(page)
  expect(kept).toEqual(expect.arrayContaining(before))
  expect(kept.length).toBeLessThan(58)

  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await download(page).click()
  await expect(plan(page)).toHaveText(/đã có đủ trên máy/)
  expect(await clipsKept(page)).toHaveLength(58)
})

test('without the network there is a sentence with what to do, and what is here stays', async ({
  page,
  audioSite: site,
}) => {
  await openPanel(page, site)
  await plan(page).waitFor()
  await site.stop()
  await download(page).click()
  await expect(page.getByTestId('clip-fault')).toHaveText(/nối mạng/)
  await site.start()
  await page.getByTestId('clips-go-on').click()
  await expect(plan(page)).toHaveText(/đã có đủ trên máy/)
})

test('recordings are removed when the user says so twice, and no sooner', async ({
  page,
  audioSite: site,
}) => {
  await openPanel(page, site)
  await download(page).click()
  await expect(plan(page)).toHaveText(/đã có đủ trên máy/)
  const remove = page.getByTestId('clip-panel-ba-na').getByRole('button', { name: 'Gỡ khỏi máy' })
  await remove.click()
  await page.getByRole('button', { name: 'Thôi' }).click()
  expect(await clipsKept(page)).toHaveLength(58)

  await remove.click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Gỡ khỏi máy' }).click()
  await expect(here(page)).toHaveText('Trên máy chưa có bản ghi âm nào.')
  expect(await clipsKept(page)).toEqual([])
})

test('a dictionary without recordings says so, and offers to record', async ({
  page,
  audioSite: site,
}) => {
  await page.goto(`${site.address}#/library`)
  await settled(page, site.index)
  await page.getByTestId('clips-gia-rai').click()
  const panel = page.getByTestId('clip-panel-gia-rai')
  await expect(panel).toContainText('Từ điển này chưa có bản ghi âm nào.')
  await expect(panel.getByRole('link')).toHaveAttribute('href', '#/record/gia-rai')
})

test('the service worker keeps no recordings, which are the store’s business', async ({
  page,
  audioSite: site,
}) => {
  await openPanel(page, site)
  await download(page).click()
  await expect(plan(page)).toHaveText(/đã có đủ trên máy/)
  const cached = await page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => url)
  })
  expect(cached.length).toBeGreaterThan(0)
  expect(cached.filter((url) => url.includes('/packs/'))).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the panel is accessible in the ${colorScheme} theme, and by the keyboard`, async ({
    page,
    audioSite: site,
  }) => {
    await page.emulateMedia({ colorScheme })
    await openPanel(page, site)
    await part(page, 'Tất cả').focus()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('combobox')).toBeVisible()
    await expect(plan(page)).toHaveText(/cần tải/)
    const { violations } = await new AxeBuilder({ page })
      .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
    await page.getByRole('button', { name: 'Đóng' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('clips-ba-na')).toBeFocused()
  })
}

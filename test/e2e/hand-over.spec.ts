import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Download, Page } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/chromium'
import { nodePorts } from '../../scripts/ports'
import { readChangeSet } from '../../src/formats/change-set/read'
import { expectAccessible } from './accessible'
import {
  beginSession,
  consent,
  expectPhase,
  introduce,
  microphoneFlags,
  openRecording,
  phase,
} from './microphone'
import { succeeded } from './new-release'
import { compilePacks, publishPacks } from './publish'
import { expect, type Site, settled, test } from './site'

const HEARS_WORDS = microphoneFlags({ silence: 1.3, voice: 0.5 })

test.use({
  launchOptions: { executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS, ...HEARS_WORDS] },
})
test.skip(spawnSync('ffmpeg', ['-version']).status !== 0, 'needs ffmpeg to master recordings')

const run = (command: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', command, '--lang', 'en', ...args], {
    encoding: 'utf8',
  })

/** What an editor does with a file from a device, on a copy of the tables. */
const createEditor = () => {
  const folder = mkdtempSync(join(tmpdir(), 'rong-editor-'))
  const data = join(folder, 'data')
  cpSync('data', data, { recursive: true })
  const tableOf = (name: string) => readFileSync(join(data, 'ba-na', name), 'utf8')
  return {
    tableOf,
    media: () => tableOf('media.csv').trim().split('\n').slice(1),
    importFile: async (download: Download) => {
      const file = join(folder, download.suggestedFilename())
      await download.saveAs(file)
      const into = join(data, 'ba-na')
      const changes = ['--format', 'rong-changes', '--into', into, '--apply']
      return run('import', '--language', 'ba-na', ...changes, file)
    },
    check: () => run('check', '--data', data),
    /** Puts the packs of the tables in the place of those of the site. */
    publish: (site: Site) => {
      const packs = join(folder, 'packs')
      compilePacks(data, packs)
      return publishPacks(site, packs)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const downloaded = async (page: Page, button: string): Promise<Download> => {
  const coming = page.waitForEvent('download')
  await page.getByTestId(button).first().click()
  const download = await coming
  await expect(page.getByTestId('hand-over-state').first()).toHaveAttribute('data-state', 'saved')
  return download
}

const record = async (page: Page, site: Site, words: number): Promise<void> => {
  await openRecording(page, site)
  await introduce(page)
  await consent(page)
  await beginSession(page)
  for (let word = 0; word < words; word++) {
    await expect(phase(page)).toHaveAttribute('data-position', String(word))
    await expectPhase(page, 'waiting')
    await expectPhase(page, 'heard')
    await page.getByTestId('record-keep').click()
  }
  await expect(phase(page)).toHaveAttribute('data-position', String(words))
}

const look = async (page: Page, name: string): Promise<void> => {
  await expectAccessible(page, name)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
}

test('what is recorded on one device is imported, heard and judged on another, and becomes part of the dictionary', async ({
  page,
  site,
  browser,
}) => {
  test.setTimeout(240_000)
  const editor = createEditor()
  const before = editor.media().length
  await record(page, site, 3)
  await site.stop()
  await page.getByTestId('record-pause').click()
  await page.goto(`${site.address}#/recordings`)
  const sent = await downloaded(page, 'hand-over')
  expect(sent.suggestedFilename()).toMatch(/^rong-ba-na-\d{4}-\d\d-\d\d-AB\.rong-changes$/)
  const bytes = new Uint8Array(readFileSync(await sent.path()))
  const set = succeeded(await readChangeSet(bytes, nodePorts.hash))
  expect(set.lines.map(({ change }) => [change?.op, change?.table])).toEqual([
    ['add', 'media'],
    ['add', 'media'],
    ['add', 'media'],
  ])
  // The consent is spoken too.
  expect([set.media.size, set.damaged.size, set.speakers.size]).toEqual([4, 0, 1])
  await expect(page.getByTestId('hand-over-waiting').first()).toHaveAttribute('data-takes', '0')

  const imported = await editor.importFile(sent)
  expect(imported.stdout).toContain(
    '3 new recordings, 0 new verdicts, 0 known already, 0 not taken',
  )
  expect(editor.media().filter((row) => row.includes(',draft,'))).toHaveLength(before + 3)
  expect(editor.check()).toMatchObject({ status: 0 })

  await site.start()
  const published = editor.publish(site)
  const device = await browser.newContext({
    viewport: { width: 360, height: 640 },
    locale: 'vi-VN',
  })
  const reviewer = await device.newPage()
  await reviewer.goto(published.address)
  await settled(reviewer, published.index)
  await reviewer.goto(`${published.address}#/clip-review/ba-na`)
  await reviewer.getByTestId('review-show-drafts').click()
  await expect(reviewer.getByTestId('review-count')).toHaveAttribute('data-waiting', '3')
  await reviewer.getByTestId('reviewer-name').fill('C. D.')
  await reviewer.getByTestId('review-begin').click()
  // It sounds by itself; only what was heard can be judged.
  await expect(reviewer.getByTestId('review-right')).toBeEnabled()
  const first = await reviewer.getByTestId('review-clip').getAttribute('data-media')
  await look(reviewer, 'desk')
  await reviewer.keyboard.press('1')
  await expect(reviewer.getByTestId('review-clip')).not.toHaveAttribute('data-media', first!)
  const second = await reviewer.getByTestId('review-clip').getAttribute('data-media')
  await expect(reviewer.getByTestId('review-wrong')).toBeEnabled()
  await reviewer.keyboard.press('2')
  await look(reviewer, 'reasons')
  await reviewer.getByTestId('review-reasons').getByRole('button').first().click()
  await reviewer.getByTestId('review-skip').click()
  await expect(reviewer.getByTestId('review-count')).toHaveAttribute('data-judged', '2')
  await look(reviewer, 'judged')
  await reviewer.reload()
  await expect(reviewer.getByTestId('review-count')).toHaveAttribute('data-judged', '2')

  const verdicts = await downloaded(reviewer, 'review-hand-over')
  expect(verdicts.suggestedFilename()).toContain('-CD.rong-changes')
  const judged = await editor.importFile(verdicts)
  expect(judged.stdout).toContain('0 new recordings, 2 new verdicts, 0 known already, 0 not taken')
  const rowOf = (id: string | null) => editor.media().find((row) => row.startsWith(`${id},`))
  expect(rowOf(first)).toContain(',reviewed,')
  expect(rowOf(second)).toContain(',rejected,')
  expect(editor.tableOf('reviews.csv')).toContain(`,${first},reviewed,C. D.,`)
  expect(editor.check()).toMatchObject({ status: 0 })
  await device.close()
  editor.remove()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`reviewing is accessible in the ${colorScheme} theme, without any recording too`, async ({
    page,
    site,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(`${site.address}#/clip-review`)
    await settled(page, site.index)
    await expect(page.getByTestId('review-language')).toHaveCount(4)
    await look(page, 'languages')
    await page.locator('[data-testid=review-language][data-language=ba-na]').click()
    await page.getByTestId('review-show-drafts').click()
    await page.locator('.empty').waitFor()
    await look(page, 'none')
  })

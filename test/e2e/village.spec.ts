import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/chromium'
import { nodePorts } from '../../scripts/ports'
import { readChangeSet } from '../../src/formats/change-set/read'
import { canSpeak, type SpokenFile, speak } from '../data/spoken-files'
import { type ThemedEntry, themedEntries } from './audio-site'
import { killBrowser } from './kill-browser'
import {
  beginSession,
  consent,
  expectPhase,
  introduce,
  microphoneFlags,
  phase,
  recordingsOnDevice,
} from './microphone'
import { succeeded } from './new-release'
import { compilePacks, publishPacks } from './publish'
import { expect, settled, test } from './site'

/** Files that the village sends; 500 for a measurement: RONG_FILES=500. */
const FILES = Number(process.env.RONG_FILES ?? 60)
const WORDS = 10

const EXTENSIONS = ['wav', 'mp3', 'm4a', 'ogg', 'webm', 'flac']
const HEARS_WORDS = microphoneFlags({ silence: 1.3, voice: 0.5 })

test.skip(!canSpeak, 'needs ffmpeg and espeak-ng to make test speech')

test(`${FILES} recordings of all kinds become a pack; a phone takes one topic, plays it offline, records ${WORDS} words, is killed and hands them over`, async ({
  playwright,
  site: bare,
}) => {
  test.setTimeout(240_000 + FILES * 1000)
  const folder = mkdtempSync(join(tmpdir(), 'rong-village-'))
  const { topic, entry } = await masterFolder(folder)
  compilePacks(join(folder, 'data'), join(folder, 'packs'))
  const site = publishPacks(bare, join(folder, 'packs'))

  const launch = async (): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await playwright.chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: chromiumPath(),
      args: [...CHROMIUM_FLAGS, ...HEARS_WORDS],
      viewport: { width: 360, height: 640 },
      locale: 'vi-VN',
    })
    return { context, page: context.pages()[0] ?? (await context.newPage()) }
  }

  let { context, page } = await launch()
  await page.goto(`${site.address}#/library`)
  await settled(page, site.index)
  await page.getByTestId('clips-ba-na').click()
  await page.getByRole('radio', { name: 'Một chủ đề' }).check()
  await page.getByRole('combobox', { name: 'Chủ đề nào' }).selectOption(topic)
  await expect(page.getByTestId('clip-plan')).toHaveText(/^\d+ bản ghi âm, cần tải \d+ kB/)
  await page.getByTestId('clips-download').click()
  await expect(page.getByTestId('clip-plan')).toHaveText(/đã có đủ trên máy/)

  await site.stop()
  await page.goto(`${site.address}#/e/ba-na/${entry}`)
  await page.getByTestId('clip-play').first().click()
  await expect(page.getByTestId('clip-play').first()).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByTestId('clip-play').first()).toHaveAttribute('aria-pressed', 'false')

  await page.goto(`${site.address}#/record/ba-na`)
  await introduce(page)
  await consent(page)
  await beginSession(page)
  for (let word = 0; word < WORDS; word++) {
    await expect(phase(page)).toHaveAttribute('data-position', String(word))
    await expectPhase(page, 'heard')
    await page.getByTestId('record-keep').click()
  }
  await expect(phase(page)).toHaveAttribute('data-position', String(WORDS))
  await killBrowser(context)

  ;({ context, page } = await launch())
  await page.goto(`${site.address}#/recordings`)
  await expect(page.locator('[data-testid=take][data-kind=headword][data-state=kept]')).toHaveCount(
    WORDS,
  )
  const { session } = await recordingsOnDevice(page)
  expect(session?.position).toBe(WORDS)
  const coming = page.waitForEvent('download')
  await page.getByTestId('hand-over').first().click()
  const bytes = new Uint8Array(readFileSync(await (await coming).path()))
  const set = succeeded(await readChangeSet(bytes, nodePorts.hash))
  expect(set.lines.filter(({ change }) => change?.table === 'media')).toHaveLength(WORDS)
  expect(set.damaged.size).toBe(0)
  await context.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Test speech of entries with a topic, mastered into a copy of the tables; gives the first of them. */
const masterFolder = async (folder: string): Promise<ThemedEntry> => {
  const data = join(folder, 'data')
  const files = join(folder, 'files')
  cpSync('data', data, { recursive: true })
  mkdirSync(files)
  // Named by their ids: other names are looked at in test/data/audio-command.test.ts.
  const entries = await themedEntries(FILES)
  const spoken = Array.from({ length: FILES }, (_, i): SpokenFile => {
    const { entry, headword } = entries[i % entries.length]!
    return {
      name: `${entry} (${Math.floor(i / entries.length) + 1}).${EXTENSIONS[i % EXTENSIONS.length]}`,
      text: headword,
      gain: -30 + ((i * 11) % 28),
      rate: [16_000, 24_000, 48_000][i % 3]!,
      before: 0.2 + (i % 5) * 0.2,
    }
  })
  for (let from = 0; from < spoken.length; from += 60) speak(files, spoken.slice(from, from + 60))
  const report = join(folder, 'report.json')
  const command = ['audio', '--language', 'ba-na', '--data', data, '--lang', 'en', files]
  const said = ['--speaker', 'A. B.', '--variety', 'kon-tum', '--place', 'làng A']
  const terms = ['--consent', 'giấy số 1', '--licence', 'CC-BY-4.0', '--review-state', 'attested']
  const done = spawnSync(
    process.execPath,
    ['scripts/run.mjs', ...command, ...said, ...terms, '--report', report, '--apply'],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  expect(done.status, done.stderr).toBe(0)
  expect(JSON.parse(readFileSync(report, 'utf8')).files).toHaveLength(FILES)
  return entries[0]!
}

import type { Page } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/chromium'
import {
  beginSession,
  consent,
  expectPhase,
  introduce,
  microphoneFlags,
  openRecording,
  phase,
  recordingsOnDevice,
} from './microphone'
import { expect, type Site, test } from './site'

const HEARS_WORDS = microphoneFlags({ silence: 1.8, voice: 0.5 })

test.use({
  launchOptions: { executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS, ...HEARS_WORDS] },
})

/** As far as the first entry of a session. */
const startSession = async (page: Page, site: Site) => {
  await openRecording(page, site)
  await introduce(page)
  await consent(page)
  await beginSession(page)
}

/** The buttons do not answer for a moment after a word has ended. */
const canKeep = async (page: Page) => {
  await expect(page.getByTestId('record-keep')).toBeEnabled({ timeout: 10_000 })
}

/** Until not even a few kilobytes can be stored. */
const fillDisk = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('filler', 1)
      opening.onupgradeneeded = () =>
        opening.result.createObjectStore('filler', { autoIncrement: true })
      opening.onsuccess = () => done(opening.result)
    })
    const fits = (bytes: number) =>
      new Promise<boolean>((done) => {
        const transaction = database.transaction('filler', 'readwrite')
        transaction.objectStore('filler').add(crypto.getRandomValues(new Uint8Array(bytes)))
        transaction.oncomplete = () => done(true)
        transaction.onabort = () => done(false)
      })
    for (const bytes of [60_000, 4000]) while (await fits(bytes));
    database.close()
  })

test('six words are heard and kept without a network, begun and ended by the voice alone', async ({
  page,
  site,
}) => {
  test.setTimeout(90_000)
  await openRecording(page, site)
  await site.stop()
  await page.reload()
  await introduce(page)
  await consent(page)
  await beginSession(page)
  for (let word = 0; word < 6; word++) {
    await expect(phase(page)).toHaveAttribute('data-position', String(word))
    await canKeep(page)
    await page.keyboard.press(word % 2 === 0 ? 'Space' : 'Enter')
  }
  await expect(phase(page)).toHaveAttribute('data-position', '6')
  const { takes, session } = await recordingsOnDevice(page)
  const words = takes.filter(({ kind }) => kind === 'headword')
  expect(words.slice(0, 6).map(({ entry }) => entry)).toEqual(session?.entries.slice(0, 6))
  expect(words.slice(0, 6).every(({ state }) => state === 'kept')).toBe(true)
  // 0.4 s before the word, the word, 0.25 s after; less where a key was pressed while the voice went on.
  const seconds = words.slice(0, 6).map(({ length }) => length / 48_000)
  expect(Math.max(...seconds)).toBeLessThan(1.4)
  expect(seconds.filter((long) => long > 1).length).toBeGreaterThanOrEqual(3)
})

test('the next word is listened for within 300 ms of keeping the last', async ({ page, site }) => {
  await startSession(page, site)
  await canKeep(page)
  const took = await page.evaluate(async () => {
    const place = document.querySelector('[data-testid=record-phase]')!
    const began = performance.now()
    document.querySelector<HTMLElement>('[data-testid=record-keep]')!.click()
    while (place.isConnected && place.getAttribute('data-phase') === 'heard')
      await new Promise((done) => setTimeout(done, 1))
    return performance.now() - began
  })
  console.log(`  keep → next word: ${took.toFixed(0)} ms`)
  expect(took).toBeLessThan(300)
})

test('a reload in the middle of a word loses nothing that had arrived, and the session goes on', async ({
  page,
  site,
}) => {
  await startSession(page, site)
  await page.getByTestId('record-keep').click()
  await expect(phase(page)).toHaveAttribute('data-position', '1')
  await expectPhase(page, 'recording')
  await page.reload()
  await page.getByTestId('session-resume').click()
  await expect(phase(page)).toHaveAttribute('data-position', '1')
  await page.getByTestId('record-keep').click()
  await expect(phase(page)).toHaveAttribute('data-position', '2')
  const words = (await recordingsOnDevice(page)).takes.filter(({ kind }) => kind === 'headword')
  expect(words.slice(0, 2).map(({ state }) => state)).toEqual(['kept', 'kept'])
  expect(words[1]!.length).toBeGreaterThan(10_000)
})

test('a page in the background ends the word that is being spoken, and goes on when it is back', async ({
  page,
  site,
}) => {
  await startSession(page, site)
  const show = (isShown: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, !isShown)
  await expectPhase(page, 'recording')
  await show(false)
  await expectPhase(page, 'heard')
  await show(true)
  await page.getByTestId('record-redo').click()
  await expectPhase(page, 'waiting')
  await show(false)
  await page.waitForTimeout(4000)
  expect(await phase(page).getAttribute('data-phase')).toBe('waiting')
  await show(true)
  await expectPhase(page, 'heard')
})

test('a disk that is full in the middle of a session: the word stays, and is stored when there is room', async ({
  page,
  site,
}) => {
  test.setTimeout(60_000)
  const browser = await page.context().newCDPSession(page)
  const origin = new URL(site.address).origin
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 4_000_000 })
  await startSession(page, site)
  await page.getByTestId('record-keep').click()
  await expectPhase(page, 'waiting')
  await fillDisk(page)
  const again = page.getByTestId('record-retry-store')
  await expect(again).toBeVisible({ timeout: 10_000 })
  await again.click()
  await expect(again).toBeVisible()
  await browser.send('Storage.overrideQuotaForOrigin', { origin })
  // The first tap may still be at it, and succeed.
  await expect(async () => {
    if (await again.isVisible()) await again.click({ timeout: 1000 })
    await expect(again).toBeHidden({ timeout: 2000 })
  }).toPass()
  await page.getByTestId('record-keep').click()
  await expect(phase(page)).toHaveAttribute('data-position', '2')
  const words = (await recordingsOnDevice(page)).takes.filter(({ kind }) => kind === 'headword')
  expect(words.slice(0, 2).map(({ state, hash }) => [state, hash !== undefined])).toEqual([
    ['kept', true],
    ['kept', true],
  ])
})

test('a second tab may not record at the same time', async ({ page, site }) => {
  await startSession(page, site)
  const other = await page.context().newPage()
  await other.goto(`${site.address}#/record/ba-na`)
  await other.getByTestId('session-resume').click()
  // A word that the first tab has not decided on is offered here too.
  await expect(phase(other)).toHaveAttribute('data-phase', /failed|heard/)
  if ((await phase(other).getAttribute('data-phase')) === 'heard')
    await other.getByTestId('record-redo').click()
  await expectPhase(other, 'failed')
  await expect(other.getByTestId('record-fault')).toHaveAttribute('data-fault', 'microphone-busy')
})

test('the microphone is closed when the screen is left', async ({ page, site }) => {
  await startSession(page, site)
  await expectPhase(page, 'waiting')
  await page.goto(`${site.address}#/`)
  await expect
    .poll(() => page.evaluate(async () => (await navigator.locks.query()).held?.length))
    .toBe(0)
})

test('a microphone that is busy, and one that is taken away, are told and tried again', async ({
  page,
  site,
}) => {
  await page.addInitScript(() => {
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    let isBusy = true
    mediaDevices.getUserMedia = async (constraints) => {
      if (isBusy) {
        isBusy = false
        throw new DOMException('Could not start audio source', 'NotReadableError')
      }
      const stream = await open(constraints)
      addEventListener('unplug', () => {
        for (const track of stream.getTracks()) {
          track.stop()
          track.dispatchEvent(new Event('ended'))
        }
      })
      return stream
    }
  })
  await openRecording(page, site)
  await introduce(page)
  const fault = page.getByTestId('record-fault')
  await expect(fault).toHaveAttribute('data-fault', 'microphone-busy')
  await page.getByTestId('record-retry').click()
  await consent(page)
  await beginSession(page)
  await expectPhase(page, 'waiting')
  await page.evaluate(() => dispatchEvent(new Event('unplug')))
  await expect(fault).toHaveAttribute('data-fault', 'microphone-lost')
  await page.getByTestId('record-retry').click()
  await page.getByTestId('record-keep').click()
  await expect(phase(page)).toHaveAttribute('data-position', '1')
})

test('a browser that cannot record says so', async ({ page, site }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'AudioWorkletNode'))
  await openRecording(page, site)
  await introduce(page)
  await expect(page.getByTestId('record-fault')).toHaveAttribute(
    'data-fault',
    'microphone-unsupported',
  )
})

test.describe('a browser', () => {
  const FAULTS = [
    {
      name: 'that forbids the microphone',
      fault: 'microphone-denied',
      flags: ['--use-fake-device-for-media-stream', '--deny-permission-prompts'],
    },
    {
      name: 'without a microphone',
      fault: 'microphone-missing',
      flags: ['--use-fake-ui-for-media-stream'],
    },
  ]
  for (const { name, fault, flags } of FAULTS)
    test(`${name} says so, and the consent can be given by touch`, async ({ playwright, site }) => {
      const browser = await playwright.chromium.launch({
        executablePath: chromiumPath(),
        args: [...CHROMIUM_FLAGS, ...flags],
      })
      try {
        const page = await browser.newPage({ locale: 'vi-VN' })
        await openRecording(page, site)
        await introduce(page)
        await expectPhase(page, 'failed')
        await expect(page.getByTestId('record-fault')).toHaveAttribute('data-fault', fault)
        await expect(page.getByTestId('consent-skip')).toBeVisible()
      } finally {
        await browser.close()
      }
    })
})

import type { Page } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium'
import { expectAccessible } from './accessible'
import { consent, expectPhase, introduce, microphoneFlags, phase } from './microphone'
import { expect, settled, test } from './site'

const executablePath = findChromium()

test.use({
  launchOptions: {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...CHROMIUM_FLAGS, ...microphoneFlags({ silence: 1.6, voice: 0.6 })],
  },
})

/** Up to the first word of a session of everything in Ba Na. */
const beginSession = async (page: Page) => {
  await introduce(page)
  await consent(page)
  await expect(page.getByTestId('session-begin')).toBeEnabled({ timeout: 15_000 })
  await page.getByTestId('session-begin').click()
  await expectPhase(page, 'waiting')
}

test('a session: consent, words by keyboard, a pause, a reload, and out as a file', async ({
  page,
  site,
}) => {
  test.setTimeout(90_000)
  await page.goto(`${site.address}#/record`)
  await settled(page, site.index)
  await page.locator('[data-testid=record-language][data-language=ba-na]').click()
  await beginSession(page)
  await expect(phase(page)).toHaveAttribute('data-position', '0')
  for (let word = 1; word <= 3; word++) {
    await expectPhase(page, 'heard')
    await expect(page.getByTestId('record-heard-play')).toHaveAttribute('data-playing', 'true')
    await expect(page.getByTestId('record-keep')).toBeEnabled()
    await page.keyboard.press('Space')
    await expect(phase(page)).toHaveAttribute('data-position', String(word))
  }
  await page.keyboard.press('s')
  await expect(phase(page)).toHaveAttribute('data-position', '4')
  await page.keyboard.press('ArrowLeft')
  await expect(phase(page)).toHaveAttribute('data-position', '3')
  await page.keyboard.press('Escape')
  await expectPhase(page, 'off')
  await expect(page.getByText('Đã tạm dừng')).toBeVisible()

  await page.reload()
  await expect(page.getByTestId('record-resume-offer')).toContainText('3/50')
  await page.getByTestId('session-resume').click()
  await expectPhase(page, 'heard')

  await page.goto(`${site.address}#/recordings`)
  const takes = page.getByTestId('take')
  await expect(takes).toHaveCount(5)
  await expect(page.locator('[data-testid=take][data-state=kept]')).toHaveCount(4)
  await expect(page.getByTestId('hand-over-waiting')).toContainText('3 bản ghi âm chưa gửi')
  const coming = page.waitForEvent('download')
  await page.getByTestId('hand-over').click()
  expect((await coming).suggestedFilename()).toMatch(/^rong-ba-na-.*\.rong-changes$/)
  await expect(page.locator('[data-testid=take][data-handed-over=true]')).not.toHaveCount(0)

  await page.locator('[data-state=fresh]').getByTestId('take-remove').click()
  await page.getByRole('alertdialog').getByRole('button').first().click()
  await expect(takes).toHaveCount(4)
})

test('one word, from its page and back to it', async ({ page, site }) => {
  test.setTimeout(60_000)
  await page.goto(`${site.address}#/browse/ba-na`)
  await settled(page, site.index)
  const href = await page.getByTestId('entry-row').first().getAttribute('href')
  const [, language, entry] = /#\/e\/([^/]+)\/(.+)$/.exec(href!)!
  await page.goto(`${site.address}#/record/${language}/${entry}`)
  await introduce(page)
  await consent(page)
  await expectPhase(page, 'heard')
  await page.getByTestId('record-keep').click()
  await expect(page.getByTestId('record-done')).toBeVisible()

  // Done again: the first stays until the second is kept, and no longer.
  await page.getByTestId('record-again').click()
  await expectPhase(page, 'heard')
  await page.getByTestId('record-keep').click()
  await expect(page.getByTestId('record-done')).toBeVisible()
  await page.getByRole('button', { name: 'Xong' }).click()
  await expect(page.getByTestId('entry-headword')).toBeVisible()
  expect(page.url()).toContain(`#/e/${language}/${entry}`)
  await page.goto(`${site.address}#/recordings`)
  await expect(page.locator(`[data-testid=take][data-entry=${entry}]`)).toHaveCount(1)

  // Whoever's consent is gone is asked for it again.
  await page.locator('[data-kind=consent]').getByTestId('take-remove').click()
  await page.getByRole('alertdialog').getByRole('button').first().click()
  await page.goto(`${site.address}#/record/${language}`)
  await page.getByTestId('speaker-known').click()
  await expect(page.getByTestId('consent-text')).toBeVisible()
})

test('the main button stays where it is from phase to phase', async ({ page, site }) => {
  test.setTimeout(60_000)
  await page.goto(`${site.address}#/record/ba-na`)
  await settled(page, site.index)
  await beginSession(page)
  const places = []
  for (const kind of ['waiting', 'recording', 'heard']) {
    await expectPhase(page, kind)
    places.push(await page.locator('.desk-buttons > .main').boundingBox())
  }
  expect(places[1]).toEqual(places[0])
  expect(places[2]).toEqual(places[0])
  expect(places[0]!.y + places[0]!.height).toBeLessThanOrEqual(640)
  expect(places[0]!.height).toBeGreaterThanOrEqual(56)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`recording is accessible in the ${colorScheme} theme`, async ({ page, site }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ colorScheme })
    await page.goto(`${site.address}#/record/ba-na`)
    await settled(page, site.index)
    await page.getByTestId('speaker-next').click()
    await expectAccessible(page, 'speaker, filled in wrongly')
    await introduce(page)
    await expectPhase(page, 'recording')
    await expectAccessible(page, 'consent')
    await consent(page)
    await expect(page.getByTestId('session-begin')).toBeEnabled({ timeout: 15_000 })
    await expectAccessible(page, 'what to record')
    await page.getByTestId('session-begin').click()
    await expectPhase(page, 'heard')
    await expectAccessible(page, 'a word that was heard')
    await page.keyboard.press('Escape')
    await expectPhase(page, 'off')
    await expectAccessible(page, 'pause')
    await page.goto(`${site.address}#/recordings`)
    await page.getByTestId('take').first().waitFor()
    await expectAccessible(page, 'recordings')
  })
}

test('who speaks: what is missing is said, and the first of it has the focus', async ({
  page,
  site,
}) => {
  await page.goto(`${site.address}#/record/ba-na`)
  await settled(page, site.index)
  await page.getByTestId('speaker-name').fill('A. B.')
  await page.getByTestId('speaker-birth-year').fill('19')
  await page.getByTestId('speaker-next').click()
  await expect(page.getByTestId('speaker-place')).toBeFocused()
  await expect(page.locator('.fault')).toHaveCount(3)
})

test('a microphone that is not allowed: what to do, and on by touch', async ({ page, site }) => {
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException('', 'NotAllowedError'))
    navigator.mediaDevices.getUserMedia = refuse
  })
  await page.goto(`${site.address}#/record/ba-na`)
  await settled(page, site.index)
  await introduce(page)
  await expectPhase(page, 'failed')
  await expect(page.getByTestId('record-fault')).toHaveAttribute('data-fault', 'microphone-denied')
  await expectAccessible(page, 'denied')
  await page.getByTestId('consent-skip').click()
  await expect(page.getByTestId('session-begin')).toBeEnabled({ timeout: 15_000 })
  await page.getByTestId('session-begin').click()
  await expectPhase(page, 'failed')
  await expect(page.getByTestId('record-retry')).toBeVisible()
})

test('two taps on the consent are one speaker; the word has the focus, the space bar its button', async ({
  page,
  site,
}) => {
  test.setTimeout(60_000)
  await page.goto(`${site.address}#/record/ba-na`)
  await settled(page, site.index)
  await introduce(page, (button) => button.dblclick())
  await consent(page)
  await expect(page.getByTestId('session-begin')).toBeEnabled({ timeout: 15_000 })
  await page.getByTestId('session-begin').click()
  await expectPhase(page, 'heard')
  await expect(phase(page)).toBeFocused()
  await page.getByTestId('record-skip').click()
  await expect(phase(page)).toHaveAttribute('data-position', '1')
  await page.getByTestId('record-back').click()
  await expectPhase(page, 'heard')
  await expect(page.getByTestId('record-keep')).toBeEnabled()
  await page.keyboard.press('Space')
  await expect(phase(page)).toHaveAttribute('data-position', '1')
  await page.goto(`${site.address}#/recordings`)
  await expect(page.getByTestId('take').first()).toBeVisible()
  await expect(page.getByTestId('speaker-remove')).toHaveCount(1)
})

test('a microphone that cannot be listened to is given back', async ({ page, site }) => {
  await page.addInitScript(() => {
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints)
      Object.assign(window, { lent: stream })
      return stream
    }
    AudioContext.prototype.createMediaStreamSource = () => {
      throw new DOMException('', 'NotSupportedError')
    }
  })
  await page.goto(`${site.address}#/record/ba-na`)
  await settled(page, site.index)
  await introduce(page)
  await expect(page.getByTestId('record-fault')).toHaveAttribute(
    'data-fault',
    'microphone-unsupported',
  )
  const states = await page.evaluate(async () => {
    const { lent } = window as Window & { lent?: MediaStream }
    const { held } = await navigator.locks.query()
    return [lent?.getTracks()[0]?.readyState, held?.length]
  })
  expect(states).toEqual(['ended', 0])
})

test('where nothing can be stored, that is said before', async ({ page, site }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('', 'SecurityError')
    }
  })
  await page.goto(`${site.address}#/record`)
  await page.getByTestId('record-language').first().waitFor()
  await expect(page.getByText('bản ghi âm sẽ mất khi đóng trang')).toBeVisible()
})

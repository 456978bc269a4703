import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { type AudioSite, test } from './audio-site'
import { expect, settled } from './site'
import { soundAfterTap, tapToSound, watchVoices } from './tap-to-sound'

test.beforeEach(async ({ page, audioSite }) => {
  await page.addInitScript(watchVoices)
  await page.goto(audioSite.address)
  await settled(page, audioSite.index)
})

const rows = (page: Page) => page.getByTestId('clip')
const playButton = (row: Locator) => row.getByTestId('clip-play')
const slowButton = (row: Locator) => row.getByTestId('clip-slow')
const repeatButton = (row: Locator) => row.getByTestId('clip-repeat')
const faults = (page: Page) => page.locator('.clip-fault.notice')

const openSeveral = async (page: Page, { address, several }: AudioSite) => {
  await page.goto(`${address}#/e/ba-na/${several}`)
  await expect(rows(page).first()).toBeVisible()
}

/** Opened so that its recordings are on the device and the first is prepared. */
const openWithClips = async (page: Page, site: AudioSite) => {
  await openSeveral(page, site)
  await playButton(rows(page).first()).click()
  await expect(playButton(rows(page).first())).toHaveAttribute('data-state', 'playing')
  await page.reload()
  await expect(rows(page).first()).toBeVisible()
  await page.waitForTimeout(300)
}

const openMore = (page: Page) => page.getByTestId('more-clips').locator('summary').click()

const expectSilence = (page: Page) =>
  expect(page.locator('.play-button[aria-pressed=true]')).toHaveCount(0)

const blockRequests = ({ requests }: AudioSite) =>
  requests.filter((path) => path.includes('/packs/c/'))

test('a recording is fetched once, and heard within a second of the tap', async ({
  page,
  audioSite,
}) => {
  await openSeveral(page, audioSite)
  const play = playButton(rows(page).first())
  await expect(play).toHaveAccessibleName(/^Nghe “.+”, giọng A\. B\., làng A$/)
  await play.click()
  await expect(play).toHaveAttribute('data-state', 'playing')
  await expect(play).toHaveAttribute('aria-pressed', 'true')
  await expectSilence(page)
  const fetched = blockRequests(audioSite)
  // Recordings of one entry may lie in two blocks.
  expect(fetched.length).toBeGreaterThan(0)
  expect(fetched.length).toBeLessThanOrEqual(2)

  await page.reload()
  await expect(play).toBeVisible()
  await page.waitForTimeout(300)
  await play.click()
  await expect(play).toHaveAttribute('data-state', 'playing')
  const latency = await soundAfterTap(page)
  const duration = await page.evaluate(() => window.voices[0]!.duration)
  expect(latency).toBeLessThan(1000)
  expect(duration).toBeGreaterThan(0.9)
  expect(duration).toBeLessThan(1.2)
  await expectSilence(page)
  await play.click()
  await expect(play).toHaveAttribute('data-state', 'playing')
  await expectSilence(page)
  expect(blockRequests(audioSite)).toEqual(fetched)
})

test('a tap is answered at once', async ({ page, audioSite }) => {
  test.setTimeout(120_000)
  const addresses = audioSite.clips
    .slice(3, 7)
    .map(({ entry }) => `${audioSite.address}#/e/ba-na/${entry}`)
  // Fetches them.
  await tapToSound(page, addresses)
  const session = await page.context().newCDPSession(page)
  for (const rate of [1, 4]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate })
    const times = (await tapToSound(page, addresses)).sort((a, b) => a - b)
    const [median, worst] = [times[times.length >> 1]!, times[times.length - 1]!]
    console.log(`CPU ${rate}×: tap to sound ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`)
    expect(median).toBeLessThan(1000)
  }
})

test('slow is two thirds of the speed at the same pitch', async ({ page, audioSite }) => {
  await openWithClips(page, audioSite)
  const first = rows(page).first()
  const [tone] = audioSite.clips.map((clip) => clip.tone)
  await playButton(first).click()
  expect(Math.abs((await heardPitch(page)) - tone!)).toBeLessThan(8)
  await expectSilence(page)

  await slowButton(first).click()
  expect(await page.evaluate(() => window.voices[0]!.playbackRate)).toBeCloseTo(2 / 3)
  expect(Math.abs((await heardPitch(page)) - tone!)).toBeLessThan(8)
  await expectSilence(page)

  // Without it the pitch would fall by as much: what is measured is what is heard.
  await slowButton(first).click()
  await page.evaluate(() => {
    window.voices[0]!.preservesPitch = false
  })
  expect(Math.abs((await heardPitch(page)) - (tone! * 2) / 3)).toBeLessThan(8)
})

test('a word is heard three times when asked, and stops when asked', async ({
  page,
  audioSite,
}) => {
  await openWithClips(page, audioSite)
  const repeat = repeatButton(rows(page).first())
  await repeat.click()
  await expect(repeat).toHaveAttribute('data-state', 'playing')
  await expect.poll(() => page.evaluate(() => window.played), { timeout: 6000 }).toBe(3)
  await expectSilence(page)

  await repeat.click()
  await expect.poll(() => page.evaluate(() => window.played)).toBe(4)
  await repeat.click()
  await expectSilence(page)
  await page.waitForTimeout(1500)
  expect(await page.evaluate(() => window.played)).toBe(4)
})

test('two are never heard at once', async ({ context, page, audioSite }) => {
  await openWithClips(page, audioSite)
  await openMore(page)
  await repeatButton(rows(page).first()).click()
  const other = playButton(rows(page).nth(1))
  await other.click()
  await expect(other).toHaveAttribute('data-state', 'playing')
  await expect(page.locator('.play-button[aria-pressed=true]')).toHaveCount(1)
  expect(await page.evaluate(() => window.voices.length)).toBe(1)
  await expectSilence(page)

  await repeatButton(rows(page).first()).click()
  const tab = await context.newPage()
  await openSeveral(tab, audioSite)
  await playButton(rows(tab).first()).click()
  await expect(playButton(rows(tab).first())).toHaveAttribute('data-state', 'playing')
  await expectSilence(page)
})

test('what the device takes away is not shown as playing', async ({ page, audioSite }) => {
  await openWithClips(page, audioSite)
  await repeatButton(rows(page).first()).click()
  await expect.poll(() => page.evaluate(() => window.played)).toBe(1)
  await page.evaluate(() => window.voices[0]!.pause())
  await expectSilence(page)
  await repeatButton(rows(page).first()).click()
  await expect.poll(() => page.evaluate(() => window.played)).toBe(2)
  await page.goto(`${audioSite.address}#/settings`)
  await expect.poll(() => page.evaluate(() => window.voices[0]!.paused)).toBe(true)
})

test('keys play, play slowly and stop, but not while somebody types', async ({
  page,
  audioSite,
}) => {
  await openWithClips(page, audioSite)
  const first = rows(page).first()
  await expect(playButton(first)).toHaveAttribute('aria-keyshortcuts', 'P')
  const played = () => page.evaluate(() => window.played)
  await page.keyboard.press('p')
  await expect(playButton(first)).toHaveAttribute('data-state', 'playing')
  await expect.poll(played).toBe(1)
  await page.keyboard.press('Shift+P')
  await expect(slowButton(first)).toHaveAttribute('data-state', 'playing')
  await expect.poll(played).toBe(2)
  await page.keyboard.press('Escape')
  await expectSilence(page)
  await page.evaluate(() => {
    const field = document.createElement('input')
    document.body.append(field)
    field.focus()
  })
  await page.keyboard.press('p')
  await page.waitForTimeout(300)
  expect(await played()).toBe(2)
})

test('the reader’s variety comes first', async ({ page, audioSite }) => {
  await page.goto(`${audioSite.address}#/settings`)
  await page.locator('select').first().selectOption('pleiku')
  await openSeveral(page, audioSite)
  await expect(rows(page).first()).toContainText('làng B · Pleiku')
})

test('without the network: what is here is heard, what is not says what to do', async ({
  context,
  page,
  audioSite,
}) => {
  await openWithClips(page, audioSite)
  await context.setOffline(true)
  await page.reload()
  const play = playButton(rows(page).first())
  await play.click()
  await expect(play).toHaveAttribute('data-state', 'playing')
  await expectSilence(page)
  await expect(faults(page)).toHaveCount(0)

  await context.setOffline(false)
  await page.evaluate(FORGET_CLIPS)
  // A block is named by its content: the browser may give it from its own cache for ever.
  const browser = await context.newCDPSession(page)
  await browser.send('Network.clearBrowserCache')
  await browser.detach()
  await context.setOffline(true)
  await page.reload()
  await expect(faults(page).first()).toContainText('chưa có trên máy')
  await play.click()
  await expect(faults(page).first()).toContainText('tải gói âm thanh trong Thư viện')
  await expectSilence(page)
  await faults(page).first().getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'Thư viện' })).toBeVisible()
})

test('what the browser cannot decode is told', async ({ page, audioSite }) => {
  await page.addInitScript(() => {
    const original = URL.createObjectURL
    URL.createObjectURL = () => original(new Blob(['no sound at all'], { type: 'audio/mpeg' }))
  })
  await page.reload()
  await openSeveral(page, audioSite)
  await playButton(rows(page).first()).click()
  await expect(faults(page).first()).toContainText('không phát được bản ghi âm này')
  await expectSilence(page)
  await expectAccessible(page)
})

test('a browser that wants another tap gets it', async ({ page, audioSite }) => {
  await openWithClips(page, audioSite)
  await page.evaluate(() => {
    const original = HTMLMediaElement.prototype.play
    HTMLMediaElement.prototype.play = () => {
      HTMLMediaElement.prototype.play = original
      return Promise.reject(new DOMException('a tap first', 'NotAllowedError'))
    }
  })
  const play = playButton(rows(page).first())
  await play.click()
  await expect(faults(page).first()).toContainText('chạm nút nghe lần nữa')
  await play.click()
  await expect(play).toHaveAttribute('data-state', 'playing')
  await expect(faults(page)).toHaveCount(0)
})

test('a sound that never begins is not shown as playing for ever', async ({ page, audioSite }) => {
  await openWithClips(page, audioSite)
  await page.evaluate(() => {
    HTMLMediaElement.prototype.play = () => new Promise(() => {})
  })
  await playButton(rows(page).first()).click()
  await expect(faults(page).first()).toContainText('chạm nút nghe lần nữa', { timeout: 8000 })
  await expectSilence(page)
})

test('an entry that nobody has recorded offers to record it', async ({ page, audioSite }) => {
  await page.goto(`${audioSite.address}#/e/gia-rai/gr-00040`)
  await expect(page.getByTestId('no-clips')).toContainText('Chưa có bản ghi âm')
  await page.getByTestId('record-entry').click()
  await expect(page).toHaveURL(/#\/record\/gia-rai\/gr-00040$/)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`an entry with recordings is accessible in the ${colorScheme} theme`, async ({
    page,
    audioSite,
  }) => {
    await page.emulateMedia({ colorScheme })
    await openWithClips(page, audioSite)
    await openMore(page)
    await expectAccessible(page)
    await repeatButton(rows(page).first()).click()
    await expectAccessible(page)
    const { width, height } = (await playButton(rows(page).first()).boundingBox())!
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(56)
  })

const expectAccessible = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

/** The strongest frequency of what comes out of the element, Hz; it sounds over and over meanwhile. */
const heardPitch = (page: Page) =>
  page.evaluate(async () => {
    const LOUD = -50
    const [voice] = window.voices
    const listen = async () => {
      // Not among the declarations: Chromium has it.
      const stream: unknown = Reflect.apply(Reflect.get(voice!, 'captureStream'), voice, [])
      if (!(stream instanceof MediaStream)) throw new Error('Nothing to listen to')
      const audio = new AudioContext()
      const analyser = audio.createAnalyser()
      analyser.fftSize = 16_384
      audio.createMediaStreamSource(stream).connect(analyser)
      await new Promise((done) => setTimeout(done, 800))
      const levels = new Float32Array(analyser.frequencyBinCount)
      analyser.getFloatFrequencyData(levels)
      await audio.close()
      const level = Math.max(...levels)
      return level < LOUD ? 0 : (levels.indexOf(level) * audio.sampleRate) / analyser.fftSize
    }
    voice!.loop = true
    let pitch = 0
    // A stream taken while the element is not ready yet stays empty.
    for (let attempt = 0; attempt < 8 && pitch === 0; attempt++) pitch = await listen()
    voice!.loop = false
    return pitch
  })

/** Runs in the page: the recordings on the device are gone. */
async function FORGET_CLIPS(): Promise<void> {
  const database = await new Promise<IDBDatabase>((done) => {
    const opening = indexedDB.open(`rong:${location.pathname}`)
    opening.onsuccess = () => done(opening.result)
  })
  const transaction = database.transaction(['clipBlocks', 'clipBytes'], 'readwrite')
  transaction.objectStore('clipBlocks').clear()
  transaction.objectStore('clipBytes').clear()
  await new Promise((done) => {
    transaction.oncomplete = done
  })
  database.close()
}

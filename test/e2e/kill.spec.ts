import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/chromium'
import { killBrowser } from './kill-browser'
import {
  beginSession,
  consent,
  introduce,
  microphoneFlags,
  openRecording,
  phase,
  type RecordingsOnDevice,
  recordingsOnDevice,
} from './microphone'
import { expect, test } from './site'

/** Times the browser is killed; 50 for a measurement: RONG_KILLS=50. */
const KILLS = Number(process.env.RONG_KILLS ?? 3)

/** Milliseconds after the session goes on in which it is killed. */
const EARLIEST = 50
const LATEST = 4000

/** What the page told before it died. */
interface Reports {
  /** SHA-256 of the samples by take, of takes shown as heard. */
  readonly hashes: Map<string, string>
  /** Places of the session whose take was shown as heard. */
  readonly heard: Set<number>
  /** The furthest place that was shown. */
  position: number
  phase: string
}

type Report =
  | { readonly kind: 'phase'; readonly phase: string; readonly position: number }
  | { readonly kind: 'hash'; readonly id: string; readonly hash: string }

const RECORDS = microphoneFlags({ silence: 1.4, voice: 0.5 })

// A take that is lost once is lost.
test.describe.configure({ retries: 0 })

test(`a browser killed ${KILLS} times in a recording session loses no take that it had shown`, async ({
  playwright,
  site,
}) => {
  test.setTimeout(60_000 + KILLS * 25_000)
  const profile = mkdtempSync(join(tmpdir(), 'rong-killed-'))
  const reports: Reports = { hashes: new Map(), heard: new Set(), position: 0, phase: 'off' }
  const killedIn = new Map<string, number>()
  const brokenOff = new Set<string>()
  const random = createRandom(5)
  const launch = async () => {
    const context = await playwright.chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath(),
      args: [...CHROMIUM_FLAGS, ...RECORDS],
      viewport: { width: 360, height: 640 },
      locale: 'vi-VN',
    })
    const page = context.pages()[0] ?? (await context.newPage())
    await page.exposeFunction('report', (report: Report) => take(reports, report))
    await page.addInitScript(reportPhases)
    return { context, page }
  }

  let { context, page } = await launch()
  await openRecording(page, site)
  await introduce(page)
  await consent(page)
  await beginSession(page)
  for (let kill = 0; kill < KILLS; kill++) {
    await page.evaluate(keepWhatIsHeard, random())
    await page.waitForTimeout(EARLIEST + random() * (LATEST - EARLIEST))
    await killBrowser(context)
    killedIn.set(reports.phase, (killedIn.get(reports.phase) ?? 0) + 1)

    ;({ context, page } = await launch())
    await page.goto(`${site.address}#/record/ba-na`)
    await page.getByTestId('session-resume').waitFor()
    const found = await recordingsOnDevice(page)
    expectNothingLost(found, reports)
    for (const { id, hash } of found.takes) if (hash === undefined) brokenOff.add(id)
    await page.getByTestId('session-resume').click()
    await expect(phase(page)).toHaveAttribute('data-position', String(found.session?.position))
  }
  const { takes } = await recordingsOnDevice(page)
  console.log(
    `  ${KILLS} kills, in phase ${[...killedIn].map(([name, count]) => `${name} ${count}`).join(', ')};` +
      ` ${reports.hashes.size} takes were shown and checked by their samples, none lost;` +
      ` ${takes.length} on the device, ${brokenOff.size} of them broken off in the middle of a word and offered again`,
  )
  await context.close()
  rmSync(profile, { recursive: true, force: true })
})

const take = (reports: Reports, report: Report): void => {
  if (report.kind === 'hash') reports.hashes.set(report.id, report.hash)
  else {
    reports.phase = report.phase
    reports.position = Math.max(reports.position, report.position)
    if (report.phase === 'heard') reports.heard.add(report.position)
  }
}

const expectNothingLost = ({ takes, session }: RecordingsOnDevice, reports: Reports): void => {
  const words = takes.filter(({ kind }) => kind === 'headword')
  const of = (position: number) => words.filter(({ entry }) => entry === session?.entries[position])
  for (const [id, hash] of reports.hashes)
    expect(takes.find((one) => one.id === id)?.hash, `samples of ${id}`).toBe(hash)
  for (const position of reports.heard)
    expect(of(position).length, `takes at place ${position}`).toBeGreaterThan(0)
  const now = session?.position ?? -1
  expect(now).toBeGreaterThanOrEqual(reports.position)
  // A take is kept and the session moved on in one step.
  for (let position = 0; position < now; position++)
    expect(of(position).map(({ state, hash }) => [state, hash !== undefined])).toEqual([
      ['kept', true],
    ])
  expect(words.filter(({ state }) => state === 'kept')).toHaveLength(now)
  expect(words.length - now).toBeLessThanOrEqual(1)
}

/** Runs in the page: tells what the recorder shows as soon as it shows it. */
const reportPhases = () => {
  const { report } = window as unknown as { report: (report: Report) => Promise<void> }
  let last = ''
  const hashNewest = async () => {
    const opening = indexedDB.open(`rong:${location.pathname}`)
    opening.onsuccess = () => {
      const database = opening.result
      const transaction = database.transaction('takeSamples')
      const newest = transaction.objectStore('takeSamples').openCursor(null, 'prev')
      newest.onsuccess = async () => {
        const found = newest.result
        database.close()
        if (found === null) return
        const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', found.value))
        const hash = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
        await report({ kind: 'hash', id: String(found.key), hash })
      }
    }
  }
  const look = () => {
    const shown = document.querySelector('[data-testid=record-phase][data-position]')
    if (shown === null) return
    const { phase = '', position = '' } = (shown as HTMLElement).dataset
    if (`${phase} ${position}` === last) return
    last = `${phase} ${position}`
    void report({ kind: 'phase', phase, position: Number(position) })
    if (phase === 'heard') void hashNewest()
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true })
}

/** Runs in the page: presses the button, now sooner and now later. */
const keepWhatIsHeard = (share: number) => {
  const press = () => {
    const button = document.querySelector<HTMLElement>('[data-testid=record-keep]')
    if (button?.getAttribute('aria-disabled') !== 'true') button?.click()
  }
  setInterval(press, 50 + share * 800)
}

/** 0 … 1, the same at every run. */
const createRandom = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

import type { Browser } from '@playwright/test'
import { DIST } from '../built-app'
import { launchChromium, newVisitor } from '../chromium'
import type { Shape } from '../line'
import { serveFolder } from '../static-server'
import { ASK_AT_ONCE, firstAnswer } from './first-answer'
import { type Figure, type Measurement, median } from './measurement'

/** The language whose starter the page preloads, and a gloss it has in every release. */
const NAMED = { language: 'ba-na', query: 'chim' }

const NETWORKS: readonly { name: string; shape: Shape; atMost: number }[] = [
  { name: 'Slow 3G', shape: { rttMs: 2000, bytesPerSecond: 50_000 }, atMost: 9 },
  { name: 'Fast 3G', shape: { rttMs: 562, bytesPerSecond: 180_000 }, atMost: 3 },
]

export const firstVisit: Measurement = {
  title: `First visit to first answer, of ${NAMED.language}, CPU 1×, the server shaping the network`,
  async measure({ runs, atEnd }) {
    const browser = await launchChromium()
    atEnd(() => browser.close())
    const figures: Figure[] = []
    for (const { name, shape, atMost } of NETWORKS) {
      const server = await serveFolder(DIST, { shape })
      atEnd(() => server.close())
      const asked: number[] = []
      const answered: number[] = []
      for (let run = 0; run < runs; run++) {
        const times = await visit(browser, server.address)
        asked.push(times.asked)
        answered.push(times.answered)
      }
      figures.push(
        { name: `${name}: the field is there`, value: median(asked) / 1000, unit: 's' },
        { name: `${name}: first answer`, value: median(answered) / 1000, unit: 's', atMost },
      )
    }
    return figures
  },
}

async function visit(browser: Browser, address: string) {
  const visitor = await newVisitor(browser)
  const page = await visitor.newPage()
  await page.addInitScript(ASK_AT_ONCE, NAMED)
  await page.goto(address, { waitUntil: 'commit' })
  const times = await firstAnswer(page)
  await visitor.close()
  return times
}

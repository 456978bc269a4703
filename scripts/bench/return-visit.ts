import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import type { PackIndex } from '../../src/pack/sections'
import { DIST, untilSettled } from '../built-app'
import { launchWithProfile } from '../chromium'
import { serveFolder } from '../static-server'
import { ASK_AT_ONCE, firstAnswer } from './first-answer'
import { type Figure, type Measurement, median } from './measurement'

const NAMED = { language: 'ba-na', query: 'chim' }

const SPEEDS = [
  { rate: 1, atMost: 300 },
  { rate: 6, atMost: 1300 },
]

export const returnVisit: Measurement = {
  title: 'Return visit with the server gone, to the first answer',
  async measure({ index, runs, atEnd }) {
    const profile = mkdtempSync(join(tmpdir(), 'rong-bench-'))
    atEnd(async () => rmSync(profile, { recursive: true, force: true }))
    const address = await visitOnce(profile, index)
    const figures: Figure[] = []

    const browser = await launchWithProfile(profile)
    atEnd(() => browser.close())
    const opened = await answerTime(browser, address, 1)
    for (const { rate, atMost } of SPEEDS) {
      const times: number[] = []
      for (let run = 0; run < runs; run++) times.push(await answerTime(browser, address, rate))
      figures.push({ name: `CPU ${rate}×`, value: median(times), unit: 'ms', atMost })
    }
    return [...figures, { name: 'CPU 1×, the browser just started', value: opened, unit: 'ms' }]
  },
}

/** Leaves everything on the device, and the server gone. */
async function visitOnce(profile: string, index: PackIndex): Promise<string> {
  const server = await serveFolder(DIST)
  const browser = await launchWithProfile(profile)
  const page = await browser.newPage()
  try {
    await page.goto(server.address)
    await untilSettled(page, index)
  } finally {
    await browser.close()
    await server.close()
  }
  return server.address
}

/** `rate`: how many times slower the page's own thread runs; that of the service worker does not. */
async function answerTime(browser: BrowserContext, address: string, rate: number): Promise<number> {
  const page = await browser.newPage()
  const session = await browser.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  await page.addInitScript(ASK_AT_ONCE, NAMED)
  await page.goto(address, { waitUntil: 'commit' })
  const { answered } = await firstAnswer(page)
  await page.close()
  return answered
}

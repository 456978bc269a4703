import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from '@playwright/test'
import type { PackIndex } from '../src/pack/sections'
import { DIST, readBuiltIndex, untilSettled } from './built-app'
import { launchChromium } from './chromium'
import { listFiles } from './files'
import { shrinkPng } from './shrink-png'
import { serveFolder } from './static-server'

const USAGE = `npm run screenshots -- [options]    pictures of the built app for the README

  --out DIR   folder of the pictures, its PNG files replaced (docs/screenshots)
  --help`

/** The word of the day depends on it, and a picture should change only when the app does. */
const DAY = new Date('2026-11-22T08:00:00+07:00')

const PHONE = { width: 360, height: 640 }
const DESK = { width: 1280, height: 800 }

interface Picture {
  readonly name: string
  /** What stands after the address. */
  readonly route: string
  readonly query?: string
  readonly dark?: boolean
  readonly size?: { readonly width: number; readonly height: number }
  /** Opens the first hit of the query. */
  readonly opens?: boolean
  /** What is done on the page before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>
}

/** A microphone that hears a beep now and then, and that every page may use. */
const BEEPING_MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

const PICTURES: readonly Picture[] = [
  { name: 'home', route: '#/' },
  { name: 'results', route: '#/', query: 'chim' },
  { name: 'entry', route: '#/', query: 'sem', opens: true },
  // Concepticon 948: water.
  { name: 'compare', route: '#/concept/948' },
  { name: 'browse', route: '#/browse/ba-na' },
  { name: 'library', route: '#/library' },
  { name: 'entry-dark', route: '#/', query: 'tơngan', opens: true, dark: true },
  { name: 'record', route: '#/record/ba-na/bn-00056', act: comeToTheDesk },
  { name: 'results-desk', route: '#/', query: 'nước', size: DESK },
]

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'docs/screenshots' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) console.log(USAGE)
else await takePictures(values.out)

async function takePictures(folder: string): Promise<void> {
  const index = readBuiltIndex()
  const server = await serveFolder(DIST)
  const browser = await launchChromium(BEEPING_MICROPHONE)
  try {
    mkdirSync(folder, { recursive: true })
    for (const name of listFiles(folder)) if (name.endsWith('.png')) rmSync(join(folder, name))
    for (const picture of PICTURES) {
      const file = join(folder, `${picture.name}.png`)
      writeFileSync(file, shrinkPng(await take(picture, browser, server.address, index)))
      console.log(`${file}: ${statSync(file).size} bytes`)
    }
  } finally {
    await browser.close()
    await server.close()
  }
}

async function take(
  { route, query, dark = false, size = PHONE, opens = false, act }: Picture,
  browser: Browser,
  address: string,
  index: PackIndex,
): Promise<Buffer> {
  const visitor = await browser.newContext({
    viewport: size,
    hasTouch: size === PHONE,
    isMobile: size === PHONE,
    deviceScaleFactor: size === PHONE ? 2 : 1,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  const page = await visitor.newPage()
  await page.clock.setFixedTime(DAY)
  await page.goto(address)
  await untilSettled(page, index)
  await page.goto(address + route)
  // A page that is still being opened has no title yet.
  if (route !== '#/') await page.locator('h1').first().waitFor()
  if (query !== undefined) await ask(page, query, opens)
  await act?.(page)
  // What the finger tapped would stay lit.
  await page.mouse.move(0, 0)
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  const bytes = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  await visitor.close()
  return bytes
}

async function ask(page: Page, query: string, opens: boolean): Promise<void> {
  const field = page.getByTestId('search-input')
  await field.fill(query)
  const first = page.getByTestId('hit').first()
  await first.waitFor()
  if (opens) {
    await first.click()
    await page.getByTestId('entry-headword').waitFor()
  } else await field.blur()
}

/** Somebody introduces themselves and agrees; then a word waits to be spoken. */
async function comeToTheDesk(page: Page): Promise<void> {
  await page.getByTestId('speaker-name').fill('A. B.')
  await page.getByTestId('speaker-place').fill('làng A')
  await page.getByTestId('speaker-variety').selectOption({ index: 1 })
  await page.getByTestId('speaker-next').click()
  await page.getByTestId('consent-agree').check()
  await page.getByTestId('consent-record').click()
  await page.getByTestId('record-start').click()
  await page.getByTestId('record-stop').click()
  await page.locator('[data-testid=record-keep]:not([aria-disabled=true])').click()
  await page.getByTestId('record-headword').waitFor()
  await page.locator('[data-testid=record-phase][data-phase=waiting]').waitFor()
}

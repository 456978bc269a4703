import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** What a browser for measuring and showing must not do by itself. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const PHONE = { viewport: { width: 360, height: 640 }, locale: 'vi-VN' }

/** Path of the browser's program. Throws with the way to get one. */
export function chromiumPath(): string {
  const found = [process.env.CHROMIUM_PATH, ...BROWSERS].find((path) => path && existsSync(path))
  if (found !== undefined) return found
  throw new Error(
    'No Chromium was found. Debian and Ubuntu: sudo apt-get install -y --no-install-recommends chromium  (or set CHROMIUM_PATH)',
  )
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS })
}

/** A browser that keeps what it is told in `profile`, as a phone does. */
export function launchWithProfile(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: CHROMIUM_FLAGS,
    ...PHONE,
  })
}

/** A page of a visitor who was never here. */
export function newVisitor(browser: Browser): Promise<BrowserContext> {
  return browser.newContext(PHONE)
}

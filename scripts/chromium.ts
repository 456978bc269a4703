import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import browsers from './browsers.json' with { type: 'json' }

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

/** Path of the browser's program, where there is one. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...browsers.programs].find((path) => path && existsSync(path))
}

/** The same. Throws with the way to get one. */
export function chromiumPath(): string {
  const found = findChromium()
  if (found !== undefined) return found
  throw new Error(
    'No Chromium was found. Debian and Ubuntu: sudo apt-get install -y --no-install-recommends chromium  (or set CHROMIUM_PATH)',
  )
}

/** @param flags beyond those of every browser here */
export function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS, ...flags] })
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

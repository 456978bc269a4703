import { existsSync } from 'node:fs'
import type { Engine } from './engine'

const PACKAGE = 'puppeteer-core'
const VERSION = '24.43.1'

const BROWSERS = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]

/** What is used of the package, which is not among the project's own. */
interface Puppeteer {
  launch(options: { browser: 'firefox'; executablePath: string; headless: boolean }): Promise<{
    newPage(): Promise<Page>
    close(): Promise<void>
  }>
}
interface Page {
  goto(address: string): Promise<unknown>
  reload(): Promise<unknown>
  evaluate(expression: string): Promise<unknown>
}

export const firefox: Engine = {
  name: 'Firefox',
  remedy: `sudo apt-get install -y --no-install-recommends firefox-esr && npm i --no-save ${PACKAGE}@${VERSION}`,
  async open() {
    const executablePath = [process.env.FIREFOX_PATH, ...BROWSERS].find(
      (path) => path && existsSync(path),
    )
    const puppeteer = await loadPuppeteer()
    if (executablePath === undefined || puppeteer === undefined) return undefined
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true })
    const page = await browser.newPage()
    return {
      goto: async (address) => void (await page.goto(address)),
      reload: async () => void (await page.reload()),
      evaluate: (expression) => page.evaluate(expression),
      close: () => browser.close(),
    }
  },
}

async function loadPuppeteer(): Promise<Puppeteer | undefined> {
  // By a name that neither the compiler nor a bundler follows.
  const name: string = PACKAGE
  try {
    return await import(name)
  } catch (fault) {
    const isAbsent =
      fault instanceof Error && 'code' in fault && fault.code === 'ERR_MODULE_NOT_FOUND'
    if (isAbsent) return undefined
    throw fault
  }
}

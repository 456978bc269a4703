import { DIST } from '../built-app'
import { CHROMIUM_FLAGS, chromiumPath } from '../chromium'
import { serveFolder } from '../static-server'
import type { Measurement } from './measurement'

/** Heavy, and needed by nobody else: not among the project's packages. */
const PACKAGES = { lighthouse: '12.8.2', 'chrome-launcher': '1.2.1' }

const CATEGORIES = ['performance', 'accessibility', 'best-practices']

/** What is used of the two packages. */
interface Launcher {
  launch(options: { chromePath: string; chromeFlags: readonly string[] }): Promise<{
    readonly port: number
    kill(): void
  }>
}
interface Lighthouse {
  default(
    address: string,
    options: { port: number; onlyCategories: readonly string[]; logLevel: 'error' },
  ): Promise<
    | { lhr: { categories: Readonly<Record<string, { title: string; score: number | null }>> } }
    | undefined
  >
}

export const lighthouse: Measurement = {
  title: 'Lighthouse, a slow phone on a slow network',
  async missing() {
    try {
      for (const name of Object.keys(PACKAGES)) await import(name)
      return undefined
    } catch (fault) {
      const isAbsent =
        fault instanceof Error && 'code' in fault && fault.code === 'ERR_MODULE_NOT_FOUND'
      if (!isAbsent) throw fault
      const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`)
      return `npm i --no-save ${wanted.join(' ')}`
    }
  },
  async measure({ atEnd }) {
    const launcher: Launcher = await load('chrome-launcher')
    const { default: run }: Lighthouse = await load('lighthouse')
    const server = await serveFolder(DIST)
    atEnd(() => server.close())
    const browser = await launcher.launch({
      chromePath: chromiumPath(),
      chromeFlags: ['--headless=new', ...CHROMIUM_FLAGS],
    })
    atEnd(async () => browser.kill())
    const result = await run(server.address, {
      port: browser.port,
      onlyCategories: CATEGORIES,
      logLevel: 'error',
    })
    if (result === undefined) throw new Error('Lighthouse gave no result')
    return Object.values(result.lhr.categories).map(({ title, score }) => ({
      name: title,
      value: Math.round((score ?? 0) * 100),
      unit: 'of 100',
      atLeast: 98,
    }))
  },
}

/** By a name that no bundler follows. */
const load = (name: keyof typeof PACKAGES) => import(name)

import type { BrowserContext } from '@playwright/test'

/** At once, as when the battery is taken out: the browser has no time to tidy up. */
export const killBrowser = async (context: BrowserContext): Promise<void> => {
  const browser = context.browser()
  if (browser === null) throw new Error('The browser of the profile is not known')
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const pid = processInfo.find(({ type }) => type === 'browser')?.id
  if (pid === undefined) throw new Error('The process of the browser is not known')
  const closed = new Promise((done) => context.once('close', done))
  process.kill(pid, 'SIGKILL')
  await closed
}

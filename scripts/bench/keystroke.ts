import type { Page } from '@playwright/test'
import { DIST, untilSettled } from '../built-app'
import { launchChromium, newVisitor } from '../chromium'
import { serveFolder } from '../static-server'
import { type Figure, type Measurement, quantile } from './measurement'

/** Typed letter by letter into a search over all languages: common glosses, spellings, and a mistake. */
const QUERIES = ['chim', 'nước', 'con chó', 'water', 'tơngan', 'mặt trời', 'đak', 'hrĕng', 'nguoi']

const SPEEDS = [
  { rate: 1, handling: 8, painting: 32 },
  { rate: 6, handling: undefined, painting: 100 },
]

export const keystroke: Measurement = {
  title: `Each keystroke of ${QUERIES.length} queries over all languages, 95 of 100 are below`,
  async measure({ index, runs, atEnd }) {
    const server = await serveFolder(DIST)
    atEnd(() => server.close())
    const browser = await launchChromium()
    atEnd(() => browser.close())
    const visitor = await newVisitor(browser)
    const page = await visitor.newPage()
    await page.addInitScript(WATCH_KEYSTROKES)
    await page.goto(server.address)
    await untilSettled(page, index)
    const session = await visitor.newCDPSession(page)
    const figures: Figure[] = []
    for (const { rate, handling, painting } of SPEEDS) {
      await session.send('Emulation.setCPUThrottlingRate', { rate })
      const times = await type(page, runs)
      figures.push(
        {
          name: `CPU ${rate}×: handler and render`,
          value: quantile(
            times.map(({ handled }) => handled),
            0.95,
          ),
          unit: 'ms',
          ...(handling === undefined ? {} : { atMost: handling }),
        },
        {
          name: `CPU ${rate}×: event to next paint`,
          value: quantile(
            times.map(({ painted }) => painted),
            0.95,
          ),
          unit: 'ms',
          atMost: painting,
        },
      )
    }
    return figures
  },
}

/** Milliseconds. */
interface Keystroke {
  /** From the first listener to the last change of the page. */
  readonly handled: number
  /** From the event, as the browser stamped it, to after the frame that shows it. */
  readonly painted: number
}

async function type(page: Page, runs: number): Promise<readonly Keystroke[]> {
  const field = page.getByTestId('search-input')
  await page.evaluate(() => Object.assign(window, { keystrokes: [] }))
  for (const query of Array.from({ length: runs }, () => QUERIES).flat()) {
    await field.fill('')
    // The empty field shows another screen: that one is not of the keystrokes.
    await page.waitForTimeout(200)
    await page.evaluate(() => Object.assign(window, { isTyping: true }))
    await field.pressSequentially(query, { delay: 150 })
    await page.waitForTimeout(200)
    await page.evaluate(() => Object.assign(window, { isTyping: false }))
  }
  return page.evaluate(() => Object.getOwnPropertyDescriptor(window, 'keystrokes')?.value)
}

/** Runs in the page: writes a Keystroke for each input event to `window.keystrokes`. */
function WATCH_KEYSTROKES(): void {
  const typed: Keystroke[] = []
  const state = Object.assign(window, { isTyping: false, keystrokes: typed })
  let changed = 0
  new MutationObserver(() => {
    changed = performance.now()
  }).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    characterData: true,
  })
  window.addEventListener(
    'input',
    (event) => {
      if (!state.isTyping) return
      const start = performance.now()
      changed = start
      requestAnimationFrame(() => {
        const handled = changed - start
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () =>
          state.keystrokes.push({ handled, painted: performance.now() - event.timeStamp })
        port2.postMessage(undefined)
      })
    },
    true,
  )
}

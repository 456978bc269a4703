import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** Every element that has played. */
    voices: HTMLMediaElement[]
    /** Times something has begun to sound. */
    played: number
    /** From the last tap, as the browser stamped it, to the moment that the sound's clock ran; ms. */
    latency: number | undefined
  }
}

/** To be given to `addInitScript` before the app starts: it fills the window's fields above. */
export function watchVoices(): void {
  const { play } = HTMLMediaElement.prototype
  const voices: HTMLMediaElement[] = []
  Object.assign(window, { voices, played: 0, latency: undefined })
  let tapped = 0
  addEventListener(
    'click',
    ({ timeStamp }) => {
      tapped = timeStamp
      window.latency = undefined
    },
    true,
  )
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    // The silence that opens the way for a recording still to be fetched is not a sound.
    const isSound = () => this.duration > 0.2
    if (!voices.includes(this)) {
      voices.push(this)
      this.addEventListener('playing', () => {
        if (isSound()) window.played++
      })
    }
    const look = () => {
      if (this.currentTime > 0 && isSound()) window.latency ??= performance.now() - tapped
      else if (!this.ended) setTimeout(look, 1)
    }
    const started = play.call(this)
    look()
    return started
  }
}

/** Milliseconds from the last tap to its sound. */
export async function soundAfterTap(page: Page): Promise<number> {
  const latency = await page.waitForFunction(() => window.latency)
  return (await latency.jsonValue()) ?? Number.NaN
}

/**
 * Milliseconds from tap to sound, once for each address: pages of entries whose first recording is on
 * the device, each opened anew so that nothing of it is in memory but what the page prepared.
 */
export async function tapToSound(page: Page, addresses: readonly string[]): Promise<number[]> {
  const times: number[] = []
  for (const address of addresses) {
    await page.goto(address)
    await page.reload()
    const button = page.getByTestId('clip-play').first()
    await button.waitFor()
    // As long as a reader at least needs to see the button.
    await page.waitForTimeout(300)
    await button.click()
    times.push(await soundAfterTap(page))
    await page.locator('.play-button[aria-pressed=true]').waitFor({ state: 'detached' })
  }
  return times
}

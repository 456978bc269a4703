import type { Page } from '@playwright/test'

/**
 * Asks before anybody could: types the query as soon as there is a field for it. Give it to
 * `page.addInitScript`. `language`: only a hit of that dictionary counts.
 */
export const ASK_AT_ONCE = ({ query, language }: { query: string; language: string }): void => {
  const times: { asked?: number; answered?: number } = {}
  Object.assign(window, { firstAnswer: times })
  const look = () => {
    if (times.asked === undefined) {
      const field = document.querySelector<HTMLInputElement>('[data-testid=search-input]')
      if (field === null) return
      times.asked = performance.now()
      field.value = query
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
    if (document.querySelector(`[data-testid=hit][href^="#/e/${language}/"]`) === null) return
    times.answered = performance.now()
    watch.disconnect()
  }
  const watch = new MutationObserver(look)
  watch.observe(document, { childList: true, subtree: true })
}

/** Milliseconds from the start of the navigation. */
export interface FirstAnswer {
  readonly asked: number
  readonly answered: number
}

/** Waits for it. Throws after a minute. */
export async function firstAnswer(page: Page): Promise<FirstAnswer> {
  const found = await page.waitForFunction(
    () => {
      const { asked, answered } =
        Object.getOwnPropertyDescriptor(window, 'firstAnswer')?.value ?? {}
      return answered === undefined ? undefined : { asked, answered }
    },
    undefined,
    { timeout: 60_000, polling: 50 },
  )
  const times = await found.jsonValue()
  if (times === undefined) throw new Error('There was no first answer')
  return times
}

/** Something that is held until it is given back. */
export interface Held {
  release(): void
}

/**
 * What one page at a time may hold; none: another page has it. Where the browser knows no locks every
 * page gets it.
 */
export const onlyTab = (navigator: Navigator, name: string): Promise<Held | undefined> =>
  new Promise((resolve) => {
    if (!('locks' in navigator)) return resolve({ release: () => undefined })
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock === null) return resolve(undefined)
        return new Promise<void>((release) => resolve({ release }))
      })
      // Where site data are blocked, locks are too.
      .catch(() => resolve({ release: () => undefined }))
  })

/** Keeps the screen from going dark, where the browser lets it. */
export const stayAwake = (window: Window): Held => {
  const { document, navigator } = window
  let lock: WakeLockSentinel | undefined
  let isOver = false
  const ask = async () => {
    if (!('wakeLock' in navigator) || document.hidden || isOver) return
    try {
      lock = await navigator.wakeLock.request('screen')
      if (isOver) await lock.release()
    } catch {
      // Refused, as when the battery is low: the screen goes dark as usual, and nothing is lost by it.
      lock = undefined
    }
  }
  // The browser takes it back whenever the page is hidden.
  const onVisibility = () => void ask()
  document.addEventListener('visibilitychange', onVisibility)
  void ask()
  return {
    release: () => {
      isOver = true
      document.removeEventListener('visibilitychange', onVisibility)
      void lock?.release()
    },
  }
}

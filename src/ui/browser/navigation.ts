import type { Navigation, PageMemory } from '../../app/platform'

/** Milliseconds between writes: Safari refuses more than a hundred in half a minute. */
const WRITE_DELAY = 400

interface Kept extends PageMemory {
  /** Pages of this app before this one. */
  readonly depth: number
}

/**
 * Hash routes on the browser's history. Each history entry keeps the query and the scroll position of
 * its page, written a little later than they change, and before any click can lead away.
 */
export const createNavigation = (window: Window): Navigation => {
  const { history, location, document } = window
  history.scrollRestoration = 'manual'
  let arrived = parseKept(history.state)
  let pending: PageMemory | undefined
  let timer: number | undefined

  const write = () => {
    window.clearTimeout(timer)
    timer = undefined
    if (pending === undefined) return
    arrived = { ...arrived, ...pending }
    pending = undefined
    history.replaceState(arrived, '')
  }
  const remember = (memory: PageMemory) => {
    pending = { ...pending, ...memory }
    timer ??= window.setTimeout(write, WRITE_DELAY)
  }
  /** What was pending belongs to the page that was left. */
  const arrive = () => {
    pending = undefined
    const before = arrived.depth
    arrived = parseKept(history.state)
    if (history.state !== null) return
    arrived = { depth: before + 1 }
    history.replaceState(arrived, '')
  }
  window.addEventListener('scroll', () => remember({ scroll: Math.round(window.scrollY) }), {
    passive: true,
  })
  document.addEventListener('click', write, true)
  window.addEventListener('pagehide', write)

  return {
    hash: () => location.hash,
    memory: () => arrived,
    remember,
    push: (hash) => {
      write()
      history.pushState(null, '', hash)
      arrive()
    },
    replace: (hash) => {
      pending = undefined
      arrived = { depth: arrived.depth }
      history.replaceState(arrived, '', hash)
    },
    back: () => {
      if (arrived.depth > 0) history.back()
      else location.hash = '#/'
    },
    listen: (onChange) => {
      let last = location.hash
      // Some browsers tell of a hash by one event, some by the other, some by both.
      const changed = () => {
        if (location.hash === last && history.state !== null) return
        last = location.hash
        arrive()
        onChange()
      }
      window.addEventListener('popstate', changed)
      window.addEventListener('hashchange', changed)
    },
  }
}

const parseKept = (state: unknown): Kept => {
  if (typeof state !== 'object' || state === null) return { depth: 0 }
  const { query, scroll, depth } = state as { readonly [name: string]: unknown }
  return {
    depth: typeof depth === 'number' ? depth : 0,
    ...(typeof query === 'string' ? { query } : {}),
    ...(typeof scroll === 'number' ? { scroll } : {}),
  }
}

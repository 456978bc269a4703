import type { Ports } from '../pack/container'
import type { PackListing } from '../pack/sections'
import { createLibrary, type Library } from './library'
import { createLookup, type Lookup } from './lookup'
import { createNotices, type Notices } from './notices'
import type { Pages } from './pages'
import type { Navigation } from './platform'
import { createPreferences, type Preferences } from './preferences'
import { createRouter, type Router } from './router'

/** Everything the first answer needs from outside. The composition root makes it, tests make it up. */
export interface Dependencies {
  readonly ports: Ports
  /** What can be downloaded, as the page was built. */
  readonly listings: readonly PackListing[]
  /** A file beside the index; none: it could not be fetched. Not asked on a later visit. */
  readonly fetchStarter?: (file: string) => Promise<Uint8Array | undefined>
  readonly navigation: Navigation
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Minutes to add to local time to get UTC, as `Date.getTimezoneOffset` gives it. */
  readonly offsetMinutes: number
  /** Fetches what is not needed for the first answer: the store, the downloader, the other pages. */
  readonly loadPages: (app: App) => Promise<Pages>
}

export interface App {
  readonly preferences: Preferences
  readonly library: Library
  readonly lookup: Lookup
  readonly router: Router
  readonly notices: Notices
  /** Of the clock on the wall: the word of the day goes by it. */
  readonly day: number
  /** Rejects where they could not be fetched; the next call tries again. */
  pages(): Promise<Pages>
  /** Settles when the dictionaries have been opened, and fetched where that was possible. */
  start(): Promise<void>
  /** Fetches what could not be fetched before. */
  retry(): Promise<void>
}

export const createApp = (dependencies: Dependencies): App => {
  const { ports, listings, fetchStarter, navigation, now, offsetMinutes, loadPages } = dependencies
  const notices = createNotices()
  const preferences = createPreferences(notices)
  const library = createLibrary(listings, ports)
  let pages: Promise<Pages> | undefined

  const app: App = {
    preferences,
    library,
    lookup: createLookup(library, preferences),
    router: createRouter(navigation),
    notices,
    day: dayNumber(now(), offsetMinutes),
    pages: () => {
      pages ??= loadPages(app).catch((fault: unknown) => {
        pages = undefined
        throw fault
      })
      return pages
    },
    start: async () => {
      const [first] = listings
      const starter = first && fetchStarter?.(first.starter.file)
      const filled = app.retry()
      const bytes = await starter
      if (first !== undefined && bytes !== undefined)
        await library.openStarter(first.language, bytes)
      await filled
    },
    retry: () =>
      app.pages().then(
        (loaded) => loaded.fill(),
        () => notices.fault({ kind: 'offline' }),
      ),
  }
  return app
}

/** Days since 1970 by the clock on the wall, so that the day changes at midnight here. */
export const dayNumber = (now: number, offsetMinutes: number): number =>
  Math.floor((now - offsetMinutes * 60_000) / 86_400_000)

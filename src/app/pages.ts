import { effect, untracked } from '@preact/signals-core'
import { createForgivingFinder } from '../search/forgiving-finder'
import type { Downloader } from '../store/download'
import type { Store } from '../store/store'
import type { App } from './app'
import { type ContentSearch, createContentSearch } from './content'
import { createDevice, type Device } from './device'
import { createFavourites, createHistory, type Favourites, type History } from './favourites'
import { createKeeper, type Keeper } from './keeper'
import type { Platform } from './platform'
import { createSharing, type Sharing } from './sharing'

export interface PagesDependencies {
  readonly store: Store
  readonly downloader: Downloader
  readonly platform: Platform
  readonly now: () => number
}

/** What the app can do beyond the first answer. */
export interface Pages {
  readonly keeper: Keeper
  readonly favourites: Favourites
  readonly history: History
  readonly content: ContentSearch
  readonly device: Device
  readonly sharing: Sharing
  readonly platform: Platform
  /** Settles when what is on the device is open and what is missing was fetched, or could not be. */
  fill(): Promise<void>
}

export const createPages = (app: App, dependencies: PagesDependencies): Pages => {
  const { store, downloader, platform, now } = dependencies
  const { library, preferences, notices } = app
  app.lookup.findBy(createForgivingFinder())
  const keeper = createKeeper({ library, packs: store.packs, downloader, preferences, notices })
  const favourites = createFavourites(store.favourites, notices, now)
  const history = createHistory(store.history, notices, now)
  const open = async () => {
    if (store.kind === 'memory') notices.add({ kind: 'memory-only' })
    await Promise.all([preferences.keepIn(store.settings), keeper.open()])
    await keeper.setDrafts(preferences.settings.value.showDrafts)
    effect(() => {
      const { showDrafts } = preferences.settings.value
      void untracked(() => keeper.setDrafts(showDrafts))
    })
    void favourites.load()
    void history.load()
    if (library.shelves.value.length === 0) await keeper.refresh()
  }
  let opened: Promise<void> | undefined
  return {
    keeper,
    favourites,
    history,
    content: createContentSearch(app),
    device: createDevice(platform),
    sharing: createSharing(platform, notices),
    platform,
    fill: async () => {
      opened ??= open()
      await opened
      await keeper.fill()
    },
  }
}

import { effect, untracked } from '@preact/signals-core'
import type { Ports } from '../pack/container'
import { createForgivingFinder } from '../search/forgiving-finder'
import type { Downloader } from '../store/download'
import type { Store } from '../store/store'
import type { App } from './app'
import { type ContentSearch, createContentSearch } from './content'
import { createDevice, type Device } from './device'
import { createExporter, type Exporter } from './exporter'
import { createFavourites, createHistory, type Favourites, type History } from './favourites'
import { createKeeper, type Keeper } from './keeper'
import { createMisses, type Misses } from './misses'
import { createNoAnswers, type NoAnswers } from './no-answer'
import type { Platform } from './platform'
import { createSharing, type Sharing } from './sharing'
import { createUnconfirmed, type Unconfirmed } from './unconfirmed'

export interface PagesDependencies {
  readonly store: Store
  readonly downloader: Downloader
  readonly platform: Platform
  readonly ports: Ports
  readonly now: () => number
}

/** What the app can do beyond the first answer. */
export interface Pages {
  readonly keeper: Keeper
  readonly favourites: Favourites
  readonly history: History
  readonly misses: Misses
  readonly noAnswers: NoAnswers
  readonly unconfirmed: Unconfirmed
  readonly content: ContentSearch
  readonly exporter: Exporter
  readonly device: Device
  readonly sharing: Sharing
  readonly platform: Platform
  /** Settles when what is on the device is open and what is missing was fetched, or could not be. */
  fill(): Promise<void>
}

export const createPages = (app: App, dependencies: PagesDependencies): Pages => {
  const { store, downloader, platform, ports, now } = dependencies
  const { library, lookup, preferences, notices } = app
  const { packs } = store
  const finder = createForgivingFinder()
  lookup.findBy(finder)
  const keeper = createKeeper({ library, packs, downloader, preferences, notices })
  const favourites = createFavourites(store.favourites, notices, now)
  const history = createHistory(store.history, notices, now)
  const misses = createMisses({ store: store.misses, lookup, preferences, notices, now })
  const unconfirmed = createUnconfirmed({ library, packs, downloader, ports })
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
    void misses.load()
    if (library.shelves.value.length === 0) await keeper.refresh()
  }
  let opened: Promise<void> | undefined
  return {
    keeper,
    favourites,
    history,
    misses,
    noAnswers: createNoAnswers({ app, finder, unconfirmed, misses }),
    unconfirmed,
    content: createContentSearch(app),
    exporter: createExporter(library, platform),
    device: createDevice(platform),
    sharing: createSharing(platform, notices),
    platform,
    fill: async () => {
      opened ??= open()
      await opened
      app.lookup.findBy(finder)
      await keeper.fill()
      app.lookup.findBy(finder)
    },
  }
}

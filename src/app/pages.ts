import { effect, untracked } from '@preact/signals-core'
import type { Ports } from '../pack/container'
import { createForgivingFinder } from '../search/forgiving-finder'
import type { Downloader } from '../store/download'
import type { Fetch } from '../store/fetch-bytes'
import type { Store } from '../store/store'
import type { App } from './app'
import { type Clips, createClips } from './clips/clips'
import { createPlayer, type Player, type SoundOutput } from './clips/player'
import { type ContentSearch, createContentSearch } from './content'
import { createDevice, type Device } from './device'
import { createExporter, type Exporter } from './exporter'
import { createFavourites, createHistory, type Favourites, type History } from './favourites'
import { createKeeper, type Keeper } from './keeper'
import { createMisses, type Misses } from './misses'
import { createNoAnswers, type NoAnswers } from './no-answer'
import type { Platform } from './platform'
import type { ClipReview } from './recording/clip-review'
import type { HandOver } from './recording/hand-over'
import type { Microphone, Recorder } from './recording/recorder'
import { createSharing, type Sharing } from './sharing'
import { createUnconfirmed, type Unconfirmed } from './unconfirmed'

export interface PagesDependencies {
  readonly store: Store
  readonly downloader: Downloader
  readonly platform: Platform
  readonly ports: Ports
  readonly now: () => number
  readonly fetch: Fetch
  /** Of the packs, relative to the page, with a slash at its end. */
  readonly folder: string
  readonly sound: SoundOutput
  readonly microphone: Microphone
  /** A new random id of 16 or more letters and digits. */
  readonly randomId: () => string
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
  readonly clips: Clips
  readonly player: Player
  /** What only few visits need is fetched when it is asked for; rejects where it could not be had. */
  recorder(): Promise<Recorder>
  handOver(): Promise<HandOver>
  clipReview(): Promise<ClipReview>
  /** Settles when what is on the device is open and what is missing was fetched, or could not be. */
  fill(): Promise<void>
}

export const createPages = (app: App, dependencies: PagesDependencies): Pages => {
  const { store, downloader, platform, ports, now } = dependencies
  const { fetch, folder, sound, microphone, randomId } = dependencies
  const { library, lookup, preferences, notices } = app
  const { packs } = store
  const finder = createForgivingFinder()
  lookup.findBy(finder)
  const keeper = createKeeper({ library, packs, downloader, preferences, notices })
  const favourites = createFavourites(store.favourites, notices, now)
  const history = createHistory(store.history, notices, now)
  const clips = createClips({ library, preferences, store: store.clips, fetch, ports, folder })
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
    clips,
    player: createPlayer(sound),
    recorder: once(async () => {
      const { createRecorder } = await import('./recording/create-recorder')
      return createRecorder({ app, store, microphone, now, randomId })
    }),
    handOver: once(async () => {
      const { createHandOver } = await import('./recording/hand-over')
      return createHandOver({ library, store, platform, ports, now })
    }),
    clipReview: once(async () => {
      const { createClipReview } = await import('./recording/clip-review')
      return createClipReview({ library, store: store.verdicts, notices, now })
    }),
    fill: async () => {
      opened ??= open()
      await opened
      app.lookup.findBy(finder)
      await keeper.fill()
      app.lookup.findBy(finder)
      // What a new release withdrew leaves the device.
      void clips.refresh()
    },
  }
}

/** The same thing at every call; what failed is tried again. */
const once = <Thing>(make: () => Promise<Thing>): (() => Promise<Thing>) => {
  let made: Promise<Thing> | undefined
  return () => {
    made ??= make().catch((fault: unknown) => {
      made = undefined
      throw fault
    })
    return made
  }
}

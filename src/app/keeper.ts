import type { LanguageCode } from '../lexicon/ids'
import type { Dictionary } from '../pack/dictionary'
import type { SectionName, Tier } from '../pack/sections'
import type { Downloader } from '../store/download'
import type { InstalledPack, PackStore } from '../store/store'
import type { Library } from './library'
import type { Fault, Notices } from './notices'
import type { Preferences } from './preferences'
import { emptyShelf } from './shelf'
import { emptied, hasDraftSections, settledStatus, unlistedShelf } from './shelf-status'

export interface KeeperDependencies {
  readonly library: Library
  readonly packs: PackStore
  readonly downloader: Downloader
  readonly preferences: Preferences
  readonly notices: Notices
}

/** Fills the library: from the device, from the network, from files. */
export interface Keeper {
  /** Opens what is on the device; settles when it answers. */
  open(): Promise<void>
  /** Fetches what is missing: the beginning of each pack first, so that all languages answer soon. */
  fill(): Promise<void>
  /** Fetches a language, or brings it up to date. */
  download(language: LanguageCode): Promise<void>
  remove(language: LanguageCode): Promise<void>
  /** Installs a pack that came as a file. */
  addFile(bytes: Uint8Array): Promise<void>
  /** Asks the network what there is. */
  refresh(): Promise<void>
  /** Opens the packs again with or without their drafts, fetching these where they are missing. */
  setDrafts(shown: boolean): Promise<void>
  stop(language: LanguageCode): void
}

export const createKeeper = (dependencies: KeeperDependencies): Keeper => {
  const { library, packs, downloader, preferences, notices } = dependencies
  const { shelf, put } = library
  const running = new Map<LanguageCode, AbortController>()
  const jobs = new Map<LanguageCode, Promise<boolean>>()
  /** Opened here, so that what arrives later is found; a starter opened before knows only itself. */
  const opened = new WeakSet<Dictionary>()
  let drafts = false

  const openFrom = async (
    language: LanguageCode,
    head: Uint8Array,
    starter?: ReadonlyMap<SectionName, Uint8Array>,
  ): Promise<boolean> => {
    const done = await library.openPack(
      language,
      head,
      async (names) => {
        const missing = names.filter((name) => starter?.has(name) !== true)
        const stored = missing.length === 0 ? undefined : await packs.read(language, missing)
        // A section that cannot be read counts as not here: it is fetched again.
        return new Map([...(starter ?? []), ...(stored?.ok === true ? stored.value : [])])
      },
      drafts,
    )
    if (done.ok) {
      opened.add(done.value)
      return true
    }
    put(language, { status: { kind: 'failed', fault: done.error } })
    return false
  }
  /** Puts a pack that is there now on its shelf, and opens it where it is another than before. */
  const take = async (pack: InstalledPack, hasMore: boolean, goesOn = false): Promise<boolean> => {
    const { language } = pack
    if (shelf(language) === undefined) library.set(unlistedShelf(pack))
    put(language, { installed: pack })
    const before = shelf(language)?.dictionary
    const isOpen = before !== undefined && opened.has(before) && before.head.hash === pack.head
    if ((!isOpen || hasMore) && !(await openFrom(language, pack.headBytes))) return false
    if (!goesOn) put(language, { status: settledStatus(pack, shelf(language)?.dictionary) })
    return true
  }
  /** One job after another for each language. */
  const install = (
    language: LanguageCode,
    tiers: readonly Tier[],
    goesOn = false,
  ): Promise<boolean> => {
    const before = jobs.get(language) ?? Promise.resolve(true)
    const job = before.then(() => installNow(language, tiers, goesOn))
    jobs.set(language, job)
    return job
  }
  /** `goesOn`: more is fetched right after, so that the shelf is not at rest in between. */
  const installNow = async (
    language: LanguageCode,
    tiers: readonly Tier[],
    goesOn: boolean,
  ): Promise<boolean> => {
    const { listing } = shelf(language) ?? {}
    const stop = new AbortController()
    running.set(language, stop)
    put(language, {
      status: { kind: 'downloading', doneBytes: 0, totalBytes: listing?.starter.bytes ?? 0 },
    })
    const done = await downloader.install(
      language,
      tiers,
      {
        // An update is opened when all of it is there; a first download answers from its beginning.
        onStarter: (head, sections) => {
          if (shelf(language)?.dictionary === undefined) void openFrom(language, head, sections)
        },
        onProgress: ({ doneBytes, totalBytes }) =>
          put(language, { status: { kind: 'downloading', doneBytes, totalBytes } }),
      },
      stop.signal,
    )
    running.delete(language)
    if (done.ok) return take(done.value, tiers.includes('drafts'), goesOn)
    tell(done.error, language)
    // What could not be stored is served from memory until the page closes.
    const list = isStorageFault(done.error) ? await packs.list() : undefined
    const held = list?.ok ? list.value.find((pack) => pack.language === language) : undefined
    if (held !== undefined) return take(held, tiers.includes('drafts'))
    const { installed, dictionary } = shelf(language) ?? {}
    put(language, {
      status:
        dictionary === undefined
          ? { kind: 'failed', fault: done.error }
          : settledStatus(installed, dictionary),
    })
    return false
  }

  /** What is wrong with the device or the network is no language's own. */
  const tell = (fault: Fault, language: LanguageCode) => {
    if (fault.kind === 'offline' || isStorageFault(fault)) notices.fault(fault)
    else if (fault.kind !== 'stopped') notices.fault(fault, language)
  }
  const tiersWanted = (): readonly Tier[] =>
    drafts ? ['first', 'full', 'drafts'] : ['first', 'full']
  const wanted = () => {
    const { removed } = preferences.settings.value
    return library.shelves.value.filter(
      ({ language, listing }) => listing !== undefined && !removed.includes(language),
    )
  }
  const keepAgain = (language: LanguageCode) => {
    const { removed } = preferences.settings.value
    if (removed.includes(language))
      preferences.change({ removed: removed.filter((other) => other !== language) })
  }
  /** What is on the device and does not open is fetched again, as if it had never been here. */
  const dropBroken = async (language: LanguageCode): Promise<void> => {
    const { installed, status } = shelf(language) ?? {}
    if (installed === undefined || status?.kind !== 'failed') return
    if (status.fault.kind === 'pack-too-new') return
    await packs.remove(language)
    library.set(emptied(shelf(language)!))
  }

  return {
    open: async () => {
      const list = await packs.list()
      if (list.ok) await Promise.all(list.value.map((pack) => take(pack, false)))
      else notices.fault(list.error)
    },
    fill: async () => {
      for (const other of library.shelves.value)
        if (other.installed === undefined && !wanted().includes(other)) library.set(emptied(other))
      for (const { language } of wanted()) await dropBroken(language)
      const missing = wanted().filter(({ installed }) => installed === undefined)
      const [first, ...others] = missing.map(({ language }) => language)
      if (first !== undefined && !(await install(first, ['first'], true))) {
        const { status } = shelf(first) ?? {}
        // Without the network every further request would fail the same way.
        if (status?.kind === 'failed' && status.fault.kind === 'offline') {
          for (const language of others) put(language, { status })
          return
        }
      }
      await Promise.all(others.map((language) => install(language, ['first'], true)))
      for (const { language, status, dictionary } of wanted())
        if (dictionary !== undefined && status.kind !== 'ready')
          await install(language, tiersWanted())
    },
    download: async (language) => {
      keepAgain(language)
      await install(language, tiersWanted())
    },
    remove: async (language) => {
      running.get(language)?.abort()
      const removed = await packs.remove(language)
      if (!removed.ok) return notices.fault(removed.error, language)
      preferences.change({ removed: [...preferences.settings.value.removed, language] })
      library.set(emptied(shelf(language)!))
    },
    addFile: async (bytes) => {
      const installed = await downloader.installFile(bytes)
      if (!installed.ok) return notices.fault(installed.error)
      keepAgain(installed.value.language)
      await take(installed.value, true)
    },
    refresh: async () => {
      const index = await downloader.index()
      if (!index.ok) return notices.fault(index.error)
      for (const listing of index.value.packs)
        library.set({ ...(shelf(listing.language) ?? emptyShelf(listing)), listing })
    },
    setDrafts: async (shown) => {
      if (drafts === shown) return
      drafts = shown
      for (const { language, installed, dictionary, status } of library.shelves.value) {
        if (installed === undefined || dictionary === undefined) continue
        if (shown && !hasDraftSections(installed, dictionary) && status.kind !== 'downloading')
          await install(language, ['drafts'])
        else await openFrom(language, installed.headBytes)
      }
    },
    stop: (language) => running.get(language)?.abort(),
  }
}

const isStorageFault = ({ kind }: Fault): boolean => kind.startsWith('storage-')

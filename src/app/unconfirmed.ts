import type { Ports } from '../pack/container'
import { type Dictionary, openDictionary } from '../pack/dictionary'
import type { Downloader } from '../store/download'
import type { PackStore } from '../store/store'
import type { Library } from './library'
import type { Shelf } from './shelf'
import { hasDraftSections } from './shelf-status'

export interface UnconfirmedDependencies {
  readonly library: Library
  readonly packs: PackStore
  readonly downloader: Downloader
  readonly ports: Ports
}

/** Looks into the unconfirmed entries without showing them. */
export interface Unconfirmed {
  /**
   * The dictionary of a shelf with its drafts; undefined: it has none, shows them already, or they
   * could not be had. They are fetched where they are not on the device, a few tens of kilobytes.
   */
  open(shelf: Shelf): Promise<Dictionary | undefined>
}

export const createUnconfirmed = (dependencies: UnconfirmedDependencies): Unconfirmed => {
  const { library, packs, downloader, ports } = dependencies
  const openByHead = new Map<string, Dictionary>()

  const fetchDrafts = async ({ language, installed, dictionary }: Shelf): Promise<boolean> => {
    if (installed === undefined || dictionary === undefined) return false
    if (hasDraftSections(installed, dictionary)) return true
    const done = await downloader.install(language, ['drafts'], {})
    // Without the network the count is simply not told: nobody asked for this.
    if (done.ok) library.put(language, { installed: done.value })
    return done.ok
  }
  return {
    open: async (shelf) => {
      const { language, installed, dictionary, status } = shelf
      if (installed === undefined || dictionary === undefined) return undefined
      if (!dictionary.hasDrafts || dictionary.draftList !== undefined) return undefined
      const known = openByHead.get(installed.head)
      if (known !== undefined) return known
      // While something else is being fetched for the language this would get in its way.
      if (status.kind !== 'ready' || !(await fetchDrafts(shelf))) return undefined
      const opened = await openDictionary(
        installed.headBytes,
        async (names) => {
          const stored = await packs.read(language, names)
          return stored.ok ? stored.value : new Map()
        },
        ports,
        { drafts: true },
      )
      if (!opened.ok || opened.value.draftList === undefined) return undefined
      openByHead.set(installed.head, opened.value)
      return opened.value
    },
  }
}

import type { LanguageCode } from '../lexicon/ids'
import { err, ok, type Result } from '../lexicon/result'
import type { Ports } from '../pack/container'
import type { PackIndex, PackListing, SectionName, Tier } from '../pack/sections'
import { type Fetch, fetchBytes } from './fetch-bytes'
import { installListing } from './install'
import { parsePackIndex } from './pack-index'
import type { InstalledPack, Store } from './store'
import type { DownloadError } from './store-error'

export interface DownloaderDependencies {
  readonly store: Pick<Store, 'packs'>
  readonly fetch: Fetch
  readonly ports: Ports
  /** Of packs/index.json, relative to the page; files are found relative to it. */
  readonly indexAddress: string
  /** The index as the page was built: saves the first visit a round trip. */
  readonly inlineIndex?: PackIndex | undefined
  /** Milliseconds without a byte before the network counts as gone. */
  readonly patience?: number
}

export interface Progress {
  readonly language: LanguageCode
  /** As stored; what was there already counts as done. */
  readonly doneBytes: number
  readonly totalBytes: number
}

export interface InstallEvents {
  /** The verified head and `first` tier, as stored, before they are kept: the first answer need not wait. */
  readonly onStarter?: (head: Uint8Array, sections: ReadonlyMap<SectionName, Uint8Array>) => void
  readonly onProgress?: (progress: Progress) => void
}

/** Fetches packs, verifies every byte and keeps them in the store. Failures are values. */
export interface Downloader {
  /** What can be downloaded now, from the network. */
  index(): Promise<Result<PackIndex, DownloadError>>
  /**
   * Brings these tiers of the listed release to the device. Goes on where an earlier attempt broke
   * off. What is installed of an older release serves until all of the new one is there; tiers it has
   * are fetched too. Where the store fails, the rest is still fetched and kept as long as the page
   * lives, and the store's error is the result.
   */
  install(
    language: LanguageCode,
    tiers: readonly Tier[],
    events?: InstallEvents,
    signal?: AbortSignal,
  ): Promise<Result<InstalledPack, DownloadError>>
  /** Listings of a newer release than what is installed, from the network. */
  updates(
    installed: readonly InstalledPack[],
  ): Promise<Result<readonly PackListing[], DownloadError>>
  /** Installs a pack that came as one file (`.rong`), in place of what is installed. */
  installFile(bytes: Uint8Array): Promise<Result<InstalledPack, DownloadError>>
}

/** The index of a thousand languages would be smaller. */
const MAX_INDEX_BYTES = 1 << 20

export function createDownloader(dependencies: DownloaderDependencies): Downloader {
  const { store, fetch, ports, indexAddress, inlineIndex, patience = 30_000 } = dependencies
  const folder = indexAddress.replace(/[^/]*$/, '')
  let latest: PackIndex | undefined

  const fetchIndex = async (signal?: AbortSignal): Promise<Result<PackIndex, DownloadError>> => {
    const options = { signal, cache: 'no-cache', maxBytes: MAX_INDEX_BYTES, patience } as const
    const bytes = await fetchBytes(fetch, indexAddress, options)
    if (!bytes.ok) return bytes
    const index = parsePackIndex(parseJson(bytes.value))
    if (index.ok) latest = index.value
    return index
  }

  return {
    index: () => fetchIndex(),

    async install(language, tiers, events = {}, signal) {
      const job = { packs: store.packs, fetch, ports, folder, patience, events, signal }
      const known = latest ?? inlineIndex
      if (known !== undefined) {
        const done = await installFrom(known)
        // The page may be older than what the server has now.
        if (done.ok || done.error.kind !== 'not-found' || signal?.aborted) return done
      }
      const fresh = await fetchIndex(signal)
      return fresh.ok ? installFrom(fresh.value) : fresh

      async function installFrom(index: PackIndex): Promise<Result<InstalledPack, DownloadError>> {
        const listing = index.packs.find((pack) => pack.language === language)
        return listing === undefined
          ? err({ kind: 'not-found', address: language })
          : installListing(listing, tiers, job)
      }
    },

    async updates(installed) {
      const index = await fetchIndex()
      if (!index.ok) return index
      const isOld = ({ language, head }: PackListing) =>
        installed.some((pack) => pack.language === language && pack.head !== head)
      return ok(index.value.packs.filter(isOld))
    },

    async installFile(bytes) {
      const code = await import('./install-file').catch(() => undefined)
      return code?.installWhole(bytes, store.packs, ports) ?? err({ kind: 'offline' })
    },
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

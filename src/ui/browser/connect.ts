import type { App } from '../../app/app'
import { createPages, type Pages } from '../../app/pages'
import type { Ports } from '../../pack/container'
import { createDownloader } from '../../store/download'
import { openStore } from '../../store/open'
import { parsePackIndex } from '../../store/pack-index'
import { createPlatform } from './platform'

export interface ConnectOptions {
  readonly ports: Ports
  /** The index as the page carries it. */
  readonly inlineIndex: unknown
  /** Folder of the packs, relative to the page. */
  readonly folder: string
  /** Files that are being fetched already. */
  readonly starters: ReadonlyMap<string, Promise<Uint8Array | undefined>>
}

/** Ties the app to the device and the network: what it does beyond the first answer. */
export const connect = async (app: App, options: ConnectOptions): Promise<Pages> => {
  const { ports, folder, starters } = options
  const platform = createPlatform(window)
  const store = await openStore({ prefix: location.pathname })
  const index = parsePackIndex(options.inlineIndex)
  const downloader = createDownloader({
    store,
    ports,
    fetch: (address, init) => fetch(address, init),
    indexAddress: `${folder}index.json`,
    starters,
    inlineIndex: index.ok ? index.value : undefined,
  })
  return createPages(app, { store, downloader, platform, now: () => Date.now() })
}

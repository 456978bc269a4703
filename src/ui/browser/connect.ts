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
  /** A file that has been fetched already, so that it is not fetched twice. */
  readonly fetched: (file: string) => Uint8Array | undefined
}

/** Ties the app to the device and the network: what it does beyond the first answer. */
export const connect = async (app: App, options: ConnectOptions): Promise<Pages> => {
  const { ports, folder, fetched } = options
  const platform = createPlatform(window)
  const store = await openStore({ prefix: location.pathname })
  const index = parsePackIndex(options.inlineIndex)
  const downloader = createDownloader({
    store,
    ports,
    fetch: (address, init) => {
      const bytes = fetched(address.slice(folder.length))
      return bytes === undefined
        ? fetch(address, init)
        : Promise.resolve(new Response(new Blob([bytes as Uint8Array<ArrayBuffer>])))
    },
    indexAddress: `${folder}index.json`,
    inlineIndex: index.ok ? index.value : undefined,
  })
  return createPages(app, { store, downloader, platform, now: () => Date.now() })
}

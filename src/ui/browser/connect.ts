import type { App } from '../../app/app'
import { createPages, type Pages } from '../../app/pages'
import type { Ports } from '../../pack/container'
import { type AppUpdate, registerServiceWorker } from '../../store/app-update'
import { createDownloader } from '../../store/download'
import { openStore } from '../../store/open'
import { parsePackIndex } from '../../store/pack-index'
import { createMicrophone } from './microphone'
import { createPlatform } from './platform'
import { createSoundOutput } from './sound'

export interface ConnectOptions {
  readonly ports: Ports
  /** The index as the page carries it. */
  readonly inlineIndex: unknown
  /** Folder of the packs, relative to the page. */
  readonly folder: string
  /** A file that was asked for before, so that it is not fetched twice; given out once. */
  readonly takeStarter: (file: string) => Promise<Uint8Array | undefined>
}

/** Ties the app to the device and the network: what it does beyond the first answer. */
export const connect = async (app: App, options: ConnectOptions): Promise<Pages> => {
  const { ports, folder, takeStarter } = options
  const platform = createPlatform(window)
  const store = await openStore({ prefix: location.pathname })
  const index = parsePackIndex(options.inlineIndex)
  const downloader = createDownloader({
    store,
    ports,
    fetch: async (address, init) => {
      const bytes = await takeStarter(address.slice(folder.length))
      return bytes === undefined ? fetch(address, init) : new Response(new Uint8Array(bytes))
    },
    indexAddress: `${folder}index.json`,
    inlineIndex: index.ok ? index.value : undefined,
  })
  const pages = createPages(app, {
    store,
    downloader,
    platform,
    ports,
    now: () => Date.now(),
    fetch: (address, init) => fetch(address, init),
    folder,
    sound: createSoundOutput(window),
    microphone: createMicrophone(window),
    randomId,
  })
  let update: AppUpdate | undefined
  const onOffer = () => app.notices.add({ kind: 'app-update', apply: () => update?.apply() })
  return {
    ...pages,
    fill: async () => {
      await pages.fill()
      // Only now: what the service worker fetches would make the dictionaries wait.
      update ??= registerServiceWorker({ onOffer })
    },
  }
}

/** 128 random bits in base 16. */
const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

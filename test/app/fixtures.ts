import { readMediaHashes } from '../../scripts/files'
import { nodePorts } from '../../scripts/ports'
import { type App, createApp } from '../../src/app/app'
import type { SoundOutput } from '../../src/app/clips/player'
import { createPages, type Pages } from '../../src/app/pages'
import type { Navigation, PageMemory, Platform } from '../../src/app/platform'
import type { Microphone } from '../../src/app/recording/recorder'
import { readTables } from '../../src/formats/tables'
import type { LanguageCode } from '../../src/lexicon/ids'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { err } from '../../src/lexicon/result'
import { packMeta } from '../../src/pack/about'
import { type PublishedPack, packFiles } from '../../src/pack/pack-files'
import { packSections } from '../../src/pack/pack-sections'
import { fullEntries } from '../../src/pack/publish'
import type { PackIndex } from '../../src/pack/sections'
import { writeContainer } from '../../src/pack/write-container'
import { deriveSections } from '../../src/search/derive'
import { createDownloader } from '../../src/store/download'
import { createMemoryStore } from '../../src/store/memory'
import type { Store } from '../../src/store/store'
import { EVERY_FIELD, LANGUAGE, validFiles } from '../fixtures'

export const BA_NA = 'ba-na' as LanguageCode
export const GIA_RAI = 'gia-rai' as LanguageCode

/** The dictionary of every field; under another code it stands in for a second language. */
export const lexiconAs = (code: LanguageCode, release = '2026.11.0'): Lexicon => {
  const { lexicon, problems } = readTables(validFiles(), LANGUAGE)
  if (lexicon === undefined) throw new Error(JSON.stringify(problems))
  return {
    ...lexicon,
    mediaFiles: readMediaHashes(EVERY_FIELD, LANGUAGE),
    language: { ...lexicon.language, code, nameVi: code, nameEn: code, release },
  }
}

/** The files of packs/, by path. */
export const compile = async (lexicons: readonly Lexicon[]): Promise<Map<string, Uint8Array>> => {
  const packs: PublishedPack[] = []
  for (const lexicon of lexicons) {
    const sections = packSections(lexicon, deriveSections)
    const { bytes, head } = await writeContainer(lexicon.language.code, sections, nodePorts)
    const meta = packMeta(lexicon, fullEntries(lexicon))
    packs.push({ meta, head, bytes, deltas: [] })
  }
  return new Map(await packFiles(packs, nodePorts.hash))
}

export const indexOf = (files: ReadonlyMap<string, Uint8Array>): PackIndex =>
  JSON.parse(new TextDecoder().decode(files.get('index.json')))

/** A browser's history, without the browser. */
export const createFakeNavigation = (start = ''): Navigation & { press(hash: string): void } => {
  const entries: { hash: string; memory: PageMemory }[] = [{ hash: start, memory: {} }]
  let at = 0
  let tell: () => void = () => undefined
  const open = (hash: string) => {
    entries.splice(at + 1, entries.length, { hash, memory: {} })
    at += 1
  }
  return {
    hash: () => entries[at]!.hash,
    memory: () => entries[at]!.memory,
    remember: (memory) => {
      entries[at]!.memory = { ...entries[at]!.memory, ...memory }
    },
    push: open,
    replace: (hash) => {
      entries[at] = { hash, memory: {} }
    },
    back: () => {
      at = Math.max(0, at - 1)
      tell()
    },
    listen: (onChange) => {
      tell = onChange
    },
    /** A link is followed. */
    press: (hash) => {
      open(hash)
      tell()
    },
  }
}

export interface FakePlatform extends Platform {
  readonly copied: string[]
  readonly shared: string[]
  readonly saved: { name: string; content: string | Uint8Array; type: string }[]
  persistAsked: number
}

export const createFakePlatform = (): FakePlatform => {
  const copied: string[] = []
  const shared: string[] = []
  const saved: { name: string; content: string | Uint8Array; type: string }[] = []
  const platform: FakePlatform = {
    copied,
    shared,
    saved,
    persistAsked: 0,
    copy: async (text) => {
      copied.push(text)
      return true
    },
    share: async ({ url }) => {
      shared.push(url)
      return 'shared'
    },
    print: () => undefined,
    saveFile: (name, content, type) => {
      saved.push({ name, content, type })
    },
    beginFile: (name, type) => {
      const pieces: Uint8Array[] = []
      return {
        add: (bytes) => void pieces.push(bytes.slice()),
        save: () => platform.saveFile(name, new Uint8Array(Buffer.concat(pieces)), type),
      }
    },
    persist: async () => {
      platform.persistAsked += 1
      return true
    },
    estimate: async () => ({ used: 1000, allowed: 1_000_000 }),
    address: (hash) => `https://example.org/${hash}`,
    install: { watch: (onChange) => onChange(false), prompt: async () => undefined },
  }
  return platform
}

export interface World {
  readonly app: App
  readonly pages: Pages
  readonly store: Store
  readonly platform: FakePlatform
  readonly navigation: ReturnType<typeof createFakeNavigation>
  /** The server's folder packs/; a test may change it. */
  readonly files: Map<string, Uint8Array>
  readonly network: { isUp: boolean; readonly requests: string[] }
}

export interface WorldOptions {
  readonly store?: Store
  readonly files?: Map<string, Uint8Array>
  readonly hash?: string
  readonly isUp?: boolean
  readonly isFirstVisit?: boolean
  readonly sound?: SoundOutput
  readonly microphone?: Microphone
}

/** A store that keeps, as a device does. */
const createDevice = (): Store => ({ ...createMemoryStore(), kind: 'device' })

/** 2026-11-22, noon in Vietnam. */
const NOW = Date.UTC(2026, 10, 22, 5)

/** The app on a device of its own, with a server that can be switched off. */
export const createWorld = async (options: WorldOptions = {}): Promise<World> => {
  const files = options.files ?? (await compile([lexiconAs(BA_NA), lexiconAs(GIA_RAI)]))
  const network = { isUp: options.isUp ?? true, requests: [] as string[] }
  const store = options.store ?? createDevice()
  const platform = createFakePlatform()
  const navigation = createFakeNavigation(options.hash)
  const index = indexOf(files)
  const fetchFile = async (address: string): Promise<Response> => {
    network.requests.push(address)
    if (!network.isUp) throw new TypeError('Failed to fetch')
    const bytes = files.get(address.replace('packs/', ''))
    return bytes === undefined
      ? new Response(null, { status: 404 })
      : new Response(new Uint8Array(bytes))
  }
  const downloader = createDownloader({
    store,
    ports: nodePorts,
    fetch: fetchFile,
    indexAddress: 'packs/index.json',
    inlineIndex: index,
  })
  const app = createApp({
    ports: nodePorts,
    listings: index.packs,
    ...(options.isFirstVisit && {
      fetchStarter: async (file: string) => files.get(file),
    }),
    navigation,
    now: () => NOW,
    offsetMinutes: -420,
    loadPages: async (loading) =>
      createPages(loading, {
        store,
        downloader,
        platform,
        ports: nodePorts,
        now: () => NOW,
        fetch: fetchFile,
        folder: 'packs/',
        sound: options.sound ?? silentSound,
        microphone: options.microphone ?? noMicrophone,
        randomId: countedIds(),
      }),
  })
  return { app, pages: await app.pages(), store, platform, navigation, files, network }
}

/** Plays nothing, at once. */
const silentSound: SoundOutput = {
  play: async () => 'ended',
  prepare: () => undefined,
  unlock: () => undefined,
  rest: async () => undefined,
  stop: () => undefined,
  onHidden: () => undefined,
}

const noMicrophone: Microphone = { open: async () => err({ kind: 'microphone-missing' }) }

/** Ids that tests can foretell. */
const countedIds = (): (() => string) => {
  let count = 0
  return () => String(++count).padStart(16, '0')
}

/** The app after all packs have arrived. */
export const startedWorld = async (options: WorldOptions = {}): Promise<World> => {
  const world = await createWorld(options)
  await world.app.start()
  return world
}

/** Waits until a view shows what is asked of it. */
export const until = async <T>(
  view: { readonly value: { readonly value: T } },
  isReached: (value: T) => boolean,
): Promise<T> => {
  for (let turn = 0; turn < 200; turn++) {
    if (isReached(view.value.value)) return view.value.value
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  throw new Error(`Never reached; last: ${JSON.stringify(view.value.value)}`)
}

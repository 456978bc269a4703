import { render } from 'preact'
import { createApp } from './app/app'
import type { PackIndex } from './pack/sections'
import { createPlatformPorts } from './store/platform'
import { ensureNormalise } from './text/normalise'
import { createNavigation } from './ui/browser/navigation'
import { Root } from './ui/Root'
import './ui/styles/app.css'
import './ui/styles/screens.css'
import './ui/styles/audio.css'

const PACKS = './packs/'

const main = async () => {
  await ensureNormalise()
  const ports = createPlatformPorts()
  const inlineIndex = readInlineIndex()
  const starters = new Map<string, Promise<Uint8Array | undefined>>()
  const fetchStarter = (file: string) => {
    const bytes = fetchFile(PACKS + file)
    starters.set(file, bytes)
    return bytes
  }
  const app = createApp({
    ports,
    listings: inlineIndex?.packs ?? [],
    // A page that a service worker serves has been here before, and has its packs on the device.
    ...(isFirstVisit() && { fetchStarter }),
    navigation: createNavigation(window),
    now: () => Date.now(),
    offsetMinutes: new Date().getTimezoneOffset(),
    loadPages: async (loading) => {
      const { connect } = await import('./ui/browser/connect')
      return connect(loading, {
        ports,
        inlineIndex,
        folder: PACKS,
        takeStarter: async (file) => {
          const bytes = starters.get(file)
          starters.delete(file)
          return bytes
        },
      })
    },
  })
  // index.html has it.
  const place = document.getElementById('app')!
  place.textContent = ''
  render(<Root app={app} />, place)
  await app.start()
}

/** None: it could not be had; who needs it tries again, and says why. */
const fetchFile = async (address: string): Promise<Uint8Array | undefined> => {
  try {
    const response = await fetch(address)
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
  } catch {
    return undefined
  }
}

/** The list of packs that the build wrote into the page; none while developing. */
const readInlineIndex = (): PackIndex | undefined => {
  const text = document.getElementById('packs')?.textContent
  return text ? JSON.parse(text) : undefined
}

const isFirstVisit = (): boolean => {
  try {
    return !navigator.serviceWorker?.controller
  } catch {
    // Where site data are blocked, merely asking is refused.
    return true
  }
}

void main()

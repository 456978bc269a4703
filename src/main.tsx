import { render } from 'preact'
import { createApp } from './app/app'
import type { PackIndex } from './pack/sections'
import { createPlatformPorts } from './store/platform'
import { ensureNormalise } from './text/normalise'
import { createNavigation } from './ui/browser/navigation'
import { Root } from './ui/Root'
import './ui/styles/app.css'
import './ui/styles/screens.css'

const PACKS = './packs/'

const main = async () => {
  await ensureNormalise()
  const ports = createPlatformPorts()
  const inlineIndex = readInlineIndex()
  const fetched = new Map<string, Uint8Array>()
  const fetchStarter = async (file: string) => {
    try {
      const response = await fetch(PACKS + file)
      if (!response.ok) return undefined
      const bytes = new Uint8Array(await response.arrayBuffer())
      fetched.set(file, bytes)
      return bytes
    } catch {
      return undefined
    }
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
        fetched: (file) => {
          const bytes = fetched.get(file)
          fetched.delete(file)
          return bytes
        },
      })
    },
  })
  const place = document.getElementById('app')
  if (place === null) throw new Error('The page has no #app')
  place.textContent = ''
  render(<Root app={app} />, place)
  await app.start()
  // Only now: what the service worker fetches would make the dictionaries wait.
  const { registerServiceWorker } = await import('./store/app-update')
  const update = registerServiceWorker({
    onOffer: () => app.offerAppUpdate(() => update.apply()),
  })
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

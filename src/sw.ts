/// <reference lib="webworker" />
import { clientsClaim, setCacheNameDetails } from 'workbox-core'
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

/** Keeps the app itself. Packs are the store's business: requests for them pass by. */
declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { readonly url: string; readonly revision: string | null }[]
}

// The scope is part of the name: two copies of the app on one host keep apart.
setCacheNameDetails({ prefix: 'rong', suffix: self.registration.scope })
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()

const isFile = /\/[^/]+\.(?!html?$)[^/.]+$/
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), { denylist: [/\/packs\//, isFile] }),
)

// The page of the first visit gets its further chunks from here too.
clientsClaim()

// Unasked, an open page would lose the chunks of its own version.
self.addEventListener('message', (event) => {
  if (event.data === 'SKIP_WAITING') void self.skipWaiting()
})

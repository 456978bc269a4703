export interface AppUpdate {
  /** Changes over to the version that waits, and reloads the page. */
  apply(): void
  /** Asks the server whether there is a newer version: for an app that stays open for days. */
  check(): void
}

export interface AppUpdateOptions {
  /** A newer version is there. It waits until it is applied, or all pages of this one are closed. */
  readonly onOffer: () => void
  readonly address?: string
}

/** Milliseconds for the new version to take over before the page is loaded again all the same. */
const PATIENCE = 4000

/**
 * Registers the service worker. Where there is none to be had (an old browser, a page without https,
 * storage that is blocked) the app works all the same, only not without the network.
 */
export function registerServiceWorker({ onOffer, address = 'sw.js' }: AppUpdateOptions): AppUpdate {
  const workers = serviceWorkers()
  if (workers === undefined) return { apply: reload, check: () => undefined }

  let registration: ServiceWorkerRegistration | undefined
  let wanted = false
  let controlled = workers.controller !== null

  workers.addEventListener('controllerchange', () => {
    if (wanted) reload()
    // Another page of the app changed over: this one has the old version's code, and may follow.
    else if (controlled) onOffer()
    controlled = true
  })

  const watch = (worker: ServiceWorker | null) => {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && workers.controller !== null) onOffer()
    })
  }
  workers.register(address).then((registered) => {
    registration = registered
    if (registered.waiting !== null && workers.controller !== null) onOffer()
    watch(registered.installing)
    registered.addEventListener('updatefound', () => watch(registered.installing))
  }, ignore)

  return {
    apply() {
      wanted = true
      registration?.waiting?.postMessage('SKIP_WAITING')
      setTimeout(reload, registration?.waiting ? PATIENCE : 0)
    },
    check() {
      registration?.update().then(ignore, ignore)
    },
  }
}

/** Reading the property throws where the browser blocks all storage of a page. */
function serviceWorkers(): ServiceWorkerContainer | undefined {
  try {
    const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker
    return workers
  } catch {
    return undefined
  }
}

const reload = () => location.reload()

/** Without the network, or where it is not allowed: the version that is there goes on. */
const ignore = () => undefined

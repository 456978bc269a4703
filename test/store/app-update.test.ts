import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { registerServiceWorker } from '../../src/store/app-update'

/** As much of a service worker as the page sees of it. */
class FakeWorker extends EventTarget {
  state = 'installing'
  readonly told: unknown[] = []
  postMessage(message: unknown) {
    this.told.push(message)
  }
  become(state: string) {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null
  waiting: FakeWorker | null = null
  checks = 0
  async update() {
    this.checks++
    throw new TypeError('no network')
  }
  find(worker: FakeWorker) {
    this.installing = worker
    this.dispatchEvent(new Event('updatefound'))
  }
}

class FakeContainer extends EventTarget {
  controller: FakeWorker | null = null
  readonly registration = new FakeRegistration()
  async register(): Promise<FakeRegistration> {
    return this.registration
  }
  control(worker: FakeWorker) {
    this.controller = worker
    this.dispatchEvent(new Event('controllerchange'))
  }
}

let container: FakeContainer
const reload = vi.fn()
const onOffer = vi.fn()
const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  container = new FakeContainer()
  vi.stubGlobal('navigator', { serviceWorker: container })
  vi.stubGlobal('location', { reload })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.clearAllMocks()
})

describe('registerServiceWorker', () => {
  test('offers nothing on the first visit, when the first worker takes over', async () => {
    registerServiceWorker({ onOffer })
    await settle()
    const worker = new FakeWorker()
    container.registration.find(worker)
    worker.become('installed')
    container.control(worker)
    expect(onOffer).not.toHaveBeenCalled()
    expect(reload).not.toHaveBeenCalled()
  })

  test('offers a newer version when it is complete, and changes over only when told to', async () => {
    container.controller = new FakeWorker()
    const update = registerServiceWorker({ onOffer })
    await settle()
    const newer = new FakeWorker()
    container.registration.find(newer)
    expect(onOffer).not.toHaveBeenCalled()
    container.registration.waiting = newer
    newer.become('installed')
    expect(onOffer).toHaveBeenCalledTimes(1)
    expect(newer.told).toEqual([])

    update.apply()
    expect(newer.told).toEqual(['SKIP_WAITING'])
    expect(reload).not.toHaveBeenCalled()
    container.control(newer)
    expect(reload).toHaveBeenCalledTimes(1)
  })

  test('offers a version that has been waiting since an earlier visit', async () => {
    container.controller = new FakeWorker()
    container.registration.waiting = new FakeWorker()
    registerServiceWorker({ onOffer })
    await settle()
    expect(onOffer).toHaveBeenCalledTimes(1)
  })

  test('a page whose version another page replaced is offered to follow, not made to', async () => {
    container.controller = new FakeWorker()
    const update = registerServiceWorker({ onOffer })
    await settle()
    container.control(new FakeWorker())
    expect(onOffer).toHaveBeenCalledTimes(1)
    expect(reload).not.toHaveBeenCalled()
    update.apply()
    await vi.advanceTimersByTimeAsync(1)
    expect(reload).toHaveBeenCalledTimes(1)
  })

  test('reloads all the same when the new version does not take over', async () => {
    container.controller = new FakeWorker()
    container.registration.waiting = new FakeWorker()
    const update = registerServiceWorker({ onOffer })
    await settle()
    update.apply()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(reload).toHaveBeenCalled()
  })

  test.each([
    ['there is none', () => vi.stubGlobal('navigator', {})],
    [
      'even asking for it is forbidden',
      () =>
        vi.stubGlobal('navigator', {
          get serviceWorker() {
            throw new DOMException('denied', 'SecurityError')
          },
        }),
    ],
    [
      'registering is refused',
      () => {
        container.register = () => Promise.reject(new DOMException('no', 'NotSupportedError'))
      },
    ],
  ])('does no harm where %s', async (_name, prepare) => {
    prepare()
    const update = registerServiceWorker({ onOffer })
    await settle()
    update.check()
    update.apply()
    await vi.advanceTimersByTimeAsync(1)
    expect(onOffer).not.toHaveBeenCalled()
    expect(reload).toHaveBeenCalledTimes(1)
  })

  test('asks for a newer version, and does not mind being without the network', async () => {
    const update = registerServiceWorker({ onOffer })
    await settle()
    update.check()
    await settle()
    expect(container.registration.checks).toBe(1)
  })
})

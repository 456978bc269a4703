import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Platform, StorageEstimateBytes } from './platform'

/** What the browser says of storage and installation. */
export interface Device {
  readonly storage: ReadonlySignal<StorageEstimateBytes | undefined>
  /** Whether the browser promised not to clear it; none: not asked yet. */
  readonly isPersisted: ReadonlySignal<boolean | undefined>
  readonly installOffered: ReadonlySignal<boolean>
  measure(): Promise<void>
  /** Asks for lasting storage once, after the first useful act: browsers refuse visitors they do not know. */
  persist(): Promise<void>
}

export const createDevice = (platform: Platform): Device => {
  const storage = signal<StorageEstimateBytes | undefined>(undefined)
  const isPersisted = signal<boolean | undefined>(undefined)
  const installOffered = signal(false)
  platform.install.watch((offered) => {
    installOffered.value = offered
  })
  let isAsked = false
  return {
    storage,
    isPersisted,
    installOffered,
    measure: async () => {
      storage.value = await platform.estimate()
    },
    persist: async () => {
      if (isAsked) return
      isAsked = true
      isPersisted.value = await platform.persist()
    },
  }
}

import { type ReadonlySignal, signal } from '@preact/signals-core'
import { DEFAULT_SETTINGS } from '../store/settings-defaults'
import type { Settings, SettingsStore } from '../store/store'
import type { Notices } from './notices'

export interface Preferences {
  readonly settings: ReadonlySignal<Settings>
  /** Takes effect at once; that it could not be kept is told in a notice. */
  change(part: Partial<Settings>): void
  /** Takes over what the device has kept, but for what was changed since the start. */
  keepIn(store: SettingsStore): Promise<void>
}

export const createPreferences = (notices: Notices): Preferences => {
  const settings = signal(DEFAULT_SETTINGS)
  let changed: Partial<Settings> = {}
  let store: SettingsStore | undefined
  const write = async () => {
    const written = await store?.write(settings.value)
    if (written?.ok === false) notices.fault(written.error)
  }
  return {
    settings,
    change: (part) => {
      changed = { ...changed, ...part }
      settings.value = { ...settings.value, ...part }
      void write()
    },
    keepIn: async (kept) => {
      const read = await kept.read()
      store = kept
      if (!read.ok) return notices.fault(read.error)
      settings.value = { ...read.value, ...changed }
      if (Object.keys(changed).length > 0) await write()
    },
  }
}

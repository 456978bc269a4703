import type { Settings } from './store'

/** What holds until the user says otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  locale: 'vi',
  theme: 'system',
  textScale: 1,
  languages: [],
  preferredVariety: {},
  showDrafts: false,
  removed: [],
}

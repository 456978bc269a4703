import type { LanguageCode, VarietyId } from '../lexicon/ids'
import type { Connection } from './connection'
import { DEFAULT_SETTINGS } from './settings-defaults'
import type { Settings, SettingsStore } from './store'
import { isLanguageCode, isRecord, isVarietyId } from './unknown'

const KEY = 'settings'

export function createSettingsStore({ run }: Connection): SettingsStore {
  return {
    read: () => run(async (database) => parseSettings(await database.get('settings', KEY))),
    write: (settings) =>
      run(async (database) => {
        await database.put('settings', settings, KEY)
      }),
  }
}

/** What is understood of the value, over the defaults: it may be of an older or a newer release. */
export function parseSettings(value: unknown): Settings {
  const kept = isRecord(value) ? value : {}
  return {
    locale: oneOf(['vi', 'en'], kept.locale, DEFAULT_SETTINGS.locale),
    theme: oneOf(['system', 'light', 'dark'], kept.theme, DEFAULT_SETTINGS.theme),
    textScale: oneOf([1, 1.15, 1.3, 1.5], kept.textScale, DEFAULT_SETTINGS.textScale),
    languages: parseLanguages(kept.languages),
    preferredVariety: parseVarieties(kept.preferredVariety),
    showDrafts: kept.showDrafts === true,
    removed: parseLanguages(kept.removed),
    ...(kept.replaysTakes === false && { replaysTakes: false }),
  }
}

function oneOf<const T>(choices: readonly T[], value: unknown, otherwise: T): T {
  return choices.find((choice) => choice === value) ?? otherwise
}

const parseLanguages = (value: unknown): LanguageCode[] =>
  Array.isArray(value) ? value.filter(isLanguageCode) : []

function parseVarieties(value: unknown): Record<LanguageCode, VarietyId> {
  const varieties: Record<LanguageCode, VarietyId> = {}
  if (!isRecord(value)) return varieties
  for (const [language, variety] of Object.entries(value))
    if (isLanguageCode(language) && isVarietyId(variety)) varieties[language] = variety
  return varieties
}

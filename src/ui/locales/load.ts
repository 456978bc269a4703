import type { Settings } from '../../store/store'
import { type Texts, vi } from './vi'
import { type PageTexts, viPages } from './vi-pages'

export type Locale = Settings['locale']

export interface AllTexts {
  readonly texts: Texts
  readonly pageTexts: PageTexts
}

export const VIETNAMESE: AllTexts = { texts: vi, pageTexts: viPages }

/** Vietnamese is here with the frame; every other language is fetched. */
export const loadTexts = async (locale: Locale): Promise<AllTexts> => {
  if (locale === 'vi') return VIETNAMESE
  const [{ en }, { enPages }] = await Promise.all([import('./en'), import('./en-pages')])
  return { texts: en, pageTexts: enPages }
}

/** Signs of transcriptions in plain words. */
export const loadSounds = async (locale: Locale): Promise<Readonly<Record<string, string>>> =>
  locale === 'vi' ? (await import('./vi-sounds')).viSounds : (await import('./en-sounds')).enSounds

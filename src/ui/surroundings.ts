import { createContext } from 'preact'
import type { App } from '../app/app'
import type { Texts } from './locales/vi'

/** What every component behind the first screen may ask for without it being handed down. */
export interface Surroundings {
  readonly app: App
  readonly texts: Texts
  /** Names the page in the top bar and in the browser's. */
  readonly setTitle: (title: string | undefined) => void
}

export const SurroundingsContext = createContext<Surroundings | undefined>(undefined)

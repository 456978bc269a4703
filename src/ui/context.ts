import { useContext } from 'preact/hooks'
import type { App } from '../app/app'
import type { Texts } from './locales/vi'
import { type Surroundings, SurroundingsContext } from './surroundings'

export const useSurroundings = (): Surroundings => {
  const surroundings = useContext(SurroundingsContext)
  if (surroundings === undefined) throw new Error('Drawn outside the frame')
  return surroundings
}

export const useApp = (): App => useSurroundings().app
export const useTexts = (): Texts => useSurroundings().texts

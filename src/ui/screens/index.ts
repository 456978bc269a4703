import type { ComponentType } from 'preact'
import type { Pages } from '../../app/pages'
import type { Route, RouteName } from '../../app/routes'
import type { PageTexts } from '../locales/vi-pages'

/** Every page but the first is fetched when it is opened, or by the service worker before. */
export type PageName = Exclude<RouteName, 'home'>
type RoutesByName = { readonly [R in Route as R['name']]: R }
export type PageRoute<Name extends PageName = PageName> = RoutesByName[Name]

export interface ScreenProps<Name extends PageName> {
  readonly route: PageRoute<Name>
  readonly pages: Pages
  readonly texts: PageTexts
}

type Screens = { readonly [Name in PageName]: () => Promise<ComponentType<ScreenProps<Name>>> }

export const SCREENS: Screens = {
  entry: async () => (await import('./Entry')).Entry,
  concept: async () => (await import('./Concept')).Concept,
  browse: async () => (await import('./Browse')).Browse,
  topics: async () => (await import('./Topics')).Topics,
  domains: async () => (await import('./Domains')).Domains,
  favourites: async () => (await import('./Favourites')).Favourites,
  history: async () => (await import('./History')).History,
  misses: async () => (await import('./Misses')).Misses,
  library: async () => (await import('./Library')).Library,
  settings: async () => (await import('./Settings')).Settings,
  about: async () => (await import('./About')).About,
  record: async () => (await import('./Record')).Record,
  recordings: async () => (await import('./Recordings')).Recordings,
  'clip-review': async () => (await import('./ClipReview')).ClipReview,
  content: async () => (await import('./Content')).Content,
  unknown: async () => (await import('./Unknown')).Unknown,
}

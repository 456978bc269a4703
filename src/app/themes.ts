import type { Code } from '../lexicon/concept'
import type { ListRow } from '../pack/sections'
import type { App } from './app'
import type { Route } from './routes'
import type { Shelf } from './shelf'
import { createView, type View } from './view'

/** School topics and semantic domains: the two ways entries are gathered by what they mean. */
export type ThemeKind = 'topics' | 'domains'

export interface Theme extends Code<string> {
  readonly route: Route
  readonly grades?: string
  /** Entries in all languages that are here. */
  readonly count: number
}

export interface ThemesView {
  /** Whether packs are still on their way, so that counts will grow. */
  readonly isArriving: boolean
  readonly themes: readonly Theme[]
}

export interface ThemeView extends ThemesView {
  readonly theme?: Theme
  readonly languages: readonly { readonly shelf: Shelf; readonly rows: readonly ListRow[] }[]
}

export const openThemes = (app: App, kind: ThemeKind): View<ThemesView> =>
  createView<ThemesView>({ isArriving: true, themes: [] }, () => {
    const shelves = app.library.shelves.value
    return readThemes(shelves, kind)
  })

/** The entries of one topic or domain, language by language. */
export const openTheme = (app: App, kind: ThemeKind, code: string): View<ThemeView> =>
  createView<ThemeView>({ isArriving: true, themes: [], languages: [] }, () => {
    const shelves = app.library.shelves.value
    return readTheme(shelves, kind, code)
  })

const readTheme = async (
  shelves: readonly Shelf[],
  kind: ThemeKind,
  code: string,
): Promise<ThemeView> => {
  const all = await readThemes(shelves, kind)
  const theme = all.themes.find(({ id }) => id === code)
  const languages = await Promise.all(
    shelves.map(async (shelf) => ({
      shelf,
      rows: (await rowsByTheme(shelf, kind)).get(code) ?? [],
    })),
  )
  return theme === undefined ? { ...all, languages } : { ...all, theme, languages }
}

const readThemes = async (shelves: readonly Shelf[], kind: ThemeKind): Promise<ThemesView> => {
  const names = new Map<string, Omit<Theme, 'count'>>()
  const counts = new Map<string, number>()
  let isArriving = false
  for (const shelf of shelves) {
    const about = await shelf.dictionary?.about()
    if (about === undefined || !about.ok) {
      isArriving ||= shelf.status.kind !== 'absent' && shelf.status.kind !== 'failed'
      continue
    }
    const { topics, semanticDomains } = about.value
    if (kind === 'topics')
      for (const code of topics)
        names.set(code.id, { ...code, route: { name: 'topics', topic: code.id } })
    else
      for (const code of semanticDomains)
        names.set(code.id, { ...code, route: { name: 'domains', domain: code.id } })
    for (const [code, rows] of await rowsByTheme(shelf, kind))
      counts.set(code, (counts.get(code) ?? 0) + rows.length)
  }
  const themes = [...names.values()]
    .map((code) => ({ ...code, count: counts.get(code.id) ?? 0 }))
    .filter(({ count }) => count > 0)
  return { isArriving, themes }
}

const rowsByTheme = async (
  { dictionary }: Shelf,
  kind: ThemeKind,
): Promise<ReadonlyMap<string, readonly ListRow[]>> => {
  const groups = await dictionary?.groups()
  if (dictionary === undefined || groups === undefined || !groups.ok) return new Map()
  const numbers = kind === 'topics' ? groups.value.byTopic : groups.value.byDomain
  return new Map(
    Object.entries(numbers).map(([code, list]) => [
      code,
      list
        .flatMap((number) => dictionary.listRow(number) ?? [])
        .filter(({ shown }) => shown === 'default'),
    ]),
  )
}

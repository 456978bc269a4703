import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { FullEntry } from '../lexicon/full-entry'
import type { Source } from '../lexicon/source'
import type { ListRow } from '../pack/sections'
import type { TextHit, TextIndex, TextIndexEntry } from '../search/text-index'
import type { App } from './app'
import { listRows } from './entry-index'
import type { Shelf } from './shelf'

const SHOWN_FINDS = 80

export interface ContentFind {
  readonly shelf: Shelf
  readonly row: ListRow
  readonly hit: TextHit
}

export type ContentView =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'found'
      readonly query: string
      readonly finds: readonly ContentFind[]
      /** Languages whose pack has not all arrived: not searched. */
      readonly missing: readonly Shelf[]
    }

/** Search through everything that can be read: examples, notes, definitions, sources. */
export interface ContentSearch {
  readonly view: ReadonlySignal<ContentView>
  find(query: string): Promise<void>
}

export const createContentSearch = (app: App): ContentSearch => {
  const view = signal<ContentView>({ kind: 'idle' })
  let index: TextIndex | undefined
  let indexed = ''
  let missing: readonly Shelf[] = []
  let asked = 0

  const build = async () => {
    const drafts = app.preferences.settings.value.showDrafts
    const shelves = app.library.shelves.value
    const key = `${drafts} ${shelves
      .map(({ language, installed, status }) => `${language} ${installed?.head} ${status.kind}`)
      .join()}`
    if (index !== undefined && key === indexed) return
    const read = await Promise.all(shelves.map((shelf) => readAll(shelf, drafts)))
    missing = shelves.filter((_, i) => read[i] === undefined)
    const { createTextIndex } = await import('../search/text-index')
    index = createTextIndex(read.flatMap((entries) => entries ?? []))
    indexed = key
  }

  return {
    view,
    find: async (query) => {
      const mine = ++asked
      if (query.trim() === '') {
        view.value = { kind: 'idle' }
        return
      }
      view.value = { kind: 'reading' }
      await build()
      if (mine !== asked || index === undefined) return
      const shelves = new Map(app.library.shelves.value.map((shelf) => [shelf.language, shelf]))
      const finds = index.find(query, SHOWN_FINDS).flatMap((find) => {
        const shelf = shelves.get(find.language)
        const row = shelf?.dictionary?.listRow(find.number)
        return shelf === undefined || row === undefined ? [] : [{ shelf, row, hit: find }]
      })
      view.value = { kind: 'found', query, finds, missing }
    },
  }
}

/** None: the pack has not all arrived. */
const readAll = async (
  { language, dictionary }: Shelf,
  drafts: boolean,
): Promise<TextIndexEntry[] | undefined> => {
  const about = await dictionary?.about()
  if (dictionary === undefined || about === undefined || !about.ok) return undefined
  const entries: TextIndexEntry[] = []
  for (const { number, shown } of listRows(dictionary)) {
    if (shown !== 'default') continue
    const entry = await dictionary.entry(number, { drafts })
    if (!entry.ok) return undefined
    if (entry.value === undefined) continue
    const sources = sourceNames(entry.value, about.value.sources)
    entries.push({ language, entry: entry.value, sources })
  }
  return entries
}

const sourceNames = ({ forms, senses }: FullEntry, sources: readonly Source[]): string[] => {
  const ids = new Set([...forms, ...senses].map(({ source }) => source))
  return sources
    .filter(({ id }) => ids.has(id))
    .map(({ authors, title, year }) => `${authors} ${year}. ${title}`)
}

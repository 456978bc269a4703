import type { FullEntry } from '../lexicon/full-entry'
import type { ConceptId, EntryId, LanguageCode } from '../lexicon/ids'
import type { Dictionary, DictionaryError } from '../pack/dictionary'
import type { ListRow, PackAbout, PackConcept } from '../pack/sections'
import type { App } from './app'
import { entryNumber } from './entry-index'
import type { Shelf } from './shelf'
import { createView, type View } from './view'

export type EntryView =
  | { readonly kind: 'opening' }
  | ({ readonly kind: 'open' } & OpenEntry)
  /** The list row is here, the rest is still on its way. */
  | { readonly kind: 'arriving'; readonly shelf: Shelf; readonly row?: ListRow }
  | { readonly kind: 'pack-absent'; readonly shelf: Shelf }
  | { readonly kind: 'moved'; readonly successor: EntryId }
  | { readonly kind: 'withdrawn'; readonly reason: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed'; readonly fault: DictionaryError }

export interface OpenEntry {
  readonly shelf: Shelf
  readonly dictionary: Dictionary
  readonly row: ListRow
  readonly full: FullEntry
  readonly about: PackAbout
  readonly elsewhere: readonly ConceptElsewhere[]
}

/** One concept of the entry, in the other languages. */
export interface ConceptElsewhere {
  readonly concept: PackConcept
  readonly languages: readonly { readonly shelf: Shelf; readonly rows: readonly ListRow[] }[]
}

/** The page of an entry; it fills itself as the pack arrives. */
export const openEntry = (app: App, language: LanguageCode, id: EntryId): View<EntryView> =>
  createView<EntryView>({ kind: 'opening' }, () => {
    const shelves = app.library.shelves.value
    const drafts = app.preferences.settings.value.showDrafts
    const shelf = shelves.find((other) => other.language === language)
    if (shelf === undefined) return { kind: 'unknown' }
    const { dictionary, status } = shelf
    if (dictionary === undefined)
      return status.kind === 'absent' || status.kind === 'failed'
        ? { kind: 'pack-absent', shelf }
        : { kind: 'arriving', shelf }
    return readEntry(shelf, dictionary, shelves, id, drafts)
  })

const readEntry = async (
  shelf: Shelf,
  dictionary: Dictionary,
  shelves: readonly Shelf[],
  id: EntryId,
  drafts: boolean,
): Promise<EntryView> => {
  const number = entryNumber(dictionary, id)
  const row = number === undefined ? undefined : dictionary.listRow(number)
  const about = await dictionary.about()
  if (!about.ok) return unreadable(shelf, about.error, row)
  if (row === undefined) return retiredView(about.value, id)
  const full = await dictionary.entry(row.number, { drafts })
  if (!full.ok) return unreadable(shelf, full.error, row)
  if (full.value === undefined) return { kind: 'unknown' }
  const elsewhere = await conceptsElsewhere(shelf, shelves, full.value, about.value)
  return { kind: 'open', shelf, dictionary, row, full: full.value, about: about.value, elsewhere }
}

const unreadable = (shelf: Shelf, error: DictionaryError, row: ListRow | undefined): EntryView => {
  if (error.kind !== 'not-here-yet') return { kind: 'failed', fault: error }
  return row === undefined ? { kind: 'arriving', shelf } : { kind: 'arriving', shelf, row }
}

const retiredView = ({ retired }: PackAbout, id: EntryId): EntryView => {
  const row = retired.find((other) => other.id === id)
  if (row === undefined) return { kind: 'unknown' }
  // The pack's codec has earned the brand of every id in it.
  return row.successor === undefined
    ? { kind: 'withdrawn', reason: row.reason }
    : { kind: 'moved', successor: row.successor as EntryId }
}

const conceptsElsewhere = async (
  shelf: Shelf,
  shelves: readonly Shelf[],
  { senses }: FullEntry,
  { concepts }: PackAbout,
): Promise<ConceptElsewhere[]> => {
  const ids = new Set(senses.flatMap(({ concept }) => concept ?? []))
  const others = shelves.filter(({ language }) => language !== shelf.language)
  return Promise.all(
    concepts
      .filter(({ id }) => ids.has(id))
      .map(async (concept) => ({
        concept,
        languages: await Promise.all(
          others.map(async (other) => ({ shelf: other, rows: await rowsOf(other, concept.id) })),
        ),
      })),
  )
}

const rowsOf = async ({ dictionary }: Shelf, concept: ConceptId): Promise<ListRow[]> => {
  const groups = await dictionary?.groups()
  if (dictionary === undefined || groups === undefined || !groups.ok) return []
  return (groups.value.byConcept[concept] ?? [])
    .flatMap((number) => dictionary.listRow(number) ?? [])
    .filter(({ shown }) => shown === 'default')
}

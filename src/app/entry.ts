import type { FullEntry } from '../lexicon/full-entry'
import type { ConceptId, EntryId, LanguageCode } from '../lexicon/ids'
import type { Retired } from '../lexicon/retired'
import type { Dictionary, DictionaryError } from '../pack/dictionary'
import type { ListRow, PackAbout, PackConcept } from '../pack/sections'
import type { App } from './app'
import { rowById } from './entry-index'
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
  /** Unconfirmed, and the reader has not asked to see such entries. */
  | { readonly kind: 'draft' }
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
    const shelf = app.library.shelves.value.find((other) => other.language === language)
    if (shelf === undefined) return { kind: 'unknown' }
    const { dictionary, status } = shelf
    if (dictionary === undefined)
      return status.kind === 'absent' || status.kind === 'failed'
        ? { kind: 'pack-absent', shelf }
        : { kind: 'arriving', shelf }
    return readEntry(app, shelf, dictionary, id)
  })

const readEntry = async (
  app: App,
  shelf: Shelf,
  dictionary: Dictionary,
  id: EntryId,
): Promise<EntryView> => {
  const shelves = app.library.shelves.value
  const drafts = app.preferences.settings.value.showDrafts
  const row = rowById(dictionary, id)
  const about = await dictionary.about()
  if (!about.ok) return unreadable(shelf, about.error, row)
  if (row === undefined) {
    const view = retiredView(dictionary, about.value, id)
    return view.kind === 'unknown' && (await isHiddenDraft(app, shelf, id))
      ? { kind: 'draft' }
      : view
  }
  const full = await dictionary.entry(row.number, { drafts })
  if (!full.ok) return unreadable(shelf, full.error, row)
  if (full.value === undefined) return { kind: 'unknown' }
  const elsewhere = await conceptsElsewhere(shelf, shelves, full.value, about.value)
  return { kind: 'open', shelf, dictionary, row, full: full.value, about: about.value, elsewhere }
}

/** False as well where the drafts are not on the device and cannot be had. */
const isHiddenDraft = async (app: App, shelf: Shelf, id: EntryId): Promise<boolean> => {
  if (app.preferences.settings.value.showDrafts) return false
  const { unconfirmed } = await app.pages()
  const dictionary = await unconfirmed.open(shelf)
  return dictionary !== undefined && rowById(dictionary, id) !== undefined
}

const unreadable = (shelf: Shelf, error: DictionaryError, row: ListRow | undefined): EntryView => {
  if (error.kind !== 'not-here-yet') return { kind: 'failed', fault: error }
  return row === undefined ? { kind: 'arriving', shelf } : { kind: 'arriving', shelf, row }
}

/** Follows an id that is no longer used to what is shown instead, over several retirements if need be. */
const retiredView = (dictionary: Dictionary, { retired }: PackAbout, id: string): EntryView => {
  let row = retired.find((other) => other.id === id)
  if (row === undefined) return { kind: 'unknown' }
  for (let step = 0; row !== undefined && step < retired.length; step++) {
    const { successor, reason }: Retired = row
    if (successor === undefined) return { kind: 'withdrawn', reason }
    const entry = rowById(dictionary, successor)
    if (entry !== undefined) return { kind: 'moved', successor: entry.id }
    row = retired.find((other) => other.id === successor)
  }
  return { kind: 'unknown' }
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

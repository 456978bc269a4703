import type { Form } from '../lexicon/form'
import type { FullEntry } from '../lexicon/full-entry'
import type { ConceptId } from '../lexicon/ids'
import type { Variety } from '../lexicon/variety'
import type { Dictionary } from '../pack/dictionary'
import type { ListRow, PackConcept } from '../pack/sections'
import type { App } from './app'
import type { Shelf } from './shelf'
import { createView, type View } from './view'

export type CompareView =
  | { readonly kind: 'opening' }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'open'
      readonly concept: PackConcept
      readonly columns: readonly ComparedLanguage[]
    }

export interface ComparedLanguage {
  readonly shelf: Shelf
  /** Not here: its pack is away or has not all arrived. */
  readonly isHere: boolean
  readonly varieties: readonly ComparedVariety[]
}

export interface ComparedVariety {
  readonly variety: Variety
  readonly forms: readonly { readonly form: Form; readonly row: ListRow }[]
}

/** One concept in every language and its varieties, those recorded elsewhere among them. */
export const openCompare = (app: App, id: ConceptId): View<CompareView> =>
  createView<CompareView>({ kind: 'opening' }, () => {
    const shelves = app.library.shelves.value
    return readCompare(shelves, id)
  })

const readCompare = async (shelves: readonly Shelf[], id: ConceptId): Promise<CompareView> => {
  const columns = await Promise.all(shelves.map((shelf) => compareIn(shelf, id)))
  const concept = await conceptOf(shelves, id)
  if (concept !== undefined) return { kind: 'open', concept, columns }
  return columns.every(({ isHere }) => isHere) ? { kind: 'unknown' } : { kind: 'opening' }
}

const conceptOf = async (
  shelves: readonly Shelf[],
  id: ConceptId,
): Promise<PackConcept | undefined> => {
  for (const { dictionary } of shelves) {
    const about = await dictionary?.about()
    if (about === undefined || !about.ok) continue
    const concept = about.value.concepts.find((other) => other.id === id)
    if (concept !== undefined) return concept
  }
  return undefined
}

const compareIn = async (shelf: Shelf, id: ConceptId): Promise<ComparedLanguage> => {
  const { dictionary } = shelf
  const groups = await dictionary?.groups()
  if (dictionary === undefined || groups === undefined || !groups.ok)
    return { shelf, isHere: false, varieties: [] }
  const entries: { row: ListRow; full: FullEntry }[] = []
  for (const number of groups.value.byConcept[id] ?? []) {
    const row = dictionary.listRow(number)
    const full = await dictionary.entry(number, { drafts: false })
    if (row !== undefined && full.ok && full.value !== undefined)
      entries.push({ row, full: full.value })
  }
  return { shelf, isHere: true, varieties: byVariety(dictionary, entries) }
}

const byVariety = (
  { meta }: Dictionary,
  entries: readonly { readonly row: ListRow; readonly full: FullEntry }[],
): ComparedVariety[] =>
  [...meta.varieties]
    .sort((a, b) => a.rank - b.rank)
    .map((variety) => ({
      variety,
      forms: entries.flatMap(({ row, full }) =>
        full.forms.filter((form) => form.variety === variety.id).map((form) => ({ form, row })),
      ),
    }))
    .filter(({ forms }) => forms.length > 0)

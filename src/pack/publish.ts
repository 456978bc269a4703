import type { Entry } from '../lexicon/entry'
import type { Form } from '../lexicon/form'
import type { FullEntry } from '../lexicon/full-entry'
import { groupBy } from '../lexicon/group-by'
import type { EntryId, Licence, SenseId } from '../lexicon/ids'
import type { Lexicon, Row } from '../lexicon/lexicon'
import type { Media } from '../lexicon/media'
import { type ReviewState, weakestState } from '../lexicon/review'
import type { Sense } from '../lexicon/sense'
import { compareForms } from './form-order'
import type { ListRow, PackMeta } from './sections'

export interface PublishedEntries {
  /** By number; attested and reviewed rows only, none under a share-alike licence. */
  readonly published: readonly FullEntry[]
  /** Entries that have drafts, with all they have but what was rejected: each stands in for its like above. */
  readonly drafts: readonly FullEntry[]
  /** Forms under a share-alike licence, by entry number. */
  readonly shareAlike: ReadonlyMap<number, readonly Form[]>
}

/**
 * What of a lexicon leaves it. An entry is published when at least a form and a sense of it are; where
 * its headword is a draft, the first published form stands in. Rejected rows, and rows whose licence
 * allows neither publication nor a section apart, never leave.
 */
export const fullEntries = (lexicon: Lexicon): PublishedEntries => {
  const rows = groupedRows(lexicon)
  const byNumber = [...lexicon.entries]
    .map(({ value }) => value)
    .sort((a, b) => a.number - b.number)
  const select = (entry: Entry, leaves: (row: Judged) => boolean) =>
    selectEntry(rows, entry, (row) => leaves(row) && rows.publishOf(row.licence) === 'yes')

  const published: FullEntry[] = []
  const drafts: FullEntry[] = []
  const shareAlike = new Map<number, readonly Form[]>()
  for (const entry of byNumber) {
    const full = select(entry, isConfirmed)
    if (full) published.push(full)
    const withDrafts = rows.hasDrafts(entry) ? select(entry, isNotRejected) : undefined
    if (withDrafts) drafts.push(withDrafts)
    const apart = rows
      .formsOf(entry)
      .filter((form) => isConfirmed(form) && rows.publishOf(form.licence) === 'apart')
    if (apart.length > 0 && (full || withDrafts)) shareAlike.set(entry.number, apart)
  }
  return {
    published: withLivingRelations(published, published),
    drafts: withLivingRelations(drafts, [...published, ...drafts]),
    shareAlike,
  }
}

/**
 * What a result list shows of an entry. Pure, and the same on the device, which derives the `list`
 * section anew after a delta. Forms are in the order fullEntries gives them.
 */
export const listRow = (
  { entry, forms, senses }: FullEntry,
  { varieties, notationOrder }: Pick<PackMeta, 'varieties' | 'notationOrder'>,
): ListRow => {
  const headword = forms.find(({ id }) => id === entry.headwordForm)
  const kind = headword?.kind ?? 'spelling'
  const transcription =
    kind === 'spelling' ? preferredTranscription(forms, varieties, notationOrder) : undefined
  const compareOnly = new Set(
    varieties.flatMap(({ id, shown }) => (shown === 'compare' ? [id] : [])),
  )
  const classifierVi = senses[0]?.classifierVi
  return {
    number: entry.number,
    id: entry.id,
    headword: entry.headword,
    headwordKind: kind,
    ...(entry.homograph !== undefined && { homograph: entry.homograph }),
    variety: entry.variety,
    ...(transcription && { transcription: transcription.text }),
    glossesVi: [...new Set(senses.flatMap(({ glossVi }) => glossVi))],
    ...(classifierVi !== undefined && { classifierVi }),
    glossesEn: [...new Set(senses.flatMap(({ glossEn }) => glossEn))],
    reviewState: weakestState([...forms, ...senses].map(({ reviewState }) => reviewState)),
    shown: forms.every(({ variety }) => compareOnly.has(variety)) ? 'compare' : 'default',
  }
}

/** By notation, then by variety; a source that names no variety comes last. */
const preferredTranscription = (
  forms: readonly Form[],
  varieties: PackMeta['varieties'],
  notationOrder: PackMeta['notationOrder'],
): Form | undefined => {
  const varietyPlace = new Map(varieties.map(({ id, rank }) => [id, rank === 0 ? LAST : rank]))
  const placeOf = ({ notation, variety }: Form): readonly [number, number] => [
    notation === undefined ? LAST : notationOrder.indexOf(notation),
    varietyPlace.get(variety) ?? LAST,
  ]
  return forms
    .filter((form) => form.kind === 'transcription')
    .map((form) => ({ form, place: placeOf(form) }))
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])[0]?.form
}

const LAST = 1e9

interface Judged {
  readonly reviewState: ReviewState
  readonly licence: Licence
}

const isConfirmed = ({ reviewState }: Judged) =>
  reviewState === 'attested' || reviewState === 'reviewed'
const isNotRejected = ({ reviewState }: Judged) => reviewState !== 'rejected'

const selectEntry = (
  rows: ReturnType<typeof groupedRows>,
  entry: Entry,
  leaves: (row: Judged) => boolean,
): FullEntry | undefined => {
  const kept = rows.formsOf(entry).filter(leaves)
  const senses = rows.sensesOf(entry).filter(leaves)
  const first = kept.find(({ id }) => id === entry.headwordForm) ?? kept[0]
  if (first === undefined || senses.length === 0) return undefined
  return {
    entry: first.id === entry.headwordForm ? entry : listedUnder(entry, first),
    forms: [first, ...kept.filter((form) => form !== first)],
    senses,
    examples: senses.flatMap(({ id }) => rows.examplesOf(id)).filter(leaves),
    relations: [entry.id, ...senses.map(({ id }) => id)].flatMap(rows.relationsOf),
    media: rows.mediaOf(entry).filter(leaves).map(withoutPrivate),
  }
}

/** What stays with the editors: the speaker's age, and the file as it came, whose name may tell more than was agreed. */
export const withoutPrivate = ({
  speakerBirthYear: _,
  original: __,
  originalSha256: ___,
  ...media
}: Media): Media => media

/** The homograph number goes with the headword that is left out. */
const listedUnder = ({ homograph: _, ...entry }: Entry, form: Form): Entry => ({
  ...entry,
  headwordForm: form.id,
  headword: form.text,
  variety: form.variety,
})

/** Without relations that would lead to an entry or sense that is not there. */
const withLivingRelations = (
  entries: readonly FullEntry[],
  there: readonly FullEntry[],
): readonly FullEntry[] => {
  const ids = new Set<string>()
  for (const { entry, senses } of there) for (const { id } of [entry, ...senses]) ids.add(id)
  return entries.map((full) => ({
    ...full,
    relations: full.relations.filter(({ to }) => ids.has(to)),
  }))
}

/** The lexicon's rows by what they hang on, in the order they are shown. */
const groupedRows = (lexicon: Lexicon) => {
  const forms = groupBy(valuesOf(lexicon.forms), ({ entry }) => entry)
  const senses = groupBy(valuesOf(lexicon.senses), ({ entry }) => entry)
  const examples = groupBy(valuesOf(lexicon.examples), ({ sense }) => sense)
  const relations = groupBy(valuesOf(lexicon.relations), ({ from }) => from)
  const media = groupBy(valuesOf(lexicon.media), ({ entry }) => entry)
  const publish = new Map(lexicon.shared.licences.map(({ value }) => [value.id, value.publish]))

  const order = compareForms(
    lexicon.varieties.map(({ value }) => value),
    lexicon.shared.notations.map(({ value }) => value),
  )
  for (const list of forms.values()) list.sort(order)
  const isDraft = (row: Judged) => row.reviewState === 'draft'
  const sensesOf = ({ id }: { readonly id: EntryId }): readonly Sense[] => senses.get(id) ?? []
  const formsOf = ({ id }: { readonly id: EntryId }): readonly Form[] => forms.get(id) ?? []
  const examplesOf = (id: SenseId) => examples.get(id) ?? []
  const mediaOf = ({ id }: { readonly id: EntryId }) => media.get(id) ?? []
  return {
    formsOf,
    sensesOf,
    examplesOf,
    mediaOf,
    relationsOf: (id: string) => relations.get(id) ?? [],
    publishOf: (licence: Licence) => publish.get(licence) ?? 'no',
    hasDrafts: (entry: Entry) =>
      formsOf(entry).some(isDraft) ||
      sensesOf(entry).some((sense) => isDraft(sense) || examplesOf(sense.id).some(isDraft)) ||
      mediaOf(entry).some(isDraft),
  }
}

const valuesOf = <Value>(rows: readonly Row<Value>[]): readonly Value[] =>
  rows.map(({ value }) => value)

import type { Row } from '../../lexicon/lexicon'
import type { Problem } from '../../lexicon/problem'
import type { Orthography } from '../../text/orthography'
import { hasPhoneticSigns } from '../../text/transcription'
import type { ContentTable } from '../content'
import type { Attribution } from '../format'
import { COLUMNS } from './columns'
import type { Draft, EntryDraft } from './entry-draft'
import type { Values } from './read-row'

/** The residue of unknown columns belongs to this layout, in whichever of its formats it came. */
export const RESIDUE_FORMAT = 'wide-csv'

export interface Building {
  readonly orthography: Orthography
  readonly attribution: Attribution
  /** For rows that name their source and no licence. */
  readonly licenceBySource: ReadonlyMap<unknown, unknown>
  /** Ids that rows have of their own. */
  readonly taken: ReadonlySet<unknown>
}

/** Records by table, as they are put together. */
export type Tables = { readonly [Name in ContentTable]: Row<unknown>[] }

/** Puts the records of an entry into `tables`; `base`: what ids that it lacks begin with. */
export const buildEntry = (
  { entry, headword, records, unknown }: EntryDraft,
  base: string,
  tables: Tables,
  building: Building,
): void => {
  const { attribution } = building
  const give = idGiver(building.taken)
  const id = entry.values.id ?? base
  const variety = entry.values.variety ?? attribution.variety
  const headwordForm = headword.values.id ?? give(`${base}-f`)
  put(tables.entries, entry, { number: 0, ...entry.values, id, variety, headwordForm })

  const putForm = (form: Draft, values: Values): void =>
    put(tables.forms, form, {
      ...attested(form, building),
      kind: kindOf(values, building.orthography),
      ...values,
      entry: id,
    })
  // The form that the headword points to may stand among the others.
  const standsBelow = records.form?.some((form) => form.values.id === headwordForm) === true
  if (!standsBelow || Object.keys(headword.values).length > 1) {
    const { headword: text } = entry.values
    putForm(headword, { ...headword.values, id: headwordForm, text, variety })
  }
  for (const form of records.form ?? [])
    putForm(form, { variety, ...form.values, id: form.values.id ?? give(`${base}-f`) })

  const idOfSense = new Map<Draft | undefined, unknown>()
  for (const sense of records.sense ?? []) {
    const senseId = sense.values.id ?? give(`${base}-s`)
    idOfSense.set(sense, senseId)
    put(tables.senses, sense, {
      ...{ glossVi: [], glossEn: [], topics: [] },
      ...attested(sense, building),
      ...sense.values,
      ...{ id: senseId, entry: id },
    })
  }
  for (const example of records.example ?? []) {
    const sense = example.values.sense ?? idOfSense.get(example.sense)
    const under = example.values.sense ?? example.sense?.values.id ?? sense
    const prefix = String(under).startsWith(base) ? `${String(under)}-x` : `${base}-x`
    put(tables.examples, example, {
      ...attested(example, building),
      ...{ variety, ...example.values },
      ...{ id: example.values.id ?? give(prefix), sense },
    })
  }
  for (const relation of records.relation ?? []) {
    const { source } = attested(relation, building)
    const ids = { id: relation.values.id ?? give(`${base}-r`) }
    put(tables.relations, relation, { source, from: id, ...relation.values, ...ids })
  }
  for (const media of records.media ?? []) {
    const { sourceRow: _, ...terms } = attested(media, building)
    const ids = { id: media.values.id ?? give(`${base}-m`), entry: id }
    put(tables.media, media, { ...terms, variety, ...media.values, ...ids })
  }
  for (const { position, raw, sense, from } of unknown) {
    const owner = idOfSense.get(sense) ?? id
    const draft: Draft = { values: {}, from, group: 'residue' }
    put(tables.residue, draft, { owner, format: RESIDUE_FORMAT, position, raw })
  }
  for (const residue of records.residue ?? []) putResidue(tables, residue, { owner: id })
}

/** Residue under columns of its own; what belongs to no entry has no owner. */
export const putResidue = (tables: Tables, residue: Draft, owner: Values = {}): void =>
  put(tables.residue, residue, {
    ...owner,
    ...{ format: RESIDUE_FORMAT, position: '', raw: '' },
    ...residue.values,
  })

/** What nobody can fill in for the writer of the file, where it is missing. */
export const missingIn = ({ records }: EntryDraft): Problem[] =>
  Object.values(records).flatMap((drafts) =>
    drafts.flatMap(({ group, values, from, sense }) =>
      (NEEDED[group] ?? [])
        .filter((path) => !(path === 'example.sense' && sense !== undefined))
        .flatMap((path): Problem[] => {
          const column = COLUMNS.find((known) => known.path === path)!
          if (values[column.property] !== undefined) return []
          const at = {
            ...from.plan.placeOf(from.row, group, column.field.column),
            column: path,
          }
          return [{ code: 'missing-value', severity: 'error', at }]
        }),
    ),
  )

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  form: ['form.text'],
  example: ['example.text', 'example.sense'],
  relation: ['relation.kind', 'relation.to'],
  media: ['media.kind', 'media.path', 'media.sha256'],
}

/** What holds for a record that does not say it: what its row says, else what its file is said to be. */
const attested = ({ values, from }: Draft, building: Building) => {
  const { attribution, licenceBySource } = building
  const { shared } = from
  const told = values.source ?? shared.source
  return {
    source: told ?? attribution.source,
    sourceRow: shared.sourceRow ?? String(from.row.place().row),
    licence: shared.licence ?? licenceBySource.get(told) ?? attribution.licence,
    reviewState: shared.reviewState ?? attribution.reviewState,
  }
}

const kindOf = ({ text, notation }: Values, orthography: Orthography) =>
  notation !== undefined || hasPhoneticSigns(String(text), orthography)
    ? 'transcription'
    : 'spelling'

/** Ids with a running number for each beginning, none that a row has already. */
const idGiver = (taken: ReadonlySet<unknown>): ((prefix: string) => string) => {
  const last = new Map<string, number>()
  return (prefix) => {
    let n = (last.get(prefix) ?? 0) + 1
    while (taken.has(prefix + n)) n++
    last.set(prefix, n)
    return prefix + n
  }
}

const put = (rows: Row<unknown>[], { from, group }: Draft, value: object): void => {
  // Not the whole of `from`: as long as the place can be asked for, what it holds stays in memory.
  const { plan, row } = from
  rows.push({ value, place: (column) => plan.placeOf(row, group, column) })
}

import type { Entry } from '../../lexicon/entry'
import type { Form } from '../../lexicon/form'
import type { EntryId, FormId, SenseId, VarietyId } from '../../lexicon/ids'
import type { Row } from '../../lexicon/lexicon'
import type { Residue } from '../../lexicon/retired'
import type { Sense } from '../../lexicon/sense'
import type { Meaning } from './concepts'
import type { DatasetRow } from './dataset'
import { splitForms } from './split-forms'

/** The residue of word lists, whichever table it stood in. */
export const RESIDUE_FORMAT = 'cldf-wordlist'

/** Records by table, as they are gathered. */
export interface Gathered {
  readonly entries: Row<Entry>[]
  readonly forms: Row<Form>[]
  readonly senses: Row<Sense>[]
  readonly residue: Row<Residue>[]
}

/** What a row of a list says, and what holds where it does not. */
export interface Word {
  /** What the ids of its records begin with. */
  readonly base: string
  readonly row: DatasetRow
  readonly foreignId: string
  readonly variety: VarietyId
  readonly text: string
  /** The cell that the text stands for, where it says something else. */
  readonly sourceText: string | undefined
  readonly separator: string | undefined
  readonly meanings: readonly Meaning[]
  /** Of its form, and of the sense as far as it has the same. */
  readonly form: Pick<Form, 'kind' | 'source' | 'sourceRow' | 'licence' | 'reviewState'> &
    Partial<Pick<Form, 'notation' | 'practice' | 'note'>>
  /** Whether the list names the source itself. */
  readonly saysSource: boolean
  /** Cells that no field holds, by column. */
  readonly rest: Readonly<Record<string, string>>
  /** The table they stand in. */
  readonly table: string
}

/** An entry that words were added to. */
export interface AddedEntry {
  readonly base: string
  /** How many forms it has. */
  readonly forms: number
}

/** Adds the entry of a word with its forms, senses and residue. */
export const addEntry = (gathered: Gathered, word: Word): AddedEntry => {
  const { base, row, variety, form, meanings } = word
  const entry = base as EntryId
  const { source, sourceRow, licence, reviewState } = form
  const added = addForms(gathered, word, { base, forms: 0 })
  put(gathered.entries, row, {
    id: entry,
    number: 0,
    variety,
    headwordForm: `${base}-f1` as FormId,
    headword: splitForms(word.text, word.separator)[0]?.text ?? word.text,
    foreignId: word.foreignId,
  })
  for (const [index, { sense, unknownConcept }] of meanings.entries()) {
    const id = `${base}-s${index + 1}` as SenseId
    const isOfSource = (gloss: string | undefined) => gloss !== undefined && word.saysSource
    put(gathered.senses, row, {
      id,
      entry,
      ...(isOfSource(sense.glossVi[0]) && { glossViSource: source }),
      ...(isOfSource(sense.glossEn[0]) && { glossEnSource: source }),
      ...sense,
      topics: [],
      source,
      sourceRow,
      licence,
      reviewState,
    })
    if (unknownConcept !== undefined)
      put(gathered.residue, row, residue(id, 'Concepticon_ID', unknownConcept))
  }
  return added
}

/** Adds the forms of a word to an entry that has words already. */
export const addForms = (
  gathered: Gathered,
  { row, text, separator, sourceText, variety, form, rest, table }: Word,
  { base, forms }: AddedEntry,
): AddedEntry => {
  const parts = splitForms(text, separator)
  for (const [index, part] of parts.entries())
    put(gathered.forms, row, {
      id: `${base}-f${forms + index + 1}` as FormId,
      entry: base as EntryId,
      variety,
      ...form,
      ...(sourceText !== undefined && { sourceText }),
      ...part,
    })
  if (Object.keys(rest).length > 0)
    put(gathered.residue, row, residue(`${base}-f${forms + 1}`, table, JSON.stringify(rest)))
  return { base, forms: forms + parts.length }
}

export const residue = (owner: string, position: string, raw: string): Residue => ({
  owner,
  format: RESIDUE_FORMAT,
  position,
  raw,
})

const put = <Value>(rows: Row<Value>[], row: DatasetRow, value: Value): void => {
  rows.push({
    value,
    place: (column) => ({ ...row.place(), ...(column !== undefined && { column }) }),
  })
}

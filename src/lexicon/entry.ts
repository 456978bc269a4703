import type { FieldsOf } from './field'
import type { EntryId, FormId, VarietyId } from './ids'

/** One headword with all that is said about it. */
export interface Entry {
  readonly id: EntryId
  /** Stable number of the entry inside packs, 1 to 2^32 − 1: assigned once, never reused. */
  readonly number: number
  /** The variety of the headword's form. */
  readonly variety: VarietyId
  /** The form the entry is listed and sorted under. */
  readonly headwordForm: FormId
  /** The text of that form, repeated so that the table can be read; the checks hold the two equal. */
  readonly headword: string
  /** 1, 2 …: tells apart entries with one headword. */
  readonly homograph?: number
  /** The id the entry has elsewhere: a LIFT guid, a source's own number. */
  readonly foreignId?: string
  readonly note?: string
}

/**
 * Every field of an entry. The CSV reader and writer, the checks, the pack codec and the entry view
 * walk this table, so a new field is one line here and one in {@link Entry}.
 */
export const ENTRY_FIELDS = {
  id: { column: 'ID', kind: 'id', required: true },
  number: { column: 'Number', kind: 'number', required: true },
  variety: { column: 'Language_ID', kind: 'reference', of: 'variety', required: true },
  headwordForm: { column: 'Headword_Form_ID', kind: 'reference', of: 'form', required: true },
  headword: { column: 'Headword', kind: 'text', required: true },
  homograph: { column: 'Homograph_Number', kind: 'number' },
  foreignId: { column: 'Foreign_ID', kind: 'text' },
  note: { column: 'Note', kind: 'text' },
} as const satisfies FieldsOf<Entry>

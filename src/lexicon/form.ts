import type { FieldsOf } from './field'
import type { EntryId, FormId, Licence, Notation, PracticeCode, SourceId, VarietyId } from './ids'
import { REVIEW_STATES, type ReviewState } from './review'

/** A spelling, transcription or variant of an entry, as one source attests it. */
export interface Form {
  readonly id: FormId
  readonly entry: EntryId
  readonly variety: VarietyId
  /** `spelling`: written in an orthography of the language. `transcription`: in a phonetic notation. */
  readonly kind: 'spelling' | 'transcription'
  readonly text: string
  /** Of a spelling: the practice it follows. */
  readonly practice?: PracticeCode
  /** Of a transcription: the notation it is in. */
  readonly notation?: Notation
  readonly source: SourceId
  /** Row, page or number in the source. */
  readonly sourceRow: string
  /** What the source's cell says, where `text` is a part of it or was normalised. */
  readonly sourceText?: string
  readonly licence: Licence
  readonly reviewState: ReviewState
  readonly note?: string
}

export const FORM_FIELDS = {
  id: { column: 'ID', kind: 'id', required: true },
  entry: { column: 'Entry_ID', kind: 'reference', of: 'entry', required: true },
  variety: { column: 'Language_ID', kind: 'reference', of: 'variety', required: true },
  kind: { column: 'Kind', kind: 'choice', required: true, choices: ['spelling', 'transcription'] },
  text: { column: 'Form', kind: 'language-text', required: true },
  practice: { column: 'Practice', kind: 'reference', of: 'practice' },
  notation: { column: 'Notation', kind: 'reference', of: 'notation' },
  source: { column: 'Source', kind: 'reference', of: 'source', required: true },
  sourceRow: { column: 'Source_Row', kind: 'text', required: true },
  sourceText: { column: 'Source_Form', kind: 'text' },
  licence: { column: 'Licence', kind: 'reference', of: 'licence', required: true },
  reviewState: { column: 'Review_State', kind: 'choice', required: true, choices: REVIEW_STATES },
  note: { column: 'Note', kind: 'text' },
} as const satisfies FieldsOf<Form>

import type { FieldsOf } from './field'
import type { ExampleId, Licence, SenseId, SourceId, VarietyId } from './ids'
import { REVIEW_STATES, type ReviewState } from './review'

/** A sentence of the language that shows a sense, as a source has it. */
export interface Example {
  readonly id: ExampleId
  readonly sense: SenseId
  readonly variety: VarietyId
  readonly text: string
  readonly translationVi?: string
  readonly translationEn?: string
  readonly source: SourceId
  readonly sourceRow: string
  readonly licence: Licence
  readonly reviewState: ReviewState
}

export const EXAMPLE_FIELDS = {
  id: { column: 'ID', kind: 'id', required: true },
  sense: { column: 'Sense_ID', kind: 'reference', of: 'sense', required: true },
  variety: { column: 'Language_ID', kind: 'reference', of: 'variety', required: true },
  text: { column: 'Primary_Text', kind: 'language-text', required: true },
  translationVi: { column: 'Translated_Text', kind: 'text' },
  translationEn: { column: 'Translated_Text_En', kind: 'text' },
  source: { column: 'Source', kind: 'reference', of: 'source', required: true },
  sourceRow: { column: 'Source_Row', kind: 'text', required: true },
  licence: { column: 'Licence', kind: 'reference', of: 'licence', required: true },
  reviewState: { column: 'Review_State', kind: 'choice', required: true, choices: REVIEW_STATES },
} as const satisfies FieldsOf<Example>

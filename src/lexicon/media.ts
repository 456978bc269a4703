import type { FieldsOf } from './field'
import type { EntryId, FormId, Licence, MediaId, SourceId, VarietyId } from './ids'
import { REVIEW_STATES, type ReviewState } from './review'

/** A recording or picture of an entry, with who made it and what they consented to. */
export interface Media {
  readonly id: MediaId
  readonly entry: EntryId
  readonly form?: FormId
  readonly kind: 'audio' | 'picture'
  /** Path under the language's media/ folder, with `/`. */
  readonly path: string
  readonly sha256: string
  readonly variety: VarietyId
  /** Name or initials, as the speaker agreed to be named. */
  readonly speaker?: string
  /** For linguists; never in a pack. */
  readonly speakerBirthYear?: number
  readonly place?: string
  /** ISO date. */
  readonly date?: string
  /** What the speaker agreed to, or where the signed consent is kept. */
  readonly consent?: string
  readonly source: SourceId
  readonly licence: Licence
  readonly reviewState: ReviewState
  readonly note?: string
  /** Name of the file it was mastered from, as it was received; the file stays with the editors. */
  readonly original?: string
  readonly originalSha256?: string
}

export const MEDIA_FIELDS = {
  id: { column: 'ID', kind: 'id', required: true },
  entry: { column: 'Entry_ID', kind: 'reference', of: 'entry', required: true },
  form: { column: 'Form_ID', kind: 'reference', of: 'form' },
  kind: { column: 'Kind', kind: 'choice', required: true, choices: ['audio', 'picture'] },
  path: { column: 'Path', kind: 'text', required: true },
  sha256: { column: 'SHA256', kind: 'text', required: true },
  variety: { column: 'Language_ID', kind: 'reference', of: 'variety', required: true },
  speaker: { column: 'Speaker', kind: 'text' },
  place: { column: 'Place', kind: 'text' },
  date: { column: 'Date', kind: 'text' },
  consent: { column: 'Consent', kind: 'text' },
  source: { column: 'Source', kind: 'reference', of: 'source', required: true },
  licence: { column: 'Licence', kind: 'reference', of: 'licence', required: true },
  reviewState: { column: 'Review_State', kind: 'choice', required: true, choices: REVIEW_STATES },
  note: { column: 'Note', kind: 'text' },
  speakerBirthYear: { column: 'Speaker_Birth_Year', kind: 'number' },
  original: { column: 'Original', kind: 'text' },
  originalSha256: { column: 'Original_SHA256', kind: 'text' },
} as const satisfies FieldsOf<Media>

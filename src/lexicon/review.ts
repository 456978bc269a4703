import type { FieldsOf } from './field'
import type { ReviewId } from './ids'

/**
 * How far a form or a sense has been checked. `attested`: a published expert source has it ·
 * `draft`: unconfirmed · `reviewed`: a named speaker confirmed it · `rejected`: with the reason.
 * `reviewed` and `rejected` stand on a row of reviews.csv.
 */
export const REVIEW_STATES = ['attested', 'draft', 'reviewed', 'rejected'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/** From the one that promises least to the one that promises most. */
const BY_TRUST: readonly ReviewState[] = ['rejected', 'draft', 'attested', 'reviewed']

/** An entry's badge: the weakest state among what is shown of it. `draft` when nothing is. */
export const weakestState = (states: Iterable<ReviewState>): ReviewState => {
  let weakest = BY_TRUST.length
  for (const state of states) weakest = Math.min(weakest, BY_TRUST.indexOf(state))
  return BY_TRUST[weakest] ?? 'draft'
}

/** One verdict. The file is append-only: a later row on the same subject overrides an earlier one. */
export interface Review {
  readonly id: ReviewId
  /** Id of the form or sense judged. */
  readonly subject: string
  readonly verdict: 'reviewed' | 'rejected'
  readonly reviewer: string
  /** ISO date. */
  readonly date: string
  readonly reason?: string
}

export const REVIEW_FIELDS = {
  id: { column: 'ID', kind: 'id', required: true },
  subject: { column: 'Subject', kind: 'text', required: true },
  verdict: { column: 'Verdict', kind: 'choice', required: true, choices: ['reviewed', 'rejected'] },
  reviewer: { column: 'Reviewer', kind: 'text', required: true },
  date: { column: 'Date', kind: 'text', required: true },
  reason: { column: 'Reason', kind: 'text' },
} as const satisfies FieldsOf<Review>

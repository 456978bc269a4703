import { FORM_FIELDS } from '../lexicon/form'
import type { Check } from './check'
import { attestedRows } from './walk/attested'

/** `reviewed` and `rejected` stand on the last row about it in reviews.csv. */
export const reviewWithoutRow: Check = {
  code: 'review-without-row',
  *run(lexicon) {
    const verdicts = new Map(
      lexicon.reviews.map(({ value }) => [value.subject, value.verdict] as const),
    )
    for (const { value, place } of attestedRows(lexicon)) {
      const { id, reviewState: state } = value
      if (state !== 'reviewed' && state !== 'rejected') continue
      if (verdicts.get(id) === state) continue
      const at = place(FORM_FIELDS.reviewState.column)
      yield { code: 'review-without-row', severity: 'error', at, state }
    }
  },
}

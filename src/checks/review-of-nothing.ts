import { REVIEW_FIELDS } from '../lexicon/review'
import type { Check } from './check'
import { attestedRows } from './walk/attested'

/** A review judges a form, a sense, an example or a clip that is there or was. */
export const reviewOfNothing: Check = {
  code: 'review-of-nothing',
  *run(lexicon) {
    const subjects = new Set<string>(
      [...attestedRows(lexicon), ...lexicon.retired].map(({ value }) => value.id),
    )
    for (const { value, place } of lexicon.reviews) {
      if (value.subject === '' || subjects.has(value.subject)) continue
      const at = place(REVIEW_FIELDS.subject.column)
      yield { code: 'review-of-nothing', severity: 'error', at, given: value.subject }
    }
  },
}

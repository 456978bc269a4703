import { FORM_FIELDS } from '../lexicon/form'
import type { Check } from './check'

/** In a draft a reviewer has yet to find out: a warning. */
export const transcriptionWithoutNotation: Check = {
  code: 'transcription-without-notation',
  *run({ forms }) {
    for (const { value, place } of forms) {
      if (value.kind !== 'transcription' || value.notation !== undefined) continue
      yield {
        code: 'transcription-without-notation',
        severity: value.reviewState === 'draft' ? 'warning' : 'error',
        at: place(FORM_FIELDS.notation.column),
      }
    }
  },
}

import { SENSE_FIELDS } from '../lexicon/sense'
import type { Check } from './check'

/** In a draft it is what is still to be written: a warning. */
export const senseWithoutVietnameseGloss: Check = {
  code: 'sense-without-vietnamese-gloss',
  *run({ senses }) {
    for (const { value, place } of senses) {
      if (value.glossVi.length > 0) continue
      yield {
        code: 'sense-without-vietnamese-gloss',
        severity: value.reviewState === 'draft' ? 'warning' : 'error',
        at: place(SENSE_FIELDS.glossVi.column),
      }
    }
  },
}

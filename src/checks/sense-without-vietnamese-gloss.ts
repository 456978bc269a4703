import { SENSE_FIELDS } from '../lexicon/sense'
import type { Check } from './check'

export const senseWithoutVietnameseGloss: Check = {
  code: 'sense-without-vietnamese-gloss',
  *run({ senses }) {
    for (const { value, place } of senses) {
      if (value.glossVi.length > 0) continue
      yield {
        code: 'sense-without-vietnamese-gloss',
        severity: 'error',
        at: place(SENSE_FIELDS.glossVi.column),
      }
    }
  },
}

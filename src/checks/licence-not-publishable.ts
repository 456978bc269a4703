import { FORM_FIELDS } from '../lexicon/form'
import type { Check } from './check'
import { attestedRows } from './walk/attested'
import { licencesToPublish } from './walk/licences'

/** What leaves the tables may be published. Rejected rows never leave them. */
export const licenceNotPublishable: Check = {
  code: 'licence-not-publishable',
  *run(lexicon) {
    const barred = licencesToPublish(lexicon, 'no')
    for (const { value, place } of attestedRows(lexicon)) {
      if (!barred.has(value.licence) || value.reviewState === 'rejected') continue
      yield {
        code: 'licence-not-publishable',
        severity: 'error',
        at: place(FORM_FIELDS.licence.column),
        given: value.licence,
      }
    }
  },
}

import { EXAMPLE_FIELDS } from '../lexicon/example'
import type { Check } from './check'

export const exampleWithoutTranslation: Check = {
  code: 'example-without-translation',
  *run({ examples }) {
    for (const { value, place } of examples) {
      if ((value.translationVi ?? '') !== '' || value.reviewState === 'rejected') continue
      yield {
        code: 'example-without-translation',
        severity: 'warning',
        at: place(EXAMPLE_FIELDS.translationVi.column),
      }
    }
  },
}

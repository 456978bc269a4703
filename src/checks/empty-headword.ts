import { ENTRY_FIELDS } from '../lexicon/entry'
import type { Check } from './check'

export const emptyHeadword: Check = {
  code: 'empty-headword',
  *run({ entries }) {
    for (const { value, place } of entries) {
      if (value.headword.trim() !== '') continue
      yield {
        code: 'empty-headword',
        severity: 'error',
        at: place(ENTRY_FIELDS.headword.column),
      }
    }
  },
}

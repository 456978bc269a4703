import { ENTRY_FIELDS } from '../lexicon/entry'
import type { Check } from './check'

/**
 * The headword repeats the text of its form, which belongs to the same entry and variety. An entry
 * that has no form at all is the business of another rule.
 */
export const headwordNotItsForm: Check = {
  code: 'headword-not-its-form',
  *run({ entries, forms }) {
    const formById = new Map(forms.map(({ value }) => [value.id, value]))
    const withForm = new Set(forms.map(({ value }) => value.entry))
    for (const { value: entry, place } of entries) {
      if (!withForm.has(entry.id)) continue
      const form = formById.get(entry.headwordForm)
      if (form === undefined || entry.headword === '') continue
      const column =
        form.text !== entry.headword
          ? ENTRY_FIELDS.headword.column
          : form.entry !== entry.id
            ? ENTRY_FIELDS.headwordForm.column
            : form.variety !== entry.variety
              ? ENTRY_FIELDS.variety.column
              : undefined
      if (column === undefined) continue
      yield {
        code: 'headword-not-its-form',
        severity: 'error',
        at: place(column),
        headword: `${entry.headword} (${entry.id}, ${entry.variety})`,
        form: `${form.text} (${form.entry}, ${form.variety})`,
      }
    }
  },
}

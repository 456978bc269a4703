import type { Check } from './check'

export const entryWithoutForm: Check = {
  code: 'entry-without-form',
  *run({ entries, forms }) {
    const withForm = new Set(forms.map(({ value }) => value.entry))
    for (const { value, place } of entries)
      if (!withForm.has(value.id))
        yield { code: 'entry-without-form', severity: 'error', at: place() }
  },
}

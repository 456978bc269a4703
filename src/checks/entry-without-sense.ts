import type { Check } from './check'

/** Where every form is a draft, the sense is still to be written: a warning. */
export const entryWithoutSense: Check = {
  code: 'entry-without-sense',
  *run({ entries, forms, senses }) {
    const withSense = new Set(senses.map(({ value }) => value.entry))
    const without = entries.filter(({ value }) => !withSense.has(value.id))
    if (without.length === 0) return
    const confirmed = new Set(
      forms.flatMap(({ value }) => (value.reviewState === 'draft' ? [] : value.entry)),
    )
    for (const { value, place } of without) {
      const severity = confirmed.has(value.id) ? 'error' : 'warning'
      yield { code: 'entry-without-sense', severity, at: place() }
    }
  },
}

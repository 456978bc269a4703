import type { Check } from './check'

export const entryWithoutSense: Check = {
  code: 'entry-without-sense',
  *run({ entries, senses }) {
    const withSense = new Set(senses.map(({ value }) => value.entry))
    for (const { value, place } of entries)
      if (!withSense.has(value.id))
        yield { code: 'entry-without-sense', severity: 'error', at: place() }
  },
}

import { ENTRY_FIELDS } from '../lexicon/entry'
import type { Place } from '../lexicon/problem'
import { RETIRED_FIELDS } from '../lexicon/retired'
import type { Check } from './check'

/** Numbers are what packs know entries by; that of a retired entry is never given out again. */
export const duplicateNumber: Check = {
  code: 'duplicate-number',
  *run({ entries, retired }) {
    const numbers = [
      ...retired.map(({ value, place }) => ({
        number: value.number ?? Number.NaN,
        at: () => place(RETIRED_FIELDS.number.column),
      })),
      ...entries.map(({ value, place }) => ({
        number: value.number,
        at: () => place(ENTRY_FIELDS.number.column),
      })),
    ]
    const firstByNumber = new Map<number, () => Place>()
    for (const { number, at } of numbers) {
      if (Number.isNaN(number)) continue
      const first = firstByNumber.get(number)
      if (first === undefined) firstByNumber.set(number, at)
      else
        yield {
          code: 'duplicate-number',
          severity: 'error',
          at: at(),
          given: number,
          first: first(),
        }
    }
  },
}

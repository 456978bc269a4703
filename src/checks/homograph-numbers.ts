import { ENTRY_FIELDS } from '../lexicon/entry'
import type { Check } from './check'
import { entriesByHeadword } from './walk/homographs'

/** Entries of one headword are numbered 1, 2 …, each number once; a headword of its own has no number. One problem a headword. */
export const homographNumbers: Check = {
  code: 'homograph-numbers',
  *run(lexicon) {
    for (const [headword, group] of entriesByHeadword(lexicon)) {
      const given = group.map(({ value }) => value.homograph)
      const expected: readonly (number | undefined)[] =
        group.length === 1 ? [undefined] : group.map((_, i) => i + 1)
      if (expected.every((number) => given.includes(number))) continue
      const wrong = group.find(
        ({ value }, i) => !expected.includes(value.homograph) || given.indexOf(value.homograph) < i,
      )
      if (wrong === undefined) continue
      yield {
        code: 'homograph-numbers',
        severity: 'error',
        at: wrong.place(ENTRY_FIELDS.homograph.column),
        headword,
        given: given.map((number) => number ?? '–').join(', '),
      }
    }
  },
}

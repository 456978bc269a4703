import type { ReadResult } from '../formats/format'
import { ENTRY_FIELDS, type Entry } from '../lexicon/entry'
import type { Lexicon } from '../lexicon/lexicon'
import type { Problem } from '../lexicon/problem'
import type { Incoming } from './incoming'

/**
 * Warnings for the numbers that somebody changed in a file and that are not so in the dictionary
 * after it was taken in: those of entries are for ever, those of homographs have no gaps and no twins.
 * `base`: what the file was made from.
 */
export const numbersNotTaken = (
  taken: readonly Incoming[],
  base: Lexicon,
  lexicon: Lexicon,
  carries: ReadResult['carries'],
): readonly Problem[] => {
  const entriesOf = ({ entries }: Lexicon): ReadonlyMap<string, Entry> =>
    new Map(entries.map(({ value }) => [value.id, value]))
  const [before, after] = [entriesOf(base), entriesOf(lexicon)]
  return taken.flatMap(({ entry: { value, place } }) => {
    const [old, now] = [before.get(value.id), after.get(value.id)]
    if (old === undefined || now === undefined) return []
    return (['number', 'homograph'] as const).flatMap((property): Problem[] => {
      // Readers put 0 for a number that the file does not say.
      const said = value[property] === 0 ? undefined : value[property]
      if (said === undefined && (property === 'number' || carries?.('entries', property) !== true))
        return []
      if (said === old[property] || said === now[property]) return []
      return [
        {
          code: 'number-not-taken',
          severity: 'warning',
          at: place(ENTRY_FIELDS[property].column),
          given: said === undefined ? '""' : String(said),
          kept: now[property] === undefined ? '""' : String(now[property]),
        },
      ]
    })
  })
}

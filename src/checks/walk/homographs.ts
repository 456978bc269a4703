import type { Entry } from '../../lexicon/entry'
import type { Lexicon, Row } from '../../lexicon/lexicon'

/** Entries by headword, to the letter; those without one are left out. */
export const entriesByHeadword = ({ entries }: Lexicon): ReadonlyMap<string, Row<Entry>[]> => {
  const byHeadword = new Map<string, Row<Entry>[]>()
  for (const row of entries) {
    const { headword } = row.value
    if (headword === '') continue
    const group = byHeadword.get(headword)
    if (group === undefined) byHeadword.set(headword, [row])
    else group.push(row)
  }
  return byHeadword
}

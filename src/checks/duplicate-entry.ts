import { ENTRY_FIELDS } from '../lexicon/entry'
import type { EntryId } from '../lexicon/ids'
import type { Lexicon } from '../lexicon/lexicon'
import type { Check } from './check'
import { entriesByHeadword } from './walk/homographs'

/** Two entries of one headword that share a concept or a Vietnamese gloss are one entry. */
export const duplicateEntry: Check = {
  code: 'duplicate-entry',
  *run(lexicon) {
    const meanings = meaningsByEntry(lexicon)
    for (const [headword, group] of entriesByHeadword(lexicon)) {
      for (const [i, { value, place }] of group.entries()) {
        const own = meanings.get(value.id) ?? []
        const first = group
          .slice(0, i)
          .find((earlier) => meanings.get(earlier.value.id)?.some((said) => own.includes(said)))
        if (first === undefined) continue
        const { column } = ENTRY_FIELDS.headword
        yield {
          code: 'duplicate-entry',
          severity: 'error',
          at: place(column),
          headword,
          first: first.place(column),
        }
      }
    }
  },
}

const meaningsByEntry = ({ senses }: Lexicon): ReadonlyMap<EntryId, readonly string[]> => {
  const meanings = new Map<EntryId, string[]>()
  for (const { value } of senses) {
    const said = meanings.get(value.entry) ?? []
    said.push(...value.glossVi, ...(value.concept === undefined ? [] : [`#${value.concept}`]))
    meanings.set(value.entry, said)
  }
  return meanings
}

import type { Problem } from '../lexicon/problem'
import { RELATION_FIELDS } from '../lexicon/relation'
import type { Incoming, Part } from './incoming'

/**
 * Entries without their relations to what is not taken, so that one refused entry does not take those
 * that speak of it along; with a warning for each relation that is left out.
 */
export const cutRelations = (
  entries: readonly Incoming[],
  leftOut: readonly Incoming[],
): { readonly entries: readonly Incoming[]; readonly warnings: readonly Problem[] } => {
  if (leftOut.length === 0) return { entries, warnings: [] }
  const gone = new Map(
    leftOut.flatMap((one) => idsOf(one).map((id) => [id, one.entry.value.headword] as const)),
  )
  for (const entry of entries) for (const id of idsOf(entry)) gone.delete(id)
  const warnings: Problem[] = []
  const isCut = ({ table, row: { value, place } }: Part): boolean => {
    if (table !== 'relations' || !gone.has(String(value.to))) return false
    warnings.push({
      code: 'dangling-reference',
      severity: 'warning',
      at: place(RELATION_FIELDS.to.column),
      given: String(value.to),
      target: RELATION_FIELDS.to.of,
      leftOut: gone.get(String(value.to)) ?? '',
    })
    return true
  }
  const kept = entries.map((entry) => {
    const parts = entry.parts.filter((part) => !isCut(part))
    return parts.length === entry.parts.length ? entry : { ...entry, parts }
  })
  return { entries: kept, warnings }
}

const idsOf = ({ entry, parts }: Incoming): readonly string[] => [
  entry.value.id,
  ...parts.map(({ row }) => String(row.value.id ?? '')).filter((id) => id !== ''),
]

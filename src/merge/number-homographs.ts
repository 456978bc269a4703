import type { Entry } from '../lexicon/entry'
import type { Row } from '../lexicon/lexicon'

/**
 * Numbers the entries of each headword that a fresh one came to, and of those in `touched`, to which
 * or from which another went: those that had a number keep it, the others are given the least that is
 * free. A fresh entry keeps the number its file gives where it is. Gives the rows that are otherwise
 * than before, by id.
 */
export const numberHomographs = (
  entries: readonly Row<Entry>[],
  fresh: readonly Row<Entry>[],
  touched: readonly string[] = [],
): ReadonlyMap<string, Row<Entry>> => {
  const freshIds = new Set<string>(fresh.map(({ value }) => value.id))
  const headwords = [...touched, ...fresh.map(({ value }) => value.headword)]
  const groups = new Map<string, Row<Entry>[]>(headwords.map((headword) => [headword, []]))
  for (const row of entries) groups.get(row.value.headword)?.push(row)
  for (const row of fresh) groups.get(row.value.headword)?.push(row)
  const changed = new Map<string, Row<Entry>>()
  for (const group of groups.values()) {
    const numbers = numbersOf(group, (id) => freshIds.has(id))
    for (const row of group) {
      const number = numbers.get(row.value.id)
      if (number === row.value.homograph) continue
      const { homograph: _, ...value } = row.value
      const numbered = number === undefined ? value : { ...value, homograph: number }
      changed.set(row.value.id, { ...row, value: numbered })
    }
  }
  return changed
}

const numbersOf = (
  group: readonly Row<Entry>[],
  isNew: (id: string) => boolean,
): ReadonlyMap<string, number | undefined> => {
  const numbers = new Map<string, number | undefined>()
  const [only] = group
  if (only === undefined || group.length === 1) return numbers
  const free = new Set(group.map((_, i) => i + 1))
  const inOrder = [...group].sort((a, b) => Number(isNew(a.value.id)) - Number(isNew(b.value.id)))
  for (const { value } of inOrder)
    if (value.homograph !== undefined && free.delete(value.homograph))
      numbers.set(value.id, value.homograph)
  const [...left] = free
  for (const { value } of inOrder) if (!numbers.has(value.id)) numbers.set(value.id, left.shift())
  return numbers
}

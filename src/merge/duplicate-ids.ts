import type { Row } from '../lexicon/lexicon'
import type { Problem } from '../lexicon/problem'
import type { Incoming } from './incoming'

/** The entries of a file that give an id a second time, to themselves or to what hangs on them. */
export const duplicateIds = (
  incoming: readonly Incoming[],
): readonly { readonly index: number; readonly problem: Problem }[] => {
  const firstById = new Map<string, Row<object>['place']>()
  const found = new Map<number, Problem>()
  incoming.forEach(({ entry, parts }, index) => {
    const rows = [entry, ...parts.filter(({ table }) => table !== 'residue').map(({ row }) => row)]
    for (const { value, place } of rows) {
      const given = String(Reflect.get(value, 'id'))
      const first = firstById.get(given)
      if (first === undefined) firstById.set(given, place)
      else if (!found.has(index))
        found.set(index, {
          code: 'duplicate-id',
          severity: 'error',
          at: place('ID'),
          given,
          first: first('ID'),
        })
    }
  })
  return [...found].map(([index, problem]) => ({ index, problem }))
}

import type { CostedQuery } from './fuzzy-query'
import { createRows } from './fuzzy-rows'
import { walkKeys } from './fuzzy-walk'
import { type KeyList, keyLength, subtreeEnd } from './key-list'

export interface KeyMatch {
  readonly key: number
  /** Hundredths, see {@link EditCosts}. */
  readonly cost: number
  /** Letters of the key after those that answer the query: 0 where the whole key does. */
  readonly left: number
}

export interface FuzzyLimits {
  /** Whole keys at most this far, in hundredths. */
  readonly whole: number
  /** Keys whose beginning is at most this far; below 0: none. */
  readonly beginning: number
  /** Keys found by their beginning, at most. */
  readonly mostBegun: number
}

/**
 * The keys near a query, in key order: whole keys, and keys that begin with something near it.
 *
 * One walk over the list as a trie. Row d holds the cost from each beginning of the query to the
 * first d letters of the current key:
 *
 *               b   o   k        row[d][q] = cheapest of
 *          0  100 200 300          row[d−1][q−1] + substitution
 *     ƀ  100   20 120 220          row[d−1][q]   + letter left out
 *     o  200  120  20 120          row[d][q−1]   + letter too many
 *     k  300  220 120  20          a swap, or a rule for several letters at once
 *
 * Rows of a shared beginning are kept; where no row that a later one can be made from is within
 * the limit, the whole subtree is skipped.
 */
export const findNear = (list: KeyList, query: CostedQuery, limits: FuzzyLimits): KeyMatch[] => {
  if (query.length === 0) return []
  const limit = Math.max(limits.whole, limits.beginning)
  const found = new Map<number, KeyMatch>()
  const beginnings: Beginning[] = []
  walkKeys(list, createRows(query, limit), {
    key: (key, cost) => {
      if (cost <= limits.whole) found.set(key, { key, cost, left: 0 })
    },
    beginning: (key, depth, cost) => {
      if (cost <= limits.beginning) beginnings.push({ key, depth, cost })
    },
  })
  if (beginnings.length === 0) return [...found.values()]
  addBegun(list, beginnings, limits.mostBegun, found)
  return [...found.values()].sort((a, b) => a.key - b.key)
}

/** The subtree of the first `depth` letters of a key, which answer the query. */
interface Beginning {
  readonly key: number
  readonly depth: number
  readonly cost: number
}

/** Keys that only begin with an answer, from the cheapest beginning on. */
const addBegun = (
  list: KeyList,
  beginnings: Beginning[],
  most: number,
  found: Map<number, KeyMatch>,
): void => {
  const begun = new Set<number>()
  for (const { key: first, depth, cost } of beginnings.sort(
    (a, b) => a.cost - b.cost || a.key - b.key,
  )) {
    if (begun.size >= most) break
    const end = subtreeEnd(list, first, depth)
    for (let key = first; key < end && begun.size < most; key++) {
      const left = keyLength(list, key) - depth
      const known = found.get(key)
      // A whole key that is no dearer than its own beginning stands.
      if (begun.has(key) || (known !== undefined && known.cost <= cost + left)) continue
      begun.add(key)
      found.set(key, { key, cost, left })
    }
  }
}

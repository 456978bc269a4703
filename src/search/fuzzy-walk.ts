import { begunBy, cellOf, endCost, FAR, fillSeeded, type Rows, seedRow } from './fuzzy-rows'
import { type KeyList, subtreeEnd } from './key-list'

/** What a walk comes upon. */
export interface Visitor {
  /** A whole key, and what it costs. */
  readonly key: (key: number, cost: number) => void
  /** A key whose first `depth` letters answer the query, as the first of all that begin with them. */
  readonly beginning: (key: number, depth: number, cost: number) => void
}

/**
 * Goes through all keys that can be within the limit of the rows. One function with its own names for
 * everything: it does most of the work of a search, and looking things up anew costs a third of it.
 */
export const walkKeys = (list: KeyList, walk: Rows, visitor: Visitor): void => {
  const { count, shared, starts, endings } = list
  const { query, limit, rows, first, last, nearest, begun, path } = walk
  const { length, substitution, excess, omission, repeated, leastExcess } = query
  const { shortRules, finalRules } = query
  const width = length + 1
  for (let key = 0; key < count; ) {
    let depth = shared[key]!
    let at = starts[key]!
    const end = starts[key + 1]!
    const kept = key + 1 < count ? shared[key + 1]! : 0
    let hopeless = false
    while (at < end && !hopeless) {
      const letter = endings[at]!
      const from = first[depth]!
      const to = last[depth]!
      const spare = limit - nearest[depth]!
      const steps = depth === 0 ? query.first : query.later
      const reached = begun[depth]!
      // Where no other key goes this way, it may have too few letters left to answer the query.
      const tooMany = kept <= depth ? length - to - (end - at) : 0
      at++
      if (reached <= depth && (steps.least[letter]! > spare || tooMany * leastExcess > spare)) {
        hopeless = true
        break
      }
      const before = path[depth]!
      const above = depth * width
      const row = above + width
      depth++
      path[depth] = letter
      begun[depth] =
        steps.beginCost[letter]! <= spare ? begunBy(walk, depth, letter, steps) : reached

      const isSeeded =
        (reached >= depth || shortRules[letter] !== undefined) && seedRow(walk, depth, letter)
      if (isSeeded) {
        fillSeeded(walk, depth, letter)
      } else {
        const leftOut = (letter === before ? repeated : omission)[letter]!
        const letterRow = letter * width
        let least = FAR
        let diagonal = FAR
        let left = FAR
        let q = from
        // No branches: which way is cheapest is as good as random. `less >> 31` is −1 or 0.
        for (; q <= to; q++) {
          const up = rows[above + q]!
          let cost = diagonal + substitution[letterRow + q]!
          let less = up + leftOut - cost
          cost += less & (less >> 31)
          less = left + excess[q]! - cost
          cost += less & (less >> 31)
          rows[row + q] = cost
          diagonal = up
          left = cost
          less = cost - least
          least += less & (less >> 31)
        }
        // To the right of the row above: one cell by substitution, then letters too many.
        if (to >= 0 && q < width) {
          let cost = diagonal + substitution[letterRow + q]!
          if (left + excess[q]! < cost) cost = left + excess[q]!
          while (cost <= limit) {
            rows[row + q] = cost
            if (cost < least) least = cost
            q++
            if (q === width) break
            cost += excess[q]!
          }
        }
        let firstNear = from
        let lastNear = -1
        if (least <= limit) {
          lastNear = q - 1
          while (rows[row + firstNear]! > limit) firstNear++
          while (rows[row + lastNear]! > limit) lastNear--
        }
        first[depth] = firstNear
        last[depth] = lastNear
        nearest[depth] = least
      }
      if (last[depth] === length) visitor.beginning(key, depth, cellOf(walk, depth, length))
      hopeless = last[depth]! < 0 && begun[depth]! < depth
    }
    if (hopeless) {
      const rejected = shared[key]! + at - starts[key]!
      key = kept < rejected ? key + 1 : subtreeEnd(list, key, rejected)
    } else {
      if (last[depth] === length || finalRules.length > 0) visitor.key(key, endCost(walk, depth))
      key++
    }
  }
}

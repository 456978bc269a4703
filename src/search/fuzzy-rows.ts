import { SWAPPED } from './edit-costs'
import { type CostedQuery, type PlacedRule, pairOf, type Steps, SWAP_LIKENESS } from './fuzzy-query'
import { LONGEST_KEY, UNKNOWN_LETTER } from './key-list'

export const FAR = 0xffff
/** Places that one number has a bit for. */
const BITS = 32

/**
 * The rows of the edit distance along one path of a key list. See fuzzy.ts for the picture. Of each
 * row only a stretch is filled: from the first cell within the limit to the last.
 */
export interface Rows {
  readonly query: CostedQuery
  /** Cells dearer than this are as good as none. */
  readonly limit: number
  /** Cell q of row d is `[d × (length + 1) + q]`. */
  readonly rows: Uint16Array
  /** The first and last cell of each row within the limit, −1 for the last where there is none. */
  readonly first: Int16Array
  readonly last: Int16Array
  /** The smallest cost of each row. */
  readonly nearest: Uint16Array
  /** The furthest row that a rule or swap begun at this row or above can still fill. */
  readonly begun: Int16Array
  /** Letter numbers of the current key: path[d] is the letter of row d. */
  readonly path: Uint8Array
  /** What rules and swaps give the cells of the row in hand; far everywhere between two rows. */
  readonly seeds: Uint16Array
}

/** The first row: nothing is written yet, and letters are too many. */
export const createRows = (query: CostedQuery, limit: number): Rows => {
  const { length, excess, shortRules } = query
  const width = length + 1
  const rows = new Uint16Array(width * (LONGEST_KEY + 1))
  const last = new Int16Array(LONGEST_KEY + 1)
  for (let q = 1; q < width; q++) {
    let best = rows[q - 1]! + excess[q]!
    // Rules that write nothing hold here alone.
    for (const { typed, cost, ends } of shortRules[UNKNOWN_LETTER] ?? [])
      if (ends.includes(q)) best = Math.min(best, rows[q - typed.length]! + cost)
    rows[q] = best
    if (best <= limit) last[0] = q
  }
  return {
    query,
    limit,
    rows,
    first: new Int16Array(LONGEST_KEY + 1),
    last,
    nearest: new Uint16Array(LONGEST_KEY + 1),
    begun: new Int16Array(LONGEST_KEY + 1),
    path: new Uint8Array(LONGEST_KEY + 1).fill(UNKNOWN_LETTER, 0, 1),
    seeds: new Uint16Array(width).fill(FAR),
  }
}

/** Puts into the seeds what rules and swaps give; whether that is anything. */
export const seedRow = (walk: Rows, depth: number, letter: number): boolean => {
  const { query, begun, path } = walk
  const short = query.shortRules[letter]
  let seeded = short !== undefined && seedRules(walk, depth, short)
  if (begun[depth - 1]! < depth) return seeded
  const before = path[depth - 1]!
  const long = query.longRules.get(pairOf(before, letter))
  if (long !== undefined) seeded = seedRules(walk, depth, long) || seeded
  // Bit q − 1: query[q − 2] is nearly the letter, and query[q − 1] the one before it.
  const around = query.alike[before]!
  const swaps = ((around >>> 1) | (around << (BITS - 1))) & query.alike[letter]!
  return (swaps !== 0 && letter !== before && seedSwaps(walk, depth, letter)) || seeded
}

/** How far down a rule or swap reaches that goes on after this letter, or one begun above. */
export const begunBy = (
  { query: { length, alike }, limit, first, last, nearest, begun }: Rows,
  depth: number,
  letter: number,
  { reach, reachCost }: Steps,
): number => {
  const above = depth - 1
  let furthest = begun[above]!
  if (nearest[above]! + reachCost[letter]! <= limit)
    furthest = Math.max(furthest, above + reach[letter]!)
  if (furthest > depth || nearest[above]! + SWAPPED > limit) return furthest
  // A swap types the letter two places after a cell of the row above.
  const from = first[above]! + 2
  const places = 2 << (last[above]! - first[above]!)
  return length >= BITS - 2 || (alike[letter]! >>> from) & (places - 1) ? depth + 1 : furthest
}

/** The row with what has been put into the seeds, which are cleared. */
export const fillSeeded = (
  { query, limit, rows, first, last, nearest, path, seeds }: Rows,
  depth: number,
  letter: number,
): void => {
  const { length, substitution, excess } = query
  const width = length + 1
  const above = (depth - 1) * width
  const leftOut = (letter === path[depth - 1]! ? query.repeated : query.omission)[letter]!
  const from = first[depth - 1]!
  const to = last[depth - 1]!
  let left = FAR
  nearest[depth] = FAR
  last[depth] = -1
  for (let q = 0; q < width; q++) {
    let cost = Math.min(seeds[q]!, left + excess[q]!)
    seeds[q] = FAR
    if (q >= from && q <= to) cost = Math.min(cost, rows[above + q]! + leftOut)
    if (q > from && q <= to + 1)
      cost = Math.min(cost, rows[above + q - 1]! + substitution[letter * width + q]!)
    rows[above + width + q] = left = Math.min(cost, FAR)
    if (cost > limit) continue
    nearest[depth] = Math.min(nearest[depth]!, cost)
    if (last[depth]! < 0) first[depth] = q
    last[depth] = q
  }
}

/** Puts a cost into the seeds; whether it is of use. */
const seed = ({ limit, seeds }: Rows, q: number, cost: number): boolean => {
  if (cost > limit || cost >= seeds[q]!) return false
  seeds[q] = cost
  return true
}

const seedRules = (walk: Rows, depth: number, rules: readonly PlacedRule[]): boolean => {
  let seeded = false
  for (const { typed, written, at, cost, ends } of rules) {
    const top = depth - written.length
    if (at === 'initial' && top > 0) continue
    if (top < 0 || walk.nearest[top]! + cost > walk.limit || !endsPath(walk, depth, written))
      continue
    for (const end of ends)
      seeded = seed(walk, end, cellOf(walk, top, end - typed.length) + cost) || seeded
  }
  return seeded
}

const seedSwaps = (walk: Rows, depth: number, letter: number): boolean => {
  const { length, substitution } = walk.query
  const top = depth - 2
  if (top < 0 || walk.nearest[top]! + SWAPPED > walk.limit) return false
  const before = walk.path[depth - 1]!
  const last = Math.min(walk.last[top]! + 2, length)
  let seeded = false
  for (let q = walk.first[top]! + 2; q <= last; q++) {
    const crossed = substitution[before * (length + 1) + q]!
    const back = substitution[letter * (length + 1) + q - 1]!
    if (crossed > SWAP_LIKENESS || back > SWAP_LIKENESS) continue
    seeded = seed(walk, q, cellOf(walk, top, q - 2) + crossed + back + SWAPPED) || seeded
  }
  return seeded
}

/** Far where the cell is not filled. */
export const cellOf = ({ query, rows, first, last }: Rows, depth: number, q: number): number =>
  q >= first[depth]! && q <= last[depth]! ? rows[depth * (query.length + 1) + q]! : FAR

const endsPath = ({ path }: Rows, depth: number, written: readonly number[]): boolean => {
  const start = depth - written.length + 1
  for (let i = 0; i < written.length; i++) if (path[start + i] !== written[i]) return false
  return start > 0
}

/** The cost of the whole key: what holds only at the end of both texts is tried here. */
export const endCost = (walk: Rows, depth: number): number => {
  const { length, finalRules } = walk.query
  let best = cellOf(walk, depth, length)
  for (const { typed, written, cost } of finalRules)
    if (endsPath(walk, depth, written))
      best = Math.min(best, cellOf(walk, depth - written.length, length - typed.length) + cost)
  return best
}

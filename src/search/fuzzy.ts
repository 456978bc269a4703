import { DOUBLED, type EditCosts, type EditRule, SWAPPED } from './edit-costs'
import { type KeyList, keyLength, LONGEST_KEY, subtreeEnd, UNKNOWN_LETTER } from './key-list'

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

/** Two letters count as swapped only where each is nearly the other's. */
const SWAP_LIKENESS = 30
const FAR = 0xffff

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
export const findNear = (
  list: KeyList,
  query: readonly string[],
  limits: FuzzyLimits,
  costs: EditCosts,
): KeyMatch[] => {
  if (query.length === 0) return []
  const walk = createWalk(query.slice(0, LONGEST_KEY), costs)
  const limit = Math.max(limits.whole, limits.beginning)
  const { count, shared, endings, starts } = list
  const { width, rows } = walk
  const found = new Map<number, KeyMatch>()
  const beginnings: Beginning[] = []
  for (let key = 0; key < count; ) {
    let depth = shared[key]!
    let hopeless = false
    for (let at = starts[key]!; at < starts[key + 1]! && !hopeless; at++) {
      depth++
      fillRow(walk, depth, endings[at]!)
      const cost = rows[depth * width + width - 1]!
      if (cost <= limits.beginning) beginnings.push({ key, depth, cost })
      hopeless = isHopeless(walk, depth, limit)
    }
    if (!hopeless) {
      const cost = endCost(walk, depth)
      if (cost <= limits.whole) found.set(key, { key, cost, left: 0 })
    }
    key = hopeless ? subtreeEnd(list, key, depth) : key + 1
  }
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

interface Walk {
  readonly width: number
  readonly rows: Uint16Array
  /** Smallest cost of each row. */
  readonly nearest: Uint16Array
  /** Letter numbers of the current key; path[d − 1] is the letter of row d. */
  readonly path: Uint8Array
  readonly substitution: readonly Uint8Array[]
  readonly excess: Uint16Array
  readonly omission: Uint8Array
  /** Rules whose typed letters the query has, with the places where they end, by last written letter. */
  readonly rules: readonly (readonly PlacedRule[])[]
  readonly finalRules: readonly PlacedRule[]
  /** The least that a step over two rows, and one over three, can cost. */
  readonly leastOverTwo: number
  readonly leastOverThree: number
}

interface PlacedRule extends EditRule {
  readonly ends: readonly number[]
}

const createWalk = (query: readonly string[], costs: EditCosts): Walk => {
  const width = query.length + 1
  const excess = new Uint16Array(query.length)
  query.forEach((letter, i) => {
    const cost = costs.excess(letter)
    excess[i] = letter === query[i - 1] ? Math.min(cost, DOUBLED) : cost
  })
  const rows = new Uint16Array(width * (LONGEST_KEY + 1))
  for (let q = 1; q < width; q++) rows[q] = rows[q - 1]! + excess[q - 1]!

  const rules = costs.rules.map((some) => some.map((rule) => placed(rule, query)).filter(applies))
  const free = rules[UNKNOWN_LETTER]!
  relax(rows, 0, width, excess, free)
  const all = rules.flat()
  // What holds only at the end is tried there, from rows one further up than its letters.
  const reach = ({ written, at }: EditRule) => written.length + (at === 'final' ? 1 : 0)
  const least = (length: number) =>
    Math.min(...all.filter((rule) => reach(rule) >= length).map(({ cost }) => cost))
  const nearest = new Uint16Array(LONGEST_KEY + 1)
  nearest[0] = Math.min(...rows.subarray(0, width))
  return {
    width,
    rows,
    nearest,
    path: new Uint8Array(LONGEST_KEY),
    substitution: query.map((letter) => costs.substitution(letter)),
    excess,
    omission: costs.omission,
    rules: rules.map((some) => some.filter(({ at }) => at !== 'final')),
    finalRules: all.filter(({ at }) => at === 'final'),
    leastOverTwo: query.length > 1 ? Math.min(SWAPPED, least(2)) : least(2),
    leastOverThree: least(3),
  }
}

const placed = (rule: EditRule, query: readonly string[]): PlacedRule => {
  const ends: number[] = []
  const length = rule.typed.length
  for (let end = length; end <= query.length; end++) {
    if (rule.at === 'initial' && end !== length) break
    if (rule.at === 'final' && end !== query.length) continue
    if (rule.typed.every((letter, i) => query[end - length + i] === letter)) ends.push(end)
  }
  return { ...rule, ends }
}

const applies = ({ ends }: PlacedRule): boolean => ends.length > 0

/** Rules that write nothing: several letters typed too many (row 0 only; later rows take them from the left). */
const relax = (
  rows: Uint16Array,
  row: number,
  width: number,
  excess: Uint16Array,
  rules: readonly PlacedRule[],
): void => {
  for (let q = 1; q < width; q++) {
    let best = rows[row + q]!
    best = Math.min(best, rows[row + q - 1]! + excess[q - 1]!)
    for (const { typed, cost, at, ends } of rules)
      if (at !== 'final' && ends.includes(q) && (at !== 'initial' || q === typed.length))
        best = Math.min(best, rows[row + q - typed.length]! + cost)
    rows[row + q] = best
  }
}

const fillRow = (walk: Walk, depth: number, letter: number): void => {
  const { width, rows, path, substitution, excess, rules } = walk
  path[depth - 1] = letter
  const row = depth * width
  const above = row - width
  const before = depth > 1 ? path[depth - 2]! : UNKNOWN_LETTER
  const leftOut =
    letter === before ? Math.min(walk.omission[letter]!, DOUBLED) : walk.omission[letter]!
  const active = rules[letter]!
  if (active.length > 0) applyRules(walk, depth, active)
  else rows.fill(FAR, row, row + width)

  let nearest = (rows[row] = Math.min(rows[row]!, rows[above]! + leftOut))
  for (let q = 1; q < width; q++) {
    let cost = rows[row + q]!
    const substituted = rows[above + q - 1]! + substitution[q - 1]![letter]!
    if (substituted < cost) cost = substituted
    const omitted = rows[above + q]! + leftOut
    if (omitted < cost) cost = omitted
    const tooMany = rows[row + q - 1]! + excess[q - 1]!
    if (tooMany < cost) cost = tooMany
    if (q > 1 && depth > 1) {
      const crossed = substitution[q - 1]![before]!
      const back = substitution[q - 2]![letter]!
      if (crossed <= SWAP_LIKENESS && back <= SWAP_LIKENESS && letter !== before) {
        const swapped = rows[above - width + q - 2]! + crossed + back + SWAPPED
        if (swapped < cost) cost = swapped
      }
    }
    rows[row + q] = cost
    if (cost < nearest) nearest = cost
  }
  walk.nearest[depth] = nearest
}

/** Starts a row with what the rules for its letter give, far everywhere else. */
const applyRules = (walk: Walk, depth: number, active: readonly PlacedRule[]): void => {
  const { width, rows } = walk
  const row = depth * width
  rows.fill(FAR, row, row + width)
  for (const rule of active) {
    if (!endsPath(walk, depth, rule)) continue
    if (rule.at === 'initial' && depth !== rule.written.length) continue
    const from = row - rule.written.length * width
    for (const end of rule.ends) {
      const cost = rows[from + end - rule.typed.length]! + rule.cost
      if (cost < rows[row + end]!) rows[row + end] = cost
    }
  }
}

const endsPath = ({ path }: Walk, depth: number, { written }: EditRule): boolean => {
  const length = written.length
  if (depth < length) return false
  for (let i = 0; i < length; i++) if (path[depth - length + i] !== written[i]) return false
  return true
}

/** No row below can come within the limit: they are made from this one, or over it from those above. */
const isHopeless = (
  { nearest, leastOverTwo, leastOverThree }: Walk,
  depth: number,
  limit: number,
) =>
  nearest[depth]! > limit &&
  (depth < 1 || nearest[depth - 1]! + leastOverTwo > limit) &&
  (depth < 2 || nearest[depth - 2]! + leastOverThree > limit)

/** The cost of the whole key: what holds only at the end of both texts is tried here. */
const endCost = (walk: Walk, depth: number): number => {
  const { width, rows, finalRules } = walk
  let best = rows[depth * width + width - 1]!
  for (const rule of finalRules) {
    if (!endsPath(walk, depth, rule)) continue
    const cost =
      rows[(depth - rule.written.length) * width + width - 1 - rule.typed.length]! + rule.cost
    if (cost < best) best = cost
  }
  return best
}

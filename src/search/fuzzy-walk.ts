import { DOUBLED, type EditCosts, type EditRule, SWAPPED } from './edit-costs'
import { LONGEST_KEY, UNKNOWN_LETTER } from './key-list'

/** Two letters count as swapped only where each is nearly the other's. */
const SWAP_LIKENESS = 30
const FAR = 0xffff

/**
 * The rows of the edit distance along one path of a key list, and what the query brings to fill them.
 * See fuzzy.ts for the picture.
 */
export interface Walk {
  readonly width: number
  /** Cells dearer than this are as good as none. */
  readonly limit: number
  readonly rows: Uint16Array
  /** The first and last cell of each row within the limit, and its smallest cost. */
  readonly first: Int16Array
  readonly last: Int16Array
  readonly nearest: Uint16Array
  /** Letter numbers of the current key; path[d − 1] is the letter of row d. */
  readonly path: Uint8Array
  /** By letter, then place in the query: `[letter × width + q]` is the cost of query[q − 1] for it. */
  readonly substitution: Uint8Array
  readonly excess: Uint16Array
  readonly omission: Uint8Array
  /** Rules whose typed letters the query has, with the places where they end, by last written letter. */
  readonly rules: ReadonlyMap<number, readonly PlacedRule[]>
  readonly finalRules: readonly PlacedRule[]
  /** The least that a step over two rows, and one over three, can cost. */
  readonly leastOverTwo: number
  readonly leastOverThree: number
}

interface PlacedRule extends EditRule {
  readonly ends: readonly number[]
}

export const createWalk = (query: readonly string[], costs: EditCosts, limit: number): Walk => {
  const width = query.length + 1
  const excess = new Uint16Array(width)
  const substitution = new Uint8Array(256 * width)
  query.forEach((letter, i) => {
    const cost = costs.excess(letter)
    excess[i + 1] = letter === query[i - 1] ? Math.min(cost, DOUBLED) : cost
    const row = costs.substitution(letter)
    for (let written = 0; written < 256; written++)
      substitution[written * width + i + 1] = row[written]!
  })
  const placedRules = [...new Set(['', ...query])]
    .flatMap((letter) => costs.rules.get(letter) ?? [])
    .map((rule) => placed(rule, query))
    .filter(({ ends }) => ends.length > 0)
  const rules = new Map<number, PlacedRule[]>()
  for (const rule of placedRules) {
    if (rule.at === 'final') continue
    const letter = rule.written[rule.written.length - 1] ?? UNKNOWN_LETTER
    rules.set(letter, [...(rules.get(letter) ?? []), rule])
  }
  // What holds only at the end is tried there, from rows one further up than its letters.
  const reach = ({ written, at }: EditRule) => written.length + (at === 'final' ? 1 : 0)
  const least = (length: number) =>
    Math.min(...placedRules.filter((rule) => reach(rule) >= length).map(({ cost }) => cost))
  const walk: Walk = {
    width,
    limit,
    rows: new Uint16Array(width * (LONGEST_KEY + 1)),
    first: new Int16Array(LONGEST_KEY + 1),
    last: new Int16Array(LONGEST_KEY + 1),
    nearest: new Uint16Array(LONGEST_KEY + 1),
    path: new Uint8Array(LONGEST_KEY),
    substitution,
    excess,
    omission: costs.omission,
    rules,
    finalRules: placedRules.filter(({ at }) => at === 'final'),
    leastOverTwo: query.length > 1 ? Math.min(SWAPPED, least(2)) : least(2),
    leastOverThree: least(3),
  }
  fillFirstRow(walk)
  return walk
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

/** Nothing written yet: letters too many, and rules that write nothing, which hold here only. */
const fillFirstRow = (walk: Walk): void => {
  const { width, rows, excess, limit, rules } = walk
  const free = rules.get(UNKNOWN_LETTER) ?? []
  let last = 0
  for (let q = 1; q < width; q++) {
    let best = rows[q - 1]! + excess[q]!
    for (const { typed, cost, ends } of free)
      if (ends.includes(q)) best = Math.min(best, rows[q - typed.length]! + cost)
    rows[q] = best > limit ? FAR : best
    if (best <= limit) last = q
  }
  walk.last[0] = last
}

/**
 * Fills a row from the two above it. Only the stretch that can be within the limit is looked at: a
 * row has few such cells, side by side.
 */
export const fillRow = (walk: Walk, depth: number, letter: number): void => {
  const { width, limit, rows, first, last, path, substitution, excess } = walk
  path[depth - 1] = letter
  const row = depth * width
  const above = row - width
  const before = depth > 1 ? path[depth - 2]! : UNKNOWN_LETTER
  const omission = walk.omission[letter]!
  const leftOut = letter === before && omission > DOUBLED ? DOUBLED : omission
  const letterRow = letter * width
  const beforeRow = before * width
  rows.fill(FAR, row, row + width)

  let from = first[depth - 1]!
  let to = last[depth - 1]! + 1
  const swaps = depth > 1 && letter !== before && last[depth - 2]! >= 0
  if (swaps) {
    from = Math.min(from, first[depth - 2]! + 2)
    to = Math.max(to, last[depth - 2]! + 2)
  }
  const active = walk.rules.get(letter)
  if (active !== undefined) {
    for (const end of applyRules(walk, depth, active)) {
      from = Math.min(from, end)
      to = Math.max(to, end)
    }
  }
  let nearest = FAR
  let firstNear = width
  let lastNear = -1
  for (let q = from; q < width; q++) {
    let cost = rows[row + q]!
    const omitted = rows[above + q]! + leftOut
    if (omitted < cost) cost = omitted
    if (q > 0) {
      const substituted = rows[above + q - 1]! + substitution[letterRow + q]!
      if (substituted < cost) cost = substituted
      const tooMany = rows[row + q - 1]! + excess[q]!
      if (tooMany < cost) cost = tooMany
      if (swaps && q > 1) {
        const crossed = substitution[beforeRow + q]!
        const back = substitution[letterRow + q - 1]!
        if (crossed <= SWAP_LIKENESS && back <= SWAP_LIKENESS) {
          const swapped = rows[above - width + q - 2]! + crossed + back + SWAPPED
          if (swapped < cost) cost = swapped
        }
      }
    }
    if (cost <= limit) {
      rows[row + q] = cost
      if (cost < nearest) nearest = cost
      if (q < firstNear) firstNear = q
      lastNear = q
    } else {
      rows[row + q] = FAR
      if (q >= to) break
    }
  }
  walk.nearest[depth] = nearest
  first[depth] = firstNear
  last[depth] = lastNear
}

/** Starts a row with what the rules for its letter give; the cells they reach. */
const applyRules = (walk: Walk, depth: number, active: readonly PlacedRule[]): number[] => {
  const { width, rows } = walk
  const row = depth * width
  const reached: number[] = []
  for (const rule of active) {
    if (!endsPath(walk, depth, rule)) continue
    if (rule.at === 'initial' && depth !== rule.written.length) continue
    const from = row - rule.written.length * width
    for (const end of rule.ends) {
      const cost = rows[from + end - rule.typed.length]! + rule.cost
      if (cost >= rows[row + end]!) continue
      rows[row + end] = cost
      reached.push(end)
    }
  }
  return reached
}

const endsPath = ({ path }: Walk, depth: number, { written }: EditRule): boolean => {
  const length = written.length
  if (depth < length || length === 0) return false
  for (let i = 0; i < length; i++) if (path[depth - length + i] !== written[i]) return false
  return true
}

/** No row below can come within the limit: they are made from this one, or over it from those above. */
export const isHopeless = (
  { nearest, limit, leastOverTwo, leastOverThree }: Walk,
  depth: number,
): boolean =>
  nearest[depth]! > limit &&
  nearest[depth - 1]! + leastOverTwo > limit &&
  (depth < 2 || nearest[depth - 2]! + leastOverThree > limit)

/** The cost of the whole key: what holds only at the end of both texts is tried here. */
export const endCost = (walk: Walk, depth: number): number => {
  const { width, rows, finalRules } = walk
  let best = rows[depth * width + width - 1]!
  for (const rule of finalRules) {
    if (rule.written.length > 0 && !endsPath(walk, depth, rule)) continue
    const cost =
      rows[(depth - rule.written.length) * width + width - 1 - rule.typed.length]! + rule.cost
    if (cost < best) best = cost
  }
  return best
}

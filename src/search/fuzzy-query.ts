import { DOUBLED, type EditCosts, type EditRule, SWAPPED } from './edit-costs'
import { LONGEST_KEY, UNKNOWN_LETTER } from './key-list'

/** Two letters count as swapped only where each is nearly the other's. */
export const SWAP_LIKENESS = 30
const LETTERS = 256
/** More than any limit. */
const NEVER = 255

/** A rule whose typed letters the query has. */
export interface PlacedRule extends EditRule {
  /** Places in the query where its typed letters end. */
  readonly ends: readonly number[]
}

/** What a query costs against the letters of a list: all that a walk over the list needs to know of it. */
export interface CostedQuery {
  /** Letters of the query. */
  readonly length: number
  /** By written letter, then place: `[letter × (length + 1) + q]` is the cost of query[q − 1] for it. */
  readonly substitution: Uint8Array
  /** By place: the cost of query[q − 1] where nothing is written for it. */
  readonly excess: Uint8Array
  /** By written letter: the cost of leaving it out, and of leaving it out after another of its kind. */
  readonly omission: Uint8Array
  readonly repeated: Uint8Array
  /** By written letter: the places of the query whose letter is nearly it, a bit each; from 32 on over again. */
  readonly alike: Uint32Array
  /** Rules that write one letter, by that; those that write nothing, under {@link UNKNOWN_LETTER}. */
  readonly shortRules: readonly (readonly PlacedRule[] | undefined)[]
  /** Rules that write several letters, by the last two of them, see {@link pairOf}. */
  readonly longRules: ReadonlyMap<number, readonly PlacedRule[]>
  /** Rules that hold at the end only. */
  readonly finalRules: readonly PlacedRule[]
  /** The least that a letter of the query costs which nothing is written for, by whatever edit. */
  readonly leastExcess: number
  /** The first letter of a key, and any other. */
  readonly first: Steps
  readonly later: Steps
}

/** What a row can be gone on from with a letter, by letter. */
export interface Steps {
  /** The least that any row made of this one costs more than it. */
  readonly least: Uint8Array
  /** Letters of the longest rule that begins with the letter and goes on, or 0; the least such a rule costs. */
  readonly reach: Uint8Array
  readonly reachCost: Uint8Array
  /** The least that such a rule or a swap which begins with the letter costs. */
  readonly beginCost: Uint8Array
}

export const costedQuery = (letters: readonly string[], costs: EditCosts): CostedQuery => {
  const query = letters.slice(0, LONGEST_KEY)
  const width = query.length + 1
  const excess = new Uint8Array(width)
  const substitution = new Uint8Array(LETTERS * width)
  const repeated = costs.omission.slice()
  for (let letter = 0; letter < costs.numbers; letter++)
    if (repeated[letter]! > DOUBLED) repeated[letter] = DOUBLED
  const alike = new Uint32Array(LETTERS)
  const least = repeated.slice()
  query.forEach((typed, i) => {
    const cost = costs.excess(typed)
    const q = i + 1
    excess[q] = typed === query[i - 1] ? Math.min(cost, DOUBLED) : cost
    const row = costs.substitution(typed)
    for (let letter = 0; letter < costs.numbers; letter++) {
      const one = row[letter]!
      substitution[letter * width + q] = one
      if (one < least[letter]!) least[letter] = one
      if (one <= SWAP_LIKENESS) {
        alike[letter]! |= 1 << (q & 31)
      }
    }
  })
  return {
    length: query.length,
    substitution,
    excess,
    omission: costs.omission,
    repeated,
    alike,
    ...placedRules(query, costs, alike, least, Math.min(...excess.subarray(1))),
  }
}

/** `least`: by written letter, what edits of one letter cost. */
const placedRules = (
  query: readonly string[],
  costs: EditCosts,
  alike: Uint32Array,
  least: Uint8Array,
  most: number,
) => {
  let leastExcess = most
  const shortRules = new Array<PlacedRule[] | undefined>(LETTERS).fill(undefined)
  const longRules = new Map<number, PlacedRule[]>()
  const finalRules: PlacedRule[] = []
  const beginCost = new Uint8Array(LETTERS).fill(NEVER)
  for (let letter = 0; letter < costs.numbers; letter++)
    if (alike[letter] !== 0) beginCost[letter] = SWAPPED
  const steps = () => ({
    least: least.slice(),
    reach: new Uint8Array(LETTERS),
    reachCost: new Uint8Array(LETTERS).fill(NEVER),
    beginCost: beginCost.slice(),
  })
  const first = steps()
  const later = steps()
  const note = ({ written, at, cost }: EditRule, { least, reach, reachCost, beginCost }: Steps) => {
    const begin = written[0]!
    least[begin] = Math.min(least[begin]!, cost)
    if (written.length === 1 && at !== 'final') return
    reach[begin] = Math.max(reach[begin]!, written.length)
    reachCost[begin] = Math.min(reachCost[begin]!, cost)
    beginCost[begin] = Math.min(beginCost[begin]!, cost)
  }
  for (const letter of new Set(['', ...query]))
    for (const rule of costs.rules.get(letter) ?? []) {
      const ends = endsOf(rule, query)
      if (ends.length === 0) continue
      const { typed, written, at, cost } = rule
      const placed = { ...rule, ends }
      const last = written[written.length - 1] ?? UNKNOWN_LETTER
      if (at === 'final') finalRules.push(placed)
      else if (written.length < 2) shortRules[last] = [...(shortRules[last] ?? []), placed]
      else {
        const pair = pairOf(written[written.length - 2]!, last)
        const same = longRules.get(pair)
        if (same === undefined) longRules.set(pair, [placed])
        else same.push(placed)
      }
      const more = typed.length - written.length
      if (more > 0) leastExcess = Math.min(leastExcess, Math.max(1, Math.floor(cost / more)))
      if (written.length === 0) continue
      note(rule, first)
      if (at !== 'initial') note(rule, later)
    }
  return { shortRules, longRules, finalRules, leastExcess, first, later }
}

export const pairOf = (before: number, letter: number): number => before * LETTERS + letter

const endsOf = ({ typed, at }: EditRule, query: readonly string[]): number[] => {
  const ends: number[] = []
  const { length } = typed
  const to = at === 'initial' ? Math.min(length, query.length) : query.length
  for (let end = at === 'final' ? query.length : length; end <= to; end++) {
    let i = 0
    while (i < length && query[end - length + i] === typed[i]) i++
    if (i === length && end >= length) ends.push(end)
  }
  return ends
}

import { CONTENT_TABLES, type ContentTable } from '../formats/content'
import type { Lexicon } from '../lexicon/lexicon'
import { valuesIn } from './incoming'

/** Gives out ids and numbers that were never used. */
export interface IdSource {
  /** The next id of a table: `bn-f01921`. */
  readonly nextId: (table: ContentTable) => string
  /** The number of a new entry inside packs: the one it comes with, where that was never used. */
  readonly numberOf: (wanted: unknown) => number
}

/** What stands before the number of an id, and how many digits it has at least. */
interface Pattern {
  readonly prefix: string
  readonly width: number
}

/**
 * Ids that go on from the greatest of `taken`, in the pattern of its tables: `bn-00942` is followed
 * by `bn-00943`, and its first example is `bn-x00001`. A dictionary without entries is given the
 * initials of its code. `others`: ids that are spoken for besides, as those of a file that brings its own.
 */
export const createIdSource = (
  taken: readonly Lexicon[],
  others: Iterable<string> = [],
): IdSource => {
  const used = new Set<string>(others)
  const numbers = new Set<number>()
  for (const lexicon of taken) {
    for (const table of CONTENT_TABLES)
      for (const { value } of valuesIn(lexicon, table)) used.add(String(value.id ?? ''))
    for (const { value } of lexicon.entries) numbers.add(value.number)
    for (const { value } of lexicon.retired) {
      used.add(value.id)
      numbers.add(value.number ?? 0)
    }
  }
  let greatestNumber = 0
  for (const number of numbers) greatestNumber = Math.max(greatestNumber, number)
  const entries =
    patternOf(taken.flatMap((lexicon) => lexicon.entries.map(({ value }) => value.id))) ??
    initialsOf(taken[0]?.language.code ?? '')
  const greatest = greatestByPrefix(used)
  const patterns = new Map<ContentTable, Pattern>()
  const counters = new Map<string, number>()
  return {
    nextId: (table) => {
      const pattern = patterns.get(table) ??
        patternOf(
          taken.flatMap((lexicon) => valuesIn(lexicon, table).map(({ value }) => String(value.id))),
        ) ?? { ...entries, prefix: entries.prefix + LETTERS[table] }
      patterns.set(table, pattern)
      const next = (counters.get(pattern.prefix) ?? greatest.get(pattern.prefix) ?? 0) + 1
      counters.set(pattern.prefix, next)
      return pattern.prefix + String(next).padStart(pattern.width, '0')
    },
    numberOf: (wanted) => {
      const isFree = Number.isInteger(wanted) && Number(wanted) > 0 && !numbers.has(Number(wanted))
      const number = isFree ? Number(wanted) : greatestNumber + 1
      numbers.add(number)
      greatestNumber = Math.max(greatestNumber, number)
      return number
    },
  }
}

/** Stands after the prefix of the entries, in a table that has no ids yet. */
const LETTERS: Readonly<Record<ContentTable, string>> = {
  entries: '',
  forms: 'f',
  senses: 's',
  examples: 'x',
  relations: 'r',
  media: 'm',
  residue: '',
}

const NUMBERED = /^(.*?)([0-9]{1,15})$/

/** The one that most of the ids have. */
const patternOf = (ids: readonly string[]): Pattern | undefined => {
  const counts = new Map<string, { count: number; width: number }>()
  for (const id of ids) {
    const [, prefix, digits] = NUMBERED.exec(id) ?? []
    if (prefix === undefined || digits === undefined) continue
    const known = counts.get(prefix)
    if (known === undefined) counts.set(prefix, { count: 1, width: digits.length })
    else {
      known.count += 1
      known.width = Math.min(known.width, digits.length)
    }
  }
  let most: (Pattern & { readonly count: number }) | undefined
  for (const [prefix, { count, width }] of counts)
    if (most === undefined || count > most.count) most = { prefix, width, count }
  return most && { prefix: most.prefix, width: most.width }
}

/** `xo-dang` → `xd-`. */
const initialsOf = (code: string): Pattern => ({
  prefix: `${code
    .split('-')
    .map((part) => part.slice(0, 1))
    .join('')}-`,
  width: 5,
})

const greatestByPrefix = (ids: ReadonlySet<string>): Map<string, number> => {
  const greatest = new Map<string, number>()
  for (const id of ids) {
    const [, prefix, digits] = NUMBERED.exec(id) ?? []
    if (prefix === undefined) continue
    greatest.set(prefix, Math.max(greatest.get(prefix) ?? 0, Number(digits)))
  }
  return greatest
}

import { bareLetters } from '../../../src/text/orthography'
import { vietnameseSyllables } from '../../../src/text/vietnamese'
import type { Corpus, QuerySet } from './corpus'

/**
 * What an engine that knows nothing but the letters could reach: where several keys answer a query
 * as well as the right one does (they begin with it too, or lie no further from it), each order of
 * them is as good, and the mean over these orders is the ceiling. Costs by language can go beyond
 * that of the `hard` sets; nothing but the user's intention can go beyond that of the others.
 */
export interface Ceiling {
  readonly set: string
  readonly queries: number
  /** Queries with one best key only, as a share. */
  readonly unique: number
  readonly successAt1: number
  readonly successAt5: number
  readonly mrr: number
}

/** All keys are held against each query: so many say enough. */
const MOST_QUERIES = 250

export const ceilingsOf = (corpus: Corpus): Ceiling[] => {
  const keysOf = {
    headword: distinctKeys(corpus.entries.map(({ forms }) => forms.map(({ text }) => text))),
    gloss: distinctKeys(
      corpus.entries.map(({ glossesVi, glossesEn }) => [...glossesVi, ...glossesEn]),
    ),
  }
  return corpus.sets
    .filter(({ group }) => group !== 'golden')
    .map((set) => ceilingOf(set, keysOf[set.field]))
}

interface Keys {
  /** Sorted. */
  readonly keys: readonly string[]
  readonly byEntry: readonly (readonly string[])[]
}

const distinctKeys = (textsByEntry: readonly (readonly string[])[]): Keys => {
  const byEntry = textsByEntry.map((texts) => texts.map(keyOf))
  return { keys: [...new Set(byEntry.flat())].sort(), byEntry }
}

const keyOf = (text: string): string =>
  vietnameseSyllables(text.replace(/['’‘ʼ]/g, '')).join(' ') || bareLetters(text)

const ceilingOf = (set: QuerySet, { keys, byEntry }: Keys): Ceiling => {
  const asked = set.queries.slice(0, Math.min(set.queries.length - set.warmUp, MOST_QUERIES))
  const rivals = asked.map(({ text, answers }) => {
    const query = keyOf(text)
    const right = answers.flatMap((place) => byEntry[place] ?? [])
    if (set.group === 'prefix') return countBegun(keys, query)
    if (set.group === 'hard') return countAsNear(keys, query, right)
    return 1
  })
  const mean = (worth: (rivals: number) => number) =>
    rivals.reduce((sum, count) => sum + worth(count), 0) / Math.max(rivals.length, 1)
  return {
    set: set.name,
    queries: asked.length,
    unique: mean((count) => (count === 1 ? 1 : 0)),
    successAt1: mean((count) => 1 / count),
    successAt5: mean((count) => Math.min(1, 5 / count)),
    mrr: mean((count) => {
      let sum = 0
      for (let rank = 1; rank <= Math.min(count, 10); rank++) sum += 1 / rank
      return sum / count
    }),
  }
}

const countBegun = (keys: readonly string[], beginning: string): number => {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (keys[middle]! < beginning) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < keys.length && keys[end]!.startsWith(beginning)) end++
  return Math.max(end - low, 1)
}

/** Keys no further from the query than the nearest right one, with that. */
const countAsNear = (keys: readonly string[], query: string, right: readonly string[]): number => {
  const own = Math.min(...right.map((key) => distance(query, key, 9)))
  const rows = EMPTY_ROWS()
  let count = 0
  for (const key of keys) if (distance(query, key, own, rows) <= own) count++
  return Math.max(count, 1)
}

const LONGEST = 255
const EMPTY_ROWS = () => Array.from({ length: 3 }, () => new Uint8Array(LONGEST + 1))

/** Letters left out, too many, wrong, or swapped with the next, each 1; above `most` any larger number. */
export const distance = (a: string, b: string, most: number, rows = EMPTY_ROWS()): number => {
  if (Math.abs(a.length - b.length) > most || b.length > LONGEST) return most + 1
  let [before, above, row] = rows as [Uint8Array, Uint8Array, Uint8Array]
  for (let j = 0; j <= b.length; j++) above[j] = j
  for (let i = 1; i <= a.length; i++) {
    let nearest = (row[0] = i)
    const letter = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1)
      let cost = above[j - 1]! + (letter === other ? 0 : 1)
      if (above[j]! + 1 < cost) cost = above[j]! + 1
      if (row[j - 1]! + 1 < cost) cost = row[j - 1]! + 1
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        cost = Math.min(cost, before[j - 2]! + 1)
      row[j] = cost
      if (cost < nearest) nearest = cost
    }
    if (nearest > most) return most + 1
    ;[before, above, row] = [above, row, before]
  }
  return above[b.length]!
}

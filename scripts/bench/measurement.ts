import type { PackIndex } from '../../src/pack/sections'

/** One line of the table. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'B' | 'MB' | 'ms' | 's' | '/s' | 'dB' | 'of 100' | ''
  /** The most that is allowed, in the same unit; none: told for its own sake. */
  readonly atMost?: number
  readonly atLeast?: number
}

export interface SearchOptions {
  /** Of generated corpora: 2k, 10k, 100k, 1m. */
  readonly sizes: readonly string[]
  /** Ids; none: all. */
  readonly engines: readonly string[]
  /** Whether docs/BENCHMARKS.md is to be rewritten. */
  readonly write: boolean
  /** No tables, only figures. */
  readonly json: boolean
}

/** What every measurement may use. */
export interface Bench {
  readonly index: PackIndex
  /** Times something is measured where one time would say little. */
  readonly runs: number
  /** What was asked of the search engines' measurement. */
  readonly search: SearchOptions
  /** What was opened is closed when the measurement ends, the last first, whatever happened. */
  atEnd(close: () => Promise<unknown>): void
}

/**
 * A measurement is a file of this folder and a line in scripts/bench.ts. It says in `title` under
 * which conditions its figures were taken.
 */
export interface Measurement {
  readonly title: string
  /** Why it cannot be taken here, with the way to mend that; undefined: it can. */
  readonly missing?: () => Promise<string | undefined>
  readonly measure: (bench: Bench) => Promise<readonly Figure[]>
}

export const isMet = ({ value, atMost, atLeast }: Figure): boolean =>
  value <= (atMost ?? Number.POSITIVE_INFINITY) && value >= (atLeast ?? Number.NEGATIVE_INFINITY)

/** The value below which the share lies: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  if (value === undefined) throw new RangeError('quantile of no values')
  return value
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

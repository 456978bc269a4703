import type { LanguageCode } from '../lexicon/ids'
import type { Dictionary } from '../pack/dictionary'
import type { ListRow } from '../pack/sections'
import type { Shelf } from './shelf'

export interface WordOfTheDay {
  readonly language: LanguageCode
  readonly row: ListRow
}

/**
 * The same word all day on every device with the same release. Languages take turns; one whose pack
 * is away leaves its day to the next. Never a draft, never a word recorded elsewhere.
 */
export const wordOfTheDay = (shelves: readonly Shelf[], day: number): WordOfTheDay | undefined => {
  for (let turn = 0; turn < shelves.length; turn++) {
    const { language, dictionary } = shelves[(day + turn) % shelves.length]!
    const row = dictionary === undefined ? undefined : rowOfDay(dictionary, day)
    if (row !== undefined) return { language, row }
  }
  return undefined
}

const rowOfDay = (dictionary: Dictionary, day: number): ListRow | undefined => {
  const numbers = dictionary.list.numbers()
  const start = scatter(day) % Math.max(numbers.length, 1)
  for (let step = 0; step < numbers.length; step++) {
    const row = dictionary.listRow(numbers[(start + step) % numbers.length]!, {
      drafts: false,
    })
    if (row !== undefined && isShowable(row)) return row
  }
  return undefined
}

const isShowable = ({ shown, reviewState, glossesVi }: ListRow): boolean =>
  shown === 'default' &&
  (reviewState === 'attested' || reviewState === 'reviewed') &&
  glossesVi.length > 0

/** Neighbouring days fall far apart (Knuth's multiplicative hash, 32 bits). */
const scatter = (day: number): number => Math.imul(day, 2654435761) >>> 0

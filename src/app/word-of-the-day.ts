import type { Dictionary } from '../pack/dictionary'
import type { Groups, ListRow } from '../pack/sections'
import type { App } from './app'
import type { Shelf } from './shelf'
import { createView, type View } from './view'

export interface WordOfTheDay {
  readonly shelf: Shelf
  readonly row: ListRow
}

/** Domains that a class would giggle or shudder at. */
const UNSUITED = ['body', 'warfare-hunting']

export const openWordOfTheDay = (app: App): View<WordOfTheDay | 'waiting' | 'none'> =>
  createView<WordOfTheDay | 'waiting' | 'none'>('waiting', () =>
    wordOfTheDay(app.library.shelves.value, app.day),
  )

/**
 * A word of the school topics, the same all day on every device with the same release. Languages take
 * turns; one whose pack is away leaves its day to the next, one that is on its way is waited for.
 * Never a draft, never a word recorded elsewhere.
 */
export const wordOfTheDay = async (
  shelves: readonly Shelf[],
  day: number,
): Promise<WordOfTheDay | 'waiting' | 'none'> => {
  for (let turn = 0; turn < shelves.length; turn++) {
    const shelf = shelves[(day + turn) % shelves.length]!
    const { dictionary, status } = shelf
    const groups = await dictionary?.groups()
    if (dictionary !== undefined && groups?.ok) {
      const row = rowOfDay(dictionary, groups.value, day)
      if (row !== undefined) return { shelf, row }
    } else if (status.kind === 'opening' || status.kind === 'downloading') return 'waiting'
  }
  return 'none'
}

const rowOfDay = (dictionary: Dictionary, groups: Groups, day: number): ListRow | undefined => {
  const unsuited = new Set(
    Object.entries<readonly number[]>(groups.byDomain).flatMap(([domain, numbers]) =>
      UNSUITED.includes(domain) ? numbers : [],
    ),
  )
  const suited = new Set(Object.values<readonly number[]>(groups.byTopic).flat())
  const numbers = [...suited].filter((number) => !unsuited.has(number)).sort((a, b) => a - b)
  const start = scatter(day) % Math.max(numbers.length, 1)
  for (let step = 0; step < numbers.length; step++) {
    const number = numbers[(start + step) % numbers.length]!
    const row = dictionary.listRow(number, { drafts: false })
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

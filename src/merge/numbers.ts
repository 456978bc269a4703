import { ENTRY_FIELDS } from '../lexicon/entry'
import type { Row } from '../lexicon/lexicon'

/** A cell of a new row that could not stay as it was: what it stands for was taken. */
export interface Renumbered {
  readonly table: string
  /** Id of the row, as it is now. */
  readonly id: string
  readonly column: string
  readonly before: string
  readonly after: string
}

/**
 * New entries of theirs whose number ours gave to another new entry take the next number that nobody
 * ever had. All are rows of entries.csv; `taken`: numbers that no entry has any more, of retired ones.
 */
export const numberApart = (
  merged: readonly Row<object>[],
  base: readonly Row<object>[],
  ours: readonly Row<object>[],
  theirs: readonly Row<object>[],
  taken: readonly number[],
): { readonly rows: readonly Row<object>[]; readonly renumbered: readonly Renumbered[] } => {
  const old = new Set(base.map(idOf))
  const inOurs = new Set(ours.map(idOf))
  const newInOurs = new Set(ours.filter((row) => !old.has(idOf(row))).map(numberOf))
  const isClash = (row: Row<object>): boolean =>
    !old.has(idOf(row)) &&
    !inOurs.has(idOf(row)) &&
    newInOurs.has(numberOf(row)) &&
    numberOf(row) > 0
  if (!merged.some(isClash)) return { rows: merged, renumbered: [] }

  const used = [...[...base, ...ours, ...theirs].map(numberOf), ...taken]
  let last = used.reduce((highest, number) => (number > highest ? number : highest), 0)
  const renumbered: Renumbered[] = []
  const rows = merged.map((row) => {
    if (!isClash(row)) return row
    const number = ++last
    const { column } = ENTRY_FIELDS.number
    const [before, after] = [String(numberOf(row)), String(number)]
    renumbered.push({ table: 'entries', id: String(idOf(row)), column, before, after })
    return { ...row, value: { ...row.value, number } }
  })
  return { rows, renumbered }
}

const idOf = ({ value }: Row<object>): unknown => Reflect.get(value, 'id')

/** NaN where the cell is no number: it is nobody's. */
const numberOf = ({ value }: Row<object>): number => {
  const number: unknown = Reflect.get(value, 'number')
  return typeof number === 'number' ? number : Number.NaN
}

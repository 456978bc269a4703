import type { Row } from '../lexicon/lexicon'
import type { Problem } from '../lexicon/problem'
import type { Conflict } from './conflict'
import { mergedRows, mergeRows } from './merge-rows'
import { mergeSequence } from './merge-sequence'
import { describeTable } from './merge-table'
import { numberApart, type Renumbered } from './numbers'
import { readTableFile, type TableFile, writeTableFile } from './table-file'

/** The text of one file on each side; `base` is empty where both sides made it. */
export interface FileSides {
  readonly base: string
  readonly ours: string
  readonly theirs: string
}

/** One file of two. */
export interface MergedFile {
  readonly text: string
  readonly rows: readonly Row<object>[]
  readonly conflicts: readonly Conflict[]
  readonly renumbered: readonly Renumbered[]
}

/**
 * Merges one CSV table of ours, named by the end of its path, as `mergeLexicons` merges it among the
 * others: what hangs together across tables is left to them and to the checks. `taken`: numbers of
 * entries that are no more. A side that cannot be read gives problems, with the side for a file name
 * in front (`theirs ba-na/entries.csv`).
 */
export const mergeFiles = (
  path: string,
  sides: FileSides,
  taken: readonly number[],
): MergedFile | readonly Problem[] => {
  const ours = readTableFile(sides.ours, path)
  const theirs = readTableFile(sides.theirs, path, `theirs ${path}`)
  const base = sides.base === '' ? NOTHING : readTableFile(sides.base, path, `base ${path}`)
  if (isFaulty(ours) || isFaulty(theirs) || isFaulty(base))
    return [ours, theirs, base].flatMap((side) => (isFaulty(side) ? side : []))
  const fields = mergeColumns(base, ours, theirs)
  const table = describeTable(ours.table.name, fields)
  const merged = mergeRows(table, base.rows, ours.rows, theirs.rows)
  const { rows, renumbered } =
    table.name === 'entries'
      ? numberApart(mergedRows(merged), base.rows, ours.rows, theirs.rows, taken)
      : { rows: mergedRows(merged), renumbered: [] }
  const filled = fields.filter(
    ([property]) =>
      [ours, theirs].every((side) => hasField(side, property)) ||
      !hasField(base, property) ||
      rows.some(({ value }) => Reflect.get(value, property) !== undefined),
  )
  return {
    text: writeTableFile({ ...ours, fields: filled }, rows),
    rows,
    conflicts: merged.conflicts,
    renumbered,
  }
}

/** The columns of both sides, in their order. */
const mergeColumns = (base: TableFile, ours: TableFile, theirs: TableFile): TableFile['fields'] => {
  const fieldByProperty = new Map([...theirs.fields, ...ours.fields])
  const [inBase, inOurs, inTheirs] = [base, ours, theirs].map(({ fields }) =>
    fields.map(([property]) => property),
  )
  return mergeSequence(inBase ?? [], inOurs ?? [], inTheirs ?? []).flatMap((property) => {
    const field = fieldByProperty.get(property)
    return field === undefined ? [] : [[property, field] as const]
  })
}

const hasField = ({ fields }: TableFile, wanted: string): boolean =>
  fields.some(([property]) => property === wanted)

const NOTHING: TableFile = {
  table: { name: '', fields: [] },
  fields: [],
  order: 'kept',
  rows: [],
}

const isFaulty = (side: TableFile | readonly Problem[]): side is readonly Problem[] =>
  Array.isArray(side)

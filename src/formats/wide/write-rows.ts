import type { Lexicon } from '../../lexicon/lexicon'
import { joinList } from '../list-cell'
import { type Belongings, belongingsByEntry, GROUPS, nothing } from './belongings'
import { COLUMNS, type Column, type ColumnGroup } from './columns'
import { ownColumnPlacer } from './own-columns'

/** A column of a table that is written. */
export interface WideColumn {
  /** Header: the path of a column of ours, or what stood over a column of the user's own. */
  readonly path: string
  /** None: the user's own, kept as residue. */
  readonly column?: Column
}

export interface WideRows {
  readonly columns: readonly WideColumn[]
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly string[])[]
}

/** There even if empty, so that a table can be told to be ours. */
const ALWAYS: readonly string[] = ['id', 'headword', 'gloss.vi']

/**
 * A dictionary as one table: the i-th row of an entry holds its i-th sense, further form, example,
 * relation and clip side by side; each of its rows repeats id and headword, so that rows may be sorted. Columns without a filled
 * cell are left out. What belongs to no entry stands in rows of its own at the end.
 */
export const writeRows = (lexicon: Lexicon): WideRows => {
  const used = new Set(ALWAYS)
  const rows: Map<string, string>[] = []
  const fill = (row: Map<string, string>, path: string, value: unknown): void => {
    const cell = cellOf(value)
    if (cell === '') return
    row.set(path, cell)
    used.add(path)
  }
  const fillGroup = (row: Map<string, string>, group: ColumnGroup, value: object): void => {
    for (const { path, property } of COLUMNS_OF.get(group) ?? [])
      fill(row, path, Reflect.get(value, property))
  }

  const belongings = belongingsByEntry(lexicon)
  const placeOwnColumns = ownColumnPlacer(lexicon)
  for (const { value: entry } of lexicon.entries) {
    const own = belongings.get(entry.id) ?? nothing()
    belongings.delete(entry.id)
    const head = own.form.find(
      ({ id, text, variety }) =>
        id === entry.headwordForm && text === entry.headword && variety === entry.variety,
    )
    const form = own.form.filter((other) => other !== head)
    const { cells, rest } = placeOwnColumns(entry.id, { ...own, form })
    const entryRows = rowsOf({ ...own, form, residue: rest }, fillGroup, (row) => {
      fill(row, 'id', entry.id)
      fill(row, 'headword', entry.headword)
    })
    rows.push(...entryRows)
    const [first] = entryRows
    if (first !== undefined) {
      fillGroup(first, 'entry', entry.number === 0 ? { ...entry, number: undefined } : entry)
      fill(first, 'headword.id', entry.headwordForm)
      if (head !== undefined) fillGroup(first, 'headword', head)
    }
    for (const { row, position, raw } of cells) fill(entryRows[row]!, position, raw)
  }
  // What points to an entry that is not there is written to be seen; reading refuses it.
  for (const [id, { residue, ...others }] of belongings) {
    const parts = [
      { ...nothing(), residue },
      { ...others, residue: [] },
    ]
    for (const part of parts.filter((own) => GROUPS.some((group) => own[group].length > 0)))
      rows.push(...rowsOf(part, fillGroup, (row) => fill(row, 'id', id)))
  }

  const foreign = [...used].filter((path) => !PATHS.has(path)).sort()
  const columns: readonly WideColumn[] = [
    ...COLUMNS.filter(({ path }) => used.has(path)).map((column) => ({
      path: column.path,
      column,
    })),
    ...foreign.map((path) => ({ path })),
  ]
  return { columns, rows: rows.map((row) => columns.map(({ path }) => row.get(path) ?? '')) }
}

const COLUMNS_OF: ReadonlyMap<ColumnGroup, readonly Column[]> = COLUMNS.reduce(
  (groups, column) => groups.set(column.group, [...(groups.get(column.group) ?? []), column]),
  new Map<ColumnGroup, Column[]>(),
)
const PATHS = new Set(COLUMNS.map(({ path }) => path))

const cellOf = (value: unknown): string => {
  if (value === undefined) return ''
  return Array.isArray(value) ? joinList(value.map(String).filter(Boolean)) : String(value)
}

/** Fills as many rows as the longest of the groups has records, one at least. */
const rowsOf = (
  groups: Belongings,
  fillGroup: (row: Map<string, string>, group: ColumnGroup, value: object) => void,
  begin: (row: Map<string, string>) => void,
): Map<string, string>[] => {
  const length = Math.max(1, ...GROUPS.map((group) => groups[group].length))
  return Array.from({ length }, (_, i) => {
    const row = new Map<string, string>()
    begin(row)
    for (const group of GROUPS) {
      const value = groups[group][i]
      if (value !== undefined) fillGroup(row, group, value)
    }
    return row
  })
}

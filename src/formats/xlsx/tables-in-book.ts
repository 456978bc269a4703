import type { Csv, CsvRow } from '../csv'
import type { ReadContext } from '../format'
import { COLUMN_BY_PATH, COLUMNS } from '../wide/columns'
import type { ReadBookSheet } from './read-book'
import { ANCESTOR_SHEET, HEADER_ROWS, IN_EVERY_SHEET } from './sheets'

/** How a place names a sheet of a workbook. */
export const sheetFile = (file: string, sheet: string): string => `${file} [${sheet}]`

/**
 * The tables of a workbook: those of ours, which are all read; of somebody else's the first sheet, or
 * the one that the mapping names as `sheet`.
 */
export const tablesIn = (
  file: string,
  sheets: readonly ReadBookSheet[],
  { mapping }: ReadContext,
): Csv[] => {
  const ours = sheets.flatMap((sheet) => {
    const head = headOf(sheet)
    return head === undefined ? [] : [ourTable(file, sheet, head)]
  })
  if (ours.length > 0) return [...ours, ...deletedRows(ours, ancestorIn(file, sheets))]
  const named = mapping.get('sheet')
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.length > 0))
  const sheet =
    filled.find(({ name }) => name === named) ?? (named === undefined ? filled[0] : undefined)
  return sheet === undefined ? [] : [foreignTable(file, sheet)]
}

/** What the columns of a sheet of ours are, and how many rows stand above the first of the dictionary. */
export interface Head {
  readonly paths: readonly string[]
  readonly labels: readonly string[]
  readonly rows: number
}

/** By its hidden row; where somebody deleted that, by the labels we gave. None: not a sheet of ours. */
export const headOf = ({ rows: [first = [], second = []] }: ReadBookSheet): Head | undefined => {
  if (isKeyed(first)) return { paths: first, labels: second, rows: HEADER_ROWS }
  const paths = first.map((label) => PATH_BY_LABEL.get(label) ?? '')
  return isKeyed(paths) ? { paths, labels: first, rows: 1 } : undefined
}

const isKeyed = (paths: readonly string[]): boolean =>
  paths.includes('id') && paths.includes('headword')

const PATH_BY_LABEL: ReadonlyMap<string, string> = new Map(
  COLUMNS.map(({ labelVi, path }) => [labelVi, path]),
)

/** Paths are the header; where a column has none, it is the editor's own and has its label. */
const ourTable = (file: string, { name, rows }: ReadBookSheet, head: Head): Csv => {
  const { paths, labels } = head
  const width = Math.max(paths.length, labels.length)
  const header = Array.from({ length: width }, (_, i) => paths[i] || (labels[i] ?? ''))
  const at = sheetFile(file, name)
  return {
    header: rowAt(at, header, 1, labels),
    rows: rows
      .slice(head.rows)
      .flatMap((cells, i) =>
        cells.length === 0 ? [] : [rowAt(at, cells, i + head.rows + 1, labels)],
      ),
  }
}

/**
 * A row that was deleted takes nothing away. Where an entry has no row of its own left, but rows on
 * other sheets, its own are as they were when the workbook was written.
 */
const deletedRows = (ours: readonly Csv[], ancestors: readonly Csv[]): Csv[] => {
  const idsOf = (table: Csv) => {
    const at = table.header.cells.indexOf('id')
    return table.rows.map(({ cells }) => cells[at] ?? '')
  }
  const main = ours.filter(({ header }) => header.cells.includes(MAIN_COLUMN))
  const kept = new Set(main.flatMap(idsOf))
  const missing = new Set(ours.flatMap(idsOf).filter((id) => id !== '' && !kept.has(id)))
  return ancestors.map(({ header, rows }) => {
    const places = header.cells.flatMap((path, i) => (isMain(path) ? [i] : []))
    const pick = ({ cells, place }: CsvRow): CsvRow => ({
      cells: places.map((i) => cells[i] ?? ''),
      place: (index) => place(index === undefined ? undefined : places[index]),
    })
    const id = header.cells.indexOf('id')
    const own = places.filter((i) => !IN_EVERY_SHEET.includes(header.cells[i]!))
    const speaks = ({ cells }: CsvRow) => own.some((i) => (cells[i] ?? '') !== '')
    return {
      header: pick(header),
      rows: rows.filter((row) => missing.has(row.cells[id] ?? '') && speaks(row)).map(pick),
    }
  })
}

/** What the sheet with one row per sense has, and no other. */
const MAIN_COLUMN = 'gloss.vi'

const isMain = (path: string): boolean => {
  const group = COLUMN_BY_PATH.get(path)?.group
  return group === 'entry' || group === 'sense' || group === 'headword'
}

const foreignTable = (file: string, { name, rows }: ReadBookSheet): Csv => {
  const first = rows.findIndex((row) => row.length > 0)
  const labels = rows[first] ?? []
  const at = sheetFile(file, name)
  return {
    header: rowAt(at, labels, first + 1, labels),
    rows: rows.flatMap((cells, i) =>
      i <= first || cells.length === 0 ? [] : [rowAt(at, cells, i + 1, labels)],
    ),
  }
}

/** `row` as the spreadsheet shows it; a sheet has no other lines. */
const rowAt = (
  file: string,
  cells: readonly string[],
  row: number,
  labels: readonly string[],
): CsvRow => ({
  cells,
  place: (index) => {
    const column = index === undefined ? undefined : labels[index]
    return { file, line: row, row, ...(column && { column }) }
  },
})

/** The dictionary as it was when the workbook was written, as one wide table; none where the workbook does not tell. */
export const ancestorIn = (file: string, sheets: readonly ReadBookSheet[]): Csv[] => {
  const sheet = sheets.find(({ name }) => name === ANCESTOR_SHEET)
  if (sheet === undefined) return []
  const content = parseAncestor(sheet.rows.map(([cell = '']) => cell).join(''))
  if (content === undefined) return []
  const { columns, rows } = content
  return [
    {
      header: rowAt(file, columns, 1, columns),
      rows: rows.map((cells, i) => rowAt(file, cells, i + 2, columns)),
    },
  ]
}

/** None where somebody changed what nobody sees. */
const parseAncestor = (
  text: string,
): { readonly columns: string[]; readonly rows: string[][] } | undefined => {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined
    throw fault
  }
  if (typeof content !== 'object' || content === null) return undefined
  const columns: unknown = Reflect.get(content, 'columns')
  const rows: unknown = Reflect.get(content, 'rows')
  const isTexts = (row: unknown): row is string[] =>
    Array.isArray(row) && row.every((cell) => typeof cell === 'string')
  return isTexts(columns) && Array.isArray(rows) && rows.every(isTexts)
    ? { columns, rows }
    : undefined
}

import type { Lexicon } from '../../lexicon/lexicon'
import { COLUMN_BY_PATH, type ColumnGroup } from '../wide/columns'
import { type WideColumn, type WideRows, writeRows } from '../wide/write-rows'
import { codeLists, instructions } from './guide'
import type { BookSheet, Choices } from './write-book'

/** Seen by nobody: the dictionary as it was when the workbook was written, to compare with. */
export const ANCESTOR_SHEET = 'goc'
/** Cells hold 32,767 characters. */
const ANCESTOR_CELL = 30_000
/** Rows of our sheets before the first of the dictionary: paths, which are hidden, and labels. */
export const HEADER_ROWS = 2
/** Rows that have drop-down lists beyond those that are filled, for new entries. */
const SPARE_ROWS = 500

/** What a sheet holds beside the id and headword that begin each. */
const SHEETS: readonly { readonly name: string; readonly groups: readonly ColumnGroup[] }[] = [
  { name: 'Mục từ', groups: ['entry', 'sense', 'headword'] },
  { name: 'Dạng khác', groups: ['form'] },
  { name: 'Ví dụ', groups: ['example'] },
  { name: 'Quan hệ', groups: ['relation'] },
  { name: 'Âm thanh, hình', groups: ['media'] },
  { name: 'Phần chưa rõ', groups: ['residue'] },
]

/** The sheets of a dictionary's workbook: one row per sense, other records on sheets of their own. */
export const sheetsOf = (lexicon: Lexicon): BookSheet[] => {
  const wide = writeRows(lexicon)
  const lists = codeLists(lexicon)
  const content = SHEETS.flatMap(({ name, groups }, i) => {
    const part = partOf(wide, groups, i === 0)
    return part.rows.length === 0 && i > 0 ? [] : [contentSheet(name, part, lists.ranges)]
  })
  return [...content, instructions(), lists.sheet, ancestorSheet(wide)]
}

/** The columns of some groups after id and headword, and the rows that say something in them. */
const partOf = (
  { columns, rows }: WideRows,
  groups: readonly ColumnGroup[],
  isMain: boolean,
): WideRows => {
  const belongs = ({ path, column }: WideColumn) =>
    IN_EVERY_SHEET.includes(path) || (column === undefined ? isMain : groups.includes(column.group))
  const places = columns.flatMap((column, i) => (belongs(column) ? [i] : []))
  const speaking = places.filter((i) => !IN_EVERY_SHEET.includes(columns[i]!.path))
  const ordered = [...places].sort((a, b) => rank(columns[a]!) - rank(columns[b]!))
  return {
    columns: ordered.map((i) => columns[i]!),
    rows: rows
      .filter((row) => speaking.some((i) => row[i] !== ''))
      .map((row) => ordered.map((i) => row[i]!)),
  }
}

/** Columns that every sheet begins with. */
export const IN_EVERY_SHEET: readonly string[] = ['id', 'headword']
/** What an editor works with stands first; ids and sources behind. */
const FIRST: readonly string[] = [
  ...['id', 'headword', 'part-of-speech', 'classifier.vi', 'gloss.vi', 'gloss.en'],
  ...['definition.vi', 'review-state', 'semantic-domain', 'topics'],
  ...['form.text', 'example.text', 'example.vi', 'relation.kind', 'relation.to', 'media.path'],
]

const rank = ({ path }: WideColumn): number => {
  const place = FIRST.indexOf(path)
  return place < 0 ? FIRST.length : place
}

const contentSheet = (
  name: string,
  { columns, rows }: WideRows,
  ranges: ReadonlyMap<string, { readonly range: string; readonly prompt: string }>,
): BookSheet => ({
  name,
  rows: [
    columns.map(({ path }) => ({ text: path })),
    columns.map(({ path, column }) => ({
      text: column?.labelVi ?? path,
      style: 'header' as const,
    })),
    ...rows.map((row) => row.map((text) => ({ text }))),
  ],
  widths: columns.map(({ path }, i) => widthOf(path, i, rows)),
  frozen: [HEADER_ROWS, 2],
  hiddenRows: [0],
  filterRow: 1,
  choices: columns.flatMap(({ path, column }, i): Choices[] => {
    const list = column === undefined ? undefined : ranges.get(listOf(path))
    if (column === undefined || list === undefined) return []
    const to = rows.length + HEADER_ROWS + SPARE_ROWS
    return [{ column: i, from: HEADER_ROWS, to, title: column.labelVi, ...list }]
  }),
})

/** `form.variety` and `variety` are chosen from one list. */
const listOf = (path: string): string => {
  const field = COLUMN_BY_PATH.get(path)?.field
  return field?.kind === 'reference' ? (field.of ?? '') : field?.kind === 'choice' ? path : ''
}

const LEAST_WIDTH = 12
/** Of what an editor writes most in. */
const LEAST_WIDTHS: Readonly<Record<string, number>> = {
  headword: 20,
  'gloss.vi': 30,
  'gloss.en': 24,
  'form.text': 24,
  'example.text': 40,
  'example.vi': 40,
}
const GREATEST_WIDTH = 48
const MEASURED_ROWS = 300

const widthOf = (path: string, i: number, rows: WideRows['rows']): number => {
  let width = LEAST_WIDTHS[path] ?? LEAST_WIDTH
  for (const row of rows.slice(0, MEASURED_ROWS)) width = Math.max(width, (row[i] ?? '').length + 2)
  return Math.min(width, GREATEST_WIDTH)
}

const ancestorSheet = ({ columns, rows }: WideRows): BookSheet => {
  const text = JSON.stringify({ columns: columns.map(({ path }) => path), rows })
  const cells: { text: string }[][] = []
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + ANCESTOR_CELL, text.length)
    const last = text.charCodeAt(end - 1)
    // Halves of a pair stay together.
    if (end < text.length && last >= 0xd800 && last < 0xdc00) end--
    cells.push([{ text: text.slice(at, end) }])
    at = end
  }
  return { name: ANCESTOR_SHEET, rows: cells, hidden: 'veryHidden' }
}

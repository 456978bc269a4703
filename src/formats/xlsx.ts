import type { Place, Problem } from '../lexicon/problem'
import type { Csv, CsvRow } from './csv'
import type { Files, Format, ReadContext, ReadResult, Refused, Say } from './format'
import { REASON_HEADER } from './wide/plan-columns'
import { readRows } from './wide/read-rows'
import { type ReadBookSheet, readBook } from './xlsx/read-book'
import { ANCESTOR_SHEET, HEADER_ROWS } from './xlsx/sheets'
import { type BookCell, type BookSheet, writeBook } from './xlsx/write-book'
import { writeXlsx } from './xlsx/write-xlsx'

/**
 * A workbook that a linguist edits in Excel, LibreOffice or Google Sheets. Ours has a sheet with one
 * row per sense and sheets for other forms, examples, relations and media; in the first row, which is
 * hidden, stand the paths of the columns (wide/columns.ts), so that labels may be changed; a sheet that
 * nobody sees holds the dictionary as it was written, and comes back as the ancestor to compare with. Workbooks of others are read as a wide table: their
 * first sheet, or the one that the mapping names as `sheet`.
 *
 * A cell holds 32,767 characters; longer ones are cut by Excel when it saves the file.
 */
export const xlsx: Format = {
  id: 'xlsx',
  name: 'Excel (XLSX)',
  extensions: ['xlsx'],
  read: async (files, context) => {
    const problems: Problem[] = []
    const tables: Csv[] = []
    const ancestors: Csv[] = []
    for (const [file, bytes] of files) {
      if (!isWorkbook(file)) continue
      const sheets = await readBook(bytes)
      if (!sheets.ok) {
        const { reason, detail } = sheets.error
        problems.push({ code: 'unreadable-file', severity: 'error', at: top(file), reason, detail })
        continue
      }
      tables.push(...tablesIn(file, sheets.value, context))
      ancestors.push(...ancestorIn(file, sheets.value))
    }
    if (problems.length > 0) return { lexicon: undefined, problems }
    if (tables.length === 0) return { lexicon: undefined, problems: [emptyFile([...files.keys()])] }
    const result = readRows(tables, context)
    return { ...result, ...ancestorOf(ancestors, context) }
  },
  write: (lexicon) => writeXlsx(lexicon),
  writeRefused: (files, refused, say) => writeRefusedBooks(files, refused, say),
}

const isWorkbook = (file: string): boolean => !file.endsWith('.csv')
const top = (file: string): Place => ({ file, line: 1, row: 1 })
const sheetFile = (file: string, sheet: string): string => `${file} [${sheet}]`
const isOurs = ({ rows: [first = []] }: ReadBookSheet): boolean =>
  first.includes('id') && first.includes('headword')

const emptyFile = ([file = '']: readonly string[]): Problem => ({
  code: 'unreadable-file',
  severity: 'error',
  at: top(file),
  reason: 'empty',
  detail: '',
})

const tablesIn = (
  file: string,
  sheets: readonly ReadBookSheet[],
  { mapping }: ReadContext,
): Csv[] => {
  const ours = sheets.filter(isOurs)
  if (ours.length > 0) return ours.map((sheet) => ourTable(file, sheet))
  const named = mapping.get('sheet')
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.length > 0))
  const sheet =
    filled.find(({ name }) => name === named) ?? (named === undefined ? filled[0] : undefined)
  return sheet === undefined ? [] : [foreignTable(file, sheet)]
}

/** Paths are the header; where a column has none, it is the editor's own and has its label. */
const ourTable = (file: string, { name, rows }: ReadBookSheet): Csv => {
  const [paths = [], labels = []] = rows
  const width = Math.max(paths.length, labels.length)
  const header = Array.from({ length: width }, (_, i) => paths[i] || (labels[i] ?? ''))
  return {
    header: rowAt(sheetFile(file, name), header, 1, labels),
    rows: rows
      .slice(HEADER_ROWS)
      .flatMap((cells, i) =>
        cells.length === 0
          ? []
          : [rowAt(sheetFile(file, name), cells, i + HEADER_ROWS + 1, labels)],
      ),
  }
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

const ancestorIn = (file: string, sheets: readonly ReadBookSheet[]): Csv[] => {
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

const ancestorOf = (
  ancestors: readonly Csv[],
  context: ReadContext,
): Pick<ReadResult, 'ancestor'> => {
  if (ancestors.length === 0) return {}
  const { lexicon } = readRows(ancestors, { ...context, mapping: new Map() })
  return lexicon === undefined ? {} : { ancestor: lexicon }
}

/** The refused rows under the headers of their sheets; what is wrong is coloured, the reason pops up over it. */
const writeRefusedBooks = async (
  files: Files,
  refused: readonly Refused[],
  say: Say,
): Promise<Files> => {
  const written = new Map<string, Uint8Array>()
  for (const [file, bytes] of files) {
    if (!isWorkbook(file)) continue
    const sheets = await readBook(bytes)
    if (!sheets.ok) continue
    const made = sheets.value.flatMap((sheet) => refusedSheet(file, sheet, refused, say))
    if (made.length > 0) written.set(file, await writeBook(made))
  }
  return written
}

const refusedSheet = (
  file: string,
  sheet: ReadBookSheet,
  refused: readonly Refused[],
  say: Say,
): BookSheet[] => {
  const records = refused.filter(({ at }) => at.file === sheetFile(file, sheet.name))
  if (records.length === 0) return []
  const headers = isOurs(sheet) ? HEADER_ROWS : 1
  const start = isOurs(sheet) ? 0 : sheet.rows.findIndex((row) => row.length > 0)
  const head = sheet.rows.slice(start, start + headers)
  const labels = head[head.length - 1] ?? []
  const rows = records.map((record) => {
    const cells = sheet.rows[record.at.row - 1] ?? []
    return refusedRow(cells, labels, record, say)
  })
  const headRows = head.map((row, i): BookCell[] => {
    const isLabels = i === head.length - 1
    const padded = labels.map((_, column) => row[column] ?? '')
    return [...padded, isLabels ? REASON_HEADER : ''].map((text) => ({
      text,
      style: isLabels ? ('header' as const) : ('plain' as const),
    }))
  })
  return [
    {
      name: sheet.name,
      rows: [...headRows, ...rows],
      widths: [...labels.map(() => 18), 60],
      frozen: [headers, 0],
      ...(headers === HEADER_ROWS && { hiddenRows: [0] }),
    },
  ]
}

const refusedRow = (
  cells: readonly string[],
  labels: readonly string[],
  { problems }: Refused,
  say: Say,
): BookCell[] => {
  const width = Math.max(labels.length, cells.length)
  const row = Array.from({ length: width }, (_, column): BookCell => {
    const text = cells[column] ?? ''
    const label = labels[column]
    const here = problems.filter(({ at }) => at.column !== undefined && at.column === label)
    if (here.length === 0) return { text }
    return { text, style: 'fault', comment: here.map(say).join('\n') }
  })
  const reason: BookCell = { text: problems.map(say).join('\n'), style: 'fault' }
  if (row.every(({ style }) => style === undefined) && row[0] !== undefined)
    row[0] = { ...row[0], style: 'fault', comment: reason.text }
  return [...row, reason]
}

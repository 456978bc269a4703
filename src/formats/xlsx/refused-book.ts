import type { Files, Refused, Say } from '../format'
import { REASON_HEADER } from '../wide/plan-columns'
import { type ReadBookSheet, readBook } from './read-book'
import { ANCESTOR_SHEET, HEADER_ROWS } from './sheets'
import { headOf, sheetFile } from './tables-in-book'
import { type BookCell, type BookSheet, writeBook } from './write-book'

/** The refused rows under the headers of their sheets; what is wrong is coloured, the reason pops up over it. */
export const writeRefusedBooks = async (
  files: Files,
  refused: readonly Refused[],
  say: Say,
): Promise<Files> => {
  const written = new Map<string, Uint8Array>()
  for (const [file, bytes] of files) {
    if (file.endsWith('.csv')) continue
    const sheets = await readBook(bytes)
    if (!sheets.ok) continue
    const made = sheets.value.flatMap((sheet) => refusedSheet(file, sheet, refused, say))
    if (made.length > 0)
      written.set(file, await writeBook([...made, ...sheets.value.flatMap(ancestorAgain)]))
  }
  return written
}

/** What is mended in the refused rows is compared with the same past as the rest of the workbook. */
const ancestorAgain = ({ name, rows }: ReadBookSheet): BookSheet[] =>
  name === ANCESTOR_SHEET
    ? [{ name, rows: rows.map((row) => row.map((text) => ({ text }))), hidden: 'veryHidden' }]
    : []

const refusedSheet = (
  file: string,
  sheet: ReadBookSheet,
  refused: readonly Refused[],
  say: Say,
): BookSheet[] => {
  const records = refused.filter(({ at }) => at.file === sheetFile(file, sheet.name))
  if (records.length === 0) return []
  const ours = headOf(sheet)
  const headers = ours?.rows ?? 1
  const start = ours === undefined ? sheet.rows.findIndex((row) => row.length > 0) : 0
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

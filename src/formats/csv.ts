import { parse } from 'csv-parse/browser/esm/sync'
import { stringify } from 'csv-stringify/browser/esm/sync'
import type { Place, Problem, UnreadableReason } from '../lexicon/problem'
import { LONGEST_TEXT } from './longest-text'
import { unreadableFile } from './unreadable-file'

/** A record of a CSV file. */
export interface CsvRow {
  readonly cells: readonly string[]
  /** Where its cell at an index begins; without an index, the record. */
  readonly place: (index?: number) => Place
}

/** The first record of a file and those after it. */
export interface Csv {
  readonly header: CsvRow
  readonly rows: readonly CsvRow[]
}

/** Lines end in LF and nothing else, so that equal tables are equal bytes. */
const LINE_END = '\n'
const CARRIAGE_RETURN = '\r'
const BYTE_ORDER_MARK = '\uFEFF'

/** What else a foreign file may hold. */
const LARGEST_RECORD_BYTES = 8_000_000
const MOST_COLUMNS = 199

/** Reads CSV as RFC 4180 has it, UTF-8 without byte order mark, with LF. A file that is otherwise is refused whole. */
export const parseCsv = (text: string, file: string): Csv | Problem => {
  const refuse = (reason: UnreadableReason, line?: number, detail?: string): Problem =>
    unreadableFile(file, reason, detail, line)
  if (text.startsWith(BYTE_ORDER_MARK)) return refuse('byte-order-mark')
  const carriageReturn = firstBareCarriageReturn(text)
  if (carriageReturn !== undefined) return refuse('carriage-returns', carriageReturn)
  let rows: CsvRow[]
  try {
    rows = parseRows(text, file)
  } catch (fault) {
    if (isCsvFault(fault)) return refuse('quotes', fault.lines, fault.message)
    throw fault
  }
  const [header, ...rest] = rows
  return header === undefined ? refuse('empty') : { header, rows: rest }
}

/**
 * The same bytes for the same cells: quotes only where RFC 4180 needs them, LF after every record. By
 * hand, because a dictionary's tables are written in a tenth of the time that csv-stringify takes.
 */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(quoted).join(',')}${LINE_END}`).join('')

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell

/** The line ends of spreadsheets, which are those of RFC 4180; the mark tells them that it is UTF-8. */
export const writeForeignCsv = (
  rows: readonly (readonly string[])[],
  delimiter: Delimiter,
): string =>
  BYTE_ORDER_MARK +
  stringify(rows, { delimiter, record_delimiter: '\r\n', quoted_match: ['\r', '\n'] })

/** Between the cells of a foreign table. */
export type Delimiter = ',' | ';' | '\t'

/**
 * Reads a table from any program: lines end in LF, CR LF or CR, rows may be of any length, and in a
 * file where no cell begins with a quote quotes are signs like any other. `text` has no byte order mark.
 * `mostRows`: a file with more, its header counted, is refused before the others are taken apart.
 */
export const parseForeignCsv = (
  text: string,
  file: string,
  delimiter: Delimiter,
  mostRows = Number.MAX_SAFE_INTEGER,
): Csv | Problem => {
  const tooLong = lineOfLongCell(text, delimiter)
  if (tooLong !== undefined)
    return unreadableFile(file, 'too-large', `> ${LONGEST_TEXT} characters`, tooLong)
  const options = {
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    delimiter,
    quote: hasQuotedCell(text, delimiter) ? '"' : false,
    max_record_size: LARGEST_RECORD_BYTES,
  } as const
  const bytes = bytesOf(text)
  let records: readonly (readonly string[])[]
  try {
    records = parse(bytes, { ...options, to: mostRows + 1 })
  } catch (fault) {
    if (!isCsvFault(fault)) throw fault
    const before = fault.records === 0 ? [] : parse(bytes, { ...options, to: fault.records })
    const line = before.reduce((sum, cells) => sum + linesOf(cells), 1)
    return fault.code === 'CSV_MAX_RECORD_SIZE'
      ? unreadableFile(file, 'too-large', `> ${LARGEST_RECORD_BYTES} bytes`, line)
      : unreadableFile(file, 'quotes', fault.message, line)
  }
  const [header = []] = records
  if (records.length > mostRows) {
    const line = records.slice(0, -1).reduce((sum, cells) => sum + linesOf(cells), 1)
    return unreadableFile(file, 'too-large', `> ${mostRows} rows`, line)
  }
  const rows: CsvRow[] = []
  let line = 1
  for (const [index, cells] of records.entries()) {
    if (cells.length > MOST_COLUMNS)
      return unreadableFile(file, 'too-large', `> ${MOST_COLUMNS} columns`, line)
    if (cells.some((cell) => cell.length > LONGEST_TEXT))
      return unreadableFile(file, 'too-large', `> ${LONGEST_TEXT} characters`, line)
    rows.push(foreignRow(file, header, cells, line, index + 1))
    line += linesOf(cells)
  }
  const [first, ...rest] = rows
  return first === undefined ? unreadableFile(file, 'empty') : { header: first, rows: rest }
}

const foreignRow = (
  file: string,
  header: readonly string[],
  cells: readonly string[],
  line: number,
  row: number,
): CsvRow => ({
  cells,
  place: (index) => {
    if (index === undefined) return { file, line, row }
    const column = header[index]
    return {
      file,
      line: line + linesOf(cells.slice(0, index)) - 1,
      row,
      ...(column !== undefined && column !== '' && { column }),
    }
  },
})

/** The line of a cell too long that is on one line: found before anything is taken apart. */
const lineOfLongCell = (text: string, delimiter: Delimiter): number | undefined => {
  let line = 1
  for (let start = 0; start < text.length; line++) {
    const end = text.indexOf(LINE_END, start)
    const stop = end < 0 ? text.length : end
    if (stop - start > LONGEST_TEXT) {
      const parts = text.slice(start, stop).split(delimiter)
      if (parts.some((part) => part.length > LONGEST_TEXT)) return line
    }
    start = stop + 1
  }
  return undefined
}

const hasQuotedCell = (text: string, delimiter: Delimiter): boolean =>
  text.startsWith('"') || [delimiter, '\n', '\r'].some((before) => text.includes(`${before}"`))

const ANY_LINE_END = /\r\n|\r|\n/g

/** Physical lines of a record. */
const linesOf = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(ANY_LINE_END)?.length ?? 0), 1)

/** Its line. Between quotes it is part of a cell: every other stretch between quotes is outside them. */
const firstBareCarriageReturn = (text: string): number | undefined => {
  let line = 1
  for (const [index, stretch] of text.split('"').entries()) {
    const found = index % 2 === 0 ? stretch.indexOf(CARRIAGE_RETURN) : -1
    if (found >= 0) return line + lineEndsIn(stretch.slice(0, found))
    line += lineEndsIn(stretch)
  }
  return undefined
}

const parseRows = (text: string, file: string): CsvRow[] => {
  const records = parse(bytesOf(text), {
    relax_column_count: true,
    record_delimiter: [LINE_END],
  })
  const [header = []] = records
  let next = 1
  return records.map((cells, index) => {
    const first = next
    next = cells.reduce((line, cell) => line + lineEndsIn(cell), first + 1)
    const place = (cell?: number): Place => {
      if (cell === undefined) return { file, line: first, row: index + 1 }
      const line = cells.slice(0, cell).reduce((sum, text) => sum + lineEndsIn(text), first)
      const column = header[cell]
      return { file, line, row: index + 1, ...(column !== undefined && { column }) }
    }
    return { cells, place }
  })
}

/** The parser turns strings into bytes itself, at half its speed. */
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const lineEndsIn = (text: string): number => {
  let count = 0
  for (let at = text.indexOf(LINE_END); at >= 0; at = text.indexOf(LINE_END, at + 1)) count++
  return count
}

/** What the parser throws: `lines` is the physical line it stopped at, `records` those it had read. */
interface CsvFault {
  readonly code: string
  readonly lines: number
  readonly records: number
  readonly message: string
}

const isCsvFault = (fault: unknown): fault is CsvFault =>
  fault instanceof Error && 'lines' in fault && typeof fault.lines === 'number'

import { parse } from 'csv-parse/browser/esm/sync'
import { stringify } from 'csv-stringify/browser/esm/sync'
import type { Place, Problem, UnreadableReason } from '../lexicon/problem'

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

/** Reads CSV as RFC 4180 has it, UTF-8 without byte order mark, with LF. A file that is otherwise is refused whole. */
export const parseCsv = (text: string, file: string): Csv | Problem => {
  const refuse = (reason: UnreadableReason, line = 1, detail = ''): Problem => ({
    code: 'unreadable-file',
    severity: 'error',
    at: { file, line, row: line },
    reason,
    detail,
  })
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

/** The same bytes for the same cells: quotes only where RFC 4180 needs them, LF after every record. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  stringify(rows, { record_delimiter: LINE_END, quoted_match: CARRIAGE_RETURN })

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
  const records = parse(text, {
    info: true,
    relax_column_count: true,
    record_delimiter: [LINE_END],
  })
  let endOfPrevious = 0
  return records.map(({ record, info }, index) => {
    const first = endOfPrevious + 1
    endOfPrevious = info.lines
    const header = records[0]?.record ?? []
    const place = (cell?: number): Place => {
      if (cell === undefined) return { file, line: first, row: index + 1 }
      const line = first + record.slice(0, cell).reduce((sum, text) => sum + lineEndsIn(text), 0)
      const column = header[cell]
      return { file, line, row: index + 1, ...(column !== undefined && { column }) }
    }
    return { cells: record, place }
  })
}

const lineEndsIn = (text: string): number => text.split(LINE_END).length - 1

/** What the parser throws: `lines` is the physical line it stopped at. */
interface CsvFault {
  readonly lines: number
  readonly message: string
}

const isCsvFault = (fault: unknown): fault is CsvFault =>
  fault instanceof Error && 'lines' in fault && typeof fault.lines === 'number'

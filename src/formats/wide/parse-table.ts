import type { Problem, UnreadableReason } from '../../lexicon/problem'
import { decodeBytes } from '../../text/legacy/detect'
import { type Csv, type Delimiter, parseForeignCsv } from '../csv'

/** A table as it stands in a file, and how its cells are parted. */
export interface ParsedTable extends Csv {
  readonly delimiter: Delimiter
}

/**
 * The bytes of a CSV or TSV file from any program as rows: UTF-8 or UTF-16, any line end, parted by
 * tabs, commas or semicolons. Rows without a single sign in them are left out.
 */
export const parseTable = (bytes: Uint8Array, file: string): ParsedTable | Problem => {
  const refuse = (reason: UnreadableReason, line = 1): Problem => ({
    code: 'unreadable-file',
    severity: 'error',
    at: { file, line, row: line },
    reason,
    detail: '',
  })
  const { text, badLine } = decodeBytes(bytes)
  if (badLine !== undefined) return refuse('not-utf-8', badLine)
  const nul = text.indexOf('\0')
  if (nul >= 0) return refuse('nul', text.slice(0, nul).split(/\r\n|\r|\n/).length)
  if (text.trim() === '') return refuse('empty')
  const delimiter = delimiterOf(text, file)
  const csv = parseForeignCsv(text, file, delimiter, MOST_ROWS)
  if ('code' in csv) return csv
  return { ...csv, delimiter, rows: csv.rows.filter(({ cells }) => cells.some(isFilled)) }
}

/** As many as a sheet of a workbook may have (xlsx/read-book.ts): no list of words is that long. */
const MOST_ROWS = 250_000

/** Enough lines to see which sign parts the same number of cells on each. */
const SAMPLE_LINES = 20
const SAMPLE_CHARACTERS = 20_000
const DELIMITERS: readonly Delimiter[] = ['\t', ',', ';']

/**
 * The sign that the first line has; where it has several, the one that parts the following lines
 * into as many cells as it. Files called .tsv are parted by tabs.
 */
const delimiterOf = (text: string, file: string): Delimiter => {
  if (/\.(tsv|tab)$/i.test(file)) return '\t'
  const sample = text
    .slice(0, SAMPLE_CHARACTERS)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '')
    .slice(0, SAMPLE_LINES)
  const [first = '', ...rest] = sample
  const candidates = DELIMITERS.map((delimiter) => {
    const count = countOf(first, delimiter)
    return { delimiter, count, same: rest.filter((line) => countOf(line, delimiter) === count) }
  }).filter(({ count }) => count > 0)
  candidates.sort((a, b) => b.same.length - a.same.length || b.count - a.count)
  return candidates[0]?.delimiter ?? ','
}

const countOf = (line: string, sign: string): number => line.split(sign).length - 1

const isFilled = (cell: string): boolean => cell !== ''

import type { Problem } from '../lexicon/problem'
import type { CsvRow, Delimiter } from './csv'
import type { Files, Format, Refused, Say } from './format'
import { unguardFormula } from './wide/formula-guard'
import { MAPPING_SUFFIX } from './wide/mapping-file'
import { type ParsedTable, parseTable } from './wide/parse-table'
import { REASON_HEADER } from './wide/plan-columns'
import { readRows } from './wide/read-rows'
import { wideBytes, writeWide } from './wide/write-wide'

/**
 * One table as people keep them in spreadsheets: one row per sense, several rows to an entry. What is
 * read: wide/read-rows.ts; what is written: wide/write-rows.ts. Files of ours are UTF-8 with byte order mark
 * and CR LF, as spreadsheets save them: without the mark Excel takes them for the system's code page. Cells that a
 * spreadsheet would run are guarded (wide/formula-guard.ts). NUL is the one character it cannot hold.
 */
const wide = (id: string, name: string, extension: string, delimiter: Delimiter): Format => ({
  id,
  name,
  extensions: extension === 'csv' ? ['csv', 'txt'] : ['tsv', 'tab', 'txt'],
  read: async (files, context) => {
    const problems: Problem[] = []
    const tables: ParsedTable[] = []
    for (const table of parseTables(files).values()) {
      if ('code' in table) problems.push(table)
      else tables.push(unguarded(table))
    }
    if (problems.length > 0 || tables.length === 0)
      return { lexicon: undefined, problems: problems.length > 0 ? problems : [nothingToRead()] }
    return readRows(tables, context)
  },
  write: async (lexicon) => writeWide(lexicon, extension, delimiter),
  writeRefused: async (files, refused, say) => writeRefusedRows(files, refused, say),
})

export const wideCsv = wide('wide-csv', 'CSV, một dòng một nghĩa', 'csv', ',')
export const wideTsv = wide('wide-tsv', 'TSV, một dòng một nghĩa', 'tsv', '\t')

const parseTables = (files: Files): ReadonlyMap<string, ParsedTable | Problem> =>
  new Map(
    [...files]
      .filter(([path]) => !path.endsWith(MAPPING_SUFFIX))
      .map(([path, bytes]) => [path, parseTable(bytes, path)]),
  )

const nothingToRead = (): Problem => ({
  code: 'missing-file',
  severity: 'error',
  at: { file: '', line: 1, row: 1 },
})

const unguarded = (table: ParsedTable): ParsedTable => ({
  ...table,
  header: unguardedRow(table.header),
  rows: table.rows.map(unguardedRow),
})

const unguardedRow = (row: CsvRow): CsvRow =>
  row.cells.some((cell) => cell.startsWith("'"))
    ? { cells: row.cells.map(unguardFormula), place: row.place }
    : row

/**
 * The refused rows as they stand in each file, with the reasons in a last column, under the file's header. Of a list without
 * one, whose first row is refused, it is that of pairs.
 */
const writeRefusedRows = (files: Files, refused: readonly Refused[], say: Say): Files => {
  const written = new Map<string, Uint8Array>()
  for (const [path, table] of parseTables(files)) {
    if ('code' in table) continue
    const records = refused.filter(({ at }) => at.file === path)
    const byRow = new Map(records.map((record) => [record.at.row, record]))
    const rows = [table.header, ...table.rows].flatMap(({ cells, place }) => {
      const record = byRow.get(place().row)
      return record === undefined ? [] : [{ cells, reason: record.problems.map(say).join('\n') }]
    })
    if (rows.length === 0) continue
    const header = byRow.has(table.header.place().row) ? PAIR : table.header.cells
    const all = [{ cells: header, reason: REASON_HEADER }, ...rows]
    const width = Math.max(...all.map(({ cells }) => cells.length))
    const padded = all.map(({ cells, reason }) => {
      const blank: string[] = Array(width - cells.length).fill('')
      return [...cells.map(unguardFormula), ...blank, reason]
    })
    written.set(path, wideBytes(padded, table.delimiter))
  }
  return written
}

const PAIR = ['headword', 'gloss.vi']

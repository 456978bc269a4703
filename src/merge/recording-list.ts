import { parseTable } from '../formats/wide/parse-table'
import { readBook } from '../formats/xlsx/read-book'
import type { Place, Problem } from '../lexicon/problem'
import { err, ok, type Result } from '../lexicon/result'
import { lowerCase, normaliseText } from '../text/normalise'
import { plainLine } from '../text/plain-line'

/** What a list of recordings may say of each. */
export const LIST_HEADERS: Readonly<Record<ListField, readonly string[]>> = {
  file: ['file', 'tệp', 'tên tệp'],
  id: ['id', 'mã', 'entry_id', 'mã mục từ'],
  headword: ['headword', 'word', 'từ', 'từ đầu mục'],
  speaker: ['speaker', 'người nói'],
  birthYear: ['birth year', 'birth_year', 'năm sinh'],
  variety: ['variety', 'phương ngữ', 'vùng', 'nhóm'],
  place: ['place', 'village', 'làng', 'nơi ghi'],
  date: ['date', 'ngày', 'ngày ghi'],
  consent: ['consent', 'đồng ý', 'sự đồng ý'],
  licence: ['licence', 'license', 'giấy phép'],
  note: ['note', 'ghi chú'],
}

export type ListField =
  | 'file'
  | 'id'
  | 'headword'
  | 'speaker'
  | 'birthYear'
  | 'variety'
  | 'place'
  | 'date'
  | 'consent'
  | 'licence'
  | 'note'

/** A line of a list: its cells, empty where it says nothing. */
export interface ListedRecording {
  readonly at: Place
  readonly cells: Readonly<Record<ListField, string>>
  /** Header of each column, as it stands in the list; for places. */
  readonly columns: Readonly<Partial<Record<ListField, string>>>
}

/** Reads CSV, TSV, or the first sheet of a workbook that has a column of files. */
export const readRecordingList = async (
  bytes: Uint8Array,
  file: string,
): Promise<Result<readonly ListedRecording[], Problem>> => {
  const tables = /\.xlsx$/i.test(file) ? await bookTables(bytes, file) : csvTables(bytes, file)
  if (!tables.ok) return tables
  for (const { header, rows } of tables.value) {
    const names = header.map((cell) => lowerCase(normaliseText(cell)).trim())
    const indexes = LIST_FIELDS.map(
      (field) => [field, names.findIndex((name) => LIST_HEADERS[field].includes(name))] as const,
    )
    if (indexes.every(([field, index]) => field !== 'file' || index < 0)) continue
    const columns = Object.fromEntries(
      indexes.flatMap(([field, index]) => (index < 0 ? [] : [[field, header[index] ?? '']])),
    )
    return ok(
      rows.flatMap(({ cells, at }) => {
        const said = (field: ListField): string => {
          const cell = cells[indexes.find(([name]) => name === field)![1]] ?? ''
          // A file goes by its name, whatever is in it.
          return field === 'file' ? normaliseText(cell).trim() : plainLine(cell)
        }
        if (said('file') === '') return []
        return { at, columns, cells: cellsOf(said) }
      }),
    )
  }
  return err({
    code: 'missing-column',
    severity: 'error',
    at: { file, line: 1, row: 1 },
    missing: LIST_HEADERS.file.join(' / '),
  })
}

/** What finds a file in a list: its name without folders, whatever the case. */
export const listKey = (name: string): string =>
  lowerCase(normaliseText(name.replace(/^.*[/\\]/, '')))

export const LIST_FIELDS: readonly ListField[] = [
  'file',
  'id',
  'headword',
  'speaker',
  'birthYear',
  'variety',
  'place',
  'date',
  'consent',
  'licence',
  'note',
]

const cellsOf = (said: (field: ListField) => string): ListedRecording['cells'] => ({
  file: said('file'),
  id: said('id'),
  headword: said('headword'),
  speaker: said('speaker'),
  birthYear: said('birthYear'),
  variety: said('variety'),
  place: said('place'),
  date: said('date'),
  consent: said('consent'),
  licence: said('licence'),
  note: said('note'),
})

interface SheetTable {
  readonly header: readonly string[]
  readonly rows: readonly { readonly cells: readonly string[]; readonly at: Place }[]
}

const csvTables = (bytes: Uint8Array, file: string): Result<readonly SheetTable[], Problem> => {
  const table = parseTable(bytes, file)
  if ('code' in table) return err(table)
  const rows = table.rows.map(({ cells, place }) => ({ cells, at: place() }))
  return ok([{ header: table.header.cells, rows }])
}

const bookTables = async (
  bytes: Uint8Array,
  file: string,
): Promise<Result<readonly SheetTable[], Problem>> => {
  const book = await readBook(bytes)
  const at = (row: number): Place => ({ file, line: row, row })
  if (!book.ok) return err({ code: 'unreadable-file', severity: 'error', at: at(1), ...book.error })
  return ok(
    book.value.map(({ rows: [header = [], ...rows] }) => ({
      header,
      rows: rows.map((cells, i) => ({ cells, at: at(i + 2) })),
    })),
  )
}

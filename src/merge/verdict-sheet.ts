import { writeForeignCsv } from '../formats/csv'
import { guardFormula } from '../formats/wide/formula-guard'
import { parseTable } from '../formats/wide/parse-table'
import { readBook } from '../formats/xlsx/read-book'
import type { Lexicon } from '../lexicon/lexicon'
import type { Place, Problem } from '../lexicon/problem'
import { err, ok, type Result } from '../lexicon/result'
import type { ReviewState } from '../lexicon/review'
import { lowerCase, normaliseText } from '../text/normalise'
import { isoDate } from './recording-cells'
import type { Verdict } from './review-list'

type Field = 'subject' | 'verdict' | 'reviewer' | 'date' | 'reason'

/** Headers by which a column is known. */
const HEADERS: Readonly<Record<Field, readonly string[]>> = {
  subject: ['id', 'mã', 'subject'],
  verdict: ['verdict', 'kết luận'],
  reviewer: ['reviewer', 'người duyệt'],
  date: ['date', 'ngày'],
  reason: ['reason', 'lý do', 'lí do'],
}

const VERDICTS: ReadonlyMap<string, Verdict['verdict']> = new Map([
  ...['reviewed', 'đúng', 'xác nhận'].map((word) => [word, 'reviewed'] as const),
  ...['rejected', 'sai', 'bác bỏ'].map((word) => [word, 'rejected'] as const),
])

/** What holds where a row does not say; a row without a verdict of its own or from here says nothing. */
export type VerdictDefaults = Readonly<Partial<Record<Field, string>>>

/** Why a sheet cannot be read; `no-ids`: no column of it is a column of our ids. */
export type SheetFault =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'no-ids' }

/** The verdicts of a table from any program: CSV, TSV, or the first sheet of a workbook that has ids. */
export const readVerdicts = async (
  bytes: Uint8Array,
  file: string,
  defaults: VerdictDefaults,
): Promise<Result<readonly Verdict[], SheetFault>> => {
  const tables = /\.xlsx$/i.test(file) ? await bookTables(bytes, file) : csvTables(bytes, file)
  if (!tables.ok) return tables
  for (const [header = [], ...rows] of tables.value) {
    const columns = columnsOf(header)
    if (columns.subject < 0) continue
    return ok(
      rows.flatMap(({ cells, at }) => {
        const said = (field: Field): string => cells[columns[field]]?.trim() ?? ''
        const given = (field: Field): string => said(field) || (defaults[field] ?? '')
        const verdict = given('verdict')
        if (said('subject') === '' || verdict === '') return []
        return {
          subject: said('subject'),
          verdict: VERDICTS.get(fold(verdict)) ?? verdict,
          reviewer: given('reviewer'),
          // Spreadsheets write a date as their country does.
          date: isoDate(given('date')) ?? given('date'),
          reason: given('reason'),
          at,
        }
      }),
    )
  }
  return err({ kind: 'no-ids' })
}

/**
 * What waits for a verdict, as a sheet to be filled in: CSV that spreadsheets open. Of a recording it
 * names the file, from the folder of the dictionary, and who speaks.
 */
export const writeVerdictSheet = (lexicon: Lexicon): string => {
  const headwords = new Map<string, string>(
    lexicon.entries.map(({ value }) => [value.id, value.headword]),
  )
  const rows: (readonly string[])[] = []
  const add = (
    record: Judgeable,
    kind: string,
    text: string,
    clip: readonly string[] = ['', ''],
  ) => {
    if (record.reviewState !== 'draft') return
    const headword = headwords.get(record.entry) ?? ''
    rows.push([
      record.id,
      kind,
      headword,
      text,
      record.source,
      ...clip,
      ...TO_FILL_IN.map(() => ''),
    ])
  }
  for (const { value } of lexicon.forms) add(value, 'dạng', value.text)
  for (const { value } of lexicon.senses)
    add(value, 'nghĩa', [...value.glossVi, ...value.glossEn].join('; '))
  const forms = new Map<string, string>(lexicon.forms.map(({ value }) => [value.id, value.text]))
  for (const { value } of lexicon.media) {
    const speaker = [value.speaker, value.place, value.variety, value.date]
    add(
      value,
      value.kind === 'audio' ? 'bản ghi' : 'hình',
      forms.get(value.form ?? '') ?? headwords.get(value.entry) ?? '',
      [`media/${value.path}`, speaker.filter(Boolean).join(', ')],
    )
  }
  return writeForeignCsv([SHEET, ...rows.map((cells) => cells.map(guardFormula))], ',')
}

const TO_FILL_IN = ['kết luận', 'người duyệt', 'ngày', 'lý do']
const SHEET = ['mã', 'loại', 'mục từ', 'nội dung', 'nguồn', 'tệp', 'người nói', ...TO_FILL_IN]

interface Judgeable {
  readonly id: string
  readonly entry: string
  readonly source: string
  readonly reviewState: ReviewState
}

interface SheetRow extends ReadonlyArray<string> {}

type Table = readonly [header?: SheetRow, ...rows: { cells: SheetRow; at: Place }[]]

const csvTables = (bytes: Uint8Array, file: string): Result<readonly Table[], SheetFault> => {
  const table = parseTable(bytes, file)
  if ('code' in table) return err({ kind: 'problem', problem: table })
  const rows = table.rows.map(({ cells, place }) => ({ cells, at: place() }))
  return ok([[table.header.cells, ...rows]])
}

const bookTables = async (
  bytes: Uint8Array,
  file: string,
): Promise<Result<readonly Table[], SheetFault>> => {
  const book = await readBook(bytes)
  const at = (row: number): Place => ({ file, line: row, row })
  if (!book.ok)
    return err({
      kind: 'problem',
      problem: { code: 'unreadable-file', severity: 'error', at: at(1), ...book.error },
    })
  return ok(
    book.value.map(
      ({ rows: [header = [], ...rows] }): Table => [
        header,
        ...rows.map((cells, i) => ({ cells, at: at(i + 2) })),
      ],
    ),
  )
}

const columnsOf = (header: SheetRow): Readonly<Record<Field, number>> => {
  const names = header.map(fold)
  const find = (field: Field) => names.findIndex((name) => HEADERS[field].includes(name))
  return {
    subject: find('subject'),
    verdict: find('verdict'),
    reviewer: find('reviewer'),
    date: find('date'),
    reason: find('reason'),
  }
}

const fold = (text: string): string => lowerCase(normaliseText(text)).trim()

import type { Miss } from '../store/store'

export interface MissColumns {
  readonly query: string
  readonly languages: string
  readonly count: string
  readonly lastAsked: string
}

export interface MissesCsvOptions {
  readonly columns: MissColumns
  /** What stands for the languages of a row; of an empty list: all of them. */
  readonly languages: (languages: Miss['languages']) => string
  /** The day of a time, as the reader writes it. */
  readonly day: (at: number) => string
}

/** Excel takes UTF-8 for what it is only behind this mark. */
const BYTE_ORDER_MARK = '\ufeff'

/** A spreadsheet runs a cell that begins with one of these, the wide ones of some keyboards too. */
const FORMULA_SIGNS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']

/** Misses as a table for Excel: UTF-8 behind a mark, every cell quoted, none of them a formula. */
export const missesCsv = (
  misses: readonly Miss[],
  { columns, languages, day }: MissesCsvOptions,
): string => {
  const rows = [
    [columns.query, columns.languages, columns.count, columns.lastAsked],
    ...misses.map((miss) => [
      miss.query,
      languages(miss.languages),
      String(miss.count),
      day(miss.at),
    ]),
  ]
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')
}

const cellOf = (text: string): string => {
  const isFormula = FORMULA_SIGNS.some((sign) => text.startsWith(sign))
  return `"${(isFormula ? `'${text}` : text).split('"').join('""')}"`
}

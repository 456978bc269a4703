import readXlsxFile from 'read-excel-file/universal'
import type { UnreadableReason } from '../../lexicon/problem'
import { err, ok, type Result } from '../../lexicon/result'
import type { Files } from '../format'
import { readZip } from '../zip'

/** A sheet as texts, rows as they stand in it; cells that are empty at the end of a row are left out. */
export interface ReadBookSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

export interface BookFault {
  readonly reason: Extract<
    UnreadableReason,
    'not-zip' | 'unsafe-path' | 'too-large' | 'wrong-format' | 'document-type' | 'empty'
  >
  readonly detail: string
}

/** Inflated, all parts together: some hundred thousand rows. */
const MOST_BYTES = 160 * 1024 * 1024
const MOST_FILES = 2_000
const MOST_ROWS = 250_000
const MOST_COLUMNS = 256
/** The first bytes of the workbooks before 2007, and of encrypted ones. */
const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0]

/** Every sheet of a workbook. Numbers and dates are given as text, dates as ISO has them. */
export const readBook = async (
  bytes: Uint8Array,
): Promise<Result<readonly ReadBookSheet[], BookFault>> => {
  if (bytes.length === 0) return err({ reason: 'empty', detail: '' })
  if (OLD_WORKBOOK.every((byte, i) => bytes[i] === byte))
    return err({ reason: 'wrong-format', detail: 'XLSX (.xls, mật khẩu?)' })
  const files = readZip(bytes, { files: MOST_FILES, bytes: MOST_BYTES })
  if (!files.ok) return err(files.error)
  const fault = faultOf(files.value)
  if (fault !== undefined) return err(fault)
  try {
    const buffer = bytes.slice().buffer
    const sheets = await readXlsxFile(buffer, { trim: false, parseNumber: (text) => text })
    return ok(sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(textsOf) })))
  } catch (error) {
    // The reader says in words of its own what it misses in a file that is no sound workbook.
    if (error instanceof Error)
      return err({ reason: 'wrong-format', detail: `XLSX (${error.message.slice(0, 200)})` })
    throw error
  }
}

/** What is found before the reader makes tables of it. */
const faultOf = (files: Files): BookFault | undefined => {
  if (!files.has('xl/workbook.xml')) return { reason: 'wrong-format', detail: 'XLSX' }
  const decoder = new TextDecoder()
  for (const [path, bytes] of files) {
    if (!/\.(xml|rels)$/.test(path)) continue
    const text = decoder.decode(bytes)
    if (/<!DOCTYPE/i.test(text.slice(0, 2_000))) return { reason: 'document-type', detail: path }
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(path) && isTooLarge(text))
      return { reason: 'too-large', detail: `> ${MOST_COLUMNS} columns × ${MOST_ROWS} rows` }
  }
  return undefined
}

/** Whether a cell lies so far out that a table up to it could not be held. */
const isTooLarge = (sheet: string): boolean => {
  const address = /<c\b[^>]*?\br="([A-Za-z]{1,9})(\d{1,9})"/g
  for (let found = address.exec(sheet); found !== null; found = address.exec(sheet))
    if (columnNumber(found[1]!) > MOST_COLUMNS || Number(found[2]) > MOST_ROWS) return true
  return false
}

/** `A` 1, `AA` 27. */
const columnNumber = (letters: string): number => {
  let number = 0
  for (const letter of letters) number = number * 26 + (letter.charCodeAt(0) & 31)
  return number
}

const textsOf = (row: readonly (string | number | boolean | Date | null)[]): string[] => {
  const texts = row.map((value) => {
    if (value === null) return ''
    if (!(value instanceof Date)) return String(value)
    return value.toISOString().replace('T00:00:00.000Z', '')
  })
  while (texts[texts.length - 1] === '') texts.pop()
  return texts
}

import type { Problem } from '../lexicon/problem'
import type { Csv } from './csv'
import type { Format, ReadContext, ReadResult } from './format'
import { unreadableFile } from './unreadable-file'
import { readRows } from './wide/read-rows'
import { readBook } from './xlsx/read-book'
import { writeRefusedBooks } from './xlsx/refused-book'
import { ancestorIn, tablesIn } from './xlsx/tables-in-book'
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
        problems.push(unreadableFile(file, reason, detail))
        continue
      }
      tables.push(...tablesIn(file, sheets.value, context))
      ancestors.push(...ancestorIn(file, sheets.value))
    }
    if (problems.length > 0) return { lexicon: undefined, problems }
    if (tables.length === 0)
      return { lexicon: undefined, problems: [unreadableFile([...files.keys()][0] ?? '', 'empty')] }
    const result = readRows(tables, context)
    return { ...result, ...ancestorOf(ancestors, context) }
  },
  write: (lexicon) => writeXlsx(lexicon),
  writeRefused: (files, refused, say) => writeRefusedBooks(files, refused, say),
}

const isWorkbook = (file: string): boolean => !file.endsWith('.csv')

const ancestorOf = (
  ancestors: readonly Csv[],
  context: ReadContext,
): Pick<ReadResult, 'ancestor'> => {
  if (ancestors.length === 0) return {}
  const { lexicon } = readRows(ancestors, { ...context, mapping: new Map() })
  return lexicon === undefined ? {} : { ancestor: lexicon }
}

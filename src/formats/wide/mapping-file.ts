import type { Problem } from '../../lexicon/problem'
import { bareLetters } from '../../text/orthography'
import { parseTable } from './parse-table'

/** Added to the name of a table's file: the file beside it that says which column is which field. */
export const MAPPING_SUFFIX = '.map.csv'

/** What a mapping file says: the column of the table by field of ours, as `--map` does. */
export interface MappingFile {
  readonly mapping: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

/**
 * Two columns, field and column of the table, with or without a header:
 *
 *     field,column
 *     headword,Bahnaric
 *     gloss.vi,Vietnamese
 */
export const readMappingFile = (bytes: Uint8Array, file: string): MappingFile => {
  const table = parseTable(bytes, file)
  if ('code' in table) return { mapping: new Map(), problems: [table] }
  const problems: Problem[] = []
  const mapping = new Map<string, string>()
  const named = FIELD_NAMES.includes(bareLetters(table.header.cells[0] ?? ''))
  for (const row of named ? table.rows : [table.header, ...table.rows]) {
    const [field = '', column = ''] = row.cells.map((cell) => cell.trim())
    const at = row.place(0)
    if (field === '' || column === '')
      problems.push({ code: 'missing-value', severity: 'error', at: row.place() })
    else if (mapping.has(field))
      problems.push({ code: 'duplicate-column', severity: 'error', at, given: field })
    else mapping.set(field, column)
  }
  return { mapping, problems }
}

/** `field`, `trường`: what may stand over the first column. */
const FIELD_NAMES = ['field', 'truong']

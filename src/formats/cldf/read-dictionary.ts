import type { Row } from '../../lexicon/lexicon'
import type { Problem } from '../../lexicon/problem'
import { CONTENT_TABLES, type Content, withContent } from '../content'
import type { Files, ReadContext, ReadResult } from '../format'
import { readRecords } from '../records'
import { LANGUAGE_TABLES, type LanguageRows, SHARE_ALIKE_FORMS, type Table } from '../table-list'
import { unreadableFile } from '../unreadable-file'
import { openDataset, parseTable } from './dataset'

/**
 * Reads a CLDF Dictionary that has our tables, as we write them. One of other tables is refused: what its
 * columns mean is said by nobody.
 */
export const readDictionary = (files: Files, { settings }: ReadContext): ReadResult => {
  const opened = openDataset(files, 'Dictionary')
  if (!opened.ok) return { lexicon: undefined, problems: [opened.error] }
  const dataset = opened.value
  const { metadata } = dataset
  const entries = metadata.tables.find(({ component }) => component === 'EntryTable')
  const headword = LANGUAGE_TABLES.entries.fields.headwordForm.column
  if (entries?.columns.some(({ name }) => name === headword) !== true)
    return {
      lexicon: undefined,
      problems: [unreadableFile(metadata.file, 'wrong-format', 'CLDF Dictionary (Rông)')],
    }
  const problems: Problem[] = []
  const rowsOf = <Value>(table: Table<Value>): readonly Row<Value>[] => {
    const description = metadata.tables.find(({ url }) => url === table.file)
    if (description === undefined) return []
    const csv = parseTable(dataset, description)
    if (!csv.ok) {
      problems.push(csv.error)
      return []
    }
    const records = readRecords(csv.value, table)
    problems.push(...records.problems)
    return records.rows
  }
  const content: Content = {
    entries: rowsOf(LANGUAGE_TABLES.entries),
    forms: [...rowsOf(LANGUAGE_TABLES.forms), ...rowsOf(SHARE_ALIKE_FORMS)],
    senses: rowsOf(LANGUAGE_TABLES.senses),
    examples: rowsOf(LANGUAGE_TABLES.examples),
    relations: rowsOf(LANGUAGE_TABLES.relations),
    media: rowsOf(LANGUAGE_TABLES.media),
    residue: rowsOf(LANGUAGE_TABLES.residue),
  }
  const carried = new Set<string>(
    CONTENT_TABLES.filter((name) => has(metadata.tables, LANGUAGE_TABLES[name])),
  )
  return {
    lexicon: withContent(settings, content),
    problems,
    carries: (table) => carried.has(table),
  }
}

const has = (
  tables: readonly { readonly url: string }[],
  { file }: Table<LanguageRows[keyof LanguageRows]>,
): boolean => tables.some(({ url }) => url === file)

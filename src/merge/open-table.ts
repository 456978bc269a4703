import { readBibtex, writeBibtex } from '../formats/bibtex'
import { rowOf } from '../formats/content'
import { LANGUAGE_FILE, SOURCES_FILE } from '../formats/table-list'
import type { Row } from '../lexicon/lexicon'
import type { Problem } from '../lexicon/problem'
import type { Source } from '../lexicon/source'
import { fieldsIn, type MergeTable } from './merge-table'
import { readTableFile, writeTableFile } from './table-file'

/** A file of a data folder as rows that can be changed one by one. */
export interface OpenTable {
  readonly table: MergeTable
  readonly rows: readonly Row<object>[]
  readonly write: (rows: readonly Row<object>[]) => string
}

/** Opens a CSV table, language.json as one row, or sources.bib. `file`: its name. */
export const openTable = (file: string, text: string): OpenTable | readonly Problem[] => {
  if (file === LANGUAGE_FILE) return openLanguage(text)
  if (file === SOURCES_FILE) return openSources(text)
  const read = readTableFile(text, file)
  return 'table' in read
    ? { table: read.table, rows: read.rows, write: (rows) => writeTableFile(read, rows) }
    : read
}

const openLanguage = (text: string): OpenTable | readonly Problem[] => {
  const at = { file: LANGUAGE_FILE, line: 1, row: 1 }
  const refuse = (detail: string): readonly Problem[] => [
    { code: 'unreadable-file', severity: 'error', at, reason: 'not-json', detail },
  ]
  let language: unknown
  try {
    language = JSON.parse(text)
  } catch (fault) {
    if (fault instanceof SyntaxError) return refuse(fault.message)
    throw fault
  }
  if (typeof language !== 'object' || language === null) return refuse('{ }')
  const rows = [rowOf({ id: LANGUAGE_FILE, ...language }, LANGUAGE_FILE)]
  return {
    table: { name: 'language', key: 'id', fields: fieldsIn(rows) },
    rows,
    write: ([row]) => {
      const { id: _, ...properties }: Record<string, unknown> = { ...row?.value }
      return `${JSON.stringify(properties, undefined, 2)}\n`
    },
  }
}

const openSources = (text: string): OpenTable | readonly Problem[] => {
  const { sources, problems, unexplained } = readBibtex(text, SOURCES_FILE)
  if (problems.length > 0) return problems
  if (unexplained.length > 0)
    return unexplained.map(
      ({ at, text }): Problem => ({ code: 'unexplained-cell', severity: 'error', at, given: text }),
    )
  return {
    table: { name: 'sources', key: 'id', fields: fieldsIn(sources) },
    rows: sources,
    write: (rows) =>
      writeBibtex(rows.map(({ value }) => ({ ...NO_SOURCE, ...value })).filter(isSource)),
  }
}

/** What a source has at least. */
const NO_SOURCE = { id: '', title: '', authors: '', year: '', licence: '', attribution: '' }

const isSource = (value: object): value is Source =>
  Object.keys(NO_SOURCE).every((name) => typeof Reflect.get(value, name) === 'string')

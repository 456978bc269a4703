import { rowOf } from '../formats/content'
import { LANGUAGE_FILE, SOURCES_FILE } from '../formats/table-list'
import type { Row } from '../lexicon/lexicon'
import type { Problem } from '../lexicon/problem'
import { keyedRows } from './keyed-rows'
import type { MergeTable } from './merge-table'
import { type OpenTable, openTable } from './open-table'
import { filesOfTable } from './table-file'

/** The rows of one file, while they are being changed. */
export interface OpenRows {
  readonly table: MergeTable
  /** By id, as they are now. */
  readonly rows: ReadonlyMap<string, Row<object>>
  readonly put: (id: string, value: object) => void
  readonly remove: (id: string) => void
}

/** The tables of a folder, each opened when it is asked for. */
export interface OpenFolder {
  /** The files of a table that are there and can be read. */
  readonly tablesOf: (table: string) => readonly OpenRows[]
  /** The files whose rows were changed, by name. */
  readonly changed: () => ReadonlyMap<string, string>
  /** Of the files opened so far. */
  readonly problems: () => readonly Problem[]
}

/** `files`: text by name. */
export const openFolder = (files: ReadonlyMap<string, string>): OpenFolder => {
  const opened = new Map<string, OpenFile | undefined>()
  const problems: Problem[] = []
  const open = (file: string): OpenFile | undefined => {
    if (opened.has(file)) return opened.get(file)
    const text = files.get(file)
    const read = text === undefined ? [] : openTable(file, text)
    const rows = 'table' in read ? openRows(read) : undefined
    if (!('table' in read)) for (const problem of read) problems.push(problem)
    opened.set(file, rows)
    return rows
  }
  return {
    tablesOf: (table) => fileNames(table).flatMap((file) => open(file) ?? []),
    changed: () => {
      const texts = new Map<string, string>()
      for (const [file, rows] of opened) {
        const text = rows?.text()
        if (text !== undefined) texts.set(file, text)
      }
      return texts
    },
    problems: () => problems,
  }
}

const fileNames = (table: string): readonly string[] =>
  table === 'language'
    ? [LANGUAGE_FILE]
    : table === 'sources'
      ? [SOURCES_FILE]
      : filesOfTable(table)

interface OpenFile extends OpenRows {
  /** The file as it is now; undefined: as it was. */
  readonly text: () => string | undefined
}

const openRows = ({ table, rows, write }: OpenTable): OpenFile => {
  const byId = new Map(keyedRows(rows, table))
  let isChanged = false
  return {
    table,
    rows: byId,
    put: (id, value) => {
      isChanged = true
      const row = byId.get(id)
      byId.set(id, row === undefined ? rowOf(value) : { ...row, value })
    },
    remove: (id) => {
      isChanged = true
      byId.delete(id)
    },
    text: () => (isChanged ? write([...byId.values()]) : undefined),
  }
}

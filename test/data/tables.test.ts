import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listLanguages, readDataFolder, readText } from '../../scripts/files'
import { readLexicon } from '../../scripts/read-lexicon'
import { checkLexicon } from '../../src/checks/index'
import { fieldsOf } from '../../src/formats/records'
import { LANGUAGE_TABLES, SHARE_ALIKE_FORMS } from '../../src/formats/table-list'
import { readTables, writeShared, writeTables } from '../../src/formats/tables'

const DATA = join(import.meta.dirname, '../../data')

describe.each(listLanguages(DATA))('data/%s', (language) => {
  test('has no error', () => {
    const { lexicon, problems } = readLexicon(DATA, language)
    const found = [...problems, ...checkLexicon(lexicon!)]
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('would be written back byte for byte', () => {
    const { files } = readDataFolder(DATA, language)
    const { lexicon } = readTables(files, language)
    for (const [path, text] of [...writeTables(lexicon!), ...writeShared(lexicon!.shared)])
      if (!path.endsWith('.bib')) expect(text, path).toBe(files.get(path))
  })

  test('is described by its cldf-metadata.json, column by column', () => {
    const metadata: unknown = JSON.parse(
      readText(join(DATA, language, 'cldf-metadata.json')) ?? 'null',
    )
    const described = new Map(tablesOf(metadata))
    for (const { file, fields } of [...Object.values(LANGUAGE_TABLES), SHARE_ALIKE_FORMS]) {
      if (file === SHARE_ALIKE_FORMS.file && !described.has(file)) continue
      expect(described.get(file), file).toEqual(fieldsOf(fields).map(([, { column }]) => column))
    }
  })
})

/** Columns by file, as CSVW says them. */
function tablesOf(metadata: unknown): [string, string[]][] {
  return listIn(metadata, 'tables').map((table) => [
    String(member(table, 'url')),
    listIn(member(table, 'tableSchema'), 'columns').map((column) => String(member(column, 'name'))),
  ])
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const found = member(value, name)
  return Array.isArray(found) ? found : []
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

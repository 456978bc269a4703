import { rowOf } from '../formats/content'
import { fieldsOf } from '../formats/records'
import { LANGUAGE_FILE, LANGUAGE_TABLES, type LanguageRows } from '../formats/table-list'
import type { Field } from '../lexicon/field'
import type { Lexicon, Row } from '../lexicon/lexicon'

/** What is merged and compared: the tables of a language, its sources, and language.json as one row. */
export type TableName = keyof LanguageRows | 'sources' | 'language'

/** A field as far as merging needs to know it. `json`: neither text nor number nor a list of texts. */
export interface MergeField {
  readonly property: string
  readonly column: string
  readonly kind: 'text' | 'number' | 'list' | 'json'
}

/** A table, whichever it is. */
export interface MergeTable {
  readonly name: string
  readonly fields: readonly MergeField[]
  /** The property that tells its rows apart; none: rows are the same when all their fields are. */
  readonly key?: string
}

/** Tells apart the rows of tables that give them no id. */
const KEYS: Readonly<Record<string, string>> = { graphemes: 'grapheme' }

const isLanguageTable = (name: string): name is keyof LanguageRows => name in LANGUAGE_TABLES

export const LANGUAGE_TABLE_NAMES = Object.keys(LANGUAGE_TABLES).filter(isLanguageTable)

export const TABLE_NAMES: readonly TableName[] = ['language', 'sources', ...LANGUAGE_TABLE_NAMES]

/** The rows of a table; what language.json says is one row, with the name of the file for an id. */
export const rowsOf = (lexicon: Lexicon, name: TableName): readonly Row<object>[] => {
  if (name !== 'language') return lexicon[name]
  const { language } = lexicon
  return [rowOf({ id: LANGUAGE_FILE, ...language }, `${language.code}/${LANGUAGE_FILE}`)]
}

/** A table with the fields that its rows have on any side. */
export const tableOf = (name: TableName, sides: readonly Lexicon[]): MergeTable =>
  name === 'language' || name === 'sources'
    ? { name, key: 'id', fields: fieldsIn(sides.flatMap((side) => rowsOf(side, name))) }
    : describeTable(name, fieldsOf(LANGUAGE_TABLES[name].fields))

/** A table by its name and fields. */
export const describeTable = (
  name: string,
  fields: readonly (readonly [property: string, field: Field])[],
): MergeTable => {
  const key = fields.find(([, { kind }]) => kind === 'id')?.[0] ?? KEYS[name]
  return {
    name,
    fields: fields.map(([property, { column, kind }]) => ({
      property,
      column,
      kind: kindOf(kind),
    })),
    ...(key !== undefined && { key }),
  }
}

/** The lexicon with other rows in some of its tables. */
export const withRows = (
  lexicon: Lexicon,
  rows: ReadonlyMap<TableName, readonly Row<object>[]>,
): Lexicon => {
  const tables = [...rows].filter(([name]) => name !== 'language')
  const { id: _, ...language } = Object(rows.get('language')?.[0]?.value ?? lexicon.language)
  return { ...lexicon, ...Object.fromEntries(tables), language }
}

const kindOf = (kind: Field['kind']): MergeField['kind'] =>
  kind === 'number' ? 'number' : kind === 'list' || kind === 'references' ? 'list' : 'text'

/** Fields of records that have no table of fields, in the order in which they first occur. */
export const fieldsIn = (rows: readonly Row<object>[]): readonly MergeField[] => {
  const kinds = new Map<string, MergeField['kind']>()
  for (const { value } of rows) {
    for (const [property, content] of Object.entries(value)) {
      const known = kinds.get(property)
      const found = kindOfValue(content)
      kinds.set(property, known === undefined || known === found ? found : 'json')
    }
  }
  return [...kinds].map(([property, kind]) => ({ property, column: property, kind }))
}

const kindOfValue = (value: unknown): MergeField['kind'] => {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'number'
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string')
  return isList ? 'list' : 'json'
}

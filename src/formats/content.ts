import type { Lexicon, Row } from '../lexicon/lexicon'
import type { LanguageRows } from './table-list'

/** The tables that a foreign file can say something of; the rest of a lexicon are its settings. */
export const CONTENT_TABLES = [
  'entries',
  'forms',
  'senses',
  'examples',
  'relations',
  'media',
  'residue',
] as const

export type ContentTable = (typeof CONTENT_TABLES)[number]

/** What a foreign file says: the records of those tables, in the order of the file. */
export type Content = { readonly [Name in ContentTable]: readonly Row<LanguageRows[Name]>[] }

/** The settings of one lexicon with other content. */
export const withContent = (settings: Lexicon, content: Content): Lexicon => ({
  ...settings,
  ...content,
  unexplained: [],
})

/** A record without its place, for what is made and not read. */
export const rowOf = <Value>(value: Value, file = '', row = 1): Row<Value> => ({
  value,
  place: (column) => ({ file, line: row, row, ...(column !== undefined && { column }) }),
})

/** Content while it is being gathered. */
export type GatheredContent = { -readonly [Name in ContentTable]: Content[Name][number][] }

export const emptyContent = (): GatheredContent => ({
  entries: [],
  forms: [],
  senses: [],
  examples: [],
  relations: [],
  media: [],
  residue: [],
})

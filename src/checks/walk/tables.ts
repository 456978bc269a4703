import { fieldsOf } from '../../formats/records'
import { LANGUAGE_TABLES, SHARED_TABLES } from '../../formats/table-list'
import type { Field } from '../../lexicon/field'
import type { Lexicon, Row } from '../../lexicon/lexicon'

/** A table as far as rules that name no table need to know it. */
export interface WalkedTable {
  /** Its name in `Lexicon` or `Shared`. */
  readonly name: string
  readonly fields: readonly (readonly [name: string, field: Field])[]
  readonly rows: readonly Row<object>[]
}

/** Every table of the language, then those of data/shared. */
export const tablesOf = (lexicon: Lexicon): readonly WalkedTable[] => [
  ...Object.entries(LANGUAGE_TABLES).map(([name, { fields }]) =>
    walked(name, fieldsOf(fields), lexicon),
  ),
  ...Object.entries(SHARED_TABLES).map(([name, { fields }]) =>
    walked(name, fieldsOf(fields), lexicon.shared),
  ),
]

/** The texts in a field of a row: none, one, or the values of a list. */
export const textsIn = (value: object, name: string): readonly string[] => {
  const content: unknown = Reflect.get(value, name)
  if (typeof content === 'string') return [content]
  return Array.isArray(content) ? content.map(String) : NONE
}

const NONE: readonly string[] = []

const walked = (name: string, fields: WalkedTable['fields'], rowsByName: object): WalkedTable => ({
  name,
  fields,
  rows: Reflect.get(rowsByName, name),
})

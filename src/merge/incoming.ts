import { CONTENT_TABLES, type Content, type ContentTable } from '../formats/content'
import type { Attribution } from '../formats/format'
import { fieldsOf } from '../formats/records'
import { LANGUAGE_TABLES } from '../formats/table-list'
import type { Entry } from '../lexicon/entry'
import type { Row } from '../lexicon/lexicon'

/** A record of any content table, its properties by name. */
export type Values = Readonly<Record<string, unknown>>

/** A row of one of the tables that hang on an entry. */
export interface Part {
  readonly table: ContentTable
  readonly row: Row<Values>
}

/** One entry of a reading with everything that hangs on it, in the order of the file. */
export interface Incoming {
  readonly entry: Row<Entry>
  readonly parts: readonly Part[]
}

/** The entries of a reading; `loose` hangs on none of them: residue of the whole file, relations of other entries. */
export const groupByEntry = (
  content: Content,
): { readonly incoming: readonly Incoming[]; readonly loose: readonly Part[] } => {
  const entryById = new Map<string, Part[]>()
  const ownerOf = new Map<string, Part[]>()
  const loose: Part[] = []
  const incoming = content.entries.map((entry): Incoming => {
    const parts: Part[] = []
    if (!entryById.has(entry.value.id)) entryById.set(entry.value.id, parts)
    ownerOf.set(entry.value.id, entryById.get(entry.value.id)!)
    return { entry, parts }
  })
  for (const table of CONTENT_TABLES) {
    if (table === 'entries') continue
    for (const row of valuesIn(content, table)) {
      const owner = OWNER[table]
      const parts = ownerOf.get(String(row.value[owner] ?? ''))
      if (parts === undefined) loose.push({ table, row })
      else {
        parts.push({ table, row })
        const { id } = row.value
        if (typeof id === 'string' && !ownerOf.has(id)) ownerOf.set(id, parts)
      }
    }
  }
  return { incoming, loose }
}

/** The property by which a row says what it hangs on. */
const OWNER: Readonly<Record<Exclude<ContentTable, 'entries'>, string>> = {
  forms: 'entry',
  senses: 'entry',
  examples: 'sense',
  relations: 'from',
  media: 'entry',
  residue: 'owner',
}

/** The rows of a table as far as code that names no field needs to know them. */
export const valuesIn = (
  tables: { readonly [Name in ContentTable]: readonly Row<object>[] },
  table: ContentTable,
): readonly Row<Values>[] => tables[table] as readonly Row<object>[] as readonly Row<Values>[]

/** Names and fields of a content table. */
export const contentFields = (table: ContentTable): ReturnType<typeof fieldsOf> => FIELDS[table]

const FIELDS = Object.fromEntries(
  CONTENT_TABLES.map((table) => [table, fieldsOf(LANGUAGE_TABLES[table].fields)]),
) as { readonly [Name in ContentTable]: ReturnType<typeof fieldsOf> }

/**
 * What readers are given as attribution, so that what the file says can be told from what stands in
 * where it does not say: signs that no file has.
 */
export const UNSAID = {
  variety: '\u0000variety',
  source: '\u0000source',
  licence: '\u0000licence',
  reviewState: '\u0000state',
} as unknown as Attribution

/** Whether a value stands in for one that the file does not give. */
export const isUnsaid = (value: unknown): boolean => UNSAID_SIGNS.has(value)

const UNSAID_SIGNS: ReadonlySet<unknown> = new Set(Object.values(UNSAID))

/** A record with the attribution where the file does not give its own. */
export const attributed = (values: Values, attribution: Attribution): Values => {
  const filled: Record<string, unknown> = { ...values }
  for (const [name, value] of Object.entries(attribution))
    if (isUnsaid(values[name])) filled[name] = value
  return filled
}

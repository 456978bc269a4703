import { fieldsOf } from '../formats/records'
import { LANGUAGE_TABLES } from '../formats/table-list'
import type { Field } from '../lexicon/field'
import type { Lexicon, Row } from '../lexicon/lexicon'
import { isSameRow } from './diff'
import { keyedRows } from './keyed-rows'
import { LANGUAGE_TABLE_NAMES, rowsOf, type TableName, tableOf, withRows } from './merge-table'
import type { Renumbered } from './numbers'

/** Tables whose ids are given out one after the other. */
const NUMBERED_TABLES = [
  'entries',
  'forms',
  'senses',
  'examples',
  'relations',
  'media',
  'reviews',
] as const
type NumberedTable = (typeof NUMBERED_TABLES)[number]

/** Old id → new id, by table. */
export type NewIds = ReadonlyMap<string, ReadonlyMap<string, string>>

/**
 * Theirs, with a new id for every new row whose id ours gave to another new row, and with all that
 * refers to it: two people who add entries to one release number them alike.
 */
export const giveNewIds = (
  base: Lexicon,
  ours: Lexicon,
  theirs: Lexicon,
): { readonly lexicon: Lexicon; readonly renumbered: readonly Renumbered[] } => {
  const newIds = new Map(NUMBERED_TABLES.map((name) => [name, new Map<string, string>()]))
  const nextId = idSource([base, ours, theirs])
  let lexicon = theirs
  for (let found = true; found; ) {
    found = false
    for (const [name, ids] of newIds) {
      for (const id of clashes(name, base, ours, lexicon)) {
        ids.set(id, nextId(id))
        found = true
      }
    }
    // Rows that both sides have stop being the same when what they refer to gets another id: once more.
    if (found) lexicon = withNewIds(theirs, newIds)
  }
  const renumbered = [...newIds].flatMap(([table, ids]) =>
    [...ids].map(([before, after]) => ({ table, id: after, column: 'ID', before, after })),
  )
  return { lexicon, renumbered }
}

/** Ids that stand for different new rows on the two sides. */
const clashes = (
  name: NumberedTable,
  base: Lexicon,
  ours: Lexicon,
  theirs: Lexicon,
): readonly string[] => {
  const table = tableOf(name, [])
  const inBase = keyedRows(base[name], table)
  const inOurs = keyedRows(ours[name], table)
  return theirs[name].flatMap(({ value }) => {
    const own = inBase.has(value.id) ? undefined : inOurs.get(value.id)
    return own !== undefined && !isSameRow(table, own.value, value) ? value.id : []
  })
}

/** Gives the next id in the pattern of another (`bn-00944` → `bn-00945`) that nobody has or had. */
const idSource = (sides: readonly Lexicon[]): ((id: string) => string) => {
  const used = new Set<string>()
  for (const side of sides)
    for (const name of [...NUMBERED_TABLES, 'retired'] as const)
      for (const { value } of side[name]) used.add(value.id)
  const lastByPrefix = new Map<string, number>()
  return (id) => {
    const [, prefix = `${id}-`, digits = '1'] = /^(.*?)([0-9]{1,15})$/.exec(id) ?? []
    let number = lastByPrefix.get(prefix) ?? Number(digits)
    let next = id
    while (used.has(next)) next = prefix + String(++number).padStart(digits.length, '0')
    lastByPrefix.set(prefix, number)
    used.add(next)
    return next
  }
}

const withNewIds = (lexicon: Lexicon, newIds: NewIds): Lexicon => {
  const rows = LANGUAGE_TABLE_NAMES.map((name): [TableName, readonly Row<object>[]] => [
    name,
    rowsOf(lexicon, name).map((row) => ({ ...row, value: renameIds(name, row.value, newIds) })),
  ])
  return withRows(lexicon, new Map(rows))
}

/** A row with the new ids for the old ones, its own and those it refers to. */
export const renameIds = (name: string, value: object, newIds: NewIds): object => {
  const made: Record<string, unknown> = { ...value }
  for (const { property, tables } of ID_FIELDS.get(name) ?? []) {
    const newId = (id: unknown): unknown =>
      tables.map((table) => newIds.get(table)?.get(String(id))).find(isString) ?? id
    const content = made[property]
    if (content !== undefined)
      made[property] = Array.isArray(content) ? content.map(newId) : newId(content)
  }
  return made
}

/** The tables whose ids a field holds: its own, those it refers to, or any, where it does not say which. */
const tablesMeant = (
  name: string,
  property: string,
  { kind, of }: Field,
): readonly NumberedTable[] => {
  if (kind === 'id') return NUMBERED_TABLES.filter((table) => table === name)
  if (ANY_ID.has(`${name}.${property}`)) return NUMBERED_TABLES
  return REFERENCED[of ?? 'language'] ?? []
}

const ANY_ID: ReadonlySet<string> = new Set([
  'residue.owner',
  'reviews.subject',
  'retired.successor',
])

const REFERENCED: { readonly [Of in NonNullable<Field['of']>]?: readonly NumberedTable[] } = {
  entry: ['entries'],
  form: ['forms'],
  sense: ['senses'],
  'entry-or-sense': ['entries', 'senses'],
}

const ID_FIELDS: ReadonlyMap<string, readonly IdField[]> = new Map(
  LANGUAGE_TABLE_NAMES.map((name) => [
    name,
    fieldsOf(LANGUAGE_TABLES[name].fields).flatMap(([property, field]) => {
      const tables = tablesMeant(name, property, field)
      return tables.length === 0 ? [] : [{ property, tables }]
    }),
  ]),
)

interface IdField {
  readonly property: string
  readonly tables: readonly NumberedTable[]
}

const isString = (value: unknown): value is string => typeof value === 'string'

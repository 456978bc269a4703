import { fieldsOf } from '../formats/records'
import { LANGUAGE_TABLES } from '../formats/table-list'
import type { Field } from '../lexicon/field'
import type { Row } from '../lexicon/lexicon'
import type { Conflict } from './conflict'
import { type MergedTable, rowConflict } from './merge-rows'
import { LANGUAGE_TABLE_NAMES, type TableName } from './merge-table'

/** The tables that a reference points into. */
const TARGETS: { readonly [Of in NonNullable<Field['of']>]?: readonly TableName[] } = {
  entry: ['entries'],
  form: ['forms'],
  sense: ['senses'],
  'entry-or-sense': ['entries', 'senses'],
  variety: ['varieties'],
  source: ['sources'],
}

interface Needed {
  readonly name: TableName
  readonly id: string
  readonly row: Row<object>
}

/**
 * Conflicts over rows that one side removed and that the other's rows refer to: a sense added to an
 * entry that somebody else removed. What hung on such a row and was removed with it is in conflict
 * too, so that it can come back whole.
 */
export const findNeeded = (
  tables: ReadonlyMap<TableName, MergedTable>,
): readonly (Conflict & { readonly table: TableName })[] => {
  const open = rowsInConflict(tables)
  const lost = new Map<string, Needed & { readonly by: 'ours' | 'theirs' }>()
  for (const [name, { base, ours, theirs, merged }] of tables) {
    for (const id of base.keys()) {
      const row = ours.get(id) ?? theirs.get(id)
      if (row === undefined || merged.has(id)) continue
      lost.set(`${name} ${id}`, { name, id, row, by: ours.has(id) ? 'theirs' : 'ours' })
    }
  }
  for (const { name, id } of open) lost.delete(`${name} ${id}`)
  if (lost.size === 0) return []

  const hangingOn = new Map<string, string[]>()
  for (const [key, { name, row }] of lost) {
    for (const owner of ownersOf(name, row.value)) {
      const hanging = hangingOn.get(owner) ?? []
      if (hanging.length === 0) hangingOn.set(owner, hanging)
      hanging.push(key)
    }
  }
  const conflicts: (Conflict & { readonly table: TableName })[] = []
  const queue = [...open]
  for (const [name, { merged }] of tables)
    for (const [id, row] of merged) queue.push({ name, id, row })
  const want = (key: string): void => {
    const found = lost.get(key)
    const table = found && tables.get(found.name)
    if (found === undefined || table === undefined) return
    lost.delete(key)
    const sides = [table.base, table.ours, table.theirs].map((rows) => rows.get(found.id))
    conflicts.push({ ...rowConflict('removed', table.table, found.id, sides), table: found.name })
    queue.push(found)
    for (const other of hangingOn.get(key) ?? []) if (lost.get(other)?.by === found.by) want(other)
  }
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const { property, key } of referencesOf(next.name, next.row.value)) {
      const found = lost.get(key)
      const asRemover = found && tables.get(next.name)?.[found.by].get(next.id)
      // A side that removed a row and goes on referring to it broke its own tables: a check tells it.
      const isOwnFault =
        asRemover !== undefined &&
        isSaid(Reflect.get(asRemover.value, property), Reflect.get(next.row.value, property))
      if (!isOwnFault) want(key)
    }
  }
  return conflicts
}

/** Rows in conflict, as either side has them: it is not settled which of the two will hold. */
const rowsInConflict = (tables: ReadonlyMap<TableName, MergedTable>): readonly Needed[] =>
  [...tables].flatMap(([name, { conflicts, ours, theirs }]) =>
    conflicts.flatMap(({ id }) =>
      [ours.get(id), theirs.get(id)].flatMap((row) => (row === undefined ? [] : { name, id, row })),
    ),
  )

/** Where the references of a row lead: `entries bn-00001`. */
const referencesOf = (name: TableName, value: object) =>
  referenceFields(name).flatMap(([property, { of }]) => {
    const content: unknown = Reflect.get(value, property)
    const ids = Array.isArray(content) ? content : [content]
    return (TARGETS[of ?? 'language'] ?? []).flatMap((target) =>
      ids.map((id) => ({ property, key: `${target} ${id}` })),
    )
  })

/** Those of them without which the row is nothing. */
const ownersOf = (name: TableName, value: object): readonly string[] =>
  referenceFields(name).flatMap(([property, { of, required }]) => {
    const target = of === 'entry' || of === 'form' || of === 'sense' ? TARGETS[of]?.[0] : undefined
    return required && target !== undefined ? `${target} ${Reflect.get(value, property)}` : []
  })

const referenceFields = (name: TableName): readonly (readonly [string, Field])[] =>
  REFERENCES.get(name) ?? []

const REFERENCES: ReadonlyMap<TableName, readonly (readonly [string, Field])[]> = new Map(
  LANGUAGE_TABLE_NAMES.map((name) => [
    name,
    fieldsOf(LANGUAGE_TABLES[name].fields).filter(([, { of }]) => of && TARGETS[of]),
  ]),
)

const isSaid = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

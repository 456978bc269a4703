import { ENTRY_FIELDS, type Entry } from '../lexicon/entry'
import type { Lexicon, Row } from '../lexicon/lexicon'
import type { Conflict } from './conflict'
import { diffRows, type RowChange } from './diff'
import { followForms } from './headwords'
import { keyedRows } from './keyed-rows'
import { type MergedTable, mergedRows, mergeRows } from './merge-rows'
import { rowsOf, TABLE_NAMES, type TableName, tableOf, withRows } from './merge-table'
import { findNeeded } from './needed'
import { numberApart, type Renumbered } from './numbers'

/** What two sides made of one lexicon. */
export interface Merged {
  /** What both said; where they are in conflict, what ours says. Shared tables and media files are ours. */
  readonly lexicon: Lexicon
  /** By table, then by id, then in the order of the columns. */
  readonly conflicts: readonly Conflict[]
  /** From ours to the merged lexicon: what theirs brought. */
  readonly changes: readonly RowChange[]
  /** New entries of theirs that took another pack number, because a new entry of ours has theirs. */
  readonly renumbered: readonly Renumbered[]
}

/**
 * Merges what two sides made of `base`: rows by id, then field by field. What one side changed is
 * taken, and so is what both changed alike; lists take the additions and removals of both. New rows of
 * the two sides never disturb each other unless they were given one id. A headword and the form it
 * repeats are merged as one.
 */
export const mergeLexicons = (base: Lexicon, ours: Lexicon, theirs: Lexicon): Merged => {
  const merged = new Map(
    TABLE_NAMES.map((name) => {
      const table = tableOf(name, [base, ours, theirs])
      const rows = (side: Lexicon) => rowsOf(side, name)
      return [name, mergeRows(table, rows(base), rows(ours), rows(theirs))]
    }),
  )
  const needed = findNeeded(merged)
  const tables = new Map([...merged].map(([name, table]) => [name, withOurs(table, name, needed)]))
  const rows = new Map([...tables].map(([name, table]) => [name, mergedRows(table)]))
  const retired = [base, ours, theirs].flatMap((side) => side.retired)
  const { rows: numbered, renumbered } = numberApart(
    rows.get('entries') ?? [],
    base.entries,
    ours.entries,
    theirs.entries,
    retired.flatMap(({ value }) => value.number ?? []),
  )
  const { entries, together } = followForms(numbered, rows.get('forms') ?? [], [ours, theirs])
  const conflicts = [...[...tables.values()].flatMap((table) => table.conflicts), ...needed]
  const repeated = repeatingEntries(tables, conflicts, together)
  return {
    lexicon: withRows(ours, rows.set('entries', entries)),
    conflicts: inOrder(conflicts.filter((conflict) => !isRepeated(conflict, repeated))),
    changes: [...tables].flatMap(([name, { table, ours, merged }]) =>
      diffRows(name, table, ours, name === 'entries' ? keyedRows(entries, table) : merged),
    ),
    renumbered,
  }
}

/** The table with the rows of ours that turned out to be needed. */
const withOurs = (
  table: MergedTable,
  name: TableName,
  needed: readonly Conflict[],
): MergedTable => {
  const rows = needed.flatMap(({ table: own, id }) => {
    const row = own === name ? table.ours.get(id) : undefined
    return row === undefined ? [] : [[id, row] as const]
  })
  return rows.length === 0 ? table : { ...table, merged: new Map([...table.merged, ...rows]) }
}

/** Entries whose conflicts over what they repeat are told by their form, or by which form it is. */
const repeatingEntries = (
  tables: ReadonlyMap<TableName, MergedTable>,
  conflicts: readonly Conflict[],
  together: ReadonlySet<string>,
): ReadonlySet<string> => {
  const forms = tables.get('forms')?.merged
  const inConflict = new Set(conflicts.flatMap(({ table, id }) => (table === 'forms' ? id : [])))
  const entries = tables.get('entries')
  const hasForm = (row: Row<object> | undefined): boolean => {
    const form = String(row && Reflect.get(row.value, HEADWORD_FORM))
    return forms?.has(form) === true || inConflict.has(form)
  }
  return new Set(
    conflicts
      .flatMap(({ table, id }) => (table === 'entries' && together.has(id) ? id : []))
      .filter((id) => hasForm(entries?.ours.get(id)) && hasForm(entries?.theirs.get(id))),
  )
}

const HEADWORD_FORM = 'headwordForm' satisfies keyof Entry

const isRepeated = (
  { kind, table, id, column }: Conflict,
  repeating: ReadonlySet<string>,
): boolean =>
  kind === 'field' &&
  table === 'entries' &&
  repeating.has(id) &&
  (column === ENTRY_FIELDS.headword.column || column === ENTRY_FIELDS.variety.column)

const inOrder = (conflicts: readonly Conflict[]): readonly Conflict[] =>
  TABLE_NAMES.flatMap((name) =>
    conflicts
      .filter(({ table }) => table === name)
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  )

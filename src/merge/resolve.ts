import { rowOf } from '../formats/content'
import { ID_PATTERN } from '../lexicon/ids'
import type { Row } from '../lexicon/lexicon'
import type { Place, Problem } from '../lexicon/problem'
import { cellToValue, rowToText, textToRow, valueToCell } from './cell'
import type { Settled } from './conflicts-csv'
import { isSameRow } from './diff'
import { followForms, type Headwords } from './headwords'
import type { MergeField, MergeTable } from './merge-table'
import { type NewIds, renameIds } from './new-ids'
import { type OpenFolder, type OpenRows, openFolder } from './open-folder'

/** Why a conflict stays as it is. `changed-since`: the table no longer says what ours said. */
export interface Unsettled {
  readonly at: Place
  readonly reason: 'no-table' | 'no-row' | 'no-column' | 'changed-since' | 'not-a-value'
  /** What was asked for, or for `changed-since` what the table says now. */
  readonly given: string
}

export interface Resolution {
  /** The files that change, by name. */
  readonly files: ReadonlyMap<string, string>
  /** How many conflicts are settled. */
  readonly count: number
  /** Conflicts nobody has settled yet and those that could not be. */
  readonly left: readonly Settled[]
  readonly unsettled: readonly Unsettled[]
  /** Of files that cannot be read. */
  readonly problems: readonly Problem[]
}

/**
 * Puts what people settled into the tables of a folder. A conflict is only settled where the table
 * still says what ours said; headwords follow their forms. `files`: text by name.
 */
export const resolveConflicts = (
  files: ReadonlyMap<string, string>,
  settled: readonly Settled[],
): Resolution => {
  const folder = openFolder(files)
  const before = headwordsIn(folder)
  const newIds = idsGiven(settled)
  const left: Settled[] = []
  const unsettled: Unsettled[] = []
  for (const one of settled) {
    if (one.resolved === '') {
      left.push(one)
      continue
    }
    const fault = settle(folder, one, newIds)
    if (fault === undefined) continue
    left.push(one)
    unsettled.push({ ...fault, at: one.place(fault.reason === 'no-row' ? 'id' : 'resolved') })
  }
  followHeadwords(folder, before, settled)
  return {
    files: folder.changed(),
    count: settled.length - left.length,
    left,
    unsettled,
    problems: folder.problems(),
  }
}

type Fault = Omit<Unsettled, 'at'>

const OURS = 'ours'
const THEIRS = 'theirs'

const settle = (folder: OpenFolder, one: Settled, newIds: NewIds): Fault | undefined => {
  const { conflict, resolved } = one
  if (resolved === OURS) return undefined
  const tables = folder.tablesOf(conflict.table)
  const [first] = tables
  if (first === undefined) return { reason: 'no-table', given: conflict.table }
  const owner = tables.find((table) => table.rows.has(conflict.id))
  return conflict.kind === 'field'
    ? settleField(owner, one)
    : settleRow(folder, owner ?? first, one, newIds)
}

const settleField = (
  open: OpenRows | undefined,
  { conflict, resolved }: Settled,
): Fault | undefined => {
  const row = open?.rows.get(conflict.id)
  if (open === undefined || row === undefined) return { reason: 'no-row', given: conflict.id }
  const field = open.table.fields.find(({ column }) => column === conflict.column)
  if (field === undefined) return { reason: 'no-column', given: conflict.column ?? '' }
  const wanted = resolved === THEIRS ? conflict.theirs : asSaid(resolved)
  const now = cellOf(row, field)
  if (now === wanted) return undefined
  if (now !== conflict.ours) return { reason: 'changed-since', given: now }
  const read = cellToValue(wanted, field.kind)
  if (read === undefined) return { reason: 'not-a-value', given: wanted }
  open.put(conflict.id, withField(row.value, field, read.value))
  return undefined
}

const settleRow = (
  folder: OpenFolder,
  open: OpenRows,
  { conflict, resolved }: Settled,
  newIds: NewIds,
): Fault | undefined => {
  const { id, ours, theirs } = conflict
  const row = open.rows.get(id)
  const wanted = theirs === '' ? undefined : textToRow(theirs, open.table)
  if (theirs !== '' && wanted === undefined) return { reason: 'not-a-value', given: theirs }
  const newId = newIds.get(conflict.table)?.get(id)
  const added = wanted && renameIds(conflict.table, wanted, newIds)
  if (newId !== undefined && conflict.kind === 'same-id' && added !== undefined) {
    if (open.rows.has(newId)) return { reason: 'not-a-value', given: newId }
    open.put(newId, added)
    return undefined
  }
  if (resolved !== THEIRS) return { reason: 'not-a-value', given: resolved }
  if (isRow(open.table, row, theirs)) return undefined
  if (!isRow(open.table, row, ours) && !isRow(open.table, row, followed(ours, open.table, folder)))
    return { reason: 'changed-since', given: row ? rowToText(row.value, open.table) : '' }
  if (added === undefined) open.remove(id)
  else open.put(id, added)
  return undefined
}

/** An entry as a text tells it, its headword gone with its form, as a merge leaves it. */
const followed = (text: string, table: MergeTable, folder: OpenFolder): string => {
  const value = table.name === 'entries' ? textToRow(text, table) : undefined
  if (value === undefined) return text
  const [row] = followForms([rowOf(value)], headwordsIn(folder).forms, []).entries
  return row === undefined ? text : rowToText(row.value, table)
}

/** New ids that people gave to rows of theirs, so that both rows can stay. */
const idsGiven = (settled: readonly Settled[]): NewIds => {
  const newIds = new Map<string, Map<string, string>>()
  for (const { conflict, resolved } of settled) {
    if (conflict.kind !== 'same-id' || resolved === OURS || resolved === THEIRS) continue
    if (!ID_PATTERN.test(resolved)) continue
    const ids = newIds.get(conflict.table) ?? new Map<string, string>()
    newIds.set(conflict.table, ids.set(conflict.id, resolved))
  }
  return newIds
}

/** Entries go with their forms, unless somebody settled what the entry says by itself. */
const followHeadwords = (
  folder: OpenFolder,
  before: Headwords,
  settled: readonly Settled[],
): void => {
  const own = new Set(
    settled
      .filter(({ conflict, resolved }) => conflict.table === 'entries' && resolved !== '')
      .map(({ conflict }) => conflict.id),
  )
  const now = headwordsIn(folder)
  const { entries } = followForms(now.entries, now.forms, [before])
  entries.forEach((row, index) => {
    const id = String(Reflect.get(row.value, 'id'))
    if (row === now.entries[index] || own.has(id)) return
    folder
      .tablesOf('entries')
      .find((table) => table.rows.has(id))
      ?.put(id, row.value)
  })
}

const headwordsIn = (folder: OpenFolder): Headwords => {
  const rows = (name: string) => folder.tablesOf(name).flatMap((table) => [...table.rows.values()])
  return { entries: rows('entries'), forms: rows('forms') }
}

const cellOf = (row: Row<object>, { property, kind }: MergeField): string =>
  valueToCell(Reflect.get(row.value, property), kind)

const withField = (value: object, { property }: MergeField, content: unknown): object => {
  const made: Record<string, unknown> = { ...value, [property]: content }
  if (content === undefined) delete made[property]
  return made
}

/** Whether a row, or none, is what a text says, or nothing. */
const isRow = (table: MergeTable, row: Row<object> | undefined, text: string): boolean => {
  const said = text === '' ? undefined : textToRow(text, table)
  if (row === undefined || said === undefined) return row === undefined && text === ''
  return isSameRow(table, row.value, said)
}

/** Between quotes a text is meant to the letter: `"ours"` is the word, `""` is nothing. */
const asSaid = (resolved: string): string => /^"([\s\S]*)"$/.exec(resolved)?.[1] ?? resolved

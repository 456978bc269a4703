import { CONTENT_TABLES, type ContentTable } from '../formats/content'
import type { Attribution, ReadResult } from '../formats/format'
import { type EntryId, PROVISIONAL_ID } from '../lexicon/ids'
import type { Lexicon, Row } from '../lexicon/lexicon'
import type { IdSource } from './assign-ids'
import { isSame } from './cell'
import type { RowChange } from './diff'
import { groupByEntry, type Incoming, type Part, type Values, valuesIn } from './incoming'
import { isSureMatch, type Match, type MatchedBy } from './match-entries'
import { type IdMap, matchParts } from './match-parts'
import { overlay } from './overlay'
import type { Tracer } from './tracer'

/** An entry of a file that is to be taken in, and the entry of the dictionary that it is. */
export interface Taken {
  /** Among all entries of the file. */
  readonly index: number
  readonly incoming: Incoming
  readonly match: Match | undefined
}

/** What a file makes of a dictionary. */
export interface TakenIn {
  /** What the file was made from: `base`, with our rows that the file speaks of though it lacks them. */
  readonly base: Lexicon
  /** That with what the file says of its rows; `base` itself where it speaks of none. */
  readonly theirs: Lexicon
  /** Rows that are in neither dictionary. */
  readonly fresh: Readonly<Record<ContentTable, readonly Row<Values>[]>>
  /** Those of them that come to entries of the dictionary. */
  readonly additions: readonly RowChange[]
  /** Where the file speaks of a row that is not fresh, by `keyOfRow`. */
  readonly places: ReadonlyMap<string, Row<object>['place']>
  /** The entry of the file, by its index, by the id of anything in the dictionary that it speaks of. */
  readonly indexById: ReadonlyMap<string, number>
  /** The entry of the dictionary by the index of that of the file. */
  readonly idByIndex: ReadonlyMap<number, EntryId>
  /** Indices of entries that the dictionary had not. */
  readonly freshEntries: ReadonlySet<number>
  /** Rows that somebody has judged and the file has otherwise: they are left as they are. */
  readonly judged: readonly JudgedRow[]
  /** Fields by the row of the file: just as in the dictionary, so not tidied. */
  readonly untidied: ReadonlyMap<object, readonly string[]>
}

export interface JudgedRow {
  readonly table: ContentTable
  readonly id: string
  readonly before: object
  readonly after: object
}

export interface TakeInOptions {
  readonly ours: Lexicon
  /** What the file was made from; `ours` where nothing tells. */
  readonly base: Lexicon
  readonly attribution: Attribution
  readonly carries: ReadResult['carries']
  readonly ids: IdSource
  /** The rows as the file has them, by the rows as they were tidied; those that needed it. */
  readonly asGiven: ReadonlyMap<object, Values>
  /** Ids of what was joined to something else in the file, with the ids of that. */
  readonly aliases: ReadonlyMap<string, string>
  readonly guidOf: (id: string) => string
  readonly trace: Tracer['trace']
}

export const keyOfRow = (table: string, id: string): string => `${table} ${id}`

/** Lays the entries of a file, and what hangs on none of them, over what it was made from. */
export const takeIn = (
  taken: readonly Taken[],
  loose: readonly Part[],
  options: TakeInOptions,
): TakenIn => {
  const { ours, base } = options
  const idMap = idsOf(taken, options)
  const oursByKey = rowsByKey(ours)
  const baseByKey = base === ours ? oursByKey : rowsByKey(base)
  const said = tablesOf((): Row<Values>[] => [])
  const fresh = tablesOf((): Row<Values>[] => [])
  const onlyOurs = tablesOf((): Row<Values>[] => [])
  const additions: RowChange[] = []
  const places = new Map<string, Row<object>['place']>()
  const indexById = new Map<string, number>()
  const idByIndex = new Map<number, EntryId>()
  const freshEntries = new Set<number>()
  const judged: JudgedRow[] = []
  const untidied = new Map<object, readonly string[]>()

  /** What the file says of a row, and whether it is one of the dictionary's. */
  const say = (
    table: ContentTable,
    row: Row<Values>,
    place: Row<Values>['place'],
    matchedBy: MatchedBy | undefined,
  ) => {
    const id = idMap.get(String(row.value.id)) ?? String(row.value.id ?? '')
    const key = keyOfRow(table, id)
    const own = oursByKey.get(key)
    const before = baseByKey.get(key) ?? own
    if (own !== undefined && before === own && base !== ours) onlyOurs[table].push(own)
    const given = row.value
    const asGiven = options.asGiven.get(given) ?? given
    const laid = overlay({
      table,
      id,
      given,
      asGiven,
      before: before?.value,
      matchedBy,
      idMap,
      options,
    })
    if (before === undefined) return { value: laid.value, isFresh: true }
    if (laid.untidied.length > 0) untidied.set(given, laid.untidied)
    places.set(key, place)
    if (!isJudged(own) || isSameRow(before.value, laid.value))
      return { value: laid.value, isFresh: false }
    judged.push({ table, id, before: before.value, after: laid.value })
    return { value: before.value, isFresh: false }
  }

  /** Says a part of an entry; none: of nothing in the file. */
  const sayPart = (
    { table, row }: Part,
    entry:
      | {
          readonly index: number
          readonly matchedBy: MatchedBy | undefined
          readonly isFresh: boolean
        }
      | undefined,
  ): Values => {
    const place = entry === undefined ? row.place : options.trace(row.place, entry.index)
    const { value, isFresh } = say(table, row, place, entry?.matchedBy)
    const saidRow = { value, place }
    const isAdded = table === 'residue' ? entry?.isFresh === true : isFresh
    if (isAdded) fresh[table].push(saidRow)
    else said[table].push(saidRow)
    if (entry?.isFresh === true) return value
    if (isAdded) additions.push({ table, id: String(value.id), kind: 'added', after: saidRow })
    if (entry !== undefined && table !== 'residue') indexById.set(String(value.id), entry.index)
    return value
  }

  for (const { index, incoming, match } of taken) {
    const matchedBy = match?.by
    const row = incoming.entry as Row<object> as Row<Values>
    const place = options.trace(row.place, index)
    const { value: own, isFresh } = say('entries', row, place, matchedBy)
    let headword: Values | undefined
    for (const part of incoming.parts) {
      const value = sayPart(part, { index, matchedBy, isFresh })
      if (part.table === 'forms' && value.id === own.headwordForm) headword = value
    }
    const value: Values = {
      ...own,
      ...(isFresh && { number: options.ids.numberOf(own.number) }),
      ...(headword && { headword: headword.text, variety: headword.variety }),
    }
    ;(isFresh ? fresh : said).entries.push({ value, place })
    idByIndex.set(index, value.id as EntryId)
    if (isFresh) freshEntries.add(index)
    else indexById.set(String(value.id), index)
  }
  for (const part of loose) sayPart(part, undefined)

  const whole = withRowsAdded(base, onlyOurs)
  const isSilent = CONTENT_TABLES.every((table) => said[table].length === 0)
  const theirs = isSilent ? whole : withRowsSaid(whole, said)
  const told = { additions, places, indexById, idByIndex, freshEntries, judged, untidied }
  return { base: whole, theirs, fresh, ...told }
}

/** The lasting id of every record of the file that has none, or another than the dictionary gives it. */
const idsOf = (
  taken: readonly Taken[],
  { ours, attribution, ids, aliases }: TakeInOptions,
): IdMap => {
  const idMap: IdMap = new Map()
  const isMatched = taken.some(({ match }) => match !== undefined)
  const ownById = new Map(
    isMatched ? groupByEntry(ours).incoming.map((own) => [own.entry.value.id, own]) : [],
  )
  for (const { incoming, match } of taken) {
    const own = match && ownById.get(match.entry)
    if (match === undefined || own === undefined) continue
    idMap.set(incoming.entry.value.id, match.entry)
    matchParts(incoming, own, idMap, attribution, isSureMatch(match.by))
  }
  const name = (table: ContentTable, id: string) => {
    if (PROVISIONAL_ID.test(id) && !idMap.has(id)) idMap.set(id, ids.nextId(table))
  }
  for (const { incoming } of taken) {
    name('entries', incoming.entry.value.id)
    for (const { table, row } of incoming.parts)
      if (table !== 'residue') name(table, String(row.value.id))
  }
  for (const [joined, to] of aliases) {
    const id = idMap.get(to)
    if (id !== undefined) idMap.set(joined, id)
  }
  return idMap
}

const isJudged = (row: Row<Values> | undefined): boolean =>
  row?.value.reviewState === 'reviewed' || row?.value.reviewState === 'rejected'

const tablesOf = <Value>(make: () => Value): Record<ContentTable, Value> =>
  Object.fromEntries(CONTENT_TABLES.map((table) => [table, make()])) as Record<ContentTable, Value>

const rowsByKey = (lexicon: Lexicon): ReadonlyMap<string, Row<Values>> => {
  const rows = new Map<string, Row<Values>>()
  for (const table of CONTENT_TABLES)
    if (table !== 'residue')
      for (const row of valuesIn(lexicon, table))
        rows.set(keyOfRow(table, String(row.value.id)), row)
  return rows
}

/** The same lexicon where there is nothing to add. */
export const withRowsAdded = (
  base: Lexicon,
  added: Readonly<Record<ContentTable, readonly Row<Values>[]>>,
): Lexicon => {
  const tables = CONTENT_TABLES.filter((table) => added[table].length > 0)
  if (tables.length === 0) return base
  const rows = tables.map((table) => [table, [...valuesIn(base, table), ...added[table]]])
  return { ...base, ...Object.fromEntries(rows) }
}

/** Each row as the file has it where it speaks of it, then the rows that only the file has. */
const withRowsSaid = (
  base: Lexicon,
  said: Readonly<Record<ContentTable, readonly Row<Values>[]>>,
): Lexicon => ({
  ...base,
  ...Object.fromEntries(
    CONTENT_TABLES.filter((table) => said[table].length > 0).map((table) => {
      const waiting = new Map<string, Row<Values>[]>()
      for (const row of said[table]) {
        const key = spotOf(row.value)
        const rows = waiting.get(key)
        if (rows === undefined) waiting.set(key, [row])
        else rows.push(row)
      }
      const replaced = new Set(waiting.keys())
      const kept = valuesIn(base, table).flatMap((row) => {
        const key = spotOf(row.value)
        const rows = waiting.get(key)
        waiting.delete(key)
        return rows ?? (replaced.has(key) ? [] : row)
      })
      return [table, [...kept, ...[...waiting.values()].flat()]]
    }),
  ),
})

/** Tells rows apart; of residue the spot in its owner, which may hold several rows. */
const spotOf = ({ id, owner, format, position }: Values): string =>
  typeof id === 'string' ? id : JSON.stringify([owner ?? '', format, position])

const isSameRow = (a: object, b: object): boolean => isSame(inOrder(a), inOrder(b))

const inOrder = (value: object): object =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([, content]) => content !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

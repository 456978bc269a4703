import type { ContentTable } from '../formats/content'
import type { Attribution, ReadResult } from '../formats/format'
import type { Field, ReferenceTarget } from '../lexicon/field'
import { PROVISIONAL_ID } from '../lexicon/ids'
import { isSame } from './cell'
import { contentFields, isUnsaid, type Values } from './incoming'
import { isSureMatch, type MatchedBy } from './match-entries'
import type { IdMap } from './match-parts'

/** A record of a file and the record of the dictionary that it is. */
export interface Overlay {
  readonly table: ContentTable
  readonly id: string
  /** What the file says, tidied. */
  readonly given: Values
  /** The same to the letter. */
  readonly asGiven: Values
  /** None: the record is new. */
  readonly before: Values | undefined
  /** How the entry was matched. Unless by an id, the file has no say in which form leads the entry. */
  readonly matchedBy: MatchedBy | undefined
  readonly idMap: IdMap
  readonly options: {
    readonly attribution: Attribution
    readonly carries: ReadResult['carries']
    readonly guidOf: (id: string) => string
  }
}

export interface Overlaid {
  readonly value: Values
  /** Fields that the dictionary has just as the file does, though tidying would change them: left alone. */
  readonly untidied: readonly string[]
}

/**
 * The record of the dictionary with what the file says of it. A field that the file has no place for, or
 * has nothing in, stays; so does one of which it says what was said for all its records.
 */
export const overlay = (record: Overlay): Overlaid => {
  const { table, id, given, before } = record
  if (before === undefined) return { value: newRecord(record), untidied: NOTHING }
  const value: Record<string, unknown> = { ...before }
  const untidied: string[] = []
  for (const [name, field] of contentFields(table)) {
    if (field.kind === 'id') value[name] = id
    else if (isEmpty(given[name])) {
      if (record.options.carries?.(table, name) !== true || field.required) continue
      if (Array.isArray(before[name])) value[name] = []
      else delete value[name]
    } else if (!isKept(name, field, record, before)) {
      const said = referred(given[name], field, record.idMap)
      if (isSame(record.asGiven[name], before[name])) {
        if (!isSame(said, before[name])) untidied.push(name)
      } else value[name] = said
    }
  }
  return { value, untidied }
}

const NOTHING: readonly string[] = []

/** All that the file says, ids by their lasting names, and the attribution where it says nothing. */
const newRecord = ({ table, id, given, idMap, options: { attribution } }: Overlay): Values => {
  const value: Record<string, unknown> = { ...given }
  for (const [name, field] of contentFields(table)) {
    const said = given[name]
    if (field.kind === 'id') value[name] = id
    else if (isUnsaid(said)) value[name] = attribution[name as keyof Attribution]
    else if (said !== undefined && field.of !== undefined)
      value[name] = referred(said, field, idMap)
  }
  if (table === 'residue' && given.owner !== undefined) value.owner = idOf(given.owner, idMap)
  return value
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Whether a field stays as it was although the record has something there. */
const isKept = (
  name: string,
  field: Field,
  { table, given, matchedBy, options: { carries, guidOf } }: Overlay,
  before: Values,
): boolean => {
  if (isUnsaid(given[name])) return true
  const saysAll = carries?.(table, name)
  const isSure = isSureMatch(matchedBy)
  switch (name) {
    case 'number':
      return true
    case 'homograph':
      // A number of another program need not be ours: we may have had to give another.
      return matchedBy !== 'id'
    case 'sourceRow':
      return isUnsaid(given.source) || saysAll === false
    case 'kind':
      // Readers tell spellings from transcriptions by their signs where the file does not say.
      return (
        table === 'forms' &&
        saysAll !== true &&
        PROVISIONAL_ID.test(String(given.id)) &&
        given.text === before.text
      )
    case 'foreignId':
      return (
        given.foreignId === guidOf(String(before.id)) || (!isSure && before[name] !== undefined)
      )
    case 'headword':
    case 'headwordForm':
    case 'variety':
      return table === 'entries' && !isSure
    default:
      return field.of === 'entry' && !isSure
  }
}

/** Ids of records by their lasting names. */
const referred = (value: unknown, { of }: Field, ids: IdMap): unknown =>
  of !== undefined && RECORDS.includes(of) ? idOf(value, ids) : value

const RECORDS: readonly ReferenceTarget[] = ['entry', 'form', 'sense', 'entry-or-sense']

const idOf = (value: unknown, ids: IdMap): unknown =>
  typeof value === 'string' ? (ids.get(value) ?? value) : value

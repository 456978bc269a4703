import type { Field } from '../../lexicon/field'
import { ID_PATTERN, type Licence, PROVISIONAL_ID, type VarietyId } from '../../lexicon/ids'
import { err, ok, type Result } from '../../lexicon/result'
import {
  CHANGE_TABLES,
  type Change,
  type ChangeLineFault,
  type ChangeSetSpeaker,
  type ChangeTable,
  type ChangeValue,
  isMediaPath,
} from '../change-set'
import { LANGUAGE_TABLES } from '../table-list'

type Read<Value> = Result<Value, ChangeLineFault>
type Members = { readonly [name: string]: unknown }

/** Characters of one line: some two hundred times what an entry takes. */
const LONGEST_LINE = 1 << 20

/** A line of changes.jsonl. */
export const readChange = (text: string): Read<Change> => {
  const object = readObject(text)
  if (!object.ok) return object
  const members = object.value
  const { op, table } = members
  if (op !== 'add' && op !== 'set' && op !== 'remove')
    return err({ kind: 'unknown-op', given: shown(op) })
  if (!isTable(table)) return err({ kind: 'unknown-table', given: shown(table) })
  const fault = unknownMember(members, [...COMMON, ...MEMBERS[op]]) ?? faultIn(members)
  if (fault !== undefined) return err(fault)
  const said = op === 'add' ? readRecord(table, members.record) : readEdit(op, table, members)
  if (!said.ok) return said
  const { at, by, speaker, heard, refusal } = members
  const made = { op, table, ...said.value, at, by, speaker, heard, refusal }
  // Each member was held to the type above.
  return ok(withoutUndefined(made) as unknown as Change)
}

/** A line of speakers.jsonl. */
export const readSpeaker = (text: string): Read<ChangeSetSpeaker> => {
  const object = readObject(text)
  if (!object.ok) return object
  const { id, name, variety, place, birthYear, consent } = object.value
  const unknown = unknownMember(object.value, SPEAKER)
  if (unknown !== undefined) return err(unknown)
  if (!isMembers(consent)) return err(wrong('consent'))
  const unknownConsent = unknownMember(consent, CONSENT)
  if (unknownConsent !== undefined) return err(unknownConsent)
  if (!isId(id)) return err(wrong('id'))
  for (const [field, value] of Object.entries({ name, variety, place }))
    if (!isText(value)) return err(wrong(field))
  if (birthYear !== undefined && !(Number.isInteger(birthYear) && Number(birthYear) > 1800))
    return err(wrong('birthYear'))
  if (!isText(consent.text)) return err(wrong('consent.text'))
  if (!isText(consent.licence)) return err(wrong('consent.licence'))
  if (!isInstant(consent.at)) return err(wrong('consent.at'))
  const { media } = consent
  if (media !== undefined && !(isText(media) && isMediaPath(media)))
    return err(wrong('consent.media'))
  return ok({
    id,
    name: String(name),
    variety: String(variety) as VarietyId,
    place: String(place),
    ...(birthYear !== undefined && { birthYear: Number(birthYear) }),
    consent: {
      text: consent.text,
      licence: consent.licence as Licence,
      at: consent.at,
      ...(isText(media) && { media }),
    },
  })
}

const COMMON = ['op', 'table', 'at', 'by', 'speaker', 'heard', 'refusal']
const MEMBERS: Readonly<Record<Change['op'], readonly string[]>> = {
  add: ['record'],
  set: ['id', 'field', 'before', 'after'],
  remove: ['id', 'reason'],
}
const SPEAKER = ['id', 'name', 'variety', 'place', 'birthYear', 'consent']
const CONSENT = ['text', 'licence', 'at', 'media']

const readObject = (text: string): Read<Members> => {
  if (text.length > LONGEST_LINE) return err({ kind: 'line-too-long' })
  try {
    const value: unknown = JSON.parse(text)
    return isMembers(value) ? ok(value) : err({ kind: 'not-json' })
  } catch (fault) {
    // Nested too deep is a RangeError in some engines.
    if (fault instanceof SyntaxError || fault instanceof RangeError)
      return err({ kind: 'not-json' })
    throw fault
  }
}

/** What is wrong with the members that every change has. */
const faultIn = ({ at, by, speaker, heard, refusal }: Members): ChangeLineFault | undefined => {
  if (!isInstant(at)) return wrong('at')
  if (!isText(by)) return wrong('by')
  if (speaker !== undefined && !isId(speaker)) return wrong('speaker')
  if (heard !== undefined && !isHash(heard)) return wrong('heard')
  if (refusal !== undefined && !isText(refusal)) return wrong('refusal')
  return undefined
}

const readRecord = (table: ChangeTable, record: unknown): Read<object> => {
  if (!isMembers(record)) return err(wrong('record'))
  const { id } = record
  if (!isId(id) || !PROVISIONAL_ID.test(id)) return err(wrong('id'))
  for (const [name, value] of Object.entries(record)) {
    const field = fieldOf(table, name)
    if (field === undefined) return err({ kind: 'unknown-field', field: name })
    if (!isValueOf(field, value)) return err(wrong(name))
  }
  return ok({ record })
}

const readEdit = (op: 'set' | 'remove', table: ChangeTable, members: Members): Read<object> => {
  const { id, field: name, before, after, reason } = members
  if (!isId(id)) return err(wrong('id'))
  if (op === 'remove')
    return reason === undefined || isText(reason) ? ok({ id, reason }) : err(wrong('reason'))
  const field = typeof name === 'string' ? fieldOf(table, name) : undefined
  // Ids are assigned once.
  if (field === undefined || name === 'id')
    return err({ kind: 'unknown-field', field: shown(name) })
  if (before !== undefined && !isValueOf(field, before)) return err(wrong('before'))
  if (after === undefined ? field.required : !isValueOf(field, after)) return err(wrong('after'))
  return ok({ id, field: name, before, after })
}

const fieldOf = (table: ChangeTable, name: string): Field | undefined => {
  const fields: object = LANGUAGE_TABLES[table].fields
  // What is inherited is no field. A `FieldsOf` has fields and nothing else.
  return Object.keys(fields).includes(name) ? (Reflect.get(fields, name) as Field) : undefined
}

const isValueOf = (field: Field, value: unknown): value is ChangeValue => {
  switch (field.kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'list':
    case 'references':
      return Array.isArray(value) && value.length > 0 && value.every(isText)
    case 'choice':
      return isText(value) && (field.choices ?? []).includes(value)
    case 'id':
      return isId(value)
    case 'text':
    case 'language-text':
    case 'reference':
      return isText(value)
  }
}

const isTable = (given: unknown): given is ChangeTable =>
  CHANGE_TABLES.some((table) => table === given)

/** Said, and such as a table can hold: no NUL, no half of a surrogate pair. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && !/[\0\ud800-\udfff]/u.test(value)

const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 100 && ID_PATTERN.test(value)

export const isHash = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value))

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const unknownMember = (members: Members, known: readonly string[]): ChangeLineFault | undefined => {
  const field = Object.keys(members).find((name) => !known.includes(name))
  return field === undefined ? undefined : { kind: 'unknown-field', field }
}

const wrong = (field: string): ChangeLineFault => ({ kind: 'wrong-value', field })

const withoutUndefined = (members: object): object =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))

/** Of something that may be anything, what is fit to be printed. */
const shown = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, 60) : typeof value

import type { Field } from '../../lexicon/field'
import type { Problem } from '../../lexicon/problem'
import { joinList, splitList } from '../list-cell'
import { fieldsOf } from '../records'

/**
 * The fields that LIFT has no place for, in one field of our own, under the headers of our tables.
 * FLEx shows it as one line and keeps it:
 *
 *     ID=bn-f00005; Language_ID=ba-na; Source=bartbahnar2025; Source_Row=core:I
 *
 * `elsewhere` names properties that this once stand elsewhere; `more` are parts as they are.
 */
export const packFields = (
  columns: Columns,
  record: object,
  elsewhere: readonly string[] = [],
  more: readonly string[] = [],
): string => {
  const parts: string[] = []
  for (const [column, { name, packed }] of columns) {
    if (!packed || elsewhere.includes(name)) continue
    const value: unknown = Reflect.get(record, name)
    if (Array.isArray(value)) for (const part of value) parts.push(`${column}=${part}`)
    else if (value !== undefined) parts.push(`${column}=${value}`)
  }
  return joinList([...parts, ...more])
}

/** The fields of a record by the headers of our tables. */
export type Columns = ReadonlyMap<
  string,
  {
    readonly name: string
    readonly field: Field
    /** False: it stands in LIFT's own elements. */
    readonly packed: boolean
  }
>

export const columnsOf = (fields: object, elsewhere: ReadonlySet<string>): Columns =>
  new Map(
    fieldsOf(fields).map(([name, field]) => [
      field.column,
      { name, field, packed: !elsewhere.has(name) },
    ]),
  )

/** What such a field says. */
export interface Unpacked {
  /** Properties of the record. */
  readonly values: Readonly<Record<string, unknown>>
  /** Parts under no header of ours. */
  readonly unknown: readonly string[]
  readonly faults: readonly Fault[]
}

type Fault =
  Extract<Problem, { readonly code: 'not-a-number' | 'not-a-choice' }> extends infer P
    ? P extends Problem
      ? Omit<P, 'at' | 'severity'> & { readonly column: string }
      : never
    : never

export const unpackFields = (columns: Columns, text: string): Unpacked => {
  const values: Record<string, unknown> = {}
  const unknown: string[] = []
  const faults: Fault[] = []
  for (const part of splitParts(text)) {
    const at = part.indexOf('=')
    const column = columns.get(part.slice(0, Math.max(at, 0)))
    if (column === undefined) {
      if (part !== '') unknown.push(part)
      continue
    }
    const fault = setValue(values, column.name, column.field, part.slice(at + 1))
    if (fault !== undefined) faults.push(fault)
  }
  return { values, unknown, faults }
}

/** A list cell; most have nothing in them that is escaped. */
const splitParts = (text: string): readonly string[] =>
  text.includes('\\') ? splitList(text) : text.split(/; ?/)

const setValue = (
  values: Record<string, unknown>,
  name: string,
  { kind, column, choices = [] }: Field,
  text: string,
): Fault | undefined => {
  switch (kind) {
    case 'number':
      if (!/^(0|[1-9][0-9]*)$/.test(text)) return { code: 'not-a-number', given: text, column }
      values[name] = Number(text)
      return undefined
    case 'choice':
      if (!choices.includes(text))
        return { code: 'not-a-choice', given: text, known: choices, column }
      values[name] = text
      return undefined
    case 'list':
    case 'references': {
      const before = values[name]
      values[name] = [...(Array.isArray(before) ? before : []), text]
      return undefined
    }
    default:
      values[name] = text
      return undefined
  }
}

import { ENTRY_FIELDS } from '../../lexicon/entry'
import { EXAMPLE_FIELDS } from '../../lexicon/example'
import type { Field } from '../../lexicon/field'
import { FORM_FIELDS, type Form } from '../../lexicon/form'
import { ID_PATTERN } from '../../lexicon/ids'
import { MEDIA_FIELDS } from '../../lexicon/media'
import type { Place, Problem } from '../../lexicon/problem'
import { RELATION_FIELDS } from '../../lexicon/relation'
import { RESIDUE_FIELDS } from '../../lexicon/retired'
import { SENSE_FIELDS } from '../../lexicon/sense'
import { joinList, splitList } from '../list-cell'
import { fieldsOf } from '../records'
import { encodeText, plainText } from './lines'

const FIELDS = {
  entry: ENTRY_FIELDS,
  form: FORM_FIELDS,
  sense: SENSE_FIELDS,
  example: EXAMPLE_FIELDS,
  relation: RELATION_FIELDS,
  media: MEDIA_FIELDS,
  residue: RESIDUE_FIELDS,
}

/** A line of ours is about a record, or about something that was kept of a format. */
export type RecordKind = keyof typeof FIELDS

/**
 * `mapping`: the markers that stand for our fields in this file. `default`: what holds for records
 * with a line of ours that does not say otherwise.
 */
export type OwnKind = RecordKind | 'mapping' | 'default'

type FieldByColumn = ReadonlyMap<string, readonly [name: string, field: Field]>

const FIELD_BY_COLUMN: ReadonlyMap<string, FieldByColumn> = new Map(
  Object.entries(FIELDS).map(([kind, fields]) => [
    kind,
    new Map(fieldsOf(fields).map(([name, field]) => [field.column, [name, field]])),
  ]),
)

/** A line of ours, taken apart: cells by column header of our tables. */
export interface OwnLine {
  readonly kind: OwnKind
  readonly cells: readonly (readonly [column: string, cell: string])[]
}

/**
 * What a record has beyond its MDF lines, as the text of one line: the columns of our tables, `;`
 * and `\` written as in their lists.
 *
 *     \rg form ID=bn-f00005; Kind=spelling; Practice=mixed-provinces; Source=bartbahnar2025
 */
export const writeOwn = (kind: OwnKind, cells: OwnLine['cells']): string => {
  const list = joinList(cells.map(([column, cell]) => `${column}=${cell}`))
  return list === '' ? kind : encodeText(`${kind} ${list}`)
}

/** The filled fields of a record but those named. */
export const cellsOf = (
  kind: RecordKind,
  record: object,
  without: readonly string[],
): (readonly [string, string])[] => {
  const cells: (readonly [string, string])[] = []
  for (const [name, field] of FIELD_BY_COLUMN.get(kind)?.values() ?? []) {
    if (without.includes(name)) continue
    const value: unknown = Reflect.get(record, name)
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue
    cells.push([field.column, Array.isArray(value) ? joinList(value.map(String)) : String(value)])
  }
  return cells
}

/** What most records of a file have, by column: for each kind of record those that it takes. */
export interface Defaults {
  readonly all: ReadonlyMap<string, string>
  readonly of: (kind: RecordKind) => ReadonlyMap<string, string>
}

const DEFAULT_COLUMNS: Readonly<Record<RecordKind, readonly string[]>> = (() => {
  const { variety, kind, source, licence, reviewState } = FORM_FIELDS
  const stated = [source.column, licence.column, reviewState.column]
  return {
    entry: [],
    form: [variety.column, kind.column, ...stated],
    sense: stated,
    example: [variety.column, ...stated],
    relation: [source.column],
    media: [variety.column, ...stated],
    residue: [],
  }
})()

export const createDefaults = (all: ReadonlyMap<string, string>): Defaults => {
  const byKind = new Map<string, ReadonlyMap<string, string>>()
  for (const [kind, columns] of Object.entries(DEFAULT_COLUMNS))
    byKind.set(kind, new Map([...all].filter(([column]) => columns.includes(column))))
  return { all, of: (kind) => byKind.get(kind) ?? NO_CELLS }
}

const NO_CELLS: ReadonlyMap<string, string> = new Map()

/** The usual of each column that has one, by the forms of a dictionary. */
export const usualOf = (forms: readonly Form[]): ReadonlyMap<string, string> => {
  const { variety, kind, source, licence, reviewState } = FORM_FIELDS
  const usual = new Map<string, string>()
  if (forms.length === 0) return usual
  const most = (column: string, values: readonly string[]): void => {
    const counts = new Map<string, number>()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    if (first !== undefined && first[0] !== '') usual.set(column, first[0])
  }
  most(
    variety.column,
    forms.map((form) => form.variety),
  )
  usual.set(kind.column, 'spelling')
  most(
    source.column,
    forms.map((form) => form.source),
  )
  most(
    licence.column,
    forms.map((form) => form.licence),
  )
  most(
    reviewState.column,
    forms.map((form) => form.reviewState),
  )
  return usual
}

/** None: the line is not one of ours, but a marker of the file that happens to be called so. */
export const readOwn = (text: string): OwnLine | undefined => {
  const plain = plainText(text)
  const space = plain.indexOf(' ')
  const kind = space < 0 ? plain : plain.slice(0, space)
  if (!isOwnKind(kind)) return undefined
  const cells: [string, string][] = []
  for (const piece of space < 0 ? [] : splitList(plain.slice(space + 1))) {
    const equals = piece.indexOf('=')
    if (equals < 0) return undefined
    cells.push([piece.slice(0, equals), piece.slice(equals + 1)])
  }
  return { kind, cells }
}

/** Puts the cells into the record by the columns of its table; what cannot be read is left as it was. */
export const applyOwn = (
  kind: RecordKind,
  record: object,
  cells: OwnLine['cells'],
  at: (column: string) => Place,
): readonly Problem[] => {
  const problems: Problem[] = []
  const fieldByColumn = FIELD_BY_COLUMN.get(kind)
  for (const [column, cell] of cells) {
    const found = fieldByColumn?.get(column)
    if (found === undefined) {
      const known = [...(fieldByColumn?.keys() ?? [])]
      problems.push({
        code: 'unknown-column',
        severity: 'warning',
        at: at(column),
        given: column,
        known,
      })
      continue
    }
    const [name, field] = found
    if (cell === '' && field.required !== true) continue
    if (field.kind === 'number') {
      const value = Number(cell)
      if (/^[0-9]+$/.test(cell) && Number.isSafeInteger(value)) Reflect.set(record, name, value)
      else problems.push({ code: 'not-a-number', severity: 'warning', at: at(column), given: cell })
    } else if (field.kind === 'choice' && !(field.choices ?? []).includes(cell)) {
      const known = field.choices ?? []
      problems.push({
        code: 'not-a-choice',
        severity: 'warning',
        at: at(column),
        given: cell,
        known,
      })
    } else if (field.kind === 'id' && !ID_PATTERN.test(cell)) {
      problems.push({ code: 'malformed-id', severity: 'warning', at: at(column), given: cell })
    } else {
      const isList = field.kind === 'list' || field.kind === 'references'
      Reflect.set(record, name, isList ? splitList(cell) : cell)
    }
  }
  return problems
}

const isOwnKind = (kind: string): kind is OwnKind =>
  kind === 'mapping' || kind === 'default' || FIELD_BY_COLUMN.has(kind)

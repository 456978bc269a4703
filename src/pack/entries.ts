import { ENTRY_FIELDS, type Entry } from '../lexicon/entry'
import { EXAMPLE_FIELDS, type Example } from '../lexicon/example'
import type { Field } from '../lexicon/field'
import { FORM_FIELDS, type Form } from '../lexicon/form'
import type { FullEntry } from '../lexicon/full-entry'
import { MEDIA_FIELDS, type Media } from '../lexicon/media'
import { RELATION_FIELDS, type Relation } from '../lexicon/relation'
import { REVIEW_STATES } from '../lexicon/review'
import { SENSE_FIELDS, type Sense } from '../lexicon/sense'
import { compareForms } from './form-order'
import { parseJson } from './list-row'
import { fromRelativeId, numberOfId, toRelativeId } from './relative-id'
import type { ListRow, PackMeta, SectionName } from './sections'
import { writeRows } from './write-rows'

/**
 * The text of a row of an entry block: one JSON array of arrays, in the order of the field tables.
 *
 *     [entry, [form, …], [sense, …], [example, …], [relation, …], [media, …]]
 *
 * A record is its fields' values; 0 stands for what is empty or goes without saying (the entry a
 * form belongs to, the number of the row, a headword that is the first form, the source of a sense
 * that is the first form's); empty ends are cut.
 * Ids are relative, see relative-id.ts.
 */
export const encodeEntry = (full: FullEntry): string => {
  const { entry, forms, senses, examples, relations, media } = full
  const { number } = entry
  const ofEntry = { entry: entry.id }
  return JSON.stringify(
    withoutEmptyEnd([
      encodeRecords(ENTRY_FIELDS, [entry], impliedOfEntry(number, forms), number)[0],
      encodeRecords(FORM_FIELDS, forms, ofEntry, number),
      encodeRecords(SENSE_FIELDS, senses, impliedOfSense(entry.id, forms), number),
      encodeRecords(EXAMPLE_FIELDS, examples, {}, number),
      encodeRecords(RELATION_FIELDS, relations, {}, number),
      encodeRecords(MEDIA_FIELDS, media, ofEntry, number),
    ]),
  )
}

/** None when the text is not such a row. */
export const decodeEntry = (number: number, text: string): FullEntry | undefined => {
  const row = parseJson(text)
  if (!isCells(row) || !isCells(row[0]) || typeof row[0][0] !== 'string') return undefined
  const ofEntry = { entry: fromRelativeId(row[0][0], number) }
  const forms = decodeRecords<Form>(FORM_FIELDS, row[1], ofEntry, number)
  const impliedOf = impliedOfSense(ofEntry.entry, forms ?? [])
  const senses = decodeRecords<Sense>(SENSE_FIELDS, row[2], impliedOf, number)
  const examples = decodeRecords<Example>(EXAMPLE_FIELDS, row[3], {}, number)
  const relations = decodeRecords<Relation>(RELATION_FIELDS, row[4], {}, number)
  const media = decodeRecords<Media>(MEDIA_FIELDS, row[5], ofEntry, number)
  if (!forms || !senses || !examples || !relations || !media) return undefined
  const implied = impliedOfEntry(number, forms)
  const entry = decodeRecords<Entry>(ENTRY_FIELDS, [row[0]], implied, number)?.[0]
  return entry && { entry, forms, senses, examples, relations, media }
}

/**
 * The text of a row of the `list` section: a JSON array, 0 for what is empty, empty ends cut.
 * list-row.ts reads it and draws it.
 */
export const encodeListRow = (row: ListRow): string =>
  JSON.stringify(
    withoutEmptyEnd([
      toRelativeId(row.id, row.number),
      row.headword,
      row.headwordKind === 'spelling' ? 0 : 1,
      row.variety,
      row.glossesVi.length > 0 ? row.glossesVi : 0,
      row.glossesEn.length > 0 ? row.glossesEn : 0,
      row.transcription ?? 0,
      row.classifierVi ?? 0,
      REVIEW_STATES.indexOf(row.reviewState),
      row.homograph ?? 0,
      row.shown === 'default' ? 0 : 1,
    ]),
  )

/** Forms of an entry, as the rows of `share-alike` hold them. */
export const encodeForms = (number: number, forms: readonly Form[]): string =>
  JSON.stringify(encodeRecords(FORM_FIELDS, forms, {}, number))

export const decodeForms = (number: number, text: string): readonly Form[] | undefined =>
  decodeRecords<Form>(FORM_FIELDS, parseJson(text), {}, number)

/** The entry with further forms, in the order its varieties have. */
export const withForms = (
  full: FullEntry,
  more: readonly Form[],
  { varieties }: Pick<PackMeta, 'varieties'>,
): FullEntry => {
  if (more.length === 0) return full
  const [headword, ...others] = full.forms
  const forms = [...others, ...more].sort(compareForms(varieties, []))
  return { ...full, forms: headword === undefined ? forms : [headword, ...forms] }
}

/** Entry numbers in a block: an edit changes one block, wherever it is. */
const BLOCK_NUMBERS = 512

/** The section that holds the entry of this number. */
export const blockOf = (number: number): SectionName =>
  `entries/${Math.floor(number / BLOCK_NUMBERS)}`

/** Row texts as entry blocks, in ascending order of number. */
export const entryBlocks = (
  texts: Iterable<readonly [number: number, text: string]>,
): ReadonlyMap<SectionName, Uint8Array> => {
  const rowsByBlock = new Map<SectionName, { number: number; text: string }[]>()
  for (const [number, text] of [...texts].sort(([a], [b]) => a - b)) {
    const block = blockOf(number)
    const rows = rowsByBlock.get(block)
    if (rows) rows.push({ number, text })
    else rowsByBlock.set(block, [{ number, text }])
  }
  return new Map([...rowsByBlock].map(([block, rows]) => [block, writeRows(rows)]))
}

type Fields = Readonly<Record<string, Field>>
type Implied = Readonly<Record<string, unknown>>

const impliedOfEntry = (number: number, [first]: readonly Form[]): Implied =>
  first ? { number, headwordForm: first.id, headword: first.text } : { number }

/** A sense mostly comes from the row that the headword comes from. */
const impliedOfSense = (entry: string | undefined, [first]: readonly Form[]): Implied =>
  first
    ? { entry, source: first.source, sourceRow: first.sourceRow, licence: first.licence }
    : { entry }

/** `id`s relative to the one before, the first and entries to the number of the row. */
const encodeRecords = (
  fields: Fields,
  records: readonly object[],
  implied: Implied,
  number: number,
): readonly (readonly unknown[])[] => {
  let reference = number
  return records.map((record) => {
    const values = new Map<string, unknown>(Object.entries(record))
    const cells = Object.entries(fields).map(([name, field]) => {
      const value = values.get(name)
      if (value === undefined || value === implied[name] || isEmptyList(value)) return 0
      if (value === 0) throw new RangeError(`${field.column} counts from 1`)
      if (typeof value !== 'string' || !isRelative(field)) return value
      return toRelativeId(value, field.kind === 'id' ? reference : number)
    })
    reference = numberOfId(String(values.get('id')), reference)
    return withoutEmptyEnd(cells)
  })
}

/** Every value is of its field's kind, or there are no records: this earns the brands. */
const decodeRecords = <Record>(
  fields: Fields,
  rows: unknown,
  implied: Implied,
  number: number,
): readonly Record[] | undefined => {
  if (rows === undefined) return []
  if (!isCells(rows)) return undefined
  const records: Record[] = []
  let reference = number
  for (const cells of rows) {
    if (!isCells(cells)) return undefined
    const record: { [name: string]: unknown } = {}
    let column = 0
    for (const [name, field] of Object.entries(fields)) {
      const cell = cells[column++] || undefined
      const value =
        typeof cell === 'string' && isRelative(field)
          ? fromRelativeId(cell, field.kind === 'id' ? reference : number)
          : (cell ?? implied[name] ?? (isList(field) ? [] : undefined))
      if (value === undefined ? field.required : !isOfKind(field, value)) return undefined
      if (value !== undefined) record[name] = value
    }
    reference = numberOfId(String(record.id), reference)
    records.push(record as Record)
  }
  return records
}

const isRelative = ({ kind, of }: Field) => kind === 'id' || of === 'entry'

const isList = ({ kind }: Field) => kind === 'list' || kind === 'references'

const isOfKind = (field: Field, value: unknown): boolean => {
  if (isList(field)) return isCells(value) && value.every((part) => typeof part === 'string')
  if (field.kind === 'number') return typeof value === 'number'
  return typeof value === 'string' && (field.choices?.includes(value) ?? true)
}

const isCells = (value: unknown): value is readonly unknown[] => Array.isArray(value)

const isEmptyList = (value: unknown): boolean => isCells(value) && value.length === 0

const withoutEmptyEnd = (cells: readonly unknown[]): readonly unknown[] => {
  let end = cells.length
  while (end > 0 && (cells[end - 1] === 0 || isEmptyList(cells[end - 1]))) end--
  return cells.slice(0, end)
}

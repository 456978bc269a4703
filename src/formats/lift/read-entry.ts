import type { Entry } from '../../lexicon/entry'
import type { EntryId } from '../../lexicon/ids'
import type { Problem } from '../../lexicon/problem'
import { RESIDUE_FIELDS, type Residue } from '../../lexicon/retired'
import { guidOf, isGuid } from '../guid'
import { elementsIn, type XmlElement } from '../xml/xml-element'
import { buildEntry } from './build-entry'
import { differenceOf, PASSED_OVER } from './difference'
import { readForms } from './read-forms'
import { readNote, readSenses } from './read-senses'
import {
  defined,
  type EntryReading,
  fieldIn,
  type OwnValues,
  placeOf,
  type Reading,
  readOwn,
  textOfField,
} from './reading'
import { type EntryRecords, REFUSED_NOTE, RESIDUE_FIELD } from './records'
import { shapesIn } from './shapes'

/** An entry of the file; its relations wait until every entry is known. */
export interface ReadEntry {
  readonly records: EntryRecords
  readonly residue: readonly Residue[]
  /** Residue that the entry carried along for other formats. */
  readonly kept: readonly Residue[]
  readonly reading: EntryReading
  /** The elements of the forms and senses, by id. */
  readonly elements: ReadonlyMap<string, XmlElement>
  readonly waiting: readonly WaitingRelation[]
}

export interface WaitingRelation {
  readonly element: XmlElement
  /** The entry or sense it stands in. */
  readonly from: string
  /** Among the relations there, from 1. */
  readonly nth: number
}

/** A problem: the entry has no form, so there is nothing to list it under. */
export const readEntry = (element: XmlElement, nth: number, all: Reading): ReadEntry | Problem => {
  const { id: foreign, guid } = element.attributes
  const reading: EntryReading = {
    ...all,
    nth,
    line: element.line,
    row: foreign ?? guid ?? String(nth),
    slots: new Map(),
    residue: [],
  }
  const own = readOwn(reading, 'entry', element, '')
  const kept = readResidue(reading, element)
  const { forms, headword, media, elements } = readForms(reading, element, own)
  if (headword === undefined) {
    return {
      code: 'record-without-headword',
      severity: 'error',
      at: placeOf(reading, element),
      given: foreign ?? guid ?? '',
    }
  }
  const isOurs = guid !== undefined && guid === guidOf(own.id)
  const note = readNote(reading, element)
  const senses = readSenses(reading, element, own.id, media.length)
  const entry = {
    number: 0,
    variety: headword.variety,
    headword: headword.text,
    ...own.values,
    id: own.id as EntryId,
    headwordForm: headword.id,
    homograph: homographOf(element),
    foreignId: isOurs ? own.values.foreignId : foreignIdOf(element, own),
    note,
  }
  const records: EntryRecords = {
    entry: defined(entry) as Entry,
    forms,
    senses: senses.senses,
    examples: senses.examples,
    relations: [],
    media: [...media, ...senses.media],
  }
  const waiting = waitingRelations(reading, element, own.id, senses.elements)
  const built = buildEntry(records, {
    tags: reading.tags,
    shapeOf: shapesIn(reading.residue),
    refOf: (id) => id,
  })
  if (isOurs) built.root.attributes.guid = guid
  const difference = differenceOf(element, built.root, reading.slots, own.id)
  reading.slots.clear()
  addTarget(reading, element, own.id)
  for (const { element, sense } of senses.elements) {
    addTarget(reading, element, sense.id)
    elements.set(sense.id, element)
  }
  const residue = [...reading.residue.splice(0), ...difference]
  return { records, reading, residue, elements, kept, waiting }
}

/** What relations may call an entry or a sense. */
const addTarget = ({ idByRef }: Reading, { attributes }: XmlElement, id: string): void => {
  for (const ref of [attributes.id, attributes.guid])
    if (ref !== undefined && ref !== '' && !idByRef.has(ref)) idByRef.set(ref, id)
}

/** FLEx's `order` is the homograph number. */
const homographOf = ({ attributes: { order = '' } }: XmlElement): number | undefined =>
  /^[1-9][0-9]{0,9}$/.test(order) ? Number(order) : undefined

/** The guid, or the id of a file without guids. */
const foreignIdOf = (
  { attributes: { id, guid } }: XmlElement,
  own: OwnValues,
): string | undefined => {
  if (typeof own.values.foreignId === 'string') return own.values.foreignId
  if (guid !== undefined) return isGuid(guid) ? guid : undefined
  return id === own.id ? undefined : id
}

const waitingRelations = (
  { slots }: EntryReading,
  entry: XmlElement,
  entryId: string,
  senses: readonly { readonly element: XmlElement; readonly sense: { readonly id: string } }[],
): WaitingRelation[] =>
  [
    { element: entry, id: entryId },
    ...senses.map(({ element, sense }) => ({ element, id: sense.id })),
  ].flatMap(({ element, id }) =>
    elementsIn(element, 'relation').map((relation, i) => {
      slots.set(relation, PASSED_OVER)
      return { element: relation, from: id, nth: i + 1 }
    }),
  )

/** Residue of other formats that the entry carried along, and our word on why it was once refused. */
const readResidue = ({ slots }: EntryReading, entry: XmlElement): Residue[] => {
  for (const note of elementsIn(entry, 'note'))
    if (note.attributes.type === REFUSED_NOTE) slots.set(note, PASSED_OVER)
  const field = fieldIn(entry, RESIDUE_FIELD)
  if (field === undefined) return []
  const rows = parseResidue(textOfField(field))
  if (rows === undefined) return []
  slots.set(field, PASSED_OVER)
  return rows
}

/** The reverse of `JSON.stringify` of rows; none: it is something else. */
export const parseResidue = (json: string): Residue[] | undefined => {
  let rows: unknown
  try {
    rows = JSON.parse(json)
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined
    throw fault
  }
  return Array.isArray(rows) && rows.every(isResidue) ? rows : undefined
}

const isResidue = (row: unknown): row is Residue =>
  typeof row === 'object' &&
  row !== null &&
  Object.entries(row).every(
    ([name, value]) => name in RESIDUE_FIELDS && typeof value === 'string',
  ) &&
  'format' in row &&
  'position' in row &&
  'raw' in row

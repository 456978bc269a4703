import type { Form } from '../../lexicon/form'
import type { Residue } from '../../lexicon/retired'
import { guidOf } from '../guid'
import { createElement, type XmlOutput } from '../xml/xml-element'
import { type BuildContext, type BuiltEntry, buildEntry } from './build-entry'
import { childInSlot, putAmong } from './draft'
import { formElement } from './lists'
import { packFields } from './packed'
import { putBack } from './put-back'
import {
  type EntryRecords,
  OWN_FIELDS,
  OWN_WRITING_SYSTEM,
  type OwnField,
  PART_POSITION,
  RESIDUE_FIELD,
} from './records'
import { isShape } from './shapes'

/** An entry with its residue put back and the fields of our own; `residueOf`: by owner, of every format. */
export const writeEntry = (
  records: EntryRecords,
  context: BuildContext,
  residueOf: (owner: string) => readonly Residue[],
): XmlOutput => {
  const built = buildEntry(records, context)
  const residue = [...built.drafts.keys()].flatMap(residueOf)
  const lift = residue.filter((row) => row.format === 'lift' && !isShape(row))
  const left = new Set(putBack(lift, (owner) => built.drafts.get(owner)))
  addOwn(records, built, residue)
  const others = residue.filter((row) => row.format !== 'lift' || left.has(row))
  if (others.length > 0) putAmong(built.root, fieldElement(RESIDUE_FIELD, JSON.stringify(others)))
  return built.root
}

/** Ids, and in fields of our own what LIFT has no place for. */
const addOwn = (
  records: EntryRecords,
  { root, drafts }: BuiltEntry,
  residue: readonly Residue[],
): void => {
  const parts = residue.filter(({ position }) => position === PART_POSITION)
  const pack = (kind: OwnField, record: { readonly id: string }, also: readonly string[] = []) => {
    const more = parts.filter(({ owner }) => owner === record.id).map(({ raw }) => raw)
    return packFields(OWN_FIELDS[kind].columns, record, also, more)
  }
  const addField = (kind: OwnField, record: { readonly id: string }): void => {
    const element = drafts.get(record.id)
    if (element !== undefined)
      putAmong(element, fieldElement(OWN_FIELDS[kind].type, pack(kind, record)))
  }

  const { entry, forms } = records
  root.attributes.id ??= entry.id
  root.attributes.guid ??= guidOf(entry.id)
  const headword = forms.find(({ id }) => id === entry.headwordForm)
  const said = ['headword', 'variety'].filter((name) => saysSame(entry, headword, name))
  if (entry.foreignId === root.attributes.guid) said.push('foreignId')
  putAmong(root, fieldElement(OWN_FIELDS.entry.type, pack('entry', entry, said)))
  for (const form of forms) {
    const element = drafts.get(form.id)
    if (element?.name !== 'form') addField('form', form)
    else if (form.id === entry.headwordForm)
      putAmong(root, fieldElement(OWN_FIELDS.headword.type, pack('headword', form)))
    else
      element.children.push(
        createElement('annotation', { name: 'rong', value: pack('form', form) }),
      )
  }
  for (const sense of records.senses) {
    const element = drafts.get(sense.id)
    if (element !== undefined) element.attributes.id ??= sense.id
    addField('sense', sense)
  }
  for (const example of records.examples) addField('example', example)
  for (const relation of records.relations) addField('relation', relation)
  for (const clip of records.media) {
    const element = drafts.get(clip.id)
    const label = element && childInSlot(childInSlot(element, 'media') ?? element, 'label')
    label?.children.push(formElement(OWN_WRITING_SYSTEM, pack('media', clip)))
  }
}

const saysSame = (entry: object, form: Form | undefined, name: string): boolean =>
  form !== undefined &&
  Reflect.get(entry, name) === Reflect.get(form, name === 'headword' ? 'text' : name)

const fieldElement = (type: string, text: string): XmlOutput =>
  createElement('field', { type }, formElement('en', text))

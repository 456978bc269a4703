import type { Lexicon } from '../../lexicon/lexicon'
import type { Residue } from '../../lexicon/retired'
import { createElement, elementsIn, type XmlElement, type XmlOutput } from '../xml/xml-element'
import { differenceOf, PASSED_OVER } from './difference'
import { childInSlot, type Draft, draft, isDraft, ownDraft } from './draft'
import { formElement, isOwnList, listElement, ownLists } from './lists'
import { OWN_FIELDS, OWN_WRITING_SYSTEM, RESIDUE_FIELD } from './records'

/** The two files of a dictionary. Residue of either is residue of the whole: its owner is nobody. */
export interface LiftFiles {
  /** Holds the other two, so that positions begin with `lift/` or `lift-ranges/`. */
  readonly root: Draft
  readonly lift: Draft
  readonly ranges: Draft
}

export const buildFiles = (): LiftFiles => {
  const parts = HEADER_PARTS.map((name) => draft(name, name))
  const lift = draft('lift', 'lift', { version: '0.13' }, [draft('header', 'header', {}, parts)])
  const ranges = draft('lift-ranges', 'lift-ranges')
  return { root: ownDraft('files', '', {}, [lift, ranges]), lift, ranges }
}

/** What the two files say that is of no entry. The version is ours to write, and our name is first. */
export const differenceOfFiles = (lift: XmlElement, ranges: XmlElement | undefined): Residue[] => {
  const { version, producer, ...others } = lift.attributes
  const theirs = producer?.replace(OWN_PRODUCER, '') ?? ''
  const attributes = { ...others, ...(theirs !== '' && { producer: theirs }) }
  const read = { ...lift, attributes }
  const whole = {
    ...lift,
    name: 'files',
    attributes: {},
    children: [read, ...(ranges ? [ranges] : [])],
  }
  return differenceOf(whole, buildFiles().root, slotsOf(read, ranges), '')
}

/** Our own part of the header and of the lists, after what the files had of their own. */
export const addOwnHeader = (
  { root: _, lift, ranges }: LiftFiles,
  lexicon: Lexicon,
  residue: readonly Residue[],
): void => {
  const { producer } = lift.attributes
  lift.attributes.producer = producer === undefined ? PRODUCER : `${PRODUCER}; ${producer}`
  const header = childInSlot(lift, 'header')
  const part = (name: string): Draft['children'] =>
    (header && childInSlot(header, name)?.children) ?? []
  if (residue.length > 0)
    part('description').push(formElement(OWN_WRITING_SYSTEM, JSON.stringify(residue)))
  const href = `${lexicon.language.code}.lift-ranges`
  for (const list of ownLists(lexicon)) {
    if ([...part('ranges'), ...ranges.children].some((range) => hasId(range, list.id))) continue
    part('ranges').push(createElement('range', { id: list.id, href, guid: list.guid }))
    ranges.children.push(listElement(list))
  }
  part('fields').push(...ownFields())
  if (header !== undefined) dropEmpty(header)
}

/** The residue in the description of a file. */
export const residueFormIn = (lift: XmlElement): XmlElement | undefined =>
  elementsIn(lift, 'header')
    .flatMap((header) => elementsIn(header, 'description'))
    .flatMap((description) => elementsIn(description, 'form'))
    .find(isOwnForm)

const HEADER_PARTS = ['description', 'ranges', 'fields']

const PRODUCER = 'Rông'
const OWN_PRODUCER = /^Rông(; )?/

const slotsOf = (lift: XmlElement, ranges: XmlElement | undefined): Map<XmlElement, string> => {
  const slots = new Map<XmlElement, string>([[lift, 'lift']])
  if (ranges !== undefined) slots.set(ranges, 'lift-ranges')
  for (const range of ranges ? elementsIn(ranges) : [])
    if (isOwnList(range)) slots.set(range, PASSED_OVER)
  const [header] = elementsIn(lift, 'header')
  if (header !== undefined) slots.set(header, 'header')
  for (const name of header ? HEADER_PARTS : []) {
    const [part] = elementsIn(header ?? lift, name)
    if (part === undefined) continue
    slots.set(part, name)
    for (const each of elementsIn(part))
      if (isOwnList(each) || isOwnField(each) || isOwnForm(each)) slots.set(each, PASSED_OVER)
  }
  return slots
}

const isOwnForm = ({ name, attributes }: XmlElement): boolean =>
  name === 'form' && attributes.lang === OWN_WRITING_SYSTEM

const isOwnField = ({ name, attributes: { tag } }: XmlElement): boolean =>
  name === 'field' && OWN_TAGS.some(({ type }) => type === tag)

const OWN_TAGS: readonly { readonly type: string; readonly class?: string }[] = [
  ...Object.values(OWN_FIELDS),
  { type: RESIDUE_FIELD, class: 'LexEntry' },
]

/** FLEx makes custom fields of them and so keeps them; what sort of field stands in `qaa-x-spec`. */
const ownFields = (): XmlOutput[] =>
  OWN_TAGS.filter((own) => own.class !== undefined).map((own) =>
    createElement(
      'field',
      { tag: own.type },
      formElement('vi', 'Dữ liệu của Rông, xin giữ nguyên.'),
      formElement('en', 'Data of Rông; please keep it as it is.'),
      formElement('qaa-x-spec', `Class=${own.class}; Type=String; WsSelector=kwsAnal`),
    ),
  )

const hasId = (node: Draft['children'][number], id: string): boolean =>
  typeof node !== 'string' && 'attributes' in node && node.attributes.id === id

const dropEmpty = (header: Draft): void => {
  const kept = header.children.filter(
    (node) => !isDraft(node) || node.children.length > 0 || Object.keys(node.attributes).length > 0,
  )
  header.children.splice(0, header.children.length, ...kept)
}

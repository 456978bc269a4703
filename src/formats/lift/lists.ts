import type { Code } from '../../lexicon/concept'
import type { Lexicon, Row } from '../../lexicon/lexicon'
import { guidOf } from '../guid'
import {
  createElement,
  elementsIn,
  textIn,
  type XmlElement,
  type XmlOutput,
} from '../xml/xml-element'
import { DOMAIN_TRAIT } from './records'

/** A list of values with their names: LIFT's ranges. */
export interface ValueList {
  readonly id: string
  /** Tells our list from one of the same name that a file has of its own. */
  readonly guid: string
  readonly codes: readonly Code<string>[]
}

/** The lists whose codes our files use. */
export const ownLists = ({ shared }: Lexicon): ValueList[] =>
  [
    { id: 'grammatical-info', codes: valuesOf(shared.partsOfSpeech) },
    { id: DOMAIN_TRAIT, codes: valuesOf(shared.semanticDomains) },
    { id: 'lexical-relation', codes: RELATIONS },
  ].map((list) => ({ ...list, guid: listGuid(list.id) }))

export const isOwnList = ({ name, attributes }: XmlElement): boolean =>
  name === 'range' && attributes.guid === listGuid(attributes.id ?? '')

export const listElement = ({ id, guid, codes }: ValueList): XmlOutput =>
  createElement('range', { id, guid }, ...codes.map(codeElement))

/** What the lists of a file call a value: labels and abbreviations in any language. */
export const namesInList = (
  parents: readonly XmlElement[],
  id: string,
): ((value: string) => readonly string[]) => {
  const names = new Map<string, readonly string[]>()
  for (const range of parents.flatMap((parent) => elementsIn(parent, 'range'))) {
    if (range.attributes.id !== id) continue
    for (const element of elementsIn(range, 'range-element'))
      names.set(element.attributes.id ?? '', namesOf(element))
  }
  return (value) => names.get(value) ?? []
}

export const formElement = (lang: string, text: string): XmlOutput =>
  createElement('form', { lang }, createElement('text', {}, text))

const listGuid = (id: string): string => guidOf(`range/${id}`)

const valuesOf = (rows: readonly Row<Code<string>>[]): readonly Code<string>[] =>
  rows.map(({ value }) => value)

const RELATIONS: readonly Code<string>[] = [
  { id: 'synonym', nameVi: 'đồng nghĩa', nameEn: 'synonym' },
  { id: 'antonym', nameVi: 'trái nghĩa', nameEn: 'antonym' },
  { id: 'see', nameVi: 'xem', nameEn: 'see' },
]

const codeElement = ({ id, nameVi, nameEn }: Code<string>): XmlOutput =>
  createElement(
    'range-element',
    { id },
    createElement('label', {}, formElement('vi', nameVi), formElement('en', nameEn)),
    createElement('abbrev', {}, formElement('en', id)),
  )

const namesOf = (element: XmlElement): string[] =>
  ['label', 'abbrev'].flatMap((name) =>
    elementsIn(element, name).flatMap((each) =>
      elementsIn(each, 'form')
        .map(textIn)
        .map((name) => name.trim()),
    ),
  )

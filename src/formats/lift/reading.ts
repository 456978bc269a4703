import { ID_PATTERN, type PartOfSpeech, type SemanticDomain } from '../../lexicon/ids'
import type { Lexicon } from '../../lexicon/lexicon'
import type { Place, Problem } from '../../lexicon/problem'
import type { Residue } from '../../lexicon/retired'
import { createOrthography, type Orthography } from '../../text/orthography'
import type { Attribution, ReadContext } from '../format'
import { createPartOfSpeechFinder } from '../part-of-speech-names'
import { elementsIn, firstElement, isElement, textIn, type XmlElement } from '../xml/xml-element'
import { PASSED_OVER, residueRow } from './difference'
import { unpackFields } from './packed'
import { OWN_FIELDS, type OwnField, PART_POSITION } from './records'
import { createTags, type Tags } from './tags'

/** What the reading of one file knows and gathers. */
export interface Reading {
  readonly file: string
  readonly attribution: Attribution
  readonly tags: Tags
  readonly orthography: Orthography
  readonly partOfSpeechOf: (value: string) => PartOfSpeech | undefined
  readonly domainOf: (value: string) => SemanticDomain | undefined
  /** Ids given so far. */
  readonly claimed: Set<string>
  /** Ids of entries and senses by what relations may call them. */
  readonly idByRef: Map<string, string>
  readonly problems: Problem[]
  /** Whether the file of a recording or picture is there; where it is not, the element stays residue. */
  readonly hasMedia: (path: string) => boolean
}

/** `namesOf`: what the file's own list of parts of speech calls a value. */
export const createReading = (
  file: string,
  { settings, attribution, hasMedia = () => true }: ReadContext,
  namesOf: (value: string) => readonly string[],
): Reading => {
  const find = createPartOfSpeechFinder(settings.shared.partsOfSpeech)
  const domains = domainByName(settings)
  return {
    file,
    attribution,
    tags: createTags(settings),
    orthography: createOrthography({
      graphemes: settings.graphemes.map(({ value }) => value),
      equivalences: settings.equivalences.map(({ value }) => value),
    }),
    partOfSpeechOf: (value) =>
      find(value) ??
      namesOf(value)
        .map(find)
        .find((code) => code !== undefined),
    domainOf: (value) => domains.get(value),
    claimed: new Set(),
    idByRef: new Map(),
    problems: [],
    hasMedia,
  }
}

const domainByName = ({ shared }: Lexicon): ReadonlyMap<string, SemanticDomain> =>
  new Map(
    shared.semanticDomains.flatMap(({ value: { id, nameVi, nameEn } }) =>
      [nameVi, nameEn, id].map((name) => [name, id] as const),
    ),
  )

/** One entry while it is being read. */
export interface EntryReading extends Reading {
  /** Its running number in the file, from 1. */
  readonly nth: number
  /** Where it begins. */
  readonly line: number
  /** The number that a source row gives where the file says none. */
  readonly row: string
  /** What was understood, by the element that said it. */
  readonly slots: Map<XmlElement, string>
  readonly residue: Residue[]
}

export const placeOf = ({ file, nth }: EntryReading, element: XmlElement): Place => ({
  file,
  line: element.line,
  row: nth,
})

export const report = (
  reading: EntryReading,
  element: XmlElement,
  field: string,
  given: string,
): void => {
  reading.problems.push({
    code: 'value-not-understood',
    severity: 'warning',
    at: { ...placeOf(reading, element), column: field },
    given,
    field,
  })
}

/** Values of our own field in an element: those LIFT's elements do not say. */
export interface OwnValues {
  readonly values: Readonly<Record<string, unknown>>
  /** The record's lasting id, or a provisional one. */
  readonly id: string
}

/** Our own field in an element, or nothing; `suffix` tells provisional ids of one entry apart: `-s1`. */
export const readOwn = (
  reading: EntryReading,
  kind: OwnField,
  parent: XmlElement,
  suffix: string,
): OwnValues => {
  const field = fieldIn(parent, OWN_FIELDS[kind].type)
  if (field === undefined) return readOwnText(reading, kind, '', parent, suffix)
  reading.slots.set(field, PASSED_OVER)
  return readOwnText(reading, kind, textOfField(field), field, suffix)
}

export const readOwnText = (
  reading: EntryReading,
  kind: OwnField,
  text: string,
  element: XmlElement,
  suffix: string,
): OwnValues => {
  if (text === '') return { values: {}, id: claim(reading, suffix) }
  const { values, unknown, faults } = unpackFields(OWN_FIELDS[kind].columns, text)
  const at = placeOf(reading, element)
  for (const { column, ...fault } of faults)
    reading.problems.push({ ...fault, severity: 'warning', at: { ...at, column } })
  const { id, ...others } = values
  const given = typeof id === 'string' ? id : ''
  const claimed = claim(reading, suffix, given, at)
  for (const part of unknown) reading.residue.push(residueRow(claimed, PART_POSITION, part))
  if (given === claimed) return { values: others, id: claimed }
  const { number, headwordForm, ...copied } = others
  return { values: copied, id: claimed }
}

/** The id given, if it is one and no other record has it: FLEx copies our field with an entry. */
const claim = (reading: EntryReading, suffix: string, given = '', at?: Place): string => {
  const { claimed, problems, nth } = reading
  if (given !== '' && at !== undefined) {
    if (!ID_PATTERN.test(given)) {
      problems.push({ code: 'malformed-id', severity: 'warning', at, given })
    } else if (claimed.has(given)) {
      problems.push({ code: 'duplicate-id', severity: 'warning', at, given, first: at })
    } else {
      claimed.add(given)
      return given
    }
  }
  let id = `new-${nth}${suffix}`
  for (let again = 2; claimed.has(id); again++) id = `new-${nth}${suffix}-${again}`
  claimed.add(id)
  return id
}

export const fieldIn = (parent: XmlElement, type: string): XmlElement | undefined => {
  for (const node of parent.children)
    if (isElement(node) && node.name === 'field' && node.attributes.type === type) return node
  return undefined
}

/** In whatever writing systems: other tools may have put it under one of theirs. */
export const textOfField = (field: XmlElement): string =>
  elementsIn(field, 'form').map(textOf).join('')

/** The text of a form or gloss. */
export const textOf = (form: XmlElement): string => {
  const text = firstElement(form, 'text')
  return text === undefined ? '' : textIn(text)
}

/** Forms that say something. */
export const formsIn = (parent: XmlElement): XmlElement[] =>
  elementsIn(parent, 'form').filter((form) => textOf(form) !== '')

/** Without the properties that are not there. */
export const defined = <Value extends object>(value: Value): Value => {
  const kept: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(value)) if (part !== undefined) kept[name] = part
  return kept as Value
}

/** Tells that the file of a recording or picture is not there. */
export const reportMissingMedia = (
  reading: EntryReading,
  element: XmlElement,
  path: string,
): void => {
  const at = { ...placeOf(reading, element), column: element.name }
  reading.problems.push({ code: 'media-missing', severity: 'warning', at, path })
}

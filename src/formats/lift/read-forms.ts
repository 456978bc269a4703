import type { Form } from '../../lexicon/form'
import type { EntryId, FormId, MediaId } from '../../lexicon/ids'
import type { Media } from '../../lexicon/media'
import { hasPhoneticSigns } from '../../text/transcription'
import { elementsIn, firstElement, type XmlElement } from '../xml/xml-element'
import { PASSED_OVER, residueRow } from './difference'
import { pathOf } from './media-path'
import {
  defined,
  type EntryReading,
  formsIn,
  type OwnValues,
  readOwn,
  readOwnText,
  reportMissingMedia,
  textOf,
} from './reading'
import { ELEMENT_POSITION, OWN_WRITING_SYSTEM } from './records'
import { isPhonetic } from './tags'

export interface ReadForms {
  readonly forms: readonly Form[]
  readonly headword: Form | undefined
  /** The recordings among the pronunciations. */
  readonly media: readonly Media[]
  /** Elements by the id of what was read from them. */
  readonly elements: Map<string, XmlElement>
}

/**
 * The forms of an entry: those of the lexical unit, of the citation, the variants, the pronunciations.
 * The headword is the one our own field names, else the lexical unit in the language's own writing.
 */
export const readForms = (reading: EntryReading, entry: XmlElement, own: OwnValues): ReadForms => {
  const forms: Form[] = []
  const media: Media[] = []
  const elements = new Map<string, XmlElement>()
  const shapes = new Map<string, string>()
  const add = (element: XmlElement, shape: string, values: OwnValues): Form => {
    const form = formOf(reading, element, values, own.id)
    forms.push(form)
    elements.set(form.id, element)
    shapes.set(form.id, shape)
    return form
  }
  const nextForm = (): string => `-f${forms.length + 1}`

  const units = ['lexical-unit', 'citation'].flatMap((name) => {
    const unit = firstElement(entry, name)
    if (unit === undefined || formsIn(unit).length === 0) return []
    reading.slots.set(unit, name)
    return formsIn(unit).map((element) => ({
      element,
      name,
      packed: annotationOf(reading, element),
    }))
  })
  const main = mainForm(reading, units)
  const headwordValues = main && readOwn(reading, 'headword', entry, '-f1')
  if (main !== undefined && headwordValues !== undefined)
    reading.slots.set(main.element, headwordValues.id)
  for (const [i, unit] of units.entries()) {
    const { element, name, packed } = unit
    const values =
      unit === main && headwordValues !== undefined
        ? headwordValues
        : readOwnText(reading, 'form', packed, element, `-f${i + 1}`)
    reading.slots.set(element, values.id)
    add(element, name, values)
  }

  for (const element of elementsIn(entry)) {
    if (element.name !== 'variant' && element.name !== 'pronunciation') continue
    const [first, ...others] = formsIn(element)
    let of: Form | undefined
    if (first !== undefined) {
      const values = readOwn(reading, 'form', element, nextForm())
      reading.slots.set(element, values.id).set(first, 'form')
      of = add(first, element.name, values)
    }
    for (const other of others) {
      const packed = annotationOf(reading, other)
      const values = readOwnText(reading, 'form', packed, other, nextForm())
      reading.slots.set(other, values.id)
      add(other, '+', values)
    }
    if (element.name === 'pronunciation') readClips(reading, element, own.id, of, media)
  }

  const named = forms.find(({ id }) => id === own.values.headwordForm)
  const headword = named ?? forms.find(({ id }) => id === headwordValues?.id) ?? forms[0]
  for (const [id, shape] of shapes) {
    const standard = id === headword?.id ? 'lexical-unit' : 'variant'
    if (shape !== standard) reading.residue.push(residueRow(id, ELEMENT_POSITION, shape))
  }
  return { forms, headword, media, elements }
}

interface Unit {
  readonly element: XmlElement
  /** Our own field of a form that is not the headword. */
  readonly packed: string
}

const mainForm = <Each extends Unit>(
  { tags }: EntryReading,
  units: readonly Each[],
): Each | undefined => {
  const open = units.filter(({ packed }) => packed === '')
  const written = open.filter(({ element }) => !isPhonetic(langOf(element)))
  return (
    written.find(({ element }) => tags.isVernacular(langOf(element))) ??
    written[0] ??
    open[0] ??
    units[0]
  )
}

const langOf = ({ attributes }: XmlElement): string => attributes.lang ?? ''

/** `<annotation name="rong" value="…"/>` of a form beside others in one element. */
const annotationOf = (reading: EntryReading, form: XmlElement): string => {
  const found = elementsIn(form, 'annotation').find(({ attributes }) => attributes.name === 'rong')
  if (found !== undefined) reading.slots.set(found, PASSED_OVER)
  return found?.attributes.value ?? ''
}

const formOf = (
  reading: EntryReading,
  element: XmlElement,
  { values, id }: OwnValues,
  entry: string,
): Form => {
  const { attribution, tags, orthography } = reading
  const text = textOf(element)
  const lang = langOf(element)
  const phonetic =
    values.kind === undefined && (isPhonetic(lang) || hasPhoneticSigns(text, orthography))
  const form = {
    variety: tags.varietyOf(lang) ?? attribution.variety,
    kind: phonetic ? 'transcription' : 'spelling',
    notation: phonetic ? tags.notationOf(lang) : undefined,
    source: attribution.source,
    sourceRow: reading.row,
    licence: attribution.licence,
    reviewState: attribution.reviewState,
    ...values,
    id: id as FormId,
    entry: entry as EntryId,
    text,
  }
  return defined(form) as Form
}

const readClips = (
  reading: EntryReading,
  pronunciation: XmlElement,
  entry: string,
  form: Form | undefined,
  media: Media[],
): void => {
  for (const element of elementsIn(pronunciation, 'media')) {
    const path = pathOf(element.attributes.href ?? '')
    if (path === undefined) continue
    if (!reading.hasMedia(path)) {
      reportMissingMedia(reading, element, path)
      continue
    }
    const alone = form === undefined && !reading.slots.has(pronunciation)
    const clip = mediaOf(reading, element, path, 'audio', entry, form?.id, media.length + 1)
    media.push(clip)
    if (alone) {
      reading.slots.set(pronunciation, clip.id).set(element, 'media')
    } else {
      reading.slots.set(element, clip.id)
      reading.residue.push(residueRow(clip.id, ELEMENT_POSITION, '+'))
    }
  }
}

/** What LIFT does not say of a recording or picture stands in its caption, in a writing system of our own. */
export const mediaOf = (
  reading: EntryReading,
  element: XmlElement,
  path: string,
  kind: Media['kind'],
  entry: string,
  form: string | undefined,
  nth: number,
): Media => {
  const { attribution, slots } = reading
  const label = firstElement(element, 'label')
  const own = label && elementsIn(label, 'form').find((each) => isOurs(each))
  if (label !== undefined) slots.set(label, 'label')
  if (own !== undefined) slots.set(own, PASSED_OVER)
  const text = own === undefined ? '' : textOf(own)
  const { values, id } = readOwnText(reading, 'media', text, element, `-m${nth}`)
  const media = {
    form,
    kind,
    sha256: '',
    variety: attribution.variety,
    source: attribution.source,
    licence: attribution.licence,
    reviewState: attribution.reviewState,
    ...values,
    id: id as MediaId,
    entry: entry as EntryId,
    path,
  }
  return defined(media) as Media
}

const isOurs = (form: XmlElement): boolean => langOf(form) === OWN_WRITING_SYSTEM

import type { Example } from '../../lexicon/example'
import type { EntryId, ExampleId, SenseId } from '../../lexicon/ids'
import type { Media } from '../../lexicon/media'
import type { Sense } from '../../lexicon/sense'
import { elementsIn, firstElement, type XmlElement } from '../xml/xml-element'
import { residueRow } from './difference'
import { pathOf } from './media-path'
import { mediaOf } from './read-forms'
import {
  defined,
  type EntryReading,
  formsIn,
  readOwn,
  report,
  reportMissingMedia,
  textOf,
} from './reading'
import { DEPTH_POSITION, ELEMENT_POSITION } from './records'
import { isLanguage } from './tags'

export interface ReadSenses {
  readonly senses: Sense[]
  readonly examples: Example[]
  readonly media: Media[]
  /** Each sense with its element. */
  readonly elements: { readonly element: XmlElement; readonly sense: Sense }[]
}

/** The senses of an entry and the senses within them, in the order of the file. `clips`: how many media came before. */
export const readSenses = (
  reading: EntryReading,
  entry: XmlElement,
  entryId: string,
  clips: number,
): ReadSenses => {
  const found: ReadSenses = { senses: [], examples: [], media: [], elements: [] }
  const walk = (parent: XmlElement, name: string, depth: number): void => {
    for (const element of elementsIn(parent, name)) {
      const sense = readSense(reading, element, entryId, found.senses.length + 1)
      found.senses.push(sense)
      found.elements.push({ element, sense })
      reading.slots.set(element, sense.id)
      if (depth > 0) reading.residue.push(residueRow(sense.id, DEPTH_POSITION, String(depth)))
      readExamples(reading, element, sense, found)
      readPictures(reading, element, entryId, found, clips)
      walk(element, 'subsense', depth + 1)
    }
  }
  walk(entry, 'sense', 0)
  return found
}

const readSense = (
  reading: EntryReading,
  element: XmlElement,
  entry: string,
  nth: number,
): Sense => {
  const { attribution } = reading
  const { values, id } = readOwn(reading, 'sense', element, `-s${nth}`)
  const sense = {
    topics: [],
    source: attribution.source,
    sourceRow: reading.row,
    licence: attribution.licence,
    reviewState: attribution.reviewState,
    ...values,
    id: id as SenseId,
    entry: entry as EntryId,
    glossVi: readGlosses(reading, element, 'vi'),
    glossEn: readGlosses(reading, element, 'en'),
    definitionVi: readDefinition(reading, element),
    partOfSpeech: readPartOfSpeech(reading, element),
    semanticDomain: readDomain(reading, element),
    note: readNote(reading, element),
  }
  return defined(sense) as Sense
}

const readGlosses = ({ slots }: EntryReading, sense: XmlElement, language: string): string[] => {
  const glosses: string[] = []
  for (const element of elementsIn(sense, 'gloss')) {
    const text = textOf(element)
    if (text === '' || !isLanguage(element.attributes.lang, language)) continue
    glosses.push(text)
    slots.set(element, `gloss-${language}-${glosses.length}`)
  }
  return glosses
}

const readDefinition = ({ slots }: EntryReading, sense: XmlElement): string | undefined => {
  const element = firstElement(sense, 'definition')
  if (element === undefined) return undefined
  const form = formsIn(element).find(({ attributes }) => isLanguage(attributes.lang, 'vi'))
  if (form === undefined) return undefined
  slots.set(element, 'definition').set(form, 'form')
  return textOf(form)
}

/** The first note of no type, in Vietnamese if it is in several languages. */
export const readNote = ({ slots }: EntryReading, parent: XmlElement): string | undefined => {
  for (const note of elementsIn(parent, 'note')) {
    if (note.attributes.type !== undefined) continue
    const forms = formsIn(note)
    const form = forms.find(({ attributes }) => isLanguage(attributes.lang, 'vi')) ?? forms[0]
    if (form === undefined) continue
    slots.set(note, 'note').set(form, 'form')
    return textOf(form)
  }
  return undefined
}

const readPartOfSpeech = (reading: EntryReading, sense: XmlElement): Sense['partOfSpeech'] => {
  const element = firstElement(sense, 'grammatical-info')
  if (element === undefined) return undefined
  const value = element.attributes.value ?? ''
  const code = reading.partOfSpeechOf(value)
  if (code !== undefined) reading.slots.set(element, 'pos')
  else if (value !== '') report(reading, element, 'grammatical-info', value)
  return code
}

const DOMAIN_TRAITS = /^semantic[-_]domain(-ddp4)?$/

const readDomain = (reading: EntryReading, sense: XmlElement): Sense['semanticDomain'] => {
  let domain: Sense['semanticDomain']
  for (const element of elementsIn(sense, 'trait')) {
    const { name = '', value = '' } = element.attributes
    if (!DOMAIN_TRAITS.test(name)) continue
    const found = reading.domainOf(value)
    if (found === undefined) report(reading, element, name, value)
    if (found === undefined || domain !== undefined) continue
    domain = found
    reading.slots.set(element, 'domain')
  }
  return domain
}

const readExamples = (
  reading: EntryReading,
  parent: XmlElement,
  sense: Sense,
  { senses, examples }: ReadSenses,
): void => {
  const { attribution, tags, slots } = reading
  const nthSense = senses.length
  let nth = 0
  for (const element of elementsIn(parent, 'example')) {
    const forms = formsIn(element)
    const form =
      forms.find(({ attributes }) => tags.isVernacular(attributes.lang ?? '')) ?? forms[0]
    if (form === undefined) continue
    nth++
    const suffix = `-s${nthSense}-x${nth}`
    const { values, id } = readOwn(reading, 'example', element, suffix)
    slots.set(element, id).set(form, 'form')
    const example = {
      variety: tags.varietyOf(form.attributes.lang ?? '') ?? attribution.variety,
      source: attribution.source,
      sourceRow: element.attributes.source ?? reading.row,
      licence: attribution.licence,
      reviewState: attribution.reviewState,
      ...values,
      id: id as ExampleId,
      sense: sense.id,
      text: textOf(form),
      ...readTranslation(reading, element),
    }
    examples.push(defined(example) as Example)
  }
}

/** The first translation into one of our languages; those of other kinds stay as they are. */
const readTranslation = (
  { slots }: EntryReading,
  example: XmlElement,
): Pick<Example, 'translationVi' | 'translationEn'> => {
  for (const element of elementsIn(example, 'translation')) {
    const forms = formsIn(element)
    const vi = forms.find(({ attributes }) => isLanguage(attributes.lang, 'vi'))
    const en = forms.find(({ attributes }) => isLanguage(attributes.lang, 'en'))
    if (vi === undefined && en === undefined) continue
    slots.set(element, 'translation')
    if (vi !== undefined) slots.set(vi, 'form-vi')
    if (en !== undefined) slots.set(en, 'form-en')
    return {
      ...(vi !== undefined && { translationVi: textOf(vi) }),
      ...(en !== undefined && { translationEn: textOf(en) }),
    }
  }
  return {}
}

const readPictures = (
  reading: EntryReading,
  sense: XmlElement,
  entry: string,
  { senses, media }: ReadSenses,
  clips: number,
): void => {
  for (const element of elementsIn(sense, 'illustration')) {
    const path = pathOf(element.attributes.href ?? '')
    if (path === undefined) continue
    if (!reading.hasMedia(path)) {
      reportMissingMedia(reading, element, path)
      continue
    }
    const nth = clips + media.length + 1
    const picture = mediaOf(reading, element, path, 'picture', entry, undefined, nth)
    media.push(picture)
    reading.slots.set(element, picture.id)
    if (senses.length > 1)
      reading.residue.push(residueRow(picture.id, ELEMENT_POSITION, `sense-${senses.length}`))
  }
}

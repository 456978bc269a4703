import type { Entry } from '../../lexicon/entry'
import type { Form } from '../../lexicon/form'
import {
  type ConceptId,
  EDITOR,
  type EntryId,
  type FormId,
  type Notation,
  type PracticeCode,
  type SenseId,
} from '../../lexicon/ids'
import type { Residue } from '../../lexicon/retired'
import type { Sense } from '../../lexicon/sense'
import { createOrthography } from '../../text/orthography'
import { hasPhoneticSigns } from '../../text/transcription'
import type { AddedEntry } from '../cldf/add-entry'
import { splitForms } from '../cldf/split-forms'
import type { ReadContext } from '../format'
import { elementsIn, textIn, type XmlElement } from '../xml/xml-element'
import { CONCEPT_BY_PROMPT } from './prompts'

export const RESIDUE_FORMAT = 'abvd'

/** A record of a list as records of ours; `entry` and `sense` are those of its first form. */
export interface ListWord {
  readonly entry: Entry
  readonly forms: readonly Form[]
  readonly sense: Sense
  readonly residue: readonly Residue[]
  readonly added: AddedEntry
}

/** Makes words of records; `to`: the entry that the forms are added to. */
export const createWords = (
  { settings, attribution, mapping }: ReadContext,
  variety: Entry['variety'],
): ((record: XmlElement, id: string, item: string, to: AddedEntry) => ListWord) => {
  const orthography = createOrthography({
    graphemes: settings.graphemes.map(({ value }) => value),
    equivalences: settings.equivalences.map(({ value }) => value),
  })
  const practice = mapping.get('practice') as PracticeCode | undefined
  const notation = mapping.get('notation') as Notation | undefined
  const separator = mapping.get('form-separator')
  const labelById = new Map<string, string>(
    settings.shared.concepts.map(({ value }) => [value.id, value.labelVi]),
  )
  const { source, licence, reviewState } = attribution
  return (record, id, item, to) => {
    const { base } = to
    const entry = base as EntryId
    const terms = { source, sourceRow: id, licence, reviewState }
    const forms = splitForms(item, separator).map((part, index): Form => {
      const isTranscription =
        notation !== undefined ||
        (practice === undefined && hasPhoneticSigns(part.text, orthography))
      return {
        id: `${base}-f${to.forms + index + 1}` as FormId,
        entry,
        variety,
        kind: isTranscription ? 'transcription' : 'spelling',
        ...(practice !== undefined && !isTranscription && { practice }),
        ...(notation !== undefined && { notation }),
        ...part,
        ...terms,
      }
    })
    const gloss = cell(record, 'word')
    const note = cell(record, 'annotation')
    const prompt = cell(record, 'word_id') ?? ''
    // A remark may narrow the meaning, so that the concept of the prompt is not the word's.
    const usual = note === undefined ? CONCEPT_BY_PROMPT.get(prompt) : undefined
    const concept = mapping.get(`concept@${prompt}`) ?? usual
    const label = concept === undefined ? undefined : labelById.get(concept)
    return {
      entry: {
        id: entry,
        number: 0,
        variety,
        headwordForm: `${base}-f1` as FormId,
        headword: forms[0]?.text ?? item,
        foreignId: id,
      },
      forms,
      sense: {
        id: `${base}-s1` as SenseId,
        entry,
        glossVi: label === undefined ? [] : [label],
        ...(label !== undefined && { glossViSource: EDITOR }),
        glossEn: gloss === undefined ? [] : [gloss],
        ...(gloss !== undefined && { sourceGloss: gloss }),
        ...(label !== undefined && { concept: concept as ConceptId }),
        topics: [],
        ...terms,
        ...(note !== undefined && { note }),
      },
      residue: elementsIn(record).flatMap((child): Residue[] => {
        const raw = textIn(child).trim()
        if (TAKEN.includes(child.name) || raw === '') return []
        const owner = `${base}-f${to.forms + 1}`
        return [{ owner, format: RESIDUE_FORMAT, position: child.name, raw }]
      }),
      added: { base, forms: to.forms + forms.length },
    }
  }
}

/** Parts of a record that fields hold. */
const TAKEN = ['id', 'word', 'item', 'annotation']

/** The text of a part of a record; none where it is empty. */
export const cell = (record: XmlElement, name: string): string | undefined => {
  const [part] = elementsIn(record, name)
  const text = part === undefined ? '' : textIn(part).trim()
  return text === '' ? undefined : text
}

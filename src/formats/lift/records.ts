import { ENTRY_FIELDS, type Entry } from '../../lexicon/entry'
import { EXAMPLE_FIELDS, type Example } from '../../lexicon/example'
import { FORM_FIELDS, type Form } from '../../lexicon/form'
import { MEDIA_FIELDS, type Media } from '../../lexicon/media'
import { RELATION_FIELDS, type Relation } from '../../lexicon/relation'
import { SENSE_FIELDS, type Sense } from '../../lexicon/sense'
import { type Columns, columnsOf } from './packed'

/** An entry with all that hangs on it, in the order of the dictionary. */
export interface EntryRecords {
  readonly entry: Entry
  readonly forms: readonly Form[]
  readonly senses: readonly Sense[]
  readonly examples: readonly Example[]
  /** From the entry or one of its senses. */
  readonly relations: readonly Relation[]
  readonly media: readonly Media[]
}

export type OwnField =
  | 'entry'
  /** The form of the headword, which stands in an element that has no fields. */
  | 'headword'
  | 'form'
  | 'sense'
  | 'example'
  | 'relation'
  | 'media'

/**
 * For each kind of record, the field of our own that holds what LIFT has no place for.
 * `class`: FLEx's name of what may have such a custom field.
 */
export const OWN_FIELDS: Readonly<
  Record<OwnField, { readonly type: string; readonly class?: string; readonly columns: Columns }>
> = {
  entry: {
    type: 'rong-entry',
    class: 'LexEntry',
    columns: columnsOf(ENTRY_FIELDS, new Set(['homograph', 'note'])),
  },
  headword: {
    type: 'rong-headword',
    class: 'LexEntry',
    columns: columnsOf(FORM_FIELDS, new Set(['entry', 'text'])),
  },
  form: {
    type: 'rong-form',
    class: 'MoForm',
    columns: columnsOf(FORM_FIELDS, new Set(['entry', 'text'])),
  },
  sense: {
    type: 'rong-sense',
    class: 'LexSense',
    columns: columnsOf(
      SENSE_FIELDS,
      new Set([
        'entry',
        'glossVi',
        'glossEn',
        'definitionVi',
        'partOfSpeech',
        'semanticDomain',
        'note',
      ]),
    ),
  },
  example: {
    type: 'rong-example',
    class: 'LexExampleSentence',
    columns: columnsOf(
      EXAMPLE_FIELDS,
      new Set(['sense', 'text', 'translationVi', 'translationEn']),
    ),
  },
  relation: {
    type: 'rong-relation',
    columns: columnsOf(RELATION_FIELDS, new Set(['kind', 'from', 'to'])),
  },
  media: {
    type: 'rong-media',
    columns: columnsOf(MEDIA_FIELDS, new Set(['entry', 'path'])),
  },
}

/** FLEx's name of the list of semantic domains. */
export const DOMAIN_TRAIT = 'semantic-domain-ddp4'

/** Residue of every kind, and what of it could not be put back, as JSON. */
export const RESIDUE_FIELD = 'rong-residue'
/** Why an entry was refused. */
export const REFUSED_NOTE = 'rong-refused'
/** The writing system of our own field in a caption, and in the description of a file. */
export const OWN_WRITING_SYSTEM = 'qaa-x-rong'

/** Positions of residue that say how a record stood in the file, where that is not how we would put it. */
export const ELEMENT_POSITION = 'element'
export const DEPTH_POSITION = 'depth'
/** A part of our own field that is under no header of ours. */
export const PART_POSITION = 'part'

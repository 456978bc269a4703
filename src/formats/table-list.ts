import {
  CONCEPT_FIELDS,
  type Code,
  type Concept,
  LICENCE_FIELDS,
  type LicenceRow,
  NOTATION_FIELDS,
  type NotationRow,
  PART_OF_SPEECH_FIELDS,
  SEMANTIC_DOMAIN_FIELDS,
  TOPIC_FIELDS,
  type TopicRow,
} from '../lexicon/concept'
import { ENTRY_FIELDS, type Entry } from '../lexicon/entry'
import { EXAMPLE_FIELDS, type Example } from '../lexicon/example'
import type { FieldsOf } from '../lexicon/field'
import { FORM_FIELDS, type Form } from '../lexicon/form'
import type { PartOfSpeech, SemanticDomain } from '../lexicon/ids'
import { LEDGER_FIELDS, type LedgerRow } from '../lexicon/ledger'
import { MEDIA_FIELDS, type Media } from '../lexicon/media'
import {
  EQUIVALENCE_FIELDS,
  type EquivalenceRow,
  GRAPHEME_FIELDS,
  type GraphemeRow,
} from '../lexicon/orthography-row'
import { RELATION_FIELDS, type Relation } from '../lexicon/relation'
import { RESIDUE_FIELDS, RETIRED_FIELDS, type Residue, type Retired } from '../lexicon/retired'
import { REVIEW_FIELDS, type Review } from '../lexicon/review'
import { SENSE_FIELDS, type Sense } from '../lexicon/sense'
import { VARIETY_FIELDS, type Variety } from '../lexicon/variety'

/** A CSV file of the data folder. */
export interface Table<Value> {
  readonly file: string
  readonly fields: FieldsOf<Value>
  /** How rows are sorted when written: by id; by place in the alphabet; as they came, where the order says something. */
  readonly order: 'id' | 'alphabet' | 'kept'
}

/** What the tables of a language hold, named as in `Lexicon`. */
export interface LanguageRows {
  readonly varieties: Variety
  readonly graphemes: GraphemeRow
  readonly equivalences: EquivalenceRow
  readonly entries: Entry
  readonly forms: Form
  readonly senses: Sense
  readonly examples: Example
  readonly relations: Relation
  readonly media: Media
  readonly reviews: Review
  readonly retired: Retired
  readonly residue: Residue
  readonly ledger: LedgerRow
}

export const LANGUAGE_TABLES: { readonly [Name in keyof LanguageRows]: Table<LanguageRows[Name]> } =
  {
    varieties: { file: 'varieties.csv', fields: VARIETY_FIELDS, order: 'id' },
    graphemes: { file: 'orthography.csv', fields: GRAPHEME_FIELDS, order: 'alphabet' },
    equivalences: { file: 'equivalences.csv', fields: EQUIVALENCE_FIELDS, order: 'id' },
    entries: { file: 'entries.csv', fields: ENTRY_FIELDS, order: 'id' },
    forms: { file: 'forms.csv', fields: FORM_FIELDS, order: 'id' },
    senses: { file: 'senses.csv', fields: SENSE_FIELDS, order: 'id' },
    examples: { file: 'examples.csv', fields: EXAMPLE_FIELDS, order: 'id' },
    relations: { file: 'relations.csv', fields: RELATION_FIELDS, order: 'id' },
    media: { file: 'media.csv', fields: MEDIA_FIELDS, order: 'id' },
    reviews: { file: 'reviews.csv', fields: REVIEW_FIELDS, order: 'kept' },
    retired: { file: 'retired.csv', fields: RETIRED_FIELDS, order: 'id' },
    residue: { file: 'residue.csv', fields: RESIDUE_FIELDS, order: 'kept' },
    ledger: { file: 'ledger.csv', fields: LEDGER_FIELDS, order: 'kept' },
  }

/** Forms under a share-alike licence, in a file of their own; the one table a language may lack. */
export const SHARE_ALIKE_FORMS: Table<Form> = {
  file: 'forms-share-alike.csv',
  fields: FORM_FIELDS,
  order: 'id',
}

/** What the tables of data/shared hold, named as in `Shared`. */
export interface SharedRows {
  readonly partsOfSpeech: Code<PartOfSpeech>
  readonly semanticDomains: Code<SemanticDomain>
  readonly topics: TopicRow
  readonly concepts: Concept
  readonly notations: NotationRow
  readonly licences: LicenceRow
}

export const SHARED_TABLES: { readonly [Name in keyof SharedRows]: Table<SharedRows[Name]> } = {
  partsOfSpeech: { file: 'parts-of-speech.csv', fields: PART_OF_SPEECH_FIELDS, order: 'id' },
  semanticDomains: { file: 'semantic-domains.csv', fields: SEMANTIC_DOMAIN_FIELDS, order: 'id' },
  topics: { file: 'topics.csv', fields: TOPIC_FIELDS, order: 'id' },
  concepts: { file: 'concepts.csv', fields: CONCEPT_FIELDS, order: 'id' },
  notations: { file: 'notations.csv', fields: NOTATION_FIELDS, order: 'id' },
  licences: { file: 'licences.csv', fields: LICENCE_FIELDS, order: 'id' },
}

export const SHARED_FOLDER = 'shared'
export const LANGUAGE_FILE = 'language.json'
export const SOURCES_FILE = 'sources.bib'

import type { FieldsOf } from './field'
import type { ConceptId, Licence, Notation, PartOfSpeech, SemanticDomain, Topic } from './ids'
import { CONFIDENCES, type Confidence } from './variety'

/** A Concepticon concept: lines senses up across the four languages. */
export interface Concept {
  readonly id: ConceptId
  /** Concepticon's own gloss, in capitals. */
  readonly gloss: string
  readonly labelVi: string
  readonly labelEn: string
  readonly semanticDomain: SemanticDomain
}

export const CONCEPT_FIELDS = {
  id: { column: 'ID', kind: 'id', required: true },
  gloss: { column: 'Concepticon_Gloss', kind: 'text', required: true },
  labelVi: { column: 'Label_Vi', kind: 'text', required: true },
  labelEn: { column: 'Label_En', kind: 'text', required: true },
  semanticDomain: {
    column: 'Semantic_Domain',
    kind: 'reference',
    of: 'semantic-domain',
    required: true,
  },
} as const satisfies FieldsOf<Concept>

/** A code of one of the small shared tables, with its names. */
export interface Code<Id extends string> {
  readonly id: Id
  readonly nameVi: string
  readonly nameEn: string
}

export const PART_OF_SPEECH_FIELDS = {
  id: { column: 'ID', kind: 'id', required: true },
  nameVi: { column: 'Name_Vi', kind: 'text', required: true },
  nameEn: { column: 'Name_En', kind: 'text', required: true },
} as const satisfies FieldsOf<Code<PartOfSpeech>>

export const SEMANTIC_DOMAIN_FIELDS = {
  id: { column: 'ID', kind: 'id', required: true },
  nameVi: { column: 'Name_Vi', kind: 'text', required: true },
  nameEn: { column: 'Name_En', kind: 'text', required: true },
} as const satisfies FieldsOf<Code<SemanticDomain>>

/** A theme of the school programme. */
export interface TopicRow extends Code<Topic> {
  /** Grades as the programme gives them (`1-5`); none: it does not say. */
  readonly grades?: string
  readonly source: string
  readonly confidence: Confidence
}

export const TOPIC_FIELDS = {
  id: { column: 'ID', kind: 'id', required: true },
  nameVi: { column: 'Name_Vi', kind: 'text', required: true },
  nameEn: { column: 'Name_En', kind: 'text', required: true },
  grades: { column: 'Grades', kind: 'text' },
  source: { column: 'Source', kind: 'text', required: true },
  confidence: { column: 'Confidence', kind: 'choice', required: true, choices: CONFIDENCES },
} as const satisfies FieldsOf<TopicRow>

/** A way of writing sounds down. Where several transcriptions compete, the lowest rank is preferred. */
export interface NotationRow extends Code<Notation> {
  readonly rank: number
  readonly note?: string
}

export const NOTATION_FIELDS = {
  id: { column: 'ID', kind: 'id', required: true },
  nameVi: { column: 'Name_Vi', kind: 'text', required: true },
  nameEn: { column: 'Name_En', kind: 'text', required: true },
  rank: { column: 'Rank', kind: 'number', required: true },
  note: { column: 'Note', kind: 'text' },
} as const satisfies FieldsOf<NotationRow>

export interface LicenceRow extends Code<Licence> {
  readonly url: string
  /** `yes`: may stand in a pack. `apart`: share-alike, in a section of its own. `no`: may not be published. */
  readonly publish: 'yes' | 'apart' | 'no'
}

export const LICENCE_FIELDS = {
  id: { column: 'ID', kind: 'id', required: true },
  nameVi: { column: 'Name_Vi', kind: 'text', required: true },
  nameEn: { column: 'Name_En', kind: 'text', required: true },
  url: { column: 'URL', kind: 'text', required: true },
  publish: { column: 'Publish', kind: 'choice', required: true, choices: ['yes', 'apart', 'no'] },
} as const satisfies FieldsOf<LicenceRow>

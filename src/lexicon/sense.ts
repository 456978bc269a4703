import type { FieldsOf } from './field'
import type {
  ConceptId,
  EntryId,
  Licence,
  PartOfSpeech,
  SemanticDomain,
  SenseId,
  SourceId,
  Topic,
} from './ids'
import { REVIEW_STATES, type ReviewState } from './review'

/** One meaning of an entry. */
export interface Sense {
  readonly id: SenseId
  readonly entry: EntryId
  /** Short equivalents in Vietnamese, the most natural first; regional equivalents follow (`ngô`, `bắp`). */
  readonly glossVi: readonly string[]
  /** The classifier said before the first gloss (`con` for `trâu`); never part of the gloss. */
  readonly classifierVi?: string
  /** Who wrote the Vietnamese gloss: a source, or `editor` (then it is editorial). */
  readonly glossViSource?: SourceId
  readonly glossEn: readonly string[]
  readonly glossEnSource?: SourceId
  /** The source's own gloss, to the letter. */
  readonly sourceGloss?: string
  readonly definitionVi?: string
  readonly concept?: ConceptId
  readonly semanticDomain?: SemanticDomain
  readonly topics: readonly Topic[]
  readonly partOfSpeech?: PartOfSpeech
  /** A source, or `editor` where it was inferred from the concept. */
  readonly partOfSpeechSource?: SourceId
  /** The source that attests this meaning, and its row. */
  readonly source: SourceId
  readonly sourceRow: string
  readonly licence: Licence
  readonly reviewState: ReviewState
  readonly note?: string
}

export const SENSE_FIELDS = {
  id: { column: 'ID', kind: 'id', required: true },
  entry: { column: 'Entry_ID', kind: 'reference', of: 'entry', required: true },
  glossVi: { column: 'Gloss_Vi', kind: 'list' },
  classifierVi: { column: 'Classifier_Vi', kind: 'text' },
  glossViSource: { column: 'Gloss_Vi_Source', kind: 'reference', of: 'source' },
  glossEn: { column: 'Gloss_En', kind: 'list' },
  glossEnSource: { column: 'Gloss_En_Source', kind: 'reference', of: 'source' },
  sourceGloss: { column: 'Source_Gloss', kind: 'text' },
  definitionVi: { column: 'Definition_Vi', kind: 'text' },
  concept: { column: 'Concept_ID', kind: 'reference', of: 'concept' },
  semanticDomain: { column: 'Semantic_Domain', kind: 'reference', of: 'semantic-domain' },
  topics: { column: 'Topics', kind: 'references', of: 'topic' },
  partOfSpeech: { column: 'Part_Of_Speech', kind: 'reference', of: 'part-of-speech' },
  partOfSpeechSource: { column: 'Part_Of_Speech_Source', kind: 'reference', of: 'source' },
  source: { column: 'Source', kind: 'reference', of: 'source', required: true },
  sourceRow: { column: 'Source_Row', kind: 'text', required: true },
  licence: { column: 'Licence', kind: 'reference', of: 'licence', required: true },
  reviewState: { column: 'Review_State', kind: 'choice', required: true, choices: REVIEW_STATES },
  note: { column: 'Note', kind: 'text' },
} as const satisfies FieldsOf<Sense>

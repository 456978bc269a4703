import type { FullEntry } from '../../src/lexicon/full-entry'
import type {
  ConceptId,
  EntryId,
  FormId,
  Licence,
  Notation,
  PartOfSpeech,
  SemanticDomain,
  SenseId,
  SourceId,
  Topic,
  VarietyId,
} from '../../src/lexicon/ids'

/** xd-00026: "two" in Sedang, Sidwell 2015, row sedang-190_two-1. */
export const sampleEntry: FullEntry = {
  entry: {
    id: 'xd-00026' as EntryId,
    number: 26,
    variety: 'sedang' as VarietyId,
    headwordForm: 'xd-f00056' as FormId,
    headword: 'pɛ̰ə',
  },
  forms: [
    {
      id: 'xd-f00056' as FormId,
      entry: 'xd-00026' as EntryId,
      variety: 'sedang' as VarietyId,
      kind: 'transcription',
      text: 'pɛ̰ə',
      notation: 'ipa-sidwell' as Notation,
      source: 'sidwell2015' as SourceId,
      sourceRow: 'sedang-190_two-1',
      licence: 'CC-BY-4.0' as Licence,
      reviewState: 'attested',
    },
  ],
  senses: [
    {
      id: 'xd-s00026' as SenseId,
      entry: 'xd-00026' as EntryId,
      glossVi: ['hai'],
      glossViSource: 'editor' as SourceId,
      glossEn: ['two'],
      glossEnSource: 'sidwell2015' as SourceId,
      sourceGloss: 'two',
      concept: '1498' as ConceptId,
      semanticDomain: 'quantity' as SemanticDomain,
      topics: ['so-dem' as Topic],
      partOfSpeech: 'num' as PartOfSpeech,
      partOfSpeechSource: 'editor' as SourceId,
      source: 'sidwell2015' as SourceId,
      sourceRow: 'sedang-190_two-1',
      licence: 'CC-BY-4.0' as Licence,
      reviewState: 'attested',
    },
  ],
  examples: [],
  relations: [],
  media: [],
}

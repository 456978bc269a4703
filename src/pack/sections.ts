import type { Code, Concept, LicenceRow, NotationRow, TopicRow } from '../lexicon/concept'
import type {
  ConceptId,
  EntryId,
  LanguageCode,
  Notation,
  PartOfSpeech,
  SemanticDomain,
  Topic,
  VarietyId,
} from '../lexicon/ids'
import type { Language } from '../lexicon/lexicon'
import type { EquivalenceRow, GraphemeRow } from '../lexicon/orthography-row'
import type { Retired } from '../lexicon/retired'
import type { ReviewState } from '../lexicon/review'
import type { Source } from '../lexicon/source'
import type { Variety } from '../lexicon/variety'

/**
 * What a pack is made of.
 *
 *     tier     section         holds
 *     first    meta            PackMeta, JSON: what a lookup needs to know of the language
 *              list            a ListRow an entry, by number
 *              keys            folded headword keys → entry numbers       (search/headword-keys)
 *              glosses         gloss syllables → entry numbers            (search/gloss-keys)
 *     full     about           PackAbout, JSON: names, sources, licences
 *              groups          Groups, JSON: concept, domain, topic, variety → entry numbers
 *              entries/N       a FullEntry an entry, by number: 512 N to 512 N + 511
 *              share-alike     forms under a share-alike licence, by entry number
 *     drafts   draft-list …    the same for every entry that has unconfirmed forms or senses; a row
 *                              here stands in for the row of the same number above
 *
 * `list`, `keys`, `glosses` and `groups` are derived from the entries and the orthography by pure
 * writers: same input, same bytes.
 */
export type Tier = 'first' | 'full' | 'drafts'

export type SectionName = string

export const tierOf = (name: SectionName): Tier =>
  name.startsWith('draft-')
    ? 'drafts'
    : name === 'meta' || name === 'list' || name === 'keys' || name === 'glosses'
      ? 'first'
      : 'full'

/** The `meta` section. */
export interface PackMeta {
  readonly code: LanguageCode
  readonly nameVi: string
  readonly nameEn: string
  readonly languageTag: string
  readonly release: string
  readonly graphemes: readonly GraphemeRow[]
  readonly equivalences: readonly EquivalenceRow[]
  readonly varieties: readonly Variety[]
  /** Preferred first: which of several transcriptions a result list shows. */
  readonly notationOrder: readonly Notation[]
  /** Marks the special-letter bar can put on a letter, as combining characters. */
  readonly barMarks: readonly string[]
  /** Entries in `list` that default results show; entries that only drafts add. */
  readonly entryCount: number
  readonly draftCount: number
}

/** The `about` section. */
export interface PackAbout {
  readonly language: Language
  readonly sources: readonly Source[]
  readonly licences: readonly LicenceRow[]
  readonly notations: readonly NotationRow[]
  readonly partsOfSpeech: readonly Code<PartOfSpeech>[]
  readonly semanticDomains: readonly Code<SemanticDomain>[]
  readonly topics: readonly TopicRow[]
  /** The concepts that occur in this pack. */
  readonly concepts: readonly PackConcept[]
  readonly retired: readonly Retired[]
  readonly counts: PackCounts
}

/** What is shown of a concept; its domain stands with the senses. */
export type PackConcept = Pick<Concept, 'id' | 'labelVi' | 'labelEn'>

/** Of what a pack shows by default; drafts counted apart. */
export interface PackCounts {
  readonly entries: number
  readonly forms: number
  readonly spellings: number
  readonly senses: number
  readonly concepts: number
  readonly examples: number
  readonly clips: number
  readonly draftForms: number
  readonly draftSenses: number
}

/** What a result list shows of an entry, without opening it. */
export interface ListRow {
  readonly number: number
  readonly id: EntryId
  readonly headword: string
  readonly headwordKind: 'spelling' | 'transcription'
  readonly homograph?: number
  readonly variety: VarietyId
  /** The preferred transcription of a spelled headword. */
  readonly transcription?: string
  readonly glossesVi: readonly string[]
  readonly classifierVi?: string
  readonly glossesEn: readonly string[]
  /** The weakest of what is shown. */
  readonly reviewState: ReviewState
  /** `compare`: every form was recorded elsewhere; shown on compare pages only. */
  readonly shown: 'default' | 'compare'
}

/** The `groups` section: entry numbers in ascending order. */
export interface Groups {
  readonly byConcept: Readonly<Record<ConceptId, readonly number[]>>
  readonly byDomain: Readonly<Record<SemanticDomain, readonly number[]>>
  readonly byTopic: Readonly<Record<Topic, readonly number[]>>
  readonly byVariety: Readonly<Record<VarietyId, readonly number[]>>
}

/** packs/index.json: what can be downloaded. Paths are relative to it. */
export interface PackIndex {
  readonly format: 1
  readonly packs: readonly PackListing[]
}

export interface PackListing {
  readonly language: LanguageCode
  readonly nameVi: string
  readonly nameEn: string
  readonly release: string
  readonly entryCount: number
  readonly draftCount: number
  /** SHA-256 of the pack's head (header and section table), hex: identifies the release's bytes. */
  readonly head: string
  /** The first bytes of the pack, up to the end of its `first` tier. */
  readonly starter: { readonly file: string; readonly bytes: number }
  /** One file a section of the `full` and `drafts` tiers: `stored` bytes as they stand in the pack. */
  readonly sections: readonly SectionListing[]
  /** The `first` and `full` tiers as one file (`.rong`): the pack up to its drafts. */
  readonly whole: { readonly file: string; readonly bytes: number }
  /** Row-level deltas that lead here, by the head they start from. */
  readonly deltas: readonly {
    readonly from: string
    readonly file: string
    readonly bytes: number
  }[]
  /** None: the dictionary has no recordings. */
  readonly audio?: AudioListing
}

/** Recordings, apart from the pack: which blocks there are stands in a file of its own (clip-index.ts). */
export interface AudioListing {
  readonly file: string
  readonly bytes: number
  /** Confirmed recordings, and the bytes of their blocks. */
  readonly clips: number
  readonly blockBytes: number
  /** Recordings that only drafts add. */
  readonly draftClips: number
}

export interface SectionListing {
  readonly name: SectionName
  readonly file: string
  readonly bytes: number
}

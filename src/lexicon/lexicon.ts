import type { Code, Concept, LicenceRow, NotationRow, TopicRow } from './concept'
import type { Entry } from './entry'
import type { Example } from './example'
import type { Form } from './form'
import type { LanguageCode, PartOfSpeech, PracticeCode, SemanticDomain } from './ids'
import type { LedgerRow } from './ledger'
import type { Media } from './media'
import type { EquivalenceRow, GraphemeRow } from './orthography-row'
import type { Place } from './problem'
import type { Relation } from './relation'
import type { Residue, Retired } from './retired'
import type { Review } from './review'
import type { Sense } from './sense'
import type { Source } from './source'
import type { Confidence, Variety } from './variety'

/** A record together with the row it was read from. */
export interface Row<Record> {
  readonly value: Record
  /** The place of one of its cells, by column header; without one, of the row. */
  readonly place: (column?: string) => Place
}

/** A way of spelling the language, named in language.json. */
export interface Practice {
  readonly id: PracticeCode
  readonly nameVi: string
  readonly nameEn: string
  /** What marks it, in words and letters. */
  readonly marks?: string
  readonly source: string
  readonly confidence: Confidence
}

/** A fact about the language that is not settled, for its "about" page. */
export interface OpenQuestion {
  readonly vi: string
  readonly en: string
}

/** language.json. */
export interface Language {
  readonly code: LanguageCode
  readonly nameVi: string
  readonly nameEn: string
  /** What its speakers call it, as the sources give it. */
  readonly autonyms: readonly string[]
  readonly iso639: string
  readonly glottocode: string
  /** BCP 47, for `lang` attributes. */
  readonly languageTag: string
  /** Its place where the dictionaries are listed, from 1. */
  readonly place: number
  /** Release of this dictionary: `2026.11.0`. */
  readonly release: string
  readonly aboutVi: string
  readonly aboutEn: string
  /** Where the alphabet comes from and how sure it is. */
  readonly alphabetNoteVi: string
  readonly alphabetNoteEn: string
  readonly alphabetConfidence: Confidence
  readonly practices: readonly Practice[]
  /** Marks the special-letter bar can put on the letter before the caret: `˘`, `´`, as combining characters. */
  readonly barMarks: readonly string[]
  readonly openQuestions: readonly OpenQuestion[]
}

/** The tables of data/shared. */
export interface Shared {
  readonly partsOfSpeech: readonly Row<Code<PartOfSpeech>>[]
  readonly semanticDomains: readonly Row<Code<SemanticDomain>>[]
  readonly topics: readonly Row<TopicRow>[]
  readonly concepts: readonly Row<Concept>[]
  readonly notations: readonly Row<NotationRow>[]
  readonly licences: readonly Row<LicenceRow>[]
}

/** A cell that holds something under no header, or under a header that no field explains. */
export interface UnexplainedCell {
  readonly at: Place
  readonly text: string
}

/** One dictionary, as its tables say it. Drafts and rejected rows are in it; what leaves it is for others to choose. */
export interface Lexicon {
  readonly language: Language
  readonly entries: readonly Row<Entry>[]
  /** All forms, those of forms-share-alike.csv among them. */
  readonly forms: readonly Row<Form>[]
  readonly senses: readonly Row<Sense>[]
  readonly examples: readonly Row<Example>[]
  readonly relations: readonly Row<Relation>[]
  readonly media: readonly Row<Media>[]
  /** SHA-256 in hex of each file under media/, by path; filled by whoever reads the files. */
  readonly mediaFiles: ReadonlyMap<string, string>
  readonly varieties: readonly Row<Variety>[]
  readonly graphemes: readonly Row<GraphemeRow>[]
  readonly equivalences: readonly Row<EquivalenceRow>[]
  readonly sources: readonly Row<Source>[]
  readonly reviews: readonly Row<Review>[]
  readonly retired: readonly Row<Retired>[]
  readonly residue: readonly Row<Residue>[]
  readonly ledger: readonly Row<LedgerRow>[]
  readonly unexplained: readonly UnexplainedCell[]
  readonly shared: Shared
}

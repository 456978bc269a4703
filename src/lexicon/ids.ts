declare const brand: unique symbol
type Brand<Name extends string> = { readonly [brand]: Name }

/**
 * Ids are opaque ASCII (`[A-Za-z0-9_-]+`), assigned once, never derived from form or gloss, never
 * reused. Only the parser of our own tables makes them from strings.
 */
export type EntryId = string & Brand<'EntryId'>
export type FormId = string & Brand<'FormId'>
export type SenseId = string & Brand<'SenseId'>
export type ExampleId = string & Brand<'ExampleId'>
export type RelationId = string & Brand<'RelationId'>
export type MediaId = string & Brand<'MediaId'>
export type ReviewId = string & Brand<'ReviewId'>

/** The folder of a dictionary under data/: `ba-na`, `gia-rai`, `xo-dang`, `gie-trieng`. */
export type LanguageCode = string & Brand<'LanguageCode'>
/** A row of the language's varieties.csv; the language as a whole is one of them. */
export type VarietyId = string & Brand<'VarietyId'>
/** A key of the language's sources.bib, or `editor`. */
export type SourceId = string & Brand<'SourceId'>
/** A practice named in language.json. */
export type PracticeCode = string & Brand<'PracticeCode'>

/** Codes of the tables in data/shared. */
export type PartOfSpeech = string & Brand<'PartOfSpeech'>
export type SemanticDomain = string & Brand<'SemanticDomain'>
export type Topic = string & Brand<'Topic'>
export type Notation = string & Brand<'Notation'>
export type Licence = string & Brand<'Licence'>
/** A Concepticon id, in digits (https://concepticon.clld.org). */
export type ConceptId = string & Brand<'ConceptId'>

/** What `ID` cells may hold. */
export const ID_PATTERN = /^[A-Za-z0-9_-]+$/

/** The source of what an editor of this dictionary wrote. */
export const EDITOR = 'editor' as SourceId

/**
 * Ids that a reader of foreign files gives to records that have none of ours: they tie the records of
 * one reading together (`new-12`, `new-12-s1`) and are replaced by lasting ones when the reading is taken in.
 */
export const PROVISIONAL_ID = /^new-/

import type { Licence, SourceId, VarietyId } from '../lexicon/ids'
import type { Lexicon } from '../lexicon/lexicon'
import type { Place, Problem } from '../lexicon/problem'
import type { ReviewState } from '../lexicon/review'
import type { ContentTable } from './content'

/** Content by path, with `/`; one file by its name. */
export type Files = ReadonlyMap<string, Uint8Array>

/**
 * A foreign way of writing a dictionary down. To add one: a file here named for its id that exports
 * a Format, a line in index.ts, and in test/fixtures/formats/<id>/ a file of that kind with the
 * lexicon it must give; written back, it must come out equal. What the format says and no field of
 * ours holds goes to `residue` with its position, and from there back into the file; what we say and
 * the format has no place for is written into a place of our own that its other users leave alone.
 */
export interface Format {
  /** Kebab-case: `lift`, `wide-csv`. */
  readonly id: string
  /** As its users call it. */
  readonly name: string
  /** Of its files, without the dot, the usual one first. */
  readonly extensions: readonly string[]
  /** Every fault is a problem with its place; nothing is thrown. */
  readonly read?: (files: Files, context: ReadContext) => Promise<ReadResult>
  /** The same bytes for the same lexicon. */
  readonly write?: (lexicon: Lexicon, context: WriteContext) => Promise<Files>
  /** The records of `files` that were refused, in the format itself, each with the reasons. */
  readonly writeRefused?: (files: Files, refused: readonly Refused[], say: Say) => Promise<Files>
}

/** What a reader is told beside the bytes. */
export interface ReadContext {
  /**
   * The dictionary that the file is read for: its settings (language, varieties, orthography,
   * sources, shared tables, reviews, retired ids, ledger) are those of the result. Its entries are not looked at.
   */
  readonly settings: Lexicon
  /** What holds where the file does not say. */
  readonly attribution: Attribution
  /** Column or marker of the file by field of ours: `gloss.vi` → `Vietnamese`. Formats without columns leave it alone. */
  readonly mapping: ReadonlyMap<string, string>
  /**
   * Whether there is a file by this path, so that a record can be made of it. Formats that keep lines
   * word for word keep one that names no file there is; without it, all are there.
   */
  readonly hasMedia?: (path: string) => boolean
}

/** Where records come from and under what terms, for those that do not say. */
export interface Attribution {
  readonly variety: VarietyId
  readonly source: SourceId
  readonly licence: Licence
  readonly reviewState: ReviewState
}

/** What reading gives: as much of a lexicon as could be read, and what was wrong. */
export interface ReadResult {
  /** Missing where so little could be read that there is nothing to hold the rest together. */
  readonly lexicon: Lexicon | undefined
  readonly problems: readonly Problem[]
  /** Records that are not in the lexicon. */
  readonly refused?: readonly Refused[]
  /** The lexicon as it was when the file was written by us, where the file tells: what to compare with. */
  readonly ancestor?: Lexicon
  /**
   * Whether the file has a place for a field (`senses`, `glossEn`), so that an empty one there was
   * emptied: a table without the column says nothing of it. None: what is empty says nothing.
   */
  readonly carries?: (table: ContentTable, property: string) => boolean
}

/** A record of a file that could not be taken. */
export interface Refused {
  /** Where the record begins: file, line and row tell it from every other. */
  readonly at: Place
  readonly problems: readonly Problem[]
}

/** A problem as a sentence. */
export type Say = (problem: Problem) => string

export interface WriteContext {
  /** Whether unconfirmed records are written by formats that are made for readers; those for editors have all. */
  readonly drafts?: boolean
  /** Makes a SQLite file; its engine is no part of the pure folders. Formats that are one need it. */
  readonly sqlite?: MakeSqlite
  /** Bytes of a file under media/, where the format carries media; none: it is left out. */
  readonly media?: (path: string) => Uint8Array | undefined
}

/** The bytes of a database after the statements, in their order. */
export type MakeSqlite = (statements: readonly SqlStatement[]) => Promise<Uint8Array>

/** One statement, run once for each row of parameters, or once without. */
export interface SqlStatement {
  readonly sql: string
  readonly rows?: readonly (readonly (string | number)[])[]
}

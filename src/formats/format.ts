import type { Lexicon } from '../lexicon/lexicon'
import type { Problem } from '../lexicon/problem'

/**
 * A foreign way of writing a dictionary down. To add one: a file here named for its id that exports
 * a Format, and in test/fixtures/formats/<id>/ a file of that kind with the lexicon it must give;
 * written back, it must come out equal. What the format says and no field of ours holds goes to
 * `residue` with its position, and from there back into the file.
 */
export interface Format {
  /** Kebab-case: `lift`, `wide-csv`. */
  readonly id: string
  /** As its users call it. */
  readonly name: string
  /** Of its files, without the dot. */
  readonly extensions: readonly string[]
  /** `files`: content by path. Every fault is a problem with its place; nothing is thrown. */
  readonly read?: (files: ReadonlyMap<string, Uint8Array>) => ReadResult
  readonly write?: (lexicon: Lexicon) => ReadonlyMap<string, Uint8Array>
}

/** What reading gives: as much of a lexicon as could be read, and what was wrong. */
export interface ReadResult {
  /** Missing where so little could be read that there is nothing to hold the rest together. */
  readonly lexicon: Lexicon | undefined
  readonly problems: readonly Problem[]
}

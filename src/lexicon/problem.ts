export type Severity = 'error' | 'warning'

/** Where in the linguist's own file. */
export interface Place {
  /** Path from the data folder, with `/`: `ba-na/entries.csv`. */
  readonly file: string
  /** Physical line, from 1: what an editor and git show. */
  readonly line: number
  /** Row as a spreadsheet shows it; the header is row 1. */
  readonly row: number
  /** Column header; none: the whole row or file. */
  readonly column?: string
}

/**
 * Why a file, or the row at the place, cannot be read as what it should be. `row-length`: fewer
 * cells than the header has. `wrong-shape`: JSON of another shape than the file needs. `nul`: a
 * character no text has. `document-type`: XML that declares entities. `unsafe-path`: an archive that
 * would write outside its folder. `wrong-format`: another format than was named or the name promises.
 */
export type UnreadableReason =
  | 'not-utf-8'
  | 'byte-order-mark'
  | 'carriage-returns'
  | 'empty'
  | 'quotes'
  | 'row-length'
  | 'not-json'
  | 'wrong-shape'
  | 'not-bibtex'
  | 'nul'
  | 'not-xml'
  | 'document-type'
  | 'too-deep'
  | 'too-large'
  | 'not-zip'
  | 'unsafe-path'
  | 'wrong-format'

/** What is wrong with a recording; audio/judge-clip.ts finds them. */
export type RecordingFault =
  | 'silent'
  | 'clipped'
  | 'too-quiet'
  | 'noisy'
  | 'too-long'
  | 'several-words'
  | 'cut-off'
  | 'low-rate'

/**
 * Why a file cannot be mastered as a recording. `broken`: it begins as sound and cannot be decoded.
 * `video`: it has moving pictures, to which nobody consented. `long`: a tape, not a word.
 */
export type NoRecordingReason = 'empty' | 'no-sound' | 'broken' | 'video' | 'long'

/**
 * One thing wrong with the data. Problems are values: collected, sorted and shown all at once, never
 * thrown, because a linguist mends a file, not a line.
 */
export type Problem = { readonly severity: Severity; readonly at: Place } & (
  | {
      readonly code: 'unreadable-file'
      readonly reason: UnreadableReason
      /** What was found, in the file's own characters or the parser's words; may be empty. */
      readonly detail: string
      /** Of `wrong-format`: the format it is, where that is known. */
      readonly found?: string
    }
  | { readonly code: 'missing-file' }
  | { readonly code: 'missing-column'; readonly missing: string }
  | { readonly code: 'missing-value' }
  | { readonly code: 'not-a-number'; readonly given: string }
  | { readonly code: 'not-a-choice'; readonly given: string; readonly known: readonly string[] }
  | { readonly code: 'unexplained-cell'; readonly given: string }
  | {
      /** In imports: a number that is not taken from files, and the one that stays. */
      readonly code: 'number-not-taken'
      readonly given: string
      readonly kept: string
    }
  | { readonly code: 'malformed-id'; readonly given: string }
  | { readonly code: 'duplicate-id'; readonly given: string; readonly first: Place }
  | { readonly code: 'duplicate-number'; readonly given: number; readonly first: Place }
  | { readonly code: 'empty-headword' }
  | { readonly code: 'headword-not-its-form'; readonly headword: string; readonly form: string }
  | { readonly code: 'duplicate-entry'; readonly headword: string; readonly first: Place }
  | { readonly code: 'homograph-numbers'; readonly headword: string; readonly given: string }
  | { readonly code: 'entry-without-form' }
  | { readonly code: 'entry-without-sense' }
  | {
      readonly code: 'dangling-reference'
      readonly given: string
      readonly target: string
      /** In imports: the headword of the entry meant, which is in the file and was not taken. */
      readonly leftOut?: string
    }
  | {
      readonly code: 'letter-outside-orthography'
      readonly letter: string
      readonly form: string
      /** What was probably meant. */
      readonly intended?: string
    }
  | { readonly code: 'mark-order'; readonly given: string; readonly canonical: string }
  | {
      readonly code:
        | 'unknown-part-of-speech'
        | 'unknown-semantic-domain'
        | 'unknown-topic'
        | 'unknown-variety'
        | 'unknown-practice'
        | 'unknown-notation'
        | 'unknown-concept'
      readonly given: string
      readonly known: readonly string[]
    }
  | { readonly code: 'sense-without-vietnamese-gloss' }
  | { readonly code: 'without-source'; readonly given: string }
  | { readonly code: 'without-licence'; readonly given: string }
  | { readonly code: 'licence-not-publishable'; readonly given: string }
  | { readonly code: 'share-alike-not-apart'; readonly given: string }
  | { readonly code: 'transcription-without-notation' }
  | { readonly code: 'review-without-row'; readonly state: string }
  | { readonly code: 'review-of-nothing'; readonly given: string }
  | { readonly code: 'media-missing'; readonly path: string }
  | { readonly code: 'media-hash'; readonly path: string; readonly found: string }
  | { readonly code: 'ledger-broken'; readonly given: string }
  | { readonly code: 'gloss-equals-headword'; readonly given: string }
  | { readonly code: 'tone-mark-place'; readonly given: string; readonly canonical: string }
  | { readonly code: 'example-without-translation' }
  | { readonly code: 'example-without-headword'; readonly headword: string }
  | { readonly code: 'relation-not-mutual'; readonly given: string; readonly kind: string }
  | { readonly code: 'media-unreferenced'; readonly path: string }
  | {
      readonly code: 'number-words'
      readonly given: string
      /** What the glosses say, and what the concept is. */
      readonly said: number
      readonly meant: number
    }
  | { readonly code: 'record-without-headword'; readonly given: string }
  | { readonly code: 'duplicate-column'; readonly given: string }
  | { readonly code: 'unknown-column'; readonly given: string; readonly known: readonly string[] }
  | {
      /** Kept as residue: no field of ours holds it, or no code means it. */
      readonly code: 'value-not-understood'
      readonly given: string
      readonly field: string
    }
  | { readonly code: 'ffmpeg-missing' }
  | { readonly code: 'no-recording'; readonly reason: NoRecordingReason }
  | { readonly code: 'recording-fault'; readonly fault: RecordingFault }
  | {
      /** No entry goes by the name of the file, nor by what the list says of it. */
      readonly code: 'recording-without-entry'
      readonly given: string
      /** Headwords that are written nearly so. */
      readonly near: readonly string[]
    }
  | {
      readonly code: 'recording-of-several'
      readonly given: string
      /** Id and gloss of each entry that it may be. */
      readonly candidates: readonly string[]
    }
  | {
      /** The same recording is there already: in the dictionary, or under another name beside it. */
      readonly code: 'recording-twice'
      /** An id of media.csv, or a file. */
      readonly first: string
      /** It goes there by another word: a file of the same folder, or the row of `first`. */
      readonly elsewhere?: 'file' | 'row'
    }
  | {
      /** A line of the list names a file that is not in the folder. */
      readonly code: 'recording-missing'
      readonly given: string
    }
  | {
      /** What a list says of a file is not clear: several files are called so, or another line speaks of it. */
      readonly code: 'recording-listed'
      readonly given: string
      /** The files that may be meant. */
      readonly files: readonly string[]
      readonly first?: Place
    }
  | { readonly code: 'recording-without-consent' }
  | { readonly code: 'not-a-date'; readonly given: string }
)

export type ProblemCode = Problem['code']

/** What we use of csv-parse. Its own declarations bring all of Node's into the pure folders. */

/** A record, and where the reader stood when it was complete. */
export interface ParsedRecord {
  readonly record: readonly string[]
  /** `lines`: the last physical line of the record, from 1. */
  readonly info: { readonly lines: number }
}

/** Throws a an Error with the physical line it stopped at in `lines`. */
export declare function parse(
  text: string,
  options: {
    readonly info: true
    readonly relax_column_count: true
    readonly record_delimiter: readonly string[]
  },
): ParsedRecord[]

/** Throws an Error with its kind in `code` and, in `records`, how many records it had read. */
export declare function parse(
  text: string,
  options: {
    readonly relax_column_count: true
    readonly record_delimiter: readonly string[]
    readonly delimiter: string
    /** None: quotes are signs like any other. */
    readonly quote: string | false
    /** Bytes. */
    readonly max_record_size: number
    /** The record to stop after, from 1. */
    readonly to?: number
  },
): string[][]

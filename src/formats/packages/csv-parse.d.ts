/** What we use of csv-parse. Its own declarations bring all of Node's into the pure folders. */

/** Throws an Error with the physical line it stopped at in `lines`. */
export declare function parse(
  text: Uint8Array,
  options: {
    readonly relax_column_count: true
    readonly record_delimiter: readonly string[]
  },
): string[][]

/** Throws an Error with its kind in `code` and, in `records`, how many records it had read. */
export declare function parse(
  text: Uint8Array,
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

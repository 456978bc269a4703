/** What we use of csv-stringify. Its own declarations bring all of Node's into the pure folders. */
export declare function stringify(
  rows: readonly (readonly string[])[],
  options: {
    readonly record_delimiter: string
    readonly quoted_match: string | readonly string[]
    readonly delimiter?: string
  },
): string

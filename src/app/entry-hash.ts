/** The address of an entry's page, which the first answer leads to; every other address is made in routes.ts. */
export const entryHash = (language: string, entry: string): string =>
  `#/e/${encodeURIComponent(language)}/${encodeURIComponent(entry)}`

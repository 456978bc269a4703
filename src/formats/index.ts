import type { Format } from './format'

/** A format by name; its code, with the packages it needs, is loaded when it is used. */
export interface FormatEntry {
  readonly id: string
  readonly load: () => Promise<Format>
}

/** Those that are read and written, then those that are made for readers. */
export const FORMATS: readonly FormatEntry[] = [
  { id: 'tables', load: async () => (await import('./tables-format')).tablesFormat },
  { id: 'wide-csv', load: async () => (await import('./wide-csv')).wideCsv },
  { id: 'wide-tsv', load: async () => (await import('./wide-csv')).wideTsv },
  { id: 'xlsx', load: async () => (await import('./xlsx')).xlsx },
  { id: 'lift', load: async () => (await import('./lift')).lift },
  { id: 'mdf', load: async () => (await import('./mdf')).mdf },
  { id: 'cldf-dictionary', load: async () => (await import('./cldf')).cldfDictionary },
  { id: 'cldf-wordlist', load: async () => (await import('./cldf-wordlist')).cldfWordlist },
  { id: 'abvd', load: async () => (await import('./abvd')).abvd },
  { id: 'tei', load: async () => (await import('./tei')).tei },
  { id: 'stardict', load: async () => (await import('./stardict')).stardict },
  { id: 'yomitan', load: async () => (await import('./yomitan')).yomitan },
  { id: 'anki', load: async () => (await import('./anki')).anki },
  { id: 'anki-tsv', load: async () => (await import('./anki-tsv')).ankiTsv },
  { id: 'book', load: async () => (await import('./book')).book },
  { id: 'json', load: async () => (await import('./json')).json },
]

import type { Problem, UnreadableReason } from '../../lexicon/problem'
import { err, ok, type Result } from '../../lexicon/result'
import type { Delimiter } from '../csv'
import { unreadableFile } from '../unreadable-file'
import { listOf, memberOf, textOf } from './json-value'
import { CLDF, GENERATOR } from './terms'

/** What the metadata of a dataset say, as far as a reader needs it. */
export interface Metadata {
  readonly file: string
  /** `Wordlist`, `Dictionary` … */
  readonly module: string
  /** Whether we wrote it. */
  readonly isOurs: boolean
  /** The address of its licence. */
  readonly licence: string | undefined
  readonly tables: readonly TableDescription[]
}

export interface TableDescription {
  readonly url: string
  /** `FormTable` …; none for tables that CLDF does not know. */
  readonly component: string | undefined
  readonly columns: readonly ColumnDescription[]
  readonly delimiter: Delimiter
  /** What a line begins with that is no row. */
  readonly comment: string | undefined
}

export interface ColumnDescription {
  readonly name: string
  /** Its CLDF property without the address of the vocabulary: `languageReference`. */
  readonly property: string | undefined
  /** What parts the values of a cell; none: it holds one. */
  readonly separator: string | undefined
  /** Cells that say nothing. */
  readonly nulls: readonly string[]
  /** Whether the metadata say that the column is spelled as its language is written. */
  readonly isOrthographic: boolean
}

/** The metadata of the largest datasets have some hundred thousand bytes. */
const MOST_BYTES = 8_000_000

/** The JSON file in which a CLDF dataset says what its tables are. */
export const readMetadata = (bytes: Uint8Array, file: string): Result<Metadata, Problem> => {
  const refuse = (reason: UnreadableReason, detail: string): Result<never, Problem> =>
    err(unreadableFile(file, reason, detail))
  if (bytes.length > MOST_BYTES) return refuse('too-large', `> ${MOST_BYTES} bytes`)
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (fault) {
    if (fault instanceof SyntaxError || fault instanceof RangeError)
      return refuse('not-json', fault.message)
    if (fault instanceof TypeError) return refuse('not-utf-8', '')
    throw fault
  }
  const module = termOf(memberOf(json, 'dc:conformsTo'))
  if (module === undefined) return refuse('wrong-format', 'CLDF')
  const tables: TableDescription[] = []
  for (const table of listOf(memberOf(json, 'tables'))) {
    const described = describeTable(table, memberOf(json, 'dialect'))
    if (typeof described === 'string') return refuse('wrong-shape', described)
    tables.push(described)
  }
  return ok({
    file,
    module,
    isOurs: listOf(memberOf(json, 'prov:wasGeneratedBy')).some(
      (by) => memberOf(by, 'dc:title') === GENERATOR,
    ),
    licence: textOf(listOf(memberOf(json, 'dc:license'))[0]),
    tables,
  })
}

/** Whether a JSON file is the metadata of a CLDF dataset; it need not be sound. */
export const isMetadataFile = (path: string, bytes: Uint8Array): boolean =>
  /metadata\.json$/.test(path) &&
  new TextDecoder().decode(bytes.subarray(0, MOST_BYTES)).includes(CLDF)

/** A table, or what about it is not as we can read it. */
const describeTable = (table: unknown, datasetDialect: unknown): TableDescription | string => {
  const url = textOf(memberOf(table, 'url'))
  if (url === undefined) return 'tables[].url'
  const dialect = memberOf(table, 'dialect') ?? datasetDialect
  const delimiter = memberOf(dialect, 'delimiter') ?? ','
  if (delimiter !== ',' && delimiter !== ';' && delimiter !== '\t') return 'dialect.delimiter'
  if ((memberOf(dialect, 'quoteChar') ?? '"') !== '"') return 'dialect.quoteChar = "'
  if ((memberOf(dialect, 'doubleQuote') ?? true) !== true) return 'dialect.doubleQuote = true'
  if ((memberOf(dialect, 'header') ?? true) !== true) return 'dialect.header = true'
  for (const skipped of ['skipRows', 'skipColumns'])
    if ((memberOf(dialect, skipped) ?? 0) !== 0) return `dialect.${skipped} = 0`
  const comment = memberOf(dialect, 'commentPrefix')
  const columns = listOf(memberOf(memberOf(table, 'tableSchema'), 'columns'))
  return {
    url,
    component: termOf(memberOf(table, 'dc:conformsTo')),
    columns: columns.flatMap(describeColumn),
    delimiter,
    comment: comment === undefined ? '#' : (textOf(comment) ?? undefined),
  }
}

/** Without a name there is nothing to find the column by; virtual ones stand in no file. */
const describeColumn = (column: unknown): ColumnDescription[] => {
  const [title] = listOf(memberOf(column, 'titles'))
  const name = textOf(memberOf(column, 'name')) ?? textOf(title)
  if (name === undefined || memberOf(column, 'virtual') === true) return []
  return [
    {
      name,
      property: termOf(memberOf(column, 'propertyUrl')),
      separator: textOf(memberOf(column, 'separator')),
      nulls:
        memberOf(column, 'null') === undefined
          ? ['']
          : listOf(memberOf(column, 'null')).map(String),
      isOrthographic: /#?orthographicRep$/.test(textOf(memberOf(column, 'dc:conformsTo')) ?? ''),
    },
  ]
}

const termOf = (url: unknown): string | undefined => {
  const text = textOf(url)
  return text?.startsWith(CLDF) === true ? text.slice(CLDF.length) : undefined
}

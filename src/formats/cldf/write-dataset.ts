import type { Field, FieldKind, ReferenceTarget } from '../../lexicon/field'
import { EDITOR } from '../../lexicon/ids'
import type { Lexicon } from '../../lexicon/lexicon'
import type { Source } from '../../lexicon/source'
import { writeBibtex } from '../bibtex'
import type { Files } from '../format'
import { fieldsOf, writeRecords } from '../records'
import type { Table } from '../table-list'
import { CLDF, type Component, CSVW, GENERATOR, ID_DATATYPE, type Property } from './terms'

/** A table as a dataset has it: its text, and what the metadata say of it. */
export interface WrittenTable {
  readonly url: string
  readonly text: string
  readonly description: object
}

/** What the fields of a table do not say of it. */
export interface TableNotes {
  readonly component?: Component
  /** In English, one sentence. */
  readonly says: string
  /** The CLDF property of a column, by its header. */
  readonly properties?: Readonly<Record<string, Property>>
  /** Beyond what the kind of a field tells of a column. */
  readonly columns?: Readonly<Record<string, object>>
  /** The file that a reference is a key of; none: it is looked up nowhere in the dataset. */
  readonly fileOf: (target: ReferenceTarget) => string | undefined
  /** None: no column tells its rows apart. */
  readonly key?: string
}

/** Writes records as a table of a dataset. */
export const writeTable = <Value extends object>(
  values: readonly Value[],
  table: Table<Value>,
  notes: TableNotes,
): WrittenTable => {
  const fields = fieldsOf(table.fields).map(([, field]) => field)
  const { component, key = 'ID', fileOf } = notes
  const hasKey = fields.some(({ column }) => column === key)
  return {
    url: table.file,
    text: writeRecords(values, table),
    description: {
      url: table.file,
      ...(component !== undefined && { 'dc:conformsTo': CLDF + component }),
      'dc:description': notes.says,
      'dc:extent': values.length,
      tableSchema: {
        columns: fields.map((field) => describeColumn(field, notes)),
        ...(hasKey && { primaryKey: [key] }),
        foreignKeys: fields.flatMap(({ column, of }) => {
          const file = of === undefined ? undefined : fileOf(of)
          if (file === undefined) return []
          const reference = { resource: file, columnReference: ['ID'] }
          return [{ columnReference: [column], reference }]
        }),
      },
    },
  }
}

const describeColumn = (field: Field, { properties = {}, columns = {} }: TableNotes): object => {
  const property = properties[field.column]
  const isSource = property === 'source'
  return {
    name: field.column,
    ...(field.required === true && { required: true }),
    ...(property !== undefined && { propertyUrl: CLDF + property }),
    datatype: datatypeOf(field),
    // Lists of CLDF sources are parted so; a field of ours names one.
    ...(isSource && { separator: ';' }),
    ...(isList(field.kind) && !isSource && { separator: '; ' }),
    ...columns[field.column],
  }
}

const isList = (kind: FieldKind): boolean => kind === 'list' || kind === 'references'

const datatypeOf = ({ kind, choices = [] }: Field): unknown => {
  switch (kind) {
    case 'id':
      return ID_DATATYPE
    case 'number':
      return 'integer'
    case 'choice':
      return { base: 'string', format: choices.join('|') }
    default:
      return 'string'
  }
}

/** What a dataset is of. */
export interface DatasetNotes {
  readonly module: 'Dictionary' | 'Wordlist'
  /** `dictionary`, `word list`. */
  readonly genre: string
  /** What is in it and what is not, in English. */
  readonly says: string
}

/** The files of a dataset: its tables, its bibliography, and the metadata that describe them. */
export const writeDataset = (
  lexicon: Lexicon,
  tables: readonly WrittenTable[],
  { module, genre, says }: DatasetNotes,
): Files => {
  const { code, nameVi, nameEn, release } = lexicon.language
  const name = nameVi === nameEn ? nameVi : `${nameVi} (${nameEn})`
  const title = `${GENERATOR}: ${genre} of ${name}`
  const sources = [...lexicon.sources.map(({ value }) => value), editorOf(lexicon, title)]
  const licences = new Set<string>(sources.map(({ licence }) => licence))
  const metadata = {
    '@context': [CSVW, { '@language': 'en' }],
    'dc:conformsTo': CLDF + module,
    'dc:title': title,
    'dc:description': says,
    'dc:bibliographicCitation': `${title}. Release ${release}.`,
    'dc:license': lexicon.shared.licences
      .filter(({ value }) => licences.has(value.id))
      .map(({ value }) => value.url),
    'dc:rights': lexicon.sources.map(({ value }) => value.attribution),
    'dc:source': 'sources.bib',
    'rdf:ID': `rong-${code}-${module === 'Wordlist' ? 'wordlist' : 'dictionary'}`,
    'rdf:type': 'http://www.w3.org/ns/dcat#Distribution',
    'prov:wasGeneratedBy': [{ 'dc:title': GENERATOR, 'dc:description': release }],
    dialect: { commentPrefix: null },
    tables: tables.map(({ description }) => description),
  }
  const encoder = new TextEncoder()
  return new Map([
    ['cldf-metadata.json', encoder.encode(`${JSON.stringify(metadata, undefined, 2)}\n`)],
    ...tables.map(({ url, text }): [string, Uint8Array] => [url, encoder.encode(text)]),
    ['sources.bib', encoder.encode(writeBibtex(sources))],
  ])
}

/** The editors of the dictionary as a source, for what they wrote themselves. */
const editorOf = ({ language, shared }: Lexicon, title: string): Source => {
  const open = shared.licences.filter(({ value }) => value.publish === 'yes')
  const licence =
    open.find(({ value }) => value.id === DEFAULT_LICENCE)?.value.id ?? open[0]?.value.id
  return {
    id: EDITOR,
    title,
    authors: GENERATOR,
    year: language.release.slice(0, 4),
    // A dictionary without an open licence has nothing of its editors to give.
    licence: licence ?? ('' as Source['licence']),
    attribution: title,
    note: 'What the editors of the dictionary wrote: glosses, domains, topics.',
  }
}

const DEFAULT_LICENCE = 'CC-BY-4.0'

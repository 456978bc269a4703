import { parse } from 'csv-parse/sync'
import type { Files } from '../../src/formats/format'

/** https://cldf.clld.org/v1.0/terms.html: the properties that columns may have, and those each table needs. */
const CLDF = 'http://cldf.clld.org/v1.0/terms.rdf#'
const PROPERTIES = [
  ...['id', 'name', 'description', 'source', 'comment', 'value', 'form', 'segments', 'alignment'],
  ...['languageReference', 'parameterReference', 'entryReference', 'formReference'],
  ...['cognatesetReference', 'concepticonReference', 'headword', 'partOfSpeech', 'primaryText'],
  ...['translatedText', 'mediaType', 'downloadUrl', 'iso639P3code', 'glottocode', 'macroarea'],
  ...['latitude', 'longitude'],
]
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  EntryTable: ['id', 'languageReference', 'headword'],
  SenseTable: ['id', 'description', 'entryReference'],
  ExampleTable: ['id', 'languageReference', 'primaryText'],
  FormTable: ['id', 'languageReference', 'parameterReference', 'form'],
  LanguageTable: ['id'],
  ParameterTable: ['id'],
  MediaTable: ['id', 'mediaType'],
  CognateTable: ['id', 'formReference', 'cognatesetReference'],
}
const MODULES: Readonly<Record<string, readonly string[]>> = {
  Dictionary: ['EntryTable', 'SenseTable'],
  Wordlist: ['FormTable'],
}
/** One value of a property, whatever the metadata say of its column. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  id: /^[A-Za-z0-9_-]+$/,
  iso639P3code: /^[a-z]{3}$/,
  glottocode: /^[a-z0-9]{4}[1-9][0-9]{3}$/,
  mediaType: /^[a-z]+\/.+$/,
  concepticonReference: /^[0-9]+$/,
}

interface Column {
  readonly name: string
  readonly required?: boolean
  readonly propertyUrl?: string
  readonly separator?: string
  readonly datatype?: string | Datatype
  readonly null?: string | readonly string[]
}

interface Datatype {
  readonly base?: string
  readonly format?: string
  readonly minimum?: number | string
  readonly maximum?: number | string
}

interface Reference {
  readonly columnReference: readonly string[]
  readonly reference: { readonly resource: string; readonly columnReference: readonly string[] }
}

interface TableDescription {
  readonly url: string
  readonly 'dc:conformsTo'?: string
  readonly tableSchema: {
    readonly columns: readonly Column[]
    readonly primaryKey?: readonly string[]
    readonly foreignKeys?: readonly Reference[]
  }
}

interface Metadata {
  readonly '@context': unknown
  readonly 'dc:conformsTo': string
  readonly 'dc:source'?: string
  readonly dialect?: { readonly commentPrefix?: string | null }
  readonly tables: readonly TableDescription[]
}

/**
 * What is wrong with a CLDF dataset by the rules of CSV on the Web and of CLDF: columns as declared, keys
 * unique, references met, required cells filled, datatypes kept, sources in the bibliography.
 */
export const csvwFaults = (files: Files, metadataFile = 'cldf-metadata.json'): string[] => {
  const faults: string[] = []
  const textOf = (path: string) => new TextDecoder().decode(files.get(path))
  if (!files.has(metadataFile)) return [`no ${metadataFile}`]
  const metadata: Metadata = JSON.parse(textOf(metadataFile))
  const module = metadata['dc:conformsTo'].replace(CLDF, '')
  const components = metadata.tables.map((table) => table['dc:conformsTo']?.replace(CLDF, ''))
  if (MODULES[module] === undefined) faults.push(`no module ${module}`)
  for (const component of MODULES[module] ?? [])
    if (!components.includes(component)) faults.push(`${module} without ${component}`)

  const bibliography = metadata['dc:source']
  if (bibliography !== undefined && !files.has(bibliography)) faults.push(`no ${bibliography}`)
  const keys = new Set(
    [...textOf(bibliography ?? '').matchAll(/^@\w+\{([^,\s]+),/gm)].map(([, key]) => key),
  )
  const rowsByTable = new Map(
    metadata.tables.map((table) => [table.url, rowsOf(table, files, faults)]),
  )
  for (const table of metadata.tables) {
    const { columns, primaryKey = [], foreignKeys = [] } = table.tableSchema
    const rows = rowsByTable.get(table.url) ?? []
    const tell = (row: number, column: string, what: string) =>
      faults.push(`${table.url}:${row + 2} ${column}: ${what}`)
    const properties = columns.flatMap(({ propertyUrl }) => propertyUrl ?? [])
    for (const property of properties.filter((url) => url.startsWith(CLDF)))
      if (!PROPERTIES.includes(property.replace(CLDF, ''))) faults.push(`no property ${property}`)
    if (new Set(properties).size < properties.length) faults.push(`${table.url}: property twice`)
    const component = table['dc:conformsTo']?.replace(CLDF, '')
    for (const property of NEEDED[component ?? ''] ?? [])
      if (!properties.includes(CLDF + property)) faults.push(`${table.url} without ${property}`)

    rows.forEach((row, index) => {
      for (const column of columns) {
        const values = valuesOf(row, column)
        if (column.required === true && values.length === 0) tell(index, column.name, 'empty')
        const property = column.propertyUrl?.replace(CLDF, '') ?? ''
        for (const value of values) {
          const fault = datatypeFault(value, column.datatype)
          if (fault !== undefined) tell(index, column.name, `${fault}: ${value}`)
          if (PATTERNS[property]?.test(value) === false) tell(index, column.name, value)
          if (property === 'source' && !keys.has(value.replace(/\[.*$/, '')))
            tell(index, column.name, `no source ${value}`)
        }
      }
    })
    const known = new Set<string>()
    rows.forEach((row, index) => {
      if (primaryKey.length === 0) return
      const key = JSON.stringify(primaryKey.map((column) => row[column]))
      if (known.has(key)) tell(index, primaryKey.join(), `twice ${key}`)
      known.add(key)
    })
    for (const { columnReference, reference } of foreignKeys) {
      const [column = ''] = columnReference
      const [key = ''] = reference.columnReference
      const target = rowsByTable.get(reference.resource)
      const described = columns.find(({ name }) => name === column)
      if (target === undefined || described === undefined) {
        faults.push(`${table.url}: reference to ${reference.resource}`)
        continue
      }
      const targets = new Set(target.map((row) => row[key]))
      rows.forEach((row, index) => {
        for (const value of valuesOf(row, described))
          if (!targets.has(value)) tell(index, column, `no ${value} in ${reference.resource}`)
      })
    }
  }
  return faults
}

type Row = Readonly<Record<string, string>>

const rowsOf = (table: TableDescription, files: Files, faults: string[]): readonly Row[] => {
  const bytes = files.get(table.url)
  if (bytes === undefined) {
    faults.push(`no ${table.url}`)
    return []
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const [header = [], ...rows]: string[][] = parse(text, { relax_column_count: true })
  const names = table.tableSchema.columns.map(({ name }) => name)
  if (JSON.stringify(names) !== JSON.stringify(header))
    faults.push(`${table.url}: columns ${header.join()} are not ${names.join()}`)
  return rows.map((cells, index) => {
    if (cells.length !== header.length) faults.push(`${table.url}:${index + 2}: ${cells.length}`)
    return Object.fromEntries(header.map((name, i) => [name, cells[i] ?? '']))
  })
}

const valuesOf = (row: Row, { name, separator, null: nulls = '' }: Column): readonly string[] => {
  const cell = row[name] ?? ''
  if ([nulls].flat().includes(cell)) return []
  return separator === undefined ? [cell] : cell.split(separator)
}

const datatypeFault = (value: string, datatype: Column['datatype']): string | undefined => {
  const {
    base = 'string',
    format,
    minimum,
    maximum,
  } = typeof datatype === 'object' ? datatype : { base: datatype }
  switch (base) {
    case 'string':
      return format !== undefined && !new RegExp(`^(${format})$`, 'u').test(value)
        ? format
        : undefined
    case 'integer':
      return /^[+-]?[0-9]+$/.test(value) ? undefined : base
    case 'decimal': {
      const isNumber = /^[+-]?[0-9]+(\.[0-9]+)?$/.test(value)
      const isWithin =
        Number(value) >= Number(minimum ?? -Infinity) &&
        Number(value) <= Number(maximum ?? Infinity)
      return isNumber && isWithin ? undefined : base
    }
    case 'boolean':
      return /^(true|false|0|1)$/.test(value) ? undefined : base
    case 'anyURI':
      return /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*$/.test(value) ? undefined : base
    default:
      return `unknown datatype ${base}`
  }
}

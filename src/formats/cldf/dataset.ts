import type { Place, Problem } from '../../lexicon/problem'
import { err, ok, type Result } from '../../lexicon/result'
import { type Csv, type CsvRow, parseForeignCsv } from '../csv'
import type { Files } from '../format'
import { unreadableFile } from '../unreadable-file'
import { readZip } from '../zip'
import {
  type ColumnDescription,
  isMetadataFile,
  type Metadata,
  readMetadata,
  type TableDescription,
} from './metadata'

/** A CLDF dataset that was found among files. */
export interface Dataset {
  readonly metadata: Metadata
  /** All files by their paths from the metadata's folder. */
  readonly files: Files
  /** Where that folder is, for places: `` or `cldf/`. */
  readonly folder: string
}

/** A table with its columns found. */
export interface DatasetTable {
  readonly file: string
  readonly description: TableDescription
  readonly header: CsvRow
  readonly rows: readonly DatasetRow[]
  /** The name of the column of a property. */
  readonly columnOf: (property: string) => ColumnDescription | undefined
}

export interface DatasetRow {
  /** The cell of a column, by its name; none where it says nothing. */
  readonly cell: (column: string) => string | undefined
  /** All cells that say something, by column name. */
  readonly cells: () => ReadonlyMap<string, string>
  /** As they stand in the file, in the order of the header. */
  readonly raw: readonly string[]
  /** The cell of a property. */
  readonly get: (property: string) => string | undefined
  /** The values of a cell that may hold several. */
  readonly list: (property: string) => readonly string[]
  /** The place of a column, by its name. */
  readonly place: (column?: string) => Place
}

/** What a dataset may take up. */
const MOST_BYTES = 256 * 1024 * 1024

/**
 * Opens a dataset: a folder, or a zip archive with one in it, that holds a `…metadata.json` of CLDF. Of
 * several datasets the first of the module named.
 */
export const openDataset = (given: Files, module: string): Result<Dataset, Problem> => {
  const unpacked = unpack(given)
  if (!unpacked.ok) return unpacked
  const files = unpacked.value
  const [anything = ''] = given.keys()
  let total = 0
  for (const bytes of files.values()) total += bytes.length
  if (total > MOST_BYTES) return err(unreadableFile(anything, 'too-large', `> ${MOST_BYTES} bytes`))
  const found = [...files].filter(([path, bytes]) => isMetadataFile(path, bytes))
  let fault: Problem | undefined
  for (const [path, bytes] of found) {
    const metadata = readMetadata(bytes, path)
    if (metadata.ok && metadata.value.module === module) {
      const folder = path.slice(0, path.lastIndexOf('/') + 1)
      const inside = [...files].filter(([other]) => other.startsWith(folder))
      return ok({
        metadata: metadata.value,
        files: new Map(inside.map(([other, content]) => [other.slice(folder.length), content])),
        folder,
      })
    }
    fault ??= metadata.ok
      ? unreadableFile(path, 'wrong-format', `CLDF ${module} (${metadata.value.module})`)
      : metadata.error
  }
  if (fault !== undefined) return err(fault)
  const [metadataLike] = [...files].filter(([path]) => path.endsWith('metadata.json'))
  if (metadataLike === undefined) {
    const file = files.size > 1 ? 'cldf-metadata.json' : anything
    return err(
      files.size > 1
        ? { code: 'missing-file', severity: 'error', at: { file, line: 1, row: 1 } }
        : unreadableFile(file, 'wrong-format', `CLDF ${module}`),
    )
  }
  const read = readMetadata(metadataLike[1], metadataLike[0])
  return err(
    read.ok ? unreadableFile(metadataLike[0], 'wrong-format', `CLDF ${module}`) : read.error,
  )
}

/** The cells of one table, comments and empty lines left out. */
export const parseTable = (
  dataset: Dataset,
  description: TableDescription,
): Result<Csv, Problem> => {
  const file = dataset.folder + description.url
  const bytes = bytesOf(dataset, description.url)
  if (bytes === undefined)
    return err({ code: 'missing-file', severity: 'error', at: { file, line: 1, row: 1 } })
  if (!bytes.ok) return err(unreadableFile(file, bytes.error.reason, bytes.error.detail))
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value)
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault
    return err(unreadableFile(file, 'not-utf-8'))
  }
  const nul = text.indexOf('\0')
  if (nul >= 0) return err(unreadableFile(file, 'nul', '', text.slice(0, nul).split('\n').length))
  const csv = parseForeignCsv(text, file, description.delimiter)
  if ('code' in csv) return err(csv)
  const { cells: names } = csv.header
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index)
  if (twice !== undefined)
    return err({
      code: 'duplicate-column',
      severity: 'error',
      at: csv.header.place(),
      given: twice,
    })
  const rows = csv.rows.filter(
    ({ cells: [first = ''], cells }) =>
      !(cells.length === 1 && first === '') &&
      !(description.comment !== undefined && first.startsWith(description.comment)),
  )
  return ok({ header: csv.header, rows })
}

/** The same with its columns found. */
export const readTable = (
  dataset: Dataset,
  description: TableDescription,
): Result<DatasetTable, Problem> => {
  const csv = parseTable(dataset, description)
  if (!csv.ok) return csv
  const { header, rows } = csv.value
  const names = header.cells
  const byName = new Map(description.columns.map((column) => [column.name, column]))
  const byProperty = new Map<string, ColumnDescription>()
  for (const column of description.columns)
    if (
      column.property !== undefined &&
      names.includes(column.name) &&
      !byProperty.has(column.property)
    )
      byProperty.set(column.property, column)
  const indexByName = new Map(names.map((name, index) => [name, index]))
  return ok({
    file: dataset.folder + description.url,
    description,
    header,
    columnOf: (property) => byProperty.get(property),
    rows: rows.map((row): DatasetRow => {
      const cellAt = (index: number): string | undefined => {
        const cell = row.cells[index]
        const isNull = byName.get(names[index] ?? '')?.nulls.includes(cell ?? '') === true
        return cell === undefined || cell === '' || isNull ? undefined : cell
      }
      const cell = (column: string): string | undefined => {
        const index = indexByName.get(column)
        return index === undefined ? undefined : cellAt(index)
      }
      const get = (property: string): string | undefined => {
        const column = byProperty.get(property)
        return column === undefined ? undefined : cell(column.name)
      }
      return {
        cell,
        cells: () =>
          new Map(
            row.cells.flatMap((_, index): readonly (readonly [string, string])[] => {
              const said = cellAt(index)
              return said === undefined ? [] : [[names[index] || String(index + 1), said]]
            }),
          ),
        raw: row.cells,
        get,
        list: (property) => {
          const said = get(property)
          const separator = byProperty.get(property)?.separator
          if (said === undefined) return []
          if (separator === undefined || separator === '') return [said]
          return said.split(separator).filter((value) => value !== '')
        },
        place: (column) => row.place(column === undefined ? undefined : indexByName.get(column)),
      }
    }),
  })
}

/** A table's file may stand in an archive of its own beside the others. */
const bytesOf = ({ files }: Dataset, url: string): ReturnType<typeof unzipOne> | undefined => {
  const plain = files.get(url)
  if (plain !== undefined) return ok(plain)
  const zipped = files.get(`${url}.zip`)
  return zipped === undefined ? undefined : unzipOne(zipped)
}

const unzipOne = (bytes: Uint8Array) => {
  const archive = readZip(bytes)
  if (!archive.ok) return archive
  const [first] = archive.value.values()
  return ok(first ?? new Uint8Array(0))
}

/** The files themselves, or those of an archive that stands alone. */
const unpack = (files: Files): Result<Files, Problem> => {
  const [only, ...others] = files
  if (only === undefined)
    return err({
      code: 'missing-file',
      severity: 'error',
      at: { file: 'cldf-metadata.json', line: 1, row: 1 },
    })
  const [path, bytes] = only
  if (others.length > 0) return ok(files)
  if (bytes.length === 0) return err(unreadableFile(path, 'empty'))
  if (!(/\.zip$/.test(path) || (bytes[0] === 0x50 && bytes[1] === 0x4b))) return ok(files)
  const archive = readZip(bytes)
  return archive.ok
    ? archive
    : err(unreadableFile(path, archive.error.reason, archive.error.detail))
}

import { rowOf } from '../formats/content'
import type { Files, Format } from '../formats/format'
import type { FullEntry } from '../lexicon/full-entry'
import type { Lexicon, Row } from '../lexicon/lexicon'
import { err, ok, type Result } from '../lexicon/result'
import type { Dictionary } from '../pack/dictionary'
import { listRows } from './entry-index'
import type { ExportFault, ExportFormat } from './exporter'

/** A file to be kept by whoever asked for it. */
export interface ExportedFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** MIME type. */
  readonly type: string
}

export interface ExportOptions {
  /** Whether unconfirmed forms and senses are in it; they must have been opened with the dictionary. */
  readonly drafts: boolean
}

/** A dictionary of the device in a format of others; a zip where the format is several files. */
export const exportPack = async (
  dictionary: Dictionary,
  format: ExportFormat,
  { drafts }: ExportOptions,
): Promise<Result<ExportedFile, ExportFault>> => {
  const lexicon = await lexiconOfPack(dictionary, { drafts })
  if (!lexicon.ok) return lexicon
  const { load, type } = WRITERS[format]
  let code: readonly [Write, typeof import('../formats/zip')]
  try {
    code = await Promise.all([load(), import('../formats/zip')])
  } catch {
    return err({ kind: 'part-missing' })
  }
  const [write, { writeZip }] = code
  const files = await write(lexicon.value, { drafts })
  const [only, ...others] = files
  if (only !== undefined && others.length === 0)
    return ok({ name: ownName(only[0]), bytes: only[1], type })
  const name = `rong-${dictionary.meta.code}-${format}.zip`
  return ok({ name, bytes: writeZip(inOrder(files)), type: ZIP })
}

/**
 * What a pack says, as a lexicon that a format can write: what is confirmed, or with drafts all that was
 * not rejected. Forms under a share-alike licence are left out, since one file has one licence for all
 * that is in it. Empty is what packs do not carry: reviews, residue, ledger, the table of concepts
 * (senses keep their ids), the evidence of equivalences, the files of media.
 */
export const lexiconOfPack = async (
  dictionary: Dictionary,
  { drafts }: ExportOptions,
): Promise<Result<Lexicon, ExportFault>> => {
  const read = await dictionary.about()
  if (!read.ok) return read
  const about = read.value
  const apart = new Set(about.licences.flatMap((row) => (row.publish === 'apart' ? row.id : [])))
  const fulls: FullEntry[] = []
  const numbers = listRows(dictionary).map(({ number }) => number)
  for (const number of numbers.sort((a, b) => a - b)) {
    const full = await dictionary.entry(number, { drafts })
    if (!full.ok) return full
    if (full.value !== undefined) fulls.push(full.value)
  }
  const { graphemes, equivalences, varieties } = dictionary.meta
  return ok({
    language: about.language,
    entries: fulls.map(({ entry }) => rowOf(entry)),
    forms: rowsOf(fulls.flatMap(({ forms }) => forms.filter(({ licence }) => !apart.has(licence)))),
    senses: rowsOf(fulls.flatMap(({ senses }) => senses)),
    examples: rowsOf(fulls.flatMap(({ examples }) => examples)),
    relations: rowsOf(fulls.flatMap(({ relations }) => relations)),
    media: rowsOf(fulls.flatMap(({ media }) => media)),
    mediaFiles: new Map(),
    varieties: rowsOf(varieties),
    graphemes: rowsOf(graphemes),
    equivalences: rowsOf(equivalences),
    sources: rowsOf(about.sources),
    reviews: [],
    retired: rowsOf(about.retired),
    residue: [],
    ledger: [],
    unexplained: [],
    shared: {
      partsOfSpeech: rowsOf(about.partsOfSpeech),
      semanticDomains: rowsOf(about.semanticDomains),
      topics: rowsOf(about.topics),
      concepts: [],
      notations: rowsOf(about.notations),
      licences: rowsOf(about.licences),
    },
  })
}

const rowsOf = <Value>(values: readonly Value[]): readonly Row<Value>[] =>
  values.map((value) => rowOf(value))

const ZIP = 'application/zip'

interface Writer {
  /** That of the format of the same id, without what reads it; fetched when it is asked for. */
  readonly load: () => Promise<Write>
  /** Of the file, where it is one. */
  readonly type: string
}

type Write = NonNullable<Format['write']>

/** Anki's own file is not among them: SQLite is wasm, which the policy of the page forbids. */
const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  xlsx: {
    load: async () => (await import('../formats/xlsx/write-xlsx')).writeXlsx,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'anki-tsv': {
    load: async () => (await import('../formats/anki-tsv')).ankiTsv.write!,
    type: 'text/tab-separated-values',
  },
  'wide-csv': {
    load: async () => {
      const { writeWide } = await import('../formats/wide/write-wide')
      return async (lexicon) => writeWide(lexicon, 'csv', ',')
    },
    type: 'text/csv',
  },
  lift: {
    load: async () => {
      const { writeLift } = await import('../formats/lift/write-lift')
      return async (lexicon, context) => writeLift(lexicon, context)
    },
    type: ZIP,
  },
  tei: { load: async () => (await import('../formats/tei')).tei.write!, type: 'application/xml' },
  stardict: { load: async () => (await import('../formats/stardict')).stardict.write!, type: ZIP },
  yomitan: { load: async () => (await import('../formats/yomitan')).yomitan.write!, type: ZIP },
  json: {
    load: async () => (await import('../formats/json')).json.write!,
    type: 'application/json',
  },
}

/** Among everything else that was ever downloaded, it is to be known where a file comes from. */
const ownName = (path: string): string => (path.startsWith('rong-') ? path : `rong-${path}`)

const inOrder = (files: Files): Files =>
  new Map([...files].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))

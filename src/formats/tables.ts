import type { Form } from '../lexicon/form'
import type { Lexicon, Row, Shared, UnexplainedCell } from '../lexicon/lexicon'
import type { Problem, ProblemCode } from '../lexicon/problem'
import { readBibtex, writeBibtex } from './bibtex'
import { parseCsv } from './csv'
import type { ReadResult } from './format'
import { readLanguage, writeLanguage } from './language-json'
import { readRecords, writeRecords } from './records'
import {
  LANGUAGE_FILE,
  LANGUAGE_TABLES,
  SHARE_ALIKE_FORMS,
  SHARED_FOLDER,
  SHARED_TABLES,
  SOURCES_FILE,
  type Table,
} from './table-list'

/** The problems that reading raises; every other code belongs to a check. */
export const READING_CODES: readonly ProblemCode[] = [
  'unreadable-file',
  'missing-file',
  'missing-column',
  'missing-value',
  'not-a-number',
  'not-a-choice',
]

/**
 * Our own tables as a lexicon. `files`: text by path from the data folder (`ba-na/entries.csv`,
 * `shared/topics.csv`). Collects every problem; the lexicon is missing only where language.json
 * could not be read. With problems of severity error, it is good for finding more of them and for
 * nothing else. `mediaFiles` is empty: whoever reads files fills it.
 */
export const readTables = (files: ReadonlyMap<string, string>, language: string): ReadResult => {
  const problems: Problem[] = []
  const unexplained: UnexplainedCell[] = []
  const read = new Set<string>()

  const textOf = (path: string): string | undefined => {
    const text = files.get(path)
    read.add(path)
    if (text === undefined) {
      const at = { file: path, line: 1, row: 1 }
      problems.push({ code: 'missing-file', severity: 'error', at })
    }
    return text
  }
  const rowsOf = <Value>(folder: string, table: Table<Value>): readonly Row<Value>[] => {
    const path = `${folder}/${table.file}`
    const text = textOf(path)
    if (text === undefined) return []
    const csv = parseCsv(text, path)
    if ('code' in csv) {
      problems.push(csv)
      return []
    }
    return collect(readRecords(csv, table)).rows
  }
  const collect = <Part extends Faults>(part: Part): Part => {
    for (const problem of part.problems) problems.push(problem)
    for (const cell of part.unexplained) unexplained.push(cell)
    return part
  }

  const of = <Value>(table: Table<Value>) => rowsOf(language, table)
  const shared = readShared((table) => rowsOf(SHARED_FOLDER, table))
  const languagePath = `${language}/${LANGUAGE_FILE}`
  const languageText = textOf(languagePath)
  const about =
    languageText === undefined
      ? undefined
      : collect(readLanguage(languageText, languagePath)).language
  const sourcesPath = `${language}/${SOURCES_FILE}`
  const bibliography = textOf(sourcesPath)
  const t = LANGUAGE_TABLES
  const tables = {
    sources:
      bibliography === undefined ? [] : collect(readBibtex(bibliography, sourcesPath)).sources,
    varieties: of(t.varieties),
    graphemes: of(t.graphemes),
    equivalences: of(t.equivalences),
    entries: of(t.entries),
    forms: files.has(`${language}/${SHARE_ALIKE_FORMS.file}`)
      ? [...of(t.forms), ...of(SHARE_ALIKE_FORMS)]
      : of(t.forms),
    senses: of(t.senses),
    examples: of(t.examples),
    relations: of(t.relations),
    media: of(t.media),
    reviews: of(t.reviews),
    retired: of(t.retired),
    residue: of(t.residue),
    ledger: of(t.ledger),
  }
  for (const path of files.keys()) {
    if (!read.has(path)) unexplained.push({ at: { file: path, line: 1, row: 1 }, text: path })
  }
  const mediaFiles = new Map<string, string>()
  return {
    lexicon: about && { language: about, ...tables, mediaFiles, unexplained, shared },
    problems,
  }
}

/**
 * The files of a lexicon's own folder, by path from the data folder; those of data/shared are not its
 * to write. Equal lexicons give equal bytes, and a table read from sorted rows comes out as it was.
 */
export const writeTables = (lexicon: Lexicon): ReadonlyMap<string, string> => {
  const folder = lexicon.language.code
  const t = LANGUAGE_TABLES
  const { apart, together } = splitForms(lexicon)
  const table = tableWriter(folder)
  return new Map([
    [`${folder}/${LANGUAGE_FILE}`, writeLanguage(lexicon.language)],
    [`${folder}/${SOURCES_FILE}`, writeBibtex(lexicon.sources.map((row) => row.value))],
    table(t.varieties, lexicon.varieties),
    table(t.graphemes, lexicon.graphemes),
    table(t.equivalences, lexicon.equivalences),
    table(t.entries, lexicon.entries),
    table(t.forms, together),
    ...(apart.length > 0 ? [table(SHARE_ALIKE_FORMS, apart)] : []),
    table(t.senses, lexicon.senses),
    table(t.examples, lexicon.examples),
    table(t.relations, lexicon.relations),
    table(t.media, lexicon.media),
    table(t.reviews, lexicon.reviews),
    table(t.retired, lexicon.retired),
    table(t.residue, lexicon.residue),
    table(t.ledger, lexicon.ledger),
  ])
}

/** The files of data/shared, by path from the data folder. */
export const writeShared = (shared: Shared): ReadonlyMap<string, string> => {
  const table = tableWriter(SHARED_FOLDER)
  const t = SHARED_TABLES
  return new Map([
    table(t.partsOfSpeech, shared.partsOfSpeech),
    table(t.semanticDomains, shared.semanticDomains),
    table(t.topics, shared.topics),
    table(t.concepts, shared.concepts),
    table(t.notations, shared.notations),
    table(t.licences, shared.licences),
  ])
}

/** Writes tables into a folder: path and text. */
const tableWriter =
  (folder: string) =>
  <Value extends object>(table: Table<Value>, rows: readonly Row<Value>[]): [string, string] => {
    const values = rows.map((row) => row.value)
    return [`${folder}/${table.file}`, writeRecords(values, table)]
  }

interface Faults {
  readonly problems: readonly Problem[]
  readonly unexplained: readonly UnexplainedCell[]
}

const readShared = (rowsOf: <Value>(table: Table<Value>) => readonly Row<Value>[]): Shared => ({
  partsOfSpeech: rowsOf(SHARED_TABLES.partsOfSpeech),
  semanticDomains: rowsOf(SHARED_TABLES.semanticDomains),
  topics: rowsOf(SHARED_TABLES.topics),
  concepts: rowsOf(SHARED_TABLES.concepts),
  notations: rowsOf(SHARED_TABLES.notations),
  licences: rowsOf(SHARED_TABLES.licences),
})

/** Share-alike forms have a file of their own; a licence nobody knows is not one of them. */
const splitForms = (
  lexicon: Lexicon,
): { readonly apart: readonly Row<Form>[]; readonly together: readonly Row<Form>[] } => {
  const apart = new Set(
    lexicon.shared.licences
      .filter((row) => row.value.publish === 'apart')
      .map((row) => row.value.id),
  )
  return {
    apart: lexicon.forms.filter((row) => apart.has(row.value.licence)),
    together: lexicon.forms.filter((row) => !apart.has(row.value.licence)),
  }
}

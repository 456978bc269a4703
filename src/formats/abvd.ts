import type { Entry } from '../lexicon/entry'
import type { Form } from '../lexicon/form'
import type { Row } from '../lexicon/lexicon'
import type { Place, Problem } from '../lexicon/problem'
import type { Residue } from '../lexicon/retired'
import type { Sense } from '../lexicon/sense'
import { cell, createWords, RESIDUE_FORMAT } from './abvd/words'
import type { AddedEntry } from './cldf/add-entry'
import { findVariety } from './cldf/find-variety'
import { withContent } from './content'
import type { Files, Format, ReadContext, ReadResult, Refused } from './format'
import { unreadableFile } from './unreadable-file'
import { decodeXml } from './xml/decode-xml'
import { readXml } from './xml/read-xml'
import { elementsIn, isElement, textIn, type XmlElement } from './xml/xml-element'

/**
 * A list of the Austronesian Basic Vocabulary Database as it gives it for download: `record` after
 * `record`, the first about the list, the others a word each. A word becomes a form; those of one text and
 * one prompt are one entry with one sense, the list's English prompt its gloss, its remark the note. The
 * concept of the prompt (abvd/prompts.ts) is that of a word without a remark, its Vietnamese gloss the editors'
 * label of the concept. Cognate sets, loans and the number of the prompt are residue of the form, what the
 * list says of itself residue of the file.
 *
 * The mapping may hold `variety@<id of the list>` → a variety, `practice` or `notation` of all forms,
 * `form-separator`, and `concept@<number of a prompt>` → a Concepticon id.
 */
export const abvd: Format = {
  id: 'abvd',
  name: 'ABVD (XML)',
  extensions: ['xml'],
  read: async (files, context) => readList(files, context),
  writeRefused: async (files, refused, say) => {
    const [file] = files
    const records = file === undefined ? undefined : recordsIn(file[1], file[0])
    if (file === undefined || records === undefined || 'code' in records) return new Map()
    const lines = new TextDecoder().decode(file[1]).split('\n')
    const starts = records.map(({ line }) => line)
    const parts = refused.flatMap(({ at, problems }) => {
      const next = starts[starts.indexOf(at.line) + 1] ?? lines.length + 1
      const record = lines
        .slice(at.line - 1, next - 1)
        .join('\n')
        .trim()
      if (!record.startsWith('<record>') || !record.endsWith('</record>')) return []
      const reasons = problems.map(say).join('\n').replace(/--/g, '- -')
      return [`<!-- ${reasons} -->\n${record}\n`]
    })
    return new Map([[file[0], new TextEncoder().encode(parts.join('\n'))]])
  },
}

interface Gathered {
  readonly entries: Row<Entry>[]
  readonly forms: Row<Form>[]
  readonly senses: Row<Sense>[]
  readonly residue: Row<Residue>[]
}

const readList = (files: Files, context: ReadContext): ReadResult => {
  const [only] = files
  if (only === undefined) return failed(unreadableFile('', 'empty', ''))
  const [file, bytes] = only
  const records = recordsIn(bytes, file)
  if ('code' in records) return failed(records)
  const words = records.filter((record) => cell(record, 'word_id') !== undefined)
  const about = records.filter((record) => !words.includes(record))
  if (words.length === 0) return failed(unreadableFile(file, 'wrong-format', 'ABVD'))

  const variety = varietyOf(about, context, file)
  if (typeof variety === 'object') return failed(variety)
  const gathered: Gathered = { entries: [], forms: [], senses: [], residue: [] }
  for (const record of about)
    for (const child of elementsIn(record)) {
      const raw = textIn(child).trim()
      if (raw !== '')
        put(gathered.residue, record, file, 1, {
          format: RESIDUE_FORMAT,
          position: child.name,
          raw,
        })
    }
  const refused: Refused[] = []
  const firstById = new Map<string, Place>()
  const added = new Map<string, AddedEntry>()
  const toWord = createWords(context, variety)
  for (const [index, record] of words.entries()) {
    const row = index + 1
    const at = { file, line: record.line, row }
    const id = cell(record, 'id')
    const text = cell(record, 'item')
    const fault = faultIn(record, at, firstById)
    if (id === undefined || text === undefined || fault !== undefined) {
      if (fault !== undefined) refused.push({ at, problems: [fault] })
      continue
    }
    firstById.set(id, at)
    const meaning = `${cell(record, 'word_id')}\n${text}`
    const word = toWord(record, id, text, added.get(meaning) ?? { base: `new-${row}`, forms: 0 })
    if (!added.has(meaning)) {
      put(gathered.entries, record, file, row, word.entry)
      put(gathered.senses, record, file, row, word.sense)
    }
    for (const form of word.forms) put(gathered.forms, record, file, row, form)
    for (const rest of word.residue) put(gathered.residue, record, file, row, rest)
    added.set(meaning, word.added)
  }
  const content = { ...gathered, examples: [], relations: [], media: [] }
  return {
    lexicon: withContent(context.settings, content),
    problems: refused.flatMap(({ problems }) => problems),
    refused,
    carries: (table, property) =>
      (table === 'forms' && ['text', 'sourceRow'].includes(property)) ||
      (table === 'senses' && ['sourceGloss', 'sourceRow'].includes(property)),
  }
}

/** Why a record cannot be taken. */
const faultIn = (
  record: XmlElement,
  at: Place,
  firstById: ReadonlyMap<string, Place>,
): Problem | undefined => {
  const id = cell(record, 'id')
  const inColumn = (column: string) => ({ severity: 'error', at: { ...at, column } }) as const
  if (id === undefined) return { code: 'missing-value', ...inColumn('id') }
  const first = firstById.get(id)
  if (first !== undefined) return { code: 'duplicate-id', given: id, first, ...inColumn('id') }
  if (cell(record, 'item') !== undefined) return undefined
  const given = cell(record, 'word') ?? id
  return { code: 'record-without-headword', given, ...inColumn('item') }
}

/**
 * The variety of the list: that of its mapping, else, where its language is ours, the one told; a list
 * says no more of itself than its language.
 */
const varietyOf = (
  about: readonly XmlElement[],
  { settings, mapping, attribution }: ReadContext,
  file: string,
): Entry['variety'] | Problem => {
  const [list] = about.filter((record) => cell(record, 'language') !== undefined)
  if (list === undefined) return attribution.variety
  const name = cell(list, 'language') ?? ''
  const varieties = settings.varieties.map(({ value }) => value)
  const id = cell(list, 'id') ?? ''
  const language = {
    id,
    names: [name],
    glottocode: cell(list, 'glottocode'),
    iso639: cell(list, 'silcode'),
  }
  const found = findVariety(language, varieties, mapping, attribution.variety)
  if (found !== undefined) return mapping.has(`variety@${id}`) ? found : attribution.variety
  return {
    code: 'unknown-variety',
    severity: 'error',
    at: { file, line: list.line, row: 1, column: 'language' },
    given: name,
    known: varieties.map((variety) => variety.id),
  }
}

/**
 * The records of a list, with the lines they stand on. What is given for download has no one element
 * around them, so one is put there, on the line of the first.
 */
const recordsIn = (bytes: Uint8Array, file: string): readonly XmlElement[] | Problem => {
  const text = decodeXml(bytes)
  if (!text.ok) return unreadableFile(file, text.error.reason, text.error.detail)
  if (text.value.trim() === '') return unreadableFile(file, 'empty', '')
  const body = text.value.replace(/^\s*<\?xml[^>]*\?>/, (declaration) =>
    declaration.replace(/[^\n]/g, ' '),
  )
  const root = readXml(`<abvd>${body}</abvd>`, file)
  if (!root.ok) return root.error
  const records = recordsUnder(root.value, 3)
  return records.length === 0 ? unreadableFile(file, 'wrong-format', 'ABVD') : records
}

const recordsUnder = (element: XmlElement, depth: number): readonly XmlElement[] =>
  element.children.flatMap((child) => {
    if (!isElement(child)) return []
    if (child.name === 'record') return [child]
    return depth > 1 ? recordsUnder(child, depth - 1) : []
  })

const put = <Value>(
  rows: Row<Value>[],
  { line }: XmlElement,
  file: string,
  row: number,
  value: Value,
): void => {
  rows.push({
    value,
    place: (column) => ({ file, line, row, ...(column !== undefined && { column }) }),
  })
}

const failed = (problem: Problem): ReadResult => ({ lexicon: undefined, problems: [problem] })

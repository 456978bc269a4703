import type { Row } from '../../lexicon/lexicon'
import type { Problem } from '../../lexicon/problem'
import type { Residue } from '../../lexicon/retired'
import { emptyContent, type GatheredContent, rowOf, withContent } from '../content'
import type { Files, ReadContext, ReadResult, Refused } from '../format'
import { unreadableFile } from '../unreadable-file'
import { readXml, readXmlRecords } from '../xml/read-xml'
import { elementsIn, type XmlElement } from '../xml/xml-element'
import { holdsText, inOrder, rawOf, residueRow } from './difference'
import { differenceOfFiles, residueFormIn } from './header'
import { namesInList } from './lists'
import { parseResidue, type ReadEntry, readEntry } from './read-entry'
import { createReading, type EntryReading, type Reading, textOf } from './reading'
import { resolveRelations } from './resolve-relations'

/** A dictionary from a .lift file and, if there is one, the .lift-ranges file beside it. */
export const readLift = (files: Files, context: ReadContext): ReadResult => {
  const [path, bytes] = mainFile(files)
  const ranges = readRanges(files, path)
  if (ranges !== undefined && 'code' in ranges) return { lexicon: undefined, problems: [ranges] }
  let reading: Reading | undefined
  const start = (root: XmlElement): Reading => {
    const inline = elementsIn(root, 'header').flatMap((header) => elementsIn(header, 'ranges'))
    const lists = [...inline, ...(ranges === undefined ? [] : [ranges])]
    return createReading(path, context, namesInList(lists, 'grammatical-info'))
  }
  const content = emptyContent()
  const waiting: ReadEntry[] = []
  const refused: Refused[] = []
  const outside: Residue[] = []
  let nth = 0
  const take = (element: XmlElement, root: XmlElement): void => {
    nth++
    if (root.name !== 'lift') return
    if (element.attributes.dateDeleted !== undefined) {
      // They are written before the others, so they are counted by themselves.
      outside.push(residueRow('', `lift/entry[${outside.length + 1}]`, rawOf(element)))
      return
    }
    reading ??= start(root)
    const read = readEntry(element, nth, reading)
    if ('code' in read) {
      refused.push({ at: read.at, problems: [read] })
      return
    }
    addRecords(content, read, element)
    if (read.waiting.length > 0 || read.residue.length > 0 || read.kept.length > 0)
      waiting.push({ ...read, elements: new Map() })
  }
  const result = readXmlRecords(bytes, path, { record: 'entry', holdsText, take })
  if (!result.ok) return { lexicon: undefined, problems: [result.error] }
  const lift = result.value
  if (lift.name !== 'lift')
    return { lexicon: undefined, problems: [unreadableFile(path, 'wrong-format', lift.name)] }

  const ofFiles = inOrder([...differenceOfFiles(lift, ranges), ...outside])
  for (const row of [...ofFiles, ...residueIn(residueFormIn(lift))])
    content.residue.push(rowOf(row, path))
  for (const entry of waiting) addResidue(content, entry)
  return {
    lexicon: withContent(context.settings, content),
    problems: [...(reading?.problems ?? []), ...refused.flatMap(({ problems }) => problems)].sort(
      (a, b) => a.at.line - b.at.line,
    ),
    refused,
  }
}

const residueIn = (form: XmlElement | undefined): readonly Residue[] =>
  (form && parseResidue(textOf(form))) ?? []

const NOTHING = new Uint8Array(0)

/** The first .lift file, or else whatever there is, so that it can say what is wrong with it. */
const mainFile = (files: Files): readonly [string, Uint8Array] =>
  [...files].find(([path]) => /\.lift$/i.test(path)) ??
  [...files].find(([path]) => !IS_RANGES.test(path)) ?? ['', NOTHING]

const IS_RANGES = /\.lift-ranges$/i

const readRanges = (files: Files, main: string): XmlElement | Problem | undefined => {
  const beside = [...files].filter(([path]) => IS_RANGES.test(path))
  const named = beside.find(([path]) => path.replace(IS_RANGES, '.lift') === main) ?? beside[0]
  if (named === undefined) return undefined
  const [path, bytes] = named
  const result = readXml(bytes, path)
  if (!result.ok) return result.error
  return result.value.name === 'lift-ranges'
    ? result.value
    : unreadableFile(path, 'wrong-format', result.value.name)
}

/** The records of an entry, each with the line it begins on. */
const addRecords = (
  content: GatheredContent,
  { records, elements, reading }: ReadEntry,
  { line }: XmlElement,
): void => {
  const lineOf = (id: string): number => elements.get(id)?.line ?? line
  content.entries.push(rowAt(reading, records.entry, line))
  for (const form of records.forms) content.forms.push(rowAt(reading, form, lineOf(form.id)))
  for (const sense of records.senses) content.senses.push(rowAt(reading, sense, lineOf(sense.id)))
  for (const example of records.examples)
    content.examples.push(rowAt(reading, example, lineOf(example.sense)))
  for (const clip of records.media) content.media.push(rowAt(reading, clip, line))
}

/** Its relations, and all that is residue. */
const addResidue = (content: GatheredContent, entry: ReadEntry): void => {
  const { reading } = entry
  const { relations, residue } = resolveRelations(entry)
  for (const relation of relations) content.relations.push(rowAt(reading, relation, reading.line))
  for (const row of [...inOrder([...entry.residue, ...residue]), ...entry.kept])
    content.residue.push(rowAt(reading, row, reading.line))
}

const rowAt = <Value>({ file, nth }: EntryReading, value: Value, line: number): Row<Value> => ({
  value,
  place: (column) => ({ file, line, row: nth, ...(column !== undefined && { column }) }),
})

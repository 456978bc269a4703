import type { Row } from '../../lexicon/lexicon'
import type { Problem } from '../../lexicon/problem'
import type { Residue } from '../../lexicon/retired'
import { emptyContent, type GatheredContent, rowOf, withContent } from '../content'
import type { Files, ReadContext, ReadResult } from '../format'
import type { Article } from './article'
import type { Draft } from './draft'
import { fileResidue, mappingResidue, readHeader, saidInHeader } from './header'
import { decodeText, type Line, readLines } from './lines'
import { createMarkers, MAPPED_FIELDS, type Markers, OWN_MARKER } from './markers'
import { createDefaults } from './own-line'
import { type ReadFile, readFile, settleArticles, settleDuplicates } from './read-file'
import { residueOf, subentryResidue } from './residue'
import { createVocabulary } from './vocabulary'

interface SfmFile {
  readonly name: string
  readonly text: string
  readonly lines: readonly Line[]
}

/** Reads one or several SFM files: those with records as one dictionary, others are kept whole beside them. */
export const readSfm = (files: Files, context: ReadContext): ReadResult => {
  const problems: Problem[] = []
  const report = (problem: Problem): void => {
    problems.push(problem)
  }
  const texts: SfmFile[] = []
  for (const [name, bytes] of files) {
    const text = decodeText(bytes, name)
    if (typeof text === 'string') texts.push({ name, text, lines: readLines(text) })
    else report(text)
  }
  const markers = createMarkers(mappingFor(texts, context, report))
  const hasRecords = ({ lines }: SfmFile): boolean =>
    lines.some(({ marker }) => markers.roleOf(marker) === 'lx') || lines.every(isHeaderLine)
  const dictionaries = texts.filter(hasRecords)
  const kept: Residue[] = []
  for (const file of texts) {
    if (dictionaries.includes(file)) continue
    const isSfm = file.lines.some(({ marker }) => marker !== '')
    if (isSfm && dictionaries.length > 0) kept.push(fileResidue(file.name, file.text))
    else report(notSfm(file.name, markers))
  }
  if (dictionaries.length === 0) return { lexicon: undefined, problems }
  reportUnknownMarkers(markers, dictionaries, report)

  const vocabulary = createVocabulary(context.settings, markers)
  const read: ReadFile[] = []
  let entries = 0
  for (const { name, lines } of dictionaries) {
    const file = readFile(name, lines, entries, vocabulary, context)
    entries += file.drafts.length
    read.push(file)
  }
  const drafts = read.flatMap((file) => file.drafts)
  for (const file of read) file.problems.forEach(report)
  settleDuplicates(drafts).forEach(report)
  const { articles, references } = settleArticles(drafts, report)

  const meaning = { vocabulary, references, defaults: createDefaults(new Map()) }
  const content = emptyContent()
  const ofFiles = [
    ...mappingResidue(markers.mapping),
    ...read.flatMap(({ header }) => readHeader(header)),
    ...kept,
  ]
  const firstFile = dictionaries[0]?.name ?? ''
  for (const row of ofFiles) content.residue.push(rowOf(row, firstFile))
  articles.forEach((article, index) => {
    const draft = drafts[index]
    if (draft === undefined) return
    addArticle(content, article, draft)
    const line = draft.marks[0]?.line.line ?? 1
    const rows = [
      ...(article.under === undefined ? [] : [subentryResidue(article.under.id)]),
      ...draft.kept.map(({ owner, row }) => ({ ...row, owner: owner.id })),
      ...residueOf(draft, article, meaning),
    ]
    for (const row of rows) content.residue.push(rowAt(row, draft, line))
    draft.marks.length = 0
  })
  return {
    lexicon: withContent(context.settings, content),
    problems,
    refused: read.flatMap((file) => file.refused),
  }
}

/** A dictionary may have no records: Toolbox's own lines and ours alone. */
const isHeaderLine = ({ marker }: Line): boolean => marker.startsWith('_') || marker === OWN_MARKER

const rowAt = <Value>(value: Value, { place }: Draft, line: number): Row<Value> => ({
  value,
  place: (column) => place(line, column),
})

const addArticle = (content: GatheredContent, article: Article, draft: Draft): void => {
  let next = 0
  /** Records were begun nearly in this order. */
  const row = <Value extends object>(value: Value): Row<Value> => {
    const { made } = draft
    for (let i = 0; i < made.length; i++) {
      const index = (next + i) % made.length
      if (made[index]?.record !== value) continue
      next = index + 1
      return rowAt(value, draft, made[index]?.line ?? 1)
    }
    return rowAt(value, draft, 1)
  }
  content.entries.push(row(article.entry))
  for (const form of article.forms) content.forms.push(row(form))
  for (const clip of article.media) content.media.push(row(clip))
  if (article.under !== undefined) content.relations.push(row(article.under))
  for (const relation of article.relations) content.relations.push(row(relation))
  for (const { sense, examples, relations } of article.senses) {
    content.senses.push(row(sense))
    for (const example of examples) content.examples.push(row(example))
    for (const relation of relations) content.relations.push(row(relation))
  }
}

/** What the command says goes before what a file of ours says. */
const mappingFor = (
  files: readonly SfmFile[],
  { mapping }: ReadContext,
  report: (problem: Problem) => void,
): ReadonlyMap<string, string> => {
  const [first] = files
  const said = new Map(files.flatMap(({ lines }) => [...saidInHeader('mapping', lines)]))
  for (const [field, marker] of mapping) {
    if (MAPPED_FIELDS.includes(field)) said.set(field, marker.replace(/^\\/, ''))
    else if (first !== undefined) {
      const at = { file: first.name, line: 1, row: 1 }
      report({
        code: 'unknown-column',
        severity: 'warning',
        at,
        given: field,
        known: MAPPED_FIELDS,
      })
    }
  }
  return said
}

const reportUnknownMarkers = (
  { mapping }: Markers,
  files: readonly SfmFile[],
  report: (problem: Problem) => void,
): void => {
  if (mapping.size === 0) return
  const there = new Set(files.flatMap(({ lines }) => lines.map(({ marker }) => marker)))
  for (const marker of mapping.values()) {
    if (there.has(marker)) continue
    const at = { file: files[0]?.name ?? '', line: 1, row: 1 }
    const known = [...there].filter((name) => name !== '').slice(0, 100)
    report({ code: 'unknown-column', severity: 'warning', at, given: marker, known })
  }
}

const notSfm = (file: string, markers: Markers): Problem => ({
  code: 'unreadable-file',
  severity: 'error',
  at: { file, line: 1, row: 1 },
  reason: 'wrong-format',
  detail: `SFM/MDF (\\${markers.markerOf('lx')} …)`,
})

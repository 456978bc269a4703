import type { Place, Problem } from '../../lexicon/problem'
import type { ReadContext, Refused } from '../format'
import { LONGEST_TEXT } from '../longest-text'
import type { Article } from './article'
import { articleOf } from './article-of-draft'
import { type Draft, settleIds } from './draft'
import { saidInHeader } from './header'
import { type Line, writeLine } from './lines'
import { type Markers, OWN_MARKER } from './markers'
import { createDefaults, readOwn } from './own-line'
import { readArticle } from './read-article'
import { createReferences, type References } from './references'
import { splitRecords } from './split-records'
import type { Vocabulary } from './vocabulary'

/** More lines than this in one record: nobody wrote that. */
const MOST_LINES = 5000

/** A file of records, read as far as it can be without the others. */
export interface ReadFile {
  readonly header: readonly Line[]
  readonly drafts: readonly Draft[]
  readonly refused: readonly Refused[]
  readonly problems: readonly Problem[]
}

/** Reads the records of a file. `begin`: how many entries there are before it. */
export const readFile = (
  file: string,
  lines: readonly Line[],
  begin: number,
  vocabulary: Vocabulary,
  { attribution, hasMedia }: ReadContext,
): ReadFile => {
  const { markers } = vocabulary
  const { header, records, lost } = splitRecords(lines, markers)
  const defaults = createDefaults(saidInHeader('default', header))
  const problems: Problem[] = []
  const refused: Refused[] = []
  const drafts: Draft[] = []
  const warned = new Set<string>()
  const refuse = (problem: Problem): void => {
    problems.push(problem)
    refused.push({ at: problem.at, problems: [problem] })
  }
  const noteInline = (line: Line, place: Draft['place']): void => {
    const inline = inlineMarker(line, markers)
    if (inline === undefined) return
    const at = place(line.line, `\\${line.marker}`)
    problems.push({
      code: 'value-not-understood',
      severity: 'warning',
      at,
      given: inline,
      field: `\\${line.marker}`,
    })
  }

  for (const record of lost) {
    const first = record[0]
    if (first === undefined) continue
    const at = { file, line: first.line, row: first.line }
    const given = writeLine(first.marker, first.text)
    refuse({ code: 'record-without-headword', severity: 'error', at, given: shortened(given) })
  }
  records.forEach((record, index) => {
    const row = index + 1
    const place = (line: number, column?: string): Place => ({
      file,
      line,
      row,
      ...(column !== undefined && { column }),
    })
    if (record.length > MOST_LINES) {
      const at = place(record[0]?.line ?? 1)
      const detail = `> ${MOST_LINES} lines`
      refuse({ code: 'unreadable-file', severity: 'error', at, reason: 'too-large', detail })
      return
    }
    const long = record.find(({ text }) => text.length > LONGEST_TEXT)
    if (long !== undefined) {
      const at = place(long.line, `\\${long.marker}`)
      const detail = `> ${LONGEST_TEXT} characters`
      refuse({ code: 'unreadable-file', severity: 'error', at, reason: 'too-large', detail })
      return
    }
    let main: Draft['main']
    for (const block of blocksOf(record, markers)) {
      const draft = readArticle(block, {
        vocabulary,
        attribution,
        ...(hasMedia !== undefined && { hasMedia }),
        defaults,
        sourceRow: String(row),
        provisional: `new-${begin + drafts.length + 1}`,
        ...(main !== undefined && { main }),
        place,
        report: (problem) => problems.push(problem),
        warn: (line, field) => {
          const isKnown =
            field === '' ? warned.has(line.marker) : warned.has(`${field} ${line.text}`)
          if (isKnown || line.marker === 'dt') return
          warned.add(field === '' ? line.marker : `${field} ${line.text}`)
          const marker = `\\${line.marker}`
          problems.push({
            code: 'value-not-understood',
            severity: 'warning',
            at: place(line.line, marker),
            given:
              field === '' ? shortened(writeLine(line.marker, line.text)) : shortened(line.text),
            field: field === '' ? marker : field,
          })
        },
      })
      for (const line of block) noteInline(line, place)
      drafts.push(draft)
      main ??= draft.entry
    }
  })
  return { header, drafts, refused, problems }
}

/** Every id once: a record copied with its lines of ours is a new record, and that is said. */
export const settleDuplicates = (drafts: readonly Draft[]): readonly Problem[] => {
  const problems: Problem[] = []
  const firstById = new Map<string, Place>()
  for (const { made, place, entry } of drafts)
    for (const { kind, record, provisional, line } of made) {
      if (record.id === provisional) continue
      const key = `${kind} ${record.id}`
      const first = firstById.get(key)
      if (first === undefined) firstById.set(key, place(line))
      else {
        const given = record.id
        problems.push({ code: 'duplicate-id', severity: 'warning', at: place(line), given, first })
        record.id = provisional
        if (record === entry) entry.number = 0
      }
    }
  return problems
}

/** The entries of all files, when each knows the others: relations find their targets by name. */
export const settleArticles = (
  drafts: readonly Draft[],
  report: (problem: Problem) => void,
): { readonly articles: readonly Article[]; readonly references: References } => {
  for (const draft of drafts) settleIds(draft)
  const references = createReferences(drafts)
  const warned = new Set<string>()
  const articles = drafts.map((draft) =>
    articleOf(draft, references, (line) => {
      const given = writeLine(line.marker, line.text)
      if (warned.has(given)) return
      warned.add(given)
      const field = `\\${line.marker}`
      const at = draft.place(line.line, field)
      report({ code: 'value-not-understood', severity: 'warning', at, given: line.text, field })
    }),
  )
  return { articles, references }
}

/** A record and its subentries. */
const blocksOf = (record: readonly Line[], markers: Markers): readonly (readonly Line[])[] => {
  const blocks: Line[][] = []
  for (const line of record) {
    const isSubentry = markers.roleOf(line.marker) === 'se' && line.text !== ''
    if (blocks.length === 0 || isSubentry) blocks.push([line])
    else blocks[blocks.length - 1]?.push(line)
  }
  return blocks
}

const INLINE =
  /\|[a-z]{1,6}\{[^}]{0,200}\}?|(?:^|\s)(?:fv|fe|fn|fr|fs|fi|fb):\S+|\s\\([a-z]{1,4})(?=\s|$)/

/** A field or style within another one's text: `|fv{bok}`, `fv:bok`, a `\ge` in the middle of a line. */
const inlineMarker = ({ marker, text }: Line, markers: Markers): string | undefined => {
  if (!/[|:\\]/.test(text)) return undefined
  if (marker === OWN_MARKER && readOwn(text) !== undefined) return undefined
  const found = INLINE.exec(text)
  if (found === null) return undefined
  if (found[1] !== undefined && markers.roleOf(found[1]) === undefined) return undefined
  return found[0].trim()
}

const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text)

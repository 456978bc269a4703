import type { Residue } from '../../lexicon/retired'
import { joinList, splitList } from '../list-cell'
import { type Line, lineOf, writeLine } from './lines'
import { FIRST_MARKERS, type Markers, OWN_MARKER } from './markers'
import { applyOwn, cellsOf, type Defaults, readOwn, writeOwn } from './own-line'
import { FORMAT_ID } from './residue'

/** How Toolbox knows a dictionary file. */
const TOOLBOX_HEADER = '\\_sh v3.0  400  MDF'

/** Positions of residue of the whole file. */
const HEADER = 'header'
const MAPPING = 'mapping'
const FILE = 'file '

/** What a file of ours says of itself: `\rg mapping gloss.vi=gv`, `\rg default Source=editor`. */
export const saidInHeader = (
  kind: 'mapping' | 'default',
  lines: readonly Line[],
): ReadonlyMap<string, string> => {
  for (const { marker, text } of lines) {
    if (marker !== OWN_MARKER || !text.startsWith(kind)) continue
    const own = readOwn(text)
    if (own?.kind === kind) return new Map(own.cells)
  }
  return new Map()
}

/** What stands before the first record, as residue of the file. */
export const readHeader = (header: readonly Line[]): readonly Residue[] => {
  const rows: Residue[] = []
  const lines: Residue[] = []
  for (const line of header) {
    const own = line.marker === OWN_MARKER ? readOwn(line.text) : undefined
    if (own?.kind === 'residue') {
      const row = { format: '', position: '', raw: '' }
      applyOwn('residue', row, own.cells, () => ({ file: '', line: line.line, row: line.line }))
      rows.push(row)
    } else if (own?.kind !== 'mapping' && own?.kind !== 'default') {
      const raw = line.marker === '' ? line.text : writeLine(line.marker, line.text)
      lines.push({ format: FORMAT_ID, position: HEADER, raw })
    }
  }
  const isUsual = lines.length === 1 && lines[0]?.raw === TOOLBOX_HEADER
  return isUsual ? rows : [...lines, ...rows]
}

/** A file without records beside one with records: kept whole. */
export const fileResidue = (name: string, text: string): Residue => ({
  format: FORMAT_ID,
  position: FILE + name,
  raw: text,
})

export const mappingResidue = (mapping: ReadonlyMap<string, string>): readonly Residue[] =>
  mapping.size === 0
    ? []
    : [{ format: FORMAT_ID, position: MAPPING, raw: joinList(pairsOf(mapping)) }]

/** The mapping that the residue of files keeps; the first, if there are several. */
export const mappingOf = (rows: readonly Residue[]): ReadonlyMap<string, string> => {
  const row = rows.find(isOfFile(MAPPING))
  if (row === undefined) return new Map()
  return new Map(
    splitList(row.raw).flatMap((pair) => {
      const equals = pair.indexOf('=')
      return equals < 0 ? [] : [[pair.slice(0, equals), pair.slice(equals + 1)] as const]
    }),
  )
}

export interface WrittenHeader {
  readonly lines: readonly string[]
  /** Files that were kept whole, by name. */
  readonly files: ReadonlyMap<string, string>
}

/** `rows`: residue of whole files, and what has lost the record it hung on. */
export const writeHeader = (
  rows: readonly Residue[],
  markers: Markers,
  defaults: Defaults,
  isFree: (file: string) => boolean,
): WrittenHeader => {
  const lines: string[] = []
  const own: string[] = []
  const files = new Map<string, string>()
  const mapping = mappingResidue(markers.mapping)[0]
  if (mapping !== undefined)
    own.push(writeLine(OWN_MARKER, writeOwn('mapping', [...markers.mapping])))
  if (defaults.all.size > 0) own.push(writeLine(OWN_MARKER, writeOwn('default', [...defaults.all])))
  let mapped = false
  /** A line that cannot stand in the header is kept aside, with those after it. */
  let inOrder = true
  for (const row of rows) {
    const name = row.position.slice(FILE.length)
    inOrder = inOrder && !(isOfFile(HEADER)(row) && !isHeaderLine(row.raw, markers))
    if (inOrder && isOfFile(HEADER)(row)) lines.push(row.raw)
    else if (!mapped && mapping !== undefined && isOfFile(MAPPING)(row) && row.raw === mapping.raw)
      mapped = true
    else if (isOfFile(FILE + name)(row) && isFree(name) && !files.has(name))
      files.set(name, row.raw)
    else own.push(writeLine(OWN_MARKER, writeOwn('residue', cellsOf('residue', row, []))))
  }
  if (lines.length === 0) lines.push(TOOLBOX_HEADER)
  return { lines: [...lines, ...own], files }
}

const isOfFile =
  (position: string) =>
  (row: Residue): boolean =>
    row.owner === undefined && row.format === FORMAT_ID && row.position === position

/** Whether it would be read as part of the header again. */
const isHeaderLine = (raw: string, { roleOf }: Markers): boolean => {
  const line = lineOf(raw)
  if (line === undefined) return false
  const { marker } = line
  return roleOf(marker) === undefined && !FIRST_MARKERS.has(marker) && marker !== OWN_MARKER
}

const pairsOf = (mapping: ReadonlyMap<string, string>): string[] =>
  [...mapping].map(([field, marker]) => `${field}=${marker}`)

import type { Lexicon } from '../../lexicon/lexicon'
import { type Delimiter, writeForeignCsv } from '../csv'
import type { Files } from '../format'
import { guardFormula } from './formula-guard'
import { writeRows } from './write-rows'

/** The table of a dictionary. Apart from reading, so that the app need not fetch that as well. */
export const writeWide = (lexicon: Lexicon, extension: string, delimiter: Delimiter): Files => {
  const { columns, rows } = writeRows(lexicon)
  const cells = [columns.map(({ path }) => path), ...rows]
  return new Map([[`${lexicon.language.code}.${extension}`, wideBytes(cells, delimiter)]])
}

/** Cells that a spreadsheet would run are guarded. */
export const wideBytes = (
  cells: readonly (readonly string[])[],
  delimiter: Delimiter,
): Uint8Array =>
  new TextEncoder().encode(
    writeForeignCsv(
      cells.map((row) => row.map(guardFormula)),
      delimiter,
    ),
  )

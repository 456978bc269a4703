import { writeForeignCsv } from '../csv'
import type { Files, Refused, Say } from '../format'
import { REASON_HEADER } from '../wide/plan-columns'
import { openDataset, readTable } from './dataset'

/**
 * The list with those rows of its FormTable alone that were refused, the reasons in a last column; with
 * each the rows that were read as one entry with it. Its other tables as they were.
 */
export const writeRefusedWords = (files: Files, refused: readonly Refused[], say: Say): Files => {
  const opened = openDataset(files, 'Wordlist')
  if (!opened.ok) return new Map()
  const dataset = opened.value
  const { tables } = dataset.metadata
  const description = tables.find(({ component }) => component === 'FormTable')
  const table = description && readTable(dataset, description)
  if (description === undefined || table?.ok !== true) return new Map()
  const { header, rows, file } = table.value
  const reasonByRow = new Map(
    refused
      .filter(({ at }) => at.file === file)
      .map(({ at, problems }) => [at.row, problems.map(say).join('\n')]),
  )
  const meaningOf = (row: (typeof rows)[number]): string =>
    ['parameterReference', 'value', 'form'].map((property) => row.get(property)).join('\n')
  const reasonByMeaning = new Map<string, string>()
  for (const row of rows) {
    const reason = reasonByRow.get(row.place().row)
    if (reason !== undefined) reasonByMeaning.set(meaningOf(row), reason)
  }
  const kept = header.cells.flatMap((name, index) => (name === REASON_HEADER ? [] : [index]))
  const left = rows.flatMap((row) => {
    const reason = reasonByRow.get(row.place().row) ?? reasonByMeaning.get(meaningOf(row))
    return reason === undefined ? [] : [[...kept.map((index) => row.raw[index] ?? ''), reason]]
  })
  const names = [...kept.map((index) => header.cells[index] ?? ''), REASON_HEADER]
  const text = writeForeignCsv([names, ...left], description.delimiter)
  const written = new Map<string, Uint8Array>()
  for (const [path, bytes] of dataset.files) {
    const isOfIt =
      dataset.folder + path === dataset.metadata.file || tables.some(({ url }) => url === path)
    if (path === description.url) written.set(path, new TextEncoder().encode(text))
    else if (isOfIt) written.set(path, bytes)
  }
  return written
}

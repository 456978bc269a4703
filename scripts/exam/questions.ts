import { type Question, SPLITS, type Split } from '../../src/search/exam'

/** A question with what the file says of it, for whoever reads about a miss. */
export interface AskedQuestion extends Question {
  readonly note: string
}

/**
 * The questions of a golden file: tab-separated, comments begin with #, the first other line names
 * the columns. Throws with file and line where one is not right.
 */
export const goldenQuestions = (text: string, file: string): readonly AskedQuestion[] =>
  readTable(text, file, ['query', 'expected', 'class', 'note', 'split']).map((cell) => ({
    query: cell('query'),
    expected: cell('expected').split('; '),
    class: cell('class'),
    note: cell('note'),
    split: cell('split', SPLITS),
  }))

/** Of the rows in this order every third is for training, as in the golden files. */
const EVERY_THIRD: readonly Split[] = ['test', 'test', 'train']

/** The questions of a file of spellings found in other sources: query, headword, gloss, class. */
export const spellingQuestions = (text: string, file: string): readonly AskedQuestion[] =>
  readTable(text, file, ['query', 'expected', 'gloss', 'class']).map((cell, i) => ({
    query: cell('query'),
    expected: [cell('expected')],
    class: cell('class'),
    note: `«${cell('gloss')}»`,
    split: EVERY_THIRD[i % 3]!,
  }))

/** What a row has in a column; one of `known` where these are given. */
type Cell = {
  (column: string): string
  <Known extends string>(column: string, known: readonly Known[]): Known
}

/** Every cell is filled in. */
const readTable = (text: string, file: string, columns: readonly string[]): readonly Cell[] => {
  const lines = text
    .split(/\r?\n/)
    .map((line, i) => ({ cells: line.split('\t'), line: i + 1 }))
    .filter(({ cells }) => cells.join('') !== '' && !cells[0]!.startsWith('#'))
  const names = lines[0]?.cells ?? []
  const missing = columns.find((column) => !names.includes(column))
  if (missing !== undefined)
    throw new Error(`${file}:${lines[0]?.line ?? 1}: the column ${missing} is missing.`)
  return lines.slice(1).map(({ cells, line }) => (column: string, known?: readonly string[]) => {
    const cell = cells[names.indexOf(column)] ?? ''
    if (cell === '') throw new Error(`${file}:${line} ${column}: nothing is filled in.`)
    if (known !== undefined && !known.includes(cell))
      throw new Error(`${file}:${line} ${column}: "${cell}" is none of ${known.join(', ')}.`)
    return cell
  }) as Cell[]
}

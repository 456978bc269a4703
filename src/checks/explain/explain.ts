import type { Place, Problem } from '../../lexicon/problem'

/** One line for people: where it is, what is wrong, what to do; the code at the end for DATA-GUIDE.md. */
export type Explain = (problem: Problem) => string

/** How many codes a sentence lists before it points to the table instead. */
const LISTED = 12

/** Puts a sentence after its place: `ba-na/entries.csv:2 Headword: …`. */
export const withPlace = ({ at, code }: Problem, sentence: string): string =>
  `${placeAsText(at)}: ${sentence} (${code})`

/** The same without place and code, for reports that show these in their own way. */
export const sentenceAlone = (explain: Explain, problem: Problem): string => {
  const { at, code } = problem
  return explain(problem).slice(`${placeAsText(at)}: `.length, -` (${code})`.length)
}

/** `file:line column`: what editors and git show. */
export const placeAsText = ({ file, line, column }: Place): string =>
  column === undefined ? `${file}:${line}` : `${file}:${line} ${column}`

/** `> 1000000 characters` in words; what is measured is told by its English plural. */
export const measured = (detail: string, words: Readonly<Record<string, string>>): string =>
  detail.replace(/[a-z]+|>/g, (word) => words[word] ?? word)

/** The codes one can use, where they are few enough to read. */
export const listed = (known: readonly string[]): string | undefined =>
  known.length > 0 && known.length <= LISTED ? known.join(', ') : undefined

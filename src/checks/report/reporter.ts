import type { Problem } from '../../lexicon/problem'
import type { Explain } from '../explain/explain'

/** Problems as one text for some reader; `folder`: the data folder from the root of the repository, with `/`. */
export type Reporter = (problems: readonly Problem[], explain: Explain, folder: string) => string

/** Path of the file of a problem from the root of the repository. */
export const pathOf = ({ at }: Problem, folder: string): string =>
  folder === '' ? at.file : `${folder}/${at.file}`

/** Which column it is, before what is said of it. */
export const afterColumn = ({ at }: Problem, sentence: string): string =>
  at.column === undefined ? sentence : `${at.column}: ${sentence}`

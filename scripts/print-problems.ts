import { EXPLANATIONS } from '../src/checks/explain/index'
import { toGitHub } from '../src/checks/report/github'
import { toJsonLines } from '../src/checks/report/json'
import type { Reporter } from '../src/checks/report/reporter'
import { toSarif } from '../src/checks/report/sarif'
import type { Problem } from '../src/lexicon/problem'

/** In which language problems are printed. */
export type ProblemLanguage = keyof typeof EXPLANATIONS

export const PROBLEM_LANGUAGES = Object.keys(EXPLANATIONS)

export const isProblemLanguage = (given: string): given is ProblemLanguage =>
  PROBLEM_LANGUAGES.includes(given)

/** For whom problems are printed; `text` for people. */
export type ProblemFormat = 'text' | keyof typeof REPORTERS

const REPORTERS = {
  json: toJsonLines,
  sarif: toSarif,
  github: toGitHub,
} as const satisfies Record<string, Reporter>

export const PROBLEM_FORMATS: readonly string[] = ['text', ...Object.keys(REPORTERS)]

export const isProblemFormat = (given: string): given is ProblemFormat =>
  PROBLEM_FORMATS.includes(given)

/** Prints a line a problem to standard output, by file and line, errors and warnings alike; gives the number of errors. */
export const printProblems = (problems: readonly Problem[], language: ProblemLanguage): number => {
  const explain = EXPLANATIONS[language]
  for (const problem of inOrder(problems)) {
    const mark = problem.severity === 'error' ? '' : `${WARNING[language]}: `
    console.log(`${mark}${explain(problem)}`)
  }
  return problems.filter((problem) => problem.severity === 'error').length
}

/** Problems for a program; `folder`: the data folder from the root of the repository, with `/`. */
export const reportProblems = (
  problems: readonly Problem[],
  format: Exclude<ProblemFormat, 'text'>,
  language: ProblemLanguage,
  folder: string,
): string => REPORTERS[format](inOrder(problems), EXPLANATIONS[language], folder)

/** By file, then line, then as the rules found them. */
export const inOrder = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort(
    (a, b) => compare(a.at.file, b.at.file) || a.at.line - b.at.line || a.at.row - b.at.row,
  )

const WARNING: Readonly<Record<ProblemLanguage, string>> = { vi: 'Cảnh báo', en: 'Warning' }

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

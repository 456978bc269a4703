import { checkLexicon } from '../src/checks/index'
import type { Lexicon } from '../src/lexicon/lexicon'
import type { Problem } from '../src/lexicon/problem'
import { type ProblemLanguage, printProblems } from './print-problems'

/** Prints errors and warnings, as JSON errors alone; gives the number of errors. */
export const tellErrors = (
  problems: readonly Problem[],
  { lang, json }: { readonly lang: ProblemLanguage; readonly json: boolean },
): number => {
  if (!json) return printProblems(problems, lang)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) console.log(JSON.stringify({ blocking: errors, written: false }))
  return errors.length
}

/** Errors that the dictionary would get by a change. */
export const newErrors = (before: Lexicon, after: Lexicon): readonly Problem[] => {
  const known = new Set(checkLexicon(before).map((problem) => JSON.stringify(problem)))
  return checkLexicon(after).filter(
    (problem) => problem.severity === 'error' && !known.has(JSON.stringify(problem)),
  )
}

import { sentenceAlone } from '../explain/explain'
import { afterColumn, pathOf, type Reporter } from './reporter'

/** Workflow commands of GitHub Actions, one a line: each becomes a note at the line of a pull request. */
export const toGitHub: Reporter = (problems, explain, folder) =>
  problems
    .map((problem) => {
      const { severity, at, code } = problem
      const properties = [
        `file=${escapeProperty(pathOf(problem, folder))}`,
        `line=${at.line}`,
        `title=${escapeProperty(code)}`,
      ]
      const message = afterColumn(problem, sentenceAlone(explain, problem))
      return `::${severity} ${properties.join(',')}::${escapeMessage(message)}`
    })
    .join('\n')

const escapeMessage = (text: string): string =>
  text.split('%').join('%25').split('\r').join('%0D').split('\n').join('%0A')

const escapeProperty = (text: string): string =>
  escapeMessage(text).split(':').join('%3A').split(',').join('%2C')

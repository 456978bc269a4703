import { sentenceAlone } from '../explain/explain'
import { afterColumn, pathOf, type Reporter } from './reporter'

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0): what review tools and editors read. */
export const toSarif: Reporter = (problems, explain, folder) => {
  const codes = [...new Set(problems.map(({ code }) => code))].sort()
  const results = problems.map((problem) => ({
    ruleId: problem.code,
    ruleIndex: codes.indexOf(problem.code),
    level: problem.severity,
    message: { text: afterColumn(problem, sentenceAlone(explain, problem)) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(pathOf(problem, folder)), uriBaseId: '%SRCROOT%' },
          region: { startLine: problem.at.line },
        },
      },
    ],
  }))
  const rules = codes.map((id) => ({
    id,
    shortDescription: { text: id },
    help: { text: `docs/DATA-GUIDE.md: ${id}` },
    defaultConfiguration: {
      level: problems.some(({ code, severity }) => code === id && severity === 'error')
        ? 'error'
        : 'warning',
    },
  }))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Rong', rules } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  }
  return JSON.stringify(log, null, 2)
}

/** Each part of a path as a part of an address; a lone surrogate has no bytes and is left out. */
const uriOf = (path: string): string =>
  path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/[\ud800-\udfff]/gu, '')))
    .join('/')

import { parseArgs } from 'node:util'
import { inOrder, isProblemLanguage, PROBLEM_LANGUAGES, printProblems } from './print-problems'
import { readChecked } from './read-lexicon'

const USAGE = `npm run check [-- options]    reads every table and prints what is wrong with it

  --data DIR     folder of the tables (data)
  --lang vi|en   language of the sentences (vi)
  --json         one problem a line, as JSON
  --help

Exits 1 when there is an error, 0 when there are warnings at most.`

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'data' },
    lang: { type: 'string', default: 'vi' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const SUMMARY = {
  vi: (entries: number, errors: number, warnings: number) =>
    `${entries} mục từ, ${errors} lỗi, ${warnings} cảnh báo`,
  en: (entries: number, errors: number, warnings: number) =>
    `${entries} entries, ${errors} errors, ${warnings} warnings`,
}

if (values.help) {
  console.log(USAGE)
} else if (!isProblemLanguage(values.lang)) {
  console.error(`--lang ${values.lang}: use one of ${PROBLEM_LANGUAGES.join(', ')}`)
  process.exitCode = 2
} else {
  const { lexicons, problems } = readChecked(values.data)
  const entries = lexicons.reduce((sum, lexicon) => sum + lexicon.entries.length, 0)
  const errors = problems.filter((problem) => problem.severity === 'error').length
  if (values.json) {
    for (const problem of inOrder(problems)) console.log(JSON.stringify(problem))
  } else {
    printProblems(problems, values.lang)
    console.log(SUMMARY[values.lang](entries, errors, problems.length - errors))
  }
  process.exitCode = errors > 0 ? 1 : 0
}

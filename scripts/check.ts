import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { listLanguages } from './files'
import {
  isProblemFormat,
  isProblemLanguage,
  PROBLEM_FORMATS,
  PROBLEM_LANGUAGES,
  type ProblemFormat,
  type ProblemLanguage,
  printProblems,
  reportProblems,
} from './print-problems'
import { readChecked } from './read-lexicon'

const USAGE = `npm run check [-- options] [WHAT…]    reads every table and prints what is wrong with it

  WHAT             languages (ba-na), the folder of one (data/ba-na), or a folder of several in the
                   place of --data; none: all
  --data DIR       folder of the tables (data)
  --lang vi|en     language of the sentences (vi)
  --format FORMAT  text     a sentence a problem, for people
                   json     one problem a line; places count from the folder of the tables
                   sarif    SARIF 2.1.0, for review tools
                   github   annotations of GitHub Actions
  --json           the same as --format json
  --help

Exits 1 when there is an error, 0 when there are warnings at most.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: 'data' },
    lang: { type: 'string', default: 'vi' },
    format: { type: 'string', default: 'text' },
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

process.exitCode = main()

/** The exit code; 2 when the command is not right. */
function main(): number {
  const format = values.json ? 'json' : values.format
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  if (!isProblemLanguage(values.lang)) {
    console.error(`--lang ${values.lang}: use one of ${PROBLEM_LANGUAGES.join(', ')}`)
    return 2
  }
  if (!isProblemFormat(format)) {
    console.error(`--format ${format}: use one of ${PROBLEM_FORMATS.join(', ')}`)
    return 2
  }
  const scope = scopeOf(values.data, positionals)
  if (typeof scope === 'string') {
    console.error(scope)
    return 2
  }
  return check(scope, format, values.lang)
}

interface Scope {
  readonly root: string
  readonly languages: readonly string[]
}

/** What to read, or a sentence that says why it cannot be read. */
function scopeOf(data: string, names: readonly string[]): Scope | string {
  const [only] = names
  if (names.length === 1 && listIfFolder(only!).some((name) => isLanguageFolder(join(only!, name))))
    return scopeOf(only!, [])
  const folders = names.filter(isLanguageFolder)
  const [root = data, other] = new Set(folders.map((folder) => dirname(resolve(folder))))
  if (other !== undefined) return `${root} and ${other}: check folders of one place at a time.`
  if (folders.length > 0 && folders.length < names.length)
    return `Name either languages or folders, not both: ${names.join(' ')}`
  const known = listIfFolder(root)
  if (known.length === 0) return `There are no tables in ${root}. Name their folder: --data DIR`
  if (names.length === 0) return { root, languages: known }
  const languages = folders.length > 0 ? folders.map((folder) => basename(resolve(folder))) : names
  const unknown = languages.find((language) => !known.includes(language))
  if (unknown === undefined) return { root, languages }
  return `There is no ${unknown} in ${root}. There are: ${known.join(', ')}`
}

function listIfFolder(path: string): readonly string[] {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? listLanguages(path) : []
}

function isLanguageFolder(path: string): boolean {
  return existsSync(join(path, 'language.json'))
}

function check({ root, languages }: Scope, format: ProblemFormat, lang: ProblemLanguage): number {
  const { lexicons, problems } = readChecked(root, languages)
  const entries = lexicons.reduce((sum, lexicon) => sum + lexicon.entries.length, 0)
  const errors = problems.filter((problem) => problem.severity === 'error').length
  const summary = SUMMARY[lang](entries, errors, problems.length - errors)
  if (format === 'text') {
    printProblems(problems, lang)
    console.log(summary)
  } else {
    const folder = relative('.', root).split(sep).join('/')
    const report = reportProblems(problems, format, lang, folder)
    if (report !== '') console.log(report)
    console.error(summary)
  }
  return errors > 0 ? 1 : 0
}

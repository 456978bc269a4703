import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeTables } from '../src/formats/tables'
import type { Lexicon } from '../src/lexicon/lexicon'
import { applyVerdicts, type Outcome, subjectsOf, type Verdict } from '../src/merge/review-list'
import { readVerdicts, type VerdictDefaults, writeVerdictSheet } from '../src/merge/verdict-sheet'
import { changeFolder, listLanguages, readBytes, readText, writeAtomically } from './files'
import {
  isProblemLanguage,
  PROBLEM_LANGUAGES,
  type ProblemLanguage,
  printProblems,
} from './print-problems'
import { readLexicon } from './read-lexicon'
import { SENTENCES } from './review/sentences'

const USAGE = `npm run review -- --language xo-dang --list VERDICTS.csv [--apply]
npm run review -- --language xo-dang --reject --source ID --reviewer NAME --reason TEXT [--apply]
npm run review -- --language xo-dang --sheet FILE.csv

Takes verdicts on forms, senses and recordings: each becomes a row of reviews.csv, and its record takes that
state. Without --apply this is a dry run. A later verdict overrides an earlier one.

  --language CODE  the dictionary: ba-na, gia-rai, xo-dang, gie-trieng
  --list FILE      CSV, TSV or XLSX with the columns id, verdict (reviewed, rejected), reviewer, date,
                   reason; in Vietnamese mã, kết luận (đúng, sai), người duyệt, ngày, lý do
  --ids LIST       ids, with commas: of forms, senses, examples, recordings; to reject, of entries too
  --source ID      everything that comes from this source, as a list imported under its own name
  --reject         rejects them · --confirm says that a speaker confirmed them; for rows of a list
                   that have no verdict of their own
  --reviewer NAME  who judged, as he or she agreed to be named
  --reason TEXT    why; needed to reject
  --date DATE      YYYY-MM-DD (today)
  --sheet FILE     writes a sheet of all drafts, to be filled in and given back with --list
  --apply          writes; nothing is written when a verdict cannot be taken
  --data DIR       folder of the tables (data)
  --lang vi|en     language of the sentences (vi)
  --help

Exits 1 when a verdict cannot be taken, 2 when the command is not right.`

/** Longer lists are in the file that was given; the counts tell the rest. */
const MOST_LINES = 40

const JUDGED_FILES: readonly string[] = [
  'forms.csv',
  'forms-share-alike.csv',
  'senses.csv',
  'examples.csv',
  'media.csv',
  'reviews.csv',
]

const { values } = parseArgs({
  options: {
    language: { type: 'string' },
    list: { type: 'string' },
    ids: { type: 'string' },
    source: { type: 'string' },
    reject: { type: 'boolean', default: false },
    confirm: { type: 'boolean', default: false },
    reviewer: { type: 'string' },
    reason: { type: 'string' },
    date: { type: 'string' },
    sheet: { type: 'string' },
    apply: { type: 'boolean', default: false },
    data: { type: 'string', default: 'data' },
    lang: { type: 'string', default: 'vi' },
    help: { type: 'boolean', default: false },
  },
})

process.exitCode = await main()

async function main(): Promise<number> {
  const { language, lang, list, ids, source, sheet, data } = values
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  if (!isProblemLanguage(lang))
    return refuse(`--lang ${lang}: use one of ${PROBLEM_LANGUAGES.join(', ')}.`)
  const languages = existsSync(data) ? listLanguages(data) : []
  if (language === undefined || !languages.includes(language))
    return refuse(`--language ${language ?? 'is missing'}: use one of ${languages.join(', ')}.`)
  const ways = [list, ids, source, sheet].filter((way) => way !== undefined)
  if (ways.length !== 1) return refuse('Name one of --list, --ids, --source and --sheet.')
  if (values.reject && values.confirm) return refuse('Name one of --reject and --confirm.')
  if ((ids !== undefined || source !== undefined) && !values.reject && !values.confirm)
    return refuse('Say what the verdict is: --reject or --confirm.')

  const { lexicon, problems } = readLexicon(data, language)
  const unexplained = (lexicon?.unexplained ?? []).map(
    ({ at, text }) => ({ code: 'unexplained-cell', severity: 'error', at, given: text }) as const,
  )
  const faults = [...problems, ...unexplained].filter(({ severity }) => severity === 'error')
  if (lexicon === undefined || faults.length > 0) {
    printProblems(faults, lang)
    console.error(SENTENCES[lang].blocked)
    return 1
  }
  if (sheet !== undefined) {
    writeAtomically(sheet, writeVerdictSheet(lexicon))
    console.log(SENTENCES[lang].written(sheet))
    return 0
  }
  const verdicts = await verdictsOf(lexicon, lang)
  return typeof verdicts === 'number' ? verdicts : judge(lexicon, verdicts, lang)
}

function refuse(sentence: string): number {
  console.error(`${sentence}\nnpm run review -- --help`)
  return 2
}

/** What the command says; an exit code where it says nothing that can be used. */
async function verdictsOf(
  lexicon: Lexicon,
  lang: ProblemLanguage,
): Promise<readonly Verdict[] | number> {
  const { list, ids, source } = values
  const defaults: VerdictDefaults = {
    verdict: values.reject ? 'rejected' : values.confirm ? 'reviewed' : '',
    reviewer: values.reviewer ?? '',
    date: values.date ?? new Date().toISOString().slice(0, 10),
    reason: values.reason ?? '',
  }
  if (list === undefined) {
    const subjects = source === undefined ? (ids ?? '').split(',') : subjectsOf(lexicon, source)
    if (subjects.length === 0)
      return refuse(
        `--source ${source}: nothing comes from it. Use one of ${[...new Set(lexicon.forms.map(({ value }) => value.source))].join(', ')}.`,
      )
    const { verdict = '', reviewer = '', date = '', reason = '' } = defaults
    const at = { file: source === undefined ? '--ids' : `--source ${source}`, line: 1, row: 1 }
    return subjects.map((subject) => ({
      subject: subject.trim(),
      verdict,
      reviewer,
      date,
      reason,
      at,
    }))
  }
  const bytes = readBytes(list)
  if (bytes === undefined) return refuse(`--list ${list}: there is no such file.`)
  const read = await readVerdicts(bytes, basename(list), defaults)
  if (read.ok && read.value.length > 0) return read.value
  if (read.ok) console.error(SENTENCES[lang].noVerdicts(list))
  else if (read.error.kind === 'no-ids') console.error(SENTENCES[lang].noIds(list))
  else printProblems([read.error.problem], lang)
  return 1
}

function judge(lexicon: Lexicon, verdicts: readonly Verdict[], lang: ProblemLanguage): number {
  const say = SENTENCES[lang]
  const judged = applyVerdicts(lexicon, verdicts)
  for (const outcome of judged.outcomes)
    if (outcome.kind === 'refused') console.log(say.refused(outcome))
  const taken = judged.outcomes.filter(({ kind }) => kind === 'judged')
  for (const outcome of taken.slice(0, MOST_LINES)) console.log(say.judged(outcome))
  if (taken.length > MOST_LINES) console.log(say.more(taken.length - MOST_LINES))
  const countOf = (kind: Outcome['kind']): number =>
    judged.outcomes.filter((outcome) => outcome.kind === kind).length
  const refused = countOf('refused')
  console.log(say.summary(taken.length, countOf('unchanged'), refused))
  if (refused > 0) {
    console.error(say.nothingWritten)
    return 1
  }
  if (!values.apply) {
    console.log(say.dryRun)
    return 0
  }
  const folder = join(values.data, lexicon.language.code)
  changeFolder(folder, changedTables(folder, judged.lexicon))
  console.log(say.written(folder))
  return 0
}

/** Tables that a verdict can change, where they are not as they were. */
function changedTables(folder: string, lexicon: Lexicon): ReadonlyMap<string, string> {
  const changed = new Map<string, string>()
  for (const [path, text] of writeTables(lexicon)) {
    const name = basename(path)
    if (!JUDGED_FILES.includes(name) || readText(join(folder, name)) === text) continue
    changed.set(name, text)
  }
  return changed
}

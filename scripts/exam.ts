import { parseArgs } from 'node:util'
import { LAST_RANK, rankOf, SPLITS, type Split } from '../src/search/exam'
import { belowFloors, floorsUnder, readFloors, writeFloors } from './exam/floors'
import {
  ALL,
  type ClassScore,
  classScores,
  type Marked,
  misses,
  missLine,
  scoreTable,
} from './exam/report'
import { type Answer, type ExamSet, goldenSets, SPELLINGS_LANGUAGE, spellingSet } from './exam/sets'

const USAGE = `npm run exam -- [options]    how well search answers queries whose answers are known

  --language CODE          only this language (all)
  --class NAME             only this class of queries (all)
  --split train|test|all   to tune with, to report, or both side by side (all)
  --misses N               list the N worst misses (20)
  --golden                 only test/golden, not the spellings of ../shared
  --set-floor              rewrite test/golden/floor.json, two points under today's scores
  --json                   one object a score or miss, a line each
  --help

Every third query is for training: look at those when you tune (--split train), and judge by the
others. Exits 1 when a class is below its floor on the test split. RONG_SHARED names another ../shared.`

const { values } = parseArgs({
  options: {
    language: { type: 'string' },
    class: { type: 'string' },
    split: { type: 'string', default: 'all' },
    misses: { type: 'string', default: '20' },
    golden: { type: 'boolean', default: false },
    'set-floor': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const FOLDERS = {
  data: 'data',
  golden: 'test/golden',
  shared: process.env.RONG_SHARED ?? '../shared',
}
const FLOOR_FILE = `${FOLDERS.golden}/floor.json`

/** Ranks are counted further than they score, to tell what comes late from what does not come. */
const LOOKED_THROUGH = 100

process.exitCode = await main()

/** The exit code: 1 when a class is below its floor, 2 when the command is not right. */
async function main(): Promise<number> {
  const most = Number(values.misses)
  const splits = SPLITS.filter((split) => values.split === 'all' || values.split === split)
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  if (!Number.isInteger(most) || most < 0 || splits.length === 0) {
    console.error(USAGE)
    return 2
  }
  if (values['set-floor'] && (values.language ?? values.class) !== undefined) {
    console.error('--set-floor takes every class: leave out --language and --class.')
    return 2
  }
  try {
    return await holdExam(most, splits)
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault)
    return 1
  }
}

async function holdExam(most: number, splits: readonly Split[]): Promise<number> {
  const sets = await chosenSets()
  if (sets.length === 0) {
    console.error('No query fits --language and --class. Run without them to see what there is.')
    return 2
  }
  const marked: Marked[] = []
  for (const set of sets) marked.push(...(await marksOf(set, most > 0)))
  // One class of a set is not all of it.
  const scores = classScores(marked).filter(
    (score) => values.class === undefined || score.class !== ALL,
  )
  const missed = misses(marked.filter(({ question }) => splits.includes(question.split)))
  if (values.json) printJson(scores, missed.slice(0, most))
  else printTables(sets, scores, splits)
  if (!values.json && missed.length > 0 && most > 0) {
    console.log(`The ${Math.min(most, missed.length)} worst of ${missed.length} misses:`)
    for (const miss of missed.slice(0, most)) console.log(`  ${missLine(miss)}`)
  }
  const floors = readFloors(FLOOR_FILE)
  if (values['set-floor']) {
    writeFloors(FLOOR_FILE, floorsUnder(scores, floors))
    console.error(`${FLOOR_FILE} is rewritten.`)
    return 0
  }
  const below = belowFloors(scores, floors, { whole: values.class === undefined })
  for (const sentence of below) console.error(sentence)
  return below.length > 0 ? 1 : 0
}

function printTables(
  sets: readonly ExamSet[],
  scores: readonly ClassScore[],
  splits: readonly Split[],
): void {
  for (const set of sets) {
    const ofSet = scores.filter((score) => score.set === set.id)
    console.log(`${scoreTable(set, ofSet, splits).join('\n')}\n`)
  }
}

function printJson(scores: readonly ClassScore[], worst: readonly Marked[]): void {
  for (const { set, class: name, scores: of } of scores)
    console.log(JSON.stringify({ set, class: name, ...of }))
  for (const { set, question, lateRank, first } of worst) {
    const { query, expected, class: name, split } = question
    const miss = { query, expected, split, rank: lateRank ?? null, first: first?.name ?? null }
    console.log(JSON.stringify({ set: set.id, class: name, miss }))
  }
}

async function chosenSets(): Promise<readonly ExamSet[]> {
  const { language } = values
  const sets = [...(await goldenSets(FOLDERS, language))]
  if (!values.golden && (language === undefined || language === SPELLINGS_LANGUAGE)) {
    const spellings = await spellingSet(FOLDERS)
    if (spellings !== undefined) sets.push(spellings)
    else
      console.error(`not run: the spellings of other sources, which are not in ${FOLDERS.shared}`)
  }
  return sets
    .map((set) => ({
      ...set,
      questions: set.questions.filter(
        (question) => values.class === undefined || values.class === question.class,
      ),
    }))
    .filter(({ questions }) => questions.length > 0)
}

async function marksOf(set: ExamSet, late: boolean): Promise<readonly Marked[]> {
  const marks: Marked[] = []
  for (const question of set.questions) {
    const rankAmong = (answers: readonly Answer[]) =>
      rankOf(
        answers.map(({ name }) => name),
        question.expected,
      )
    const answers = await set.ask(question, LAST_RANK)
    const rank = rankAmong(answers)
    const lateRank = rank ?? (late ? rankAmong(await set.ask(question, LOOKED_THROUGH)) : undefined)
    marks.push({ set, question, rank, lateRank, first: answers[0] })
  }
  return marks
}

import { type Score, type Split, scoreOf } from '../../src/search/exam'
import type { AskedQuestion } from './questions'
import type { Answer, ExamSet } from './sets'

/** A question with what came of it. */
export interface Marked {
  readonly set: ExamSet
  readonly question: AskedQuestion
  /** Among the answers that count. */
  readonly rank: number | undefined
  /** Among many more answers. */
  readonly lateRank: number | undefined
  readonly first: Answer | undefined
}

/** The scores of a class of a set; `class` is {@link ALL} for all of them together. */
export interface ClassScore {
  readonly set: string
  readonly class: string
  readonly scores: Readonly<Record<Split | 'all', Score>>
}

export const ALL = 'all'

/** In the order of the sets and of their classes, all of a set last. */
export const classScores = (marked: readonly Marked[]): readonly ClassScore[] =>
  distinct(marked.map(({ set }) => set.id)).flatMap((set) => {
    const ofSet = marked.filter((mark) => mark.set.id === set)
    const classes = distinct(ofSet.map(({ question }) => question.class))
    return [...classes, ALL].map((name) => {
      const some = ofSet.filter(({ question }) => name === ALL || question.class === name)
      const of = (split: Split) =>
        scoreOf(some.filter(({ question }) => question.split === split).map(({ rank }) => rank))
      const all = scoreOf(some.map(({ rank }) => rank))
      return { set, class: name, scores: { test: of('test'), train: of('train'), all } }
    })
  })

/** One set's scores as lines, a split beside the other. */
export const scoreTable = (
  { title, toReach }: Pick<ExamSet, 'title' | 'toReach'>,
  scores: readonly ClassScore[],
  splits: readonly Split[],
): readonly string[] => {
  const width = Math.max(...scores.map((score) => score.class.length)) + 2
  const heads = splits.map((split) => `${SPLIT_NAMES[split]}     n   S@1   S@5   MRR`)
  const line = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(width)}${cells.map((cell, i) => cell.padStart(heads[i]!.length)).join('   ')}`
  const whole = scores.find((score) => score.class === ALL)?.scores.all
  return [
    title,
    line('', heads),
    ...scores.map((score) =>
      line(
        score.class,
        splits.map((split) => figures(score.scores[split])),
      ),
    ),
    ...(toReach === undefined || whole === undefined
      ? []
      : [`  both splits: S@5 ${whole.successAt5.toFixed(3)}, to reach ${toReach}`]),
  ]
}

const SPLIT_NAMES: Readonly<Record<Split, string>> = {
  test: 'report (test)',
  train: 'tuned on (train)',
}

const figures = ({ queries, successAt1, successAt5, mrr }: Score): string =>
  queries === 0
    ? '0'
    : [String(queries), ...[successAt1, successAt5, mrr].map((share) => share.toFixed(3))]
        .map((text) => text.padStart(5))
        .join(' ')

/** Those not first, the worst first: what does not come at all, then what comes latest. */
export const misses = (marked: readonly Marked[]): readonly Marked[] =>
  marked
    .filter(({ rank }) => rank !== 1)
    .map((mark, place) => ({ mark, place }))
    .sort((a, b) => lateness(b.mark) - lateness(a.mark) || a.place - b.place)
    .map(({ mark }) => mark)

const lateness = ({ lateRank }: Marked): number => lateRank ?? Number.MAX_SAFE_INTEGER

/** The query, what was expected, where it came, and what came first. */
export const missLine = ({ set, question, lateRank, first }: Marked): string =>
  [
    `${set.id} ${question.class} (${question.split})`,
    question.query,
    `${question.expected.join(' or ')} ${question.note}`,
    lateRank === undefined ? 'not found' : `rank ${lateRank}`,
    first === undefined
      ? 'nothing came'
      : `first: ${first.name} ${first.hit.matched} (${first.hit.match} ${first.hit.cost.toFixed(2)})`,
  ].join(' · ')

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)]

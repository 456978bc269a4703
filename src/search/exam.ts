/** Of the questions some are for tuning costs with; only what the others give is reported. */
export const SPLITS = ['test', 'train'] as const
export type Split = (typeof SPLITS)[number]

/** A query, with what answers it: any of the expected is as good as another. */
export interface Question {
  readonly query: string
  /** At least one: entry ids or headwords, as whoever asks can tell entries apart. */
  readonly expected: readonly string[]
  /** What makes it hard: `cross-source`, `gloss-vi`. */
  readonly class: string
  readonly split: Split
}

/** Shares from 0 to 1. `mrr`: the mean of 1 / rank, where a rank beyond 10 counts as none. */
export interface Score {
  readonly queries: number
  readonly successAt1: number
  readonly successAt5: number
  readonly mrr: number
}

/** What a score must reach. */
export type Floor = Omit<Score, 'queries'>

const FIGURES: readonly (keyof Floor)[] = ['successAt1', 'successAt5', 'mrr']
/** Answers that a rank is looked for in. */
export const LAST_RANK = 10

/** From 1; none where no answer is expected. */
export const rankOf = (
  answers: readonly string[],
  expected: readonly string[],
): number | undefined => {
  const at = answers.findIndex((answer) => expected.includes(answer))
  return at < 0 ? undefined : at + 1
}

/** The score of some ranks; of none, zeros. */
export const scoreOf = (ranks: readonly (number | undefined)[]): Score => {
  const share = (worth: (rank: number) => number) =>
    ranks.reduce((sum: number, rank) => sum + (rank === undefined ? 0 : worth(rank)), 0) /
    Math.max(ranks.length, 1)
  return {
    queries: ranks.length,
    successAt1: share((rank) => (rank === 1 ? 1 : 0)),
    successAt5: share((rank) => (rank <= 5 ? 1 : 0)),
    mrr: share((rank) => (rank <= LAST_RANK ? 1 / rank : 0)),
  }
}

/** A floor so many thousandths under a score, in thousandths, rounded down. */
export const floorUnder = (score: Score, margin: number): Floor => {
  // 0.68 × 1000 is 680 and a little more or less: what is less than a millionth is no difference.
  const thousandths = (share: number) => Math.floor(Math.round(share * 1e6) / 1e3)
  const under = (share: number) => Math.max(0, thousandths(share) - margin) / 1000
  return {
    successAt1: under(score.successAt1),
    successAt5: under(score.successAt5),
    mrr: under(score.mrr),
  }
}

/** The figures of a score that do not reach their floor. */
export const belowFloor = (score: Score, floor: Floor): readonly (keyof Floor)[] =>
  FIGURES.filter((figure) => score[figure] < floor[figure])

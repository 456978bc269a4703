import { type Corpus, GROUPS, type Group } from './corpus'
import type { EngineResult, SetResult } from './result'

/** The means over sets, and the worst times of one engine on one corpus: what figures are held to. */
export interface Summary {
  readonly mrr: number
  readonly byGroup: ReadonlyMap<Group, { readonly successAt1: number; readonly successAt5: number }>
  /** The p50 of the set in the middle, and the p95 and p99 of the slowest. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

/** Undefined where the engine was not asked to the end. */
export const summaryOf = ({ asked }: EngineResult, corpus: Corpus): Summary | undefined => {
  if (asked === undefined) return undefined
  const sets = Object.values(asked.sets)
  const ofGroup = (group: Group): SetResult[] =>
    corpus.sets.flatMap((set) => (set.group === group ? (asked.sets[set.name] ?? []) : []))
  const groups = GROUPS.filter((group) => ofGroup(group).length > 0)
  const sorted = sets.map(({ p50 }) => p50).sort((a, b) => a - b)
  return {
    mrr: mean(sets, ({ mrr }) => mrr),
    byGroup: new Map(
      groups.map((group) => [
        group,
        {
          successAt1: mean(ofGroup(group), ({ successAt1 }) => successAt1),
          successAt5: mean(ofGroup(group), ({ successAt5 }) => successAt5),
        },
      ]),
    ),
    p50: sorted[sorted.length >> 1] ?? 0,
    p95: Math.max(...sets.map(({ p95 }) => p95)),
    p99: Math.max(...sets.map(({ p99 }) => p99)),
  }
}

/** Each set counts the same, however many queries it has. */
const mean = (sets: readonly SetResult[], take: (set: SetResult) => number): number =>
  sets.reduce((sum, set) => sum + take(set), 0) / Math.max(sets.length, 1)

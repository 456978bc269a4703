import type { Figure } from '../measurement'
import { summaryOf } from './summary'
import type { Measured } from './tables'

interface Limits {
  /** Each class and keystroke, p95, ms. */
  readonly p95: number
  readonly firstAnswer?: number
  /** MB. */
  readonly heap?: number
}

const LIMITS: Readonly<Record<string, Limits>> = {
  '10k': { p95: 2, firstAnswer: 20 },
  '100k': { p95: 6, firstAnswer: 100 },
  '1m': { p95: 40, heap: 60 },
}

/** The size that quality is held to. */
const QUALITY_AT = '10k'

/** Rông against what it is to reach, on one generated corpus. */
export const figuresOf = ({ corpus, results }: Measured): Figure[] => {
  const figures: Figure[] = []
  for (const result of results) {
    const { id, built, loaded, asked } = result
    const summary = summaryOf(result, corpus)
    if (!id.startsWith('rong') || !built || !loaded || !asked || !summary) continue
    const isTold = id === 'rong'
    const name = (what: string) => `${corpus.name}, ${isTold ? 'given' : 'detected'}: ${what}`
    const add = (what: string, value: number, unit: Figure['unit'], limit: Partial<Figure> = {}) =>
      figures.push({ name: name(what), value, unit, ...limit })
    const quality = (what: string, value: number | undefined, atLeast: number) => {
      if (value === undefined) return
      add(what, value * 100, 'of 100', corpus.name === QUALITY_AT ? { atLeast } : {})
    }
    quality('MRR@10 over all classes', summary.mrr, isTold ? 92 : 90)
    if (isTold) {
      const group = (of: 'easy' | 'keyboard' | 'hard') => summary.byGroup.get(of)
      quality('hard classes success@1', group('hard')?.successAt1, 80)
      quality('hard classes success@5', group('hard')?.successAt5, 92)
      quality('variants success@5', asked.sets['hw.variant']?.successAt5, 80)
      quality('keyboard classes success@1', group('keyboard')?.successAt1, 99.5)
      quality('easy classes success@1', group('easy')?.successAt1, 99.9)
      const perEntry = built.gzip / corpus.entries.length
      add('index per entry, gzip', perEntry, 'B', corpus.name === '2k' ? {} : { atMost: 15 })
      const { firstAnswer, heap } = LIMITS[corpus.name] ?? {}
      add('load to first answer', loaded.firstAnswerMs, 'ms', atMost(firstAnswer))
      add('heap', loaded.heap / 1e6, 'MB', atMost(heap))
    }
    const { p95 } = LIMITS[corpus.name] ?? {}
    add('slowest class p95', summary.p95, 'ms', atMost(p95))
    add('keystroke p95', asked.keystroke.p95, 'ms', atMost(p95))
  }
  return figures
}

const atMost = (limit: number | undefined): Partial<Figure> =>
  limit === undefined ? {} : { atMost: limit }

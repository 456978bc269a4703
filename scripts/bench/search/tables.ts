import type { Ceiling } from './ceiling'
import type { Corpus } from './corpus'
import type { EngineResult } from './result'
import { type Summary, summaryOf } from './summary'

const OURS = 'rong'

/** All engines on one corpus. */
export interface Measured {
  readonly corpus: Corpus
  readonly ceilings: readonly Ceiling[]
  readonly results: readonly EngineResult[]
}

/** The tables of a generated corpus, as lines of Markdown that are readable as they stand. */
export const corpusTables = ({ corpus, ceilings, results }: Measured): string[] => [
  `### ${corpus.name}: ${corpus.entries.length.toLocaleString('en')} entries`,
  '',
  ...table(
    ['engine', 'MRR@10', 'easy S@1', 'keyboard S@1', 'hard S@1', 'hard S@5', 'prefix S@5'],
    [
      ...results.map((result) => [
        result.label,
        ...qualityCells(summaryOf(result, corpus), result),
      ]),
      ['*ceiling, letters alone*', ...ceilingCells(corpus, ceilings)],
    ],
  ),
  '',
  ...table(
    [
      'engine',
      'build ms',
      'raw B/entry',
      'gzip',
      'brotli',
      'first answer ms',
      'heap MB',
      'query p50 ms',
      'worst p95',
      'worst p99',
      'keystroke p50',
      'p95',
      'p99',
      'processor',
    ],
    results.map((result) => [result.label, ...costCells(result, corpus)]),
  ),
  '',
  'As multiples of Rông, given:',
  '',
  ...table(
    ['engine', 'gzip B/entry', 'first answer', 'heap', 'worst p95', 'keystroke p95'],
    results
      .filter(({ id }) => id !== OURS)
      .map((result) => [result.label, ...ratioCells(result, results, corpus)]),
  ),
  '',
  'Success@1 / success@5 in % by class, the ceiling, the share of queries with one best answer, and MRR@10 of Rông, given, with its ceiling:',
  '',
  ...classTable(corpus, ceilings, results),
  '',
  'Milliseconds by class, p50 / p95 / p99:',
  '',
  ...timesTable(corpus, results),
  '',
]

/** The project's own packs: quality on the golden queries, and size. */
export const packTables = (measured: readonly Measured[]): string[] => {
  if (measured.length === 0) return []
  const languages = measured.map(({ corpus }) => corpus)
  const engines = measured[0]!.results.map(({ id, label }) => ({ id, label }))
  const cells = (cellOf: (result: EngineResult, corpus: Corpus) => string) =>
    engines.map(({ id, label }) => [
      label,
      ...measured.map(({ results, corpus }) => {
        const result = results.find((one) => one.id === id)
        return result === undefined ? '–' : cellOf(result, corpus)
      }),
    ])
  const header = [
    'engine',
    ...languages.map(({ name, entries }) => `${name} (${entries.length.toLocaleString('en')})`),
  ]
  return [
    '### The packs',
    '',
    `MRR@10 over the classes of golden queries (test split: ${languages
      .map(
        ({ name, sets }) => `${name} ${sets.reduce((sum, { queries }) => sum + queries.length, 0)}`,
      )
      .join(', ')}):`,
    '',
    ...table(
      header,
      cells((result, corpus) => share(summaryOf(result, corpus)?.mrr)),
    ),
    '',
    'Success@1 / success@5 in % by class, all four languages:',
    '',
    ...goldenTable(measured, engines),
    '',
    'Index bytes per entry, gzip (every variant and transcription is a key here):',
    '',
    ...table(
      header,
      cells(({ built }, { entries }) => number(built && built.gzip / entries.length)),
    ),
    '',
    'The slowest class, p95 in milliseconds:',
    '',
    ...table(
      header,
      cells((result, corpus) => number(summaryOf(result, corpus)?.p95)),
    ),
    '',
  ]
}

const qualityCells = (summary: Summary | undefined, { failed }: EngineResult): string[] => {
  if (summary === undefined) return [failed ?? '–', '', '', '', '', '']
  const { byGroup } = summary
  return [
    share(summary.mrr),
    percent(byGroup.get('easy')?.successAt1),
    percent(byGroup.get('keyboard')?.successAt1),
    percent(byGroup.get('hard')?.successAt1),
    percent(byGroup.get('hard')?.successAt5),
    percent(byGroup.get('prefix')?.successAt5),
  ]
}

const ceilingCells = (corpus: Corpus, ceilings: readonly Ceiling[]): string[] => {
  const mean = (take: (ceiling: Ceiling) => number, group?: string) => {
    const some = ceilings.filter(
      ({ set }) =>
        group === undefined || corpus.sets.find(({ name }) => name === set)?.group === group,
    )
    return some.reduce((sum, ceiling) => sum + take(ceiling), 0) / Math.max(some.length, 1)
  }
  return [
    share(mean(({ mrr }) => mrr)),
    percent(mean(({ successAt1 }) => successAt1, 'easy')),
    percent(mean(({ successAt1 }) => successAt1, 'keyboard')),
    percent(mean(({ successAt1 }) => successAt1, 'hard')),
    percent(mean(({ successAt5 }) => successAt5, 'hard')),
    percent(mean(({ successAt5 }) => successAt5, 'prefix')),
  ]
}

const costCells = (result: EngineResult, corpus: Corpus): string[] => {
  const { built, loaded, asked, failed } = result
  const summary = summaryOf(result, corpus)
  if (built === undefined || loaded === undefined || asked === undefined || summary === undefined)
    return [failed ?? '–', ...Array.from({ length: 12 }, () => '')]
  const each = (bytes: number) => number(bytes / corpus.entries.length)
  return [
    number(built.ms),
    each(built.raw),
    each(built.gzip),
    each(built.brotli),
    number(loaded.firstAnswerMs),
    number(loaded.heap / 1e6),
    number(summary.p50),
    number(summary.p95),
    number(summary.p99),
    number(asked.keystroke.p50),
    number(asked.keystroke.p95),
    number(asked.keystroke.p99),
    `${Math.round(asked.processor * 100)} %`,
  ]
}

const ratioCells = (
  result: EngineResult,
  results: readonly EngineResult[],
  corpus: Corpus,
): string[] => {
  const ours = results.find(({ id }) => id === OURS)
  const valuesOf = (one: EngineResult | undefined) => [
    one?.built?.gzip,
    one?.loaded?.firstAnswerMs,
    one?.loaded?.heap,
    one && summaryOf(one, corpus)?.p95,
    one?.asked?.keystroke.p95,
  ]
  const [these, base] = [valuesOf(result), valuesOf(ours)]
  return these.map((value, i) => {
    const own = base[i]
    return value === undefined || own === undefined ? '–' : `×${number(value / own)}`
  })
}

const classTable = (
  corpus: Corpus,
  ceilings: readonly Ceiling[],
  results: readonly EngineResult[],
): string[] => {
  const both = (set: { successAt1: number; successAt5: number } | undefined) =>
    set === undefined ? '–' : `${percent(set.successAt1)} / ${percent(set.successAt5)}`
  const asked = results.filter((result) => result.asked !== undefined)
  const ours = results.find(({ id }) => id === OURS)
  return table(
    ['class', ...asked.map(({ label }) => label), 'ceiling', 'one best', 'MRR@10', 'ceiling'],
    corpus.sets.map(({ name }) => {
      const ceiling = ceilings.find(({ set }) => set === name)
      return [
        name,
        ...asked.map((result) => both(result.asked?.sets[name])),
        both(ceiling),
        percent(ceiling?.unique),
        share(ours?.asked?.sets[name]?.mrr),
        share(ceiling?.mrr),
      ]
    }),
  )
}

const timesTable = (corpus: Corpus, results: readonly EngineResult[]): string[] => {
  const asked = results.filter((result) => result.asked !== undefined)
  const cell = (times: { p50: number; p95: number; p99: number } | undefined) =>
    times === undefined ? '–' : `${number(times.p50)} / ${number(times.p95)} / ${number(times.p99)}`
  return table(
    ['class', ...asked.map(({ label }) => label)],
    [
      ...corpus.sets.map(({ name }) => [name, ...asked.map((one) => cell(one.asked?.sets[name]))]),
      ['each keystroke', ...asked.map((one) => cell(one.asked?.keystroke))],
    ],
  )
}

const goldenTable = (
  measured: readonly Measured[],
  engines: readonly { readonly id: string; readonly label: string }[],
): string[] => {
  const names = [...new Set(measured.flatMap(({ corpus }) => corpus.sets.map(({ name }) => name)))]
  const setsOf = (id: string, name: string) =>
    measured.flatMap(
      ({ results }) => results.find((result) => result.id === id)?.asked?.sets[name] ?? [],
    )
  return table(
    ['class', ...engines.map(({ label }) => label)],
    names.map((name) => [
      name,
      ...engines.map(({ id }) => {
        const sets = setsOf(id, name)
        const queries = sets.reduce((sum, set) => sum + set.queries, 0)
        const over = (take: (set: (typeof sets)[number]) => number) =>
          percent(sets.reduce((sum, set) => sum + take(set) * set.queries, 0) / queries)
        return queries === 0
          ? '–'
          : `${over((set) => set.successAt1)} / ${over((set) => set.successAt5)}`
      }),
    ]),
  )
}

/** Columns padded to one width, so that the source reads as the page does; all but the first to the right. */
export const table = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string[] => {
  const widths = header.map((title, i) =>
    Math.max(3, ...[title, ...rows.map((row) => row[i] ?? '')].map((cell) => [...cell].length)),
  )
  const line = (cells: readonly string[]) =>
    `| ${widths
      .map((width, i) => {
        const cell = cells[i] ?? ''
        const space = ' '.repeat(width - [...cell].length)
        return i === 0 ? cell + space : space + cell
      })
      .join(' | ')} |`
  return [
    line(header),
    `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`,
    ...rows.map(line),
  ]
}

const share = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(3))

const percent = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '–' : (value * 100).toFixed(1)

/** Three figures that mean something. */
const number = (value: number | undefined): string => {
  if (value === undefined) return '–'
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
